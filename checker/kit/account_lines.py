"""An account of a check in plain words: which condition held, which failed first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.checks.explaining import Account, Condition
from checker.checks.negation import PROHIBITION
from checker.kit.near import near_lines
from checker.kit.sentence_notes import LANGUAGE_NAMES, hours_text, words_of_mention
from checker.language.reading import Mention, Reading
from checker.rule import Check, Rule

_MOST_NAMES = 6
_PLACES = {
    "sentence": "the sentence",
    "provision": "the provision",
    "article": "the article",
    "headings": "the headings",
    "draft": "the draft",
}
Teller = Callable[[Condition, Check, Reading], str]


def account_lines(account: Account, number: int, reading: Reading, rule: Rule) -> Iterator[str]:
    """The head of a check and a line for each condition; what bars nothing is told in one line."""
    check = account.check
    yield f"  check {number} ({_asks(check)}): {'fires' if account.fired else 'does not fire'}"
    quiet = 0
    for condition in account.conditions:
        if condition.held and condition.kind in ("without", "exceptions", "struck", "language", "amending"):
            quiet += len(condition.names)
            continue
        if condition.held and condition.kind in ("own-words", "told-once"):
            continue
        yield f"    {'✓' if condition.held else '✗'} {condition_text(condition, check, reading)}"
        yield from (f"      {line}" for line in reasons(condition, account, reading, rule))
    if quiet and account.fired:
        yield f"    ✓ nothing bars it ({quiet} concepts looked for)"


def reasons(condition: Condition, account: Account, reading: Reading, rule: Rule) -> Iterator[str]:
    """Why a concept that a condition needs was not found: what barred it, how near a phrase came."""
    if not condition.held and condition.kind in ("any", "with", "decided-by") and not condition.parts:
        yield from near_lines(condition.names, account.sentence, reading, rule)


def condition_text(condition: Condition, check: Check, reading: Reading) -> str:
    """One condition in words."""
    return _TELLERS[condition.kind](condition, check, reading)


def _asks(check: Check) -> str:
    limits = []
    if check.at_most is not None:
        limits.append(f"at most {hours_text(check.at_most)}")
    if check.no_less is not None:
        limits.append(f"no less than {hours_text(check.no_less)}")
    return f"{check.kind}: {', '.join(limits)}" if limits else check.kind


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else shown


def _shown(mentions: tuple[Mention, ...], reading: Reading) -> str:
    texts = [f"«{words_of_mention(one, reading)}» ({one.concept})" for one in mentions]
    return ", ".join(dict.fromkeys(texts))


def _needs(condition: Condition, _check: Check, reading: Reading) -> str:
    asked = f"needs one of {_names(condition.names)} in {_PLACES[condition.place]}"
    if not condition.held:
        return f"{asked}: not found"
    return f"{asked}: {_shown(condition.shown, reading) or 'found'}"


def _struck(condition: Condition, check: Check, reading: Reading) -> str:
    shown = _shown(condition.shown, reading)
    if check.where.struck:
        return f"asks for words that an amending law takes out: {shown} is not quoted to be taken out"
    return f"{shown} is quoted only to be taken out of another law"


def _language(_condition: Condition, check: Check, _reading: Reading) -> str:
    return f"is for {' and '.join(LANGUAGE_NAMES[language] for language in check.languages)} only"


def _barred(condition: Condition, _check: Check, reading: Reading) -> str:
    return f"barred by {_shown(condition.shown, reading)} in {_PLACES[condition.place]}"


def _excepted(condition: Condition, _check: Check, reading: Reading) -> str:
    return f"barred by the rule's exception {_shown(condition.shown, reading)}"


def _negated(condition: Condition, check: Check, reading: Reading) -> str:
    sentence = condition.shown[0].sentence if condition.shown else -1
    words = ", ".join(
        f"«{words_of_mention(one, reading)}»" for one in reading.mentions(PROHIBITION, sentence)
    )
    if check.where.negated == "yes":
        return (
            f"asks for an act that is forbidden: {words}"
            if condition.held
            else ("asks for an act that is forbidden, and nothing forbids it here")
        )
    return "is not negated" if condition.held else f"negated by {words}"


def _limit(condition: Condition, check: Check, reading: Reading) -> str:
    words = _shown(condition.shown, reading)
    if condition.hours is None:
        return f"needs a term inside the words found: {words} has none"
    found, said = condition.hours, "beyond" if condition.held else "within"
    if check.at_most is not None and (not condition.held or found > check.at_most):
        sign = ">" if condition.held else "≤"
        limit = check.at_most
    else:
        sign = "<" if condition.held else "≥"
        limit = check.no_less or 0.0
    return f"{said} the limit: {hours_text(found)} {sign} {hours_text(limit)} ({words})"


def _decided(condition: Condition, _check: Check, reading: Reading) -> str:
    if not condition.parts:
        return f"needs one of {_names(condition.names)} in the sentence: not found"
    texts = []
    for body, parts in condition.parts:
        named = f"«{words_of_mention(body, reading)}» ({body.concept})"
        texts.append(f"{named} {', '.join(parts) if parts else 'plays no part that was recognised'}")
    wanted = (
        "a body that may not do so decides" if condition.held else "no body that may not do so decides alone"
    )
    return f"{wanted}: {'; '.join(dict.fromkeys(texts))}"


def _at_least(condition: Condition, check: Check, reading: Reading) -> str:
    places = len({reading.sentences[one.sentence].provision for one in condition.shown})
    return f"asks only where {check.at_least} provisions speak of it: {places} found"


def _absent(condition: Condition, _check: Check, reading: Reading) -> str:
    place = _PLACES[condition.place]
    if condition.held:
        missing = "; ".join(f"{one.name['en']} ({_names(one.any)})" for one in condition.absent)
        return f"not found in {place}: {missing}"
    return f"every safeguard stands in {place}: {_shown(condition.shown, reading)}"


def _told_once(condition: Condition, _check: Check, reading: Reading) -> str:
    first = _shown(condition.shown, reading)
    return f"told once in {_PLACES[condition.place]}, at its first place: {first}"


def _amending(_condition: Condition, _check: Check, _reading: Reading) -> str:
    return "the draft amends another law, so what it leaves out cannot be judged"


def _own_words(condition: Condition, _check: Check, reading: Reading) -> str:
    return f"{_shown(condition.shown, reading)} stands in the lead-in only, and is told there"


_TELLERS: Mapping[str, Teller] = {
    "any": _needs,
    "with": _needs,
    "struck": _struck,
    "language": _language,
    "exceptions": _excepted,
    "without": _barred,
    "negated": _negated,
    "limit": _limit,
    "decided-by": _decided,
    "at-least": _at_least,
    "absent": _absent,
    "told-once": _told_once,
    "amending": _amending,
    "own-words": _own_words,
}
