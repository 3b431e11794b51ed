"""An account of a check in plain words: which condition held, which failed first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checker.checks.explaining import Account, Condition
from checker.checks.negation import PROHIBITION
from checker.kit.near import near_lines
from checker.kit.sentence_notes import words_of_mention
from checker.kit.wording import KitWords
from checker.language.reading import Mention, Reading
from checker.rule import Check, Rule

Teller = Callable[[Condition, Check, Reading, KitWords], str]
_TOLD_IF_FAILED = ("own-words", "told-once")
_TOLD_TOGETHER = ("without", "exceptions", "struck", "language", "amending")


def account_lines(
    account: Account, number: int, reading: Reading, rule: Rule, words: KitWords
) -> Iterator[str]:
    """The head of a check and a line for each condition; what bars nothing is told in one line."""
    check = account.check
    head = {"number": number, "asks": _asks(check, words)}
    if account.fired:
        yield "  " + words.say("check %(number)s (%(asks)s): fires", **head)
    else:
        yield "  " + words.say("check %(number)s (%(asks)s): does not fire", **head)
    quiet = 0
    for condition in account.conditions:
        if condition.held and condition.kind in _TOLD_TOGETHER:
            quiet += len(condition.names)
        elif not (condition.held and condition.kind in _TOLD_IF_FAILED):
            yield f"    {'✓' if condition.held else '✗'} {condition_text(condition, check, reading, words)}"
            told = reasons(condition, account, reading, rule, words)
            yield from (f"      {line}" for line in told)
    if quiet and account.fired:
        yield "    ✓ " + words.say("nothing bars it (%(count)s concepts looked for)", count=quiet)


def reasons(
    condition: Condition, account: Account, reading: Reading, rule: Rule, words: KitWords
) -> Iterator[str]:
    """Why a concept that a condition needs was not found: what barred it, how near a phrase came."""
    if not condition.held and condition.kind in ("any", "with", "decided-by") and not condition.parts:
        yield from near_lines(condition.names, account.sentence, reading, rule, words)


def condition_text(condition: Condition, check: Check, reading: Reading, words: KitWords) -> str:
    """One condition in words."""
    return _TELLERS[condition.kind](condition, check, reading, words)


def _asks(check: Check, words: KitWords) -> str:
    limits = []
    if check.at_most is not None:
        limits.append(words.say("at most %(term)s", term=words.hours(check.at_most)))
    if check.no_less is not None:
        limits.append(words.say("no less than %(term)s", term=words.hours(check.no_less)))
    return f"{check.kind}: {', '.join(limits)}" if limits else check.kind


def _shown(mentions: tuple[Mention, ...], reading: Reading) -> str:
    texts = [f"«{words_of_mention(one, reading)}» ({one.concept})" for one in mentions]
    return ", ".join(dict.fromkeys(texts))


def _needs(condition: Condition, _check: Check, reading: Reading, words: KitWords) -> str:
    asked = {"names": words.some(condition.names), "place": words.place(condition.place)}
    if not condition.held:
        return words.say("needs one of %(names)s %(place)s: not found", **asked)
    found = _shown(condition.shown, reading)
    if not found:
        return words.say("needs one of %(names)s %(place)s: found", **asked)
    return words.say("needs one of %(names)s %(place)s: %(found)s", found=found, **asked)


def _struck(condition: Condition, check: Check, reading: Reading, words: KitWords) -> str:
    shown = _shown(condition.shown, reading)
    if check.where.struck:
        return words.say(
            "asks for words that an amending law takes out: %(words)s is not quoted to be taken out",
            words=shown,
        )
    return words.say("%(words)s is quoted only to be taken out of another law", words=shown)


def _language(_condition: Condition, check: Check, _reading: Reading, words: KitWords) -> str:
    names = ", ".join(words.language_name(language) for language in check.languages)
    return words.say("is for these languages only: %(languages)s", languages=names)


def _barred(condition: Condition, _check: Check, reading: Reading, words: KitWords) -> str:
    shown, place = _shown(condition.shown, reading), words.place(condition.place)
    return words.say("barred by %(words)s %(place)s", words=shown, place=place)


def _excepted(condition: Condition, _check: Check, reading: Reading, words: KitWords) -> str:
    shown = _shown(condition.shown, reading)
    return words.say("barred by the rule's exception %(words)s", words=shown)


def _negated(condition: Condition, check: Check, reading: Reading, words: KitWords) -> str:
    sentence = condition.shown[0].sentence if condition.shown else -1
    negators = reading.mentions(PROHIBITION, sentence)
    shown = ", ".join(f"«{words_of_mention(one, reading)}»" for one in negators)
    if check.where.negated == "yes":
        if condition.held:
            return words.say("asks for an act that is forbidden: %(words)s", words=shown)
        return words.say("asks for an act that is forbidden, and nothing forbids it here")
    return words.say("is not negated") if condition.held else words.say("negated by %(words)s", words=shown)


def _limit(condition: Condition, check: Check, reading: Reading, words: KitWords) -> str:
    shown = _shown(condition.shown, reading)
    if condition.hours is None:
        return words.say("needs a term inside the words found: %(words)s has none", words=shown)
    found = condition.hours
    if check.at_most is not None and (not condition.held or found > check.at_most):
        sign, limit = (">" if condition.held else "≤"), check.at_most
    else:
        sign, limit = ("<" if condition.held else "≥"), check.no_less or 0.0
    compared = f"{words.hours(found)} {sign} {words.hours(limit)} ({shown})"
    if condition.held:
        return words.say("beyond the limit: %(compared)s", compared=compared)
    return words.say("within the limit: %(compared)s", compared=compared)


def _decided(condition: Condition, check: Check, reading: Reading, words: KitWords) -> str:
    if not condition.parts:
        return _needs(condition, check, reading, words)
    texts = []
    for body, parts in condition.parts:
        played = ", ".join(words.part(part) for part in parts) or words.say(
            "plays no part that was recognised"
        )
        texts.append(f"«{words_of_mention(body, reading)}» ({body.concept}) {played}")
    bodies = "; ".join(dict.fromkeys(texts))
    if condition.held:
        return words.say("a body that may not do so decides: %(bodies)s", bodies=bodies)
    return words.say("no body that may not do so decides alone: %(bodies)s", bodies=bodies)


def _at_least(condition: Condition, check: Check, reading: Reading, words: KitWords) -> str:
    places = len({reading.sentences[one.sentence].provision for one in condition.shown})
    return words.say(
        "asks only where %(least)s provisions speak of it: %(count)s found",
        least=check.at_least,
        count=places,
    )


def _absent(condition: Condition, _check: Check, reading: Reading, words: KitWords) -> str:
    place = words.place(condition.place)
    if condition.held:
        missing = [f"{one.name[words.language]} ({words.some(one.any)})" for one in condition.absent]
        return words.say("not found %(place)s: %(missing)s", place=place, missing="; ".join(missing))
    shown = _shown(condition.shown, reading)
    return words.say("every safeguard stands %(place)s: %(words)s", place=place, words=shown)


def _told_once(condition: Condition, _check: Check, reading: Reading, words: KitWords) -> str:
    shown, place = _shown(condition.shown, reading), words.place(condition.place)
    return words.say("told once %(place)s, at its first place: %(words)s", place=place, words=shown)


def _amending(_condition: Condition, _check: Check, _reading: Reading, words: KitWords) -> str:
    return words.say("the draft amends another law, so what it leaves out cannot be judged")


def _own_words(condition: Condition, _check: Check, reading: Reading, words: KitWords) -> str:
    shown = _shown(condition.shown, reading)
    return words.say("%(words)s stands in the lead-in only, and is told there", words=shown)


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
