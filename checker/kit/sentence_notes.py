"""What was read in a sentence, told so that a lawyer can follow it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.checks.explaining import parts_of
from checker.checks.negation import PROHIBITION, is_negated
from checker.language.matching import Matcher
from checker.language.quantities import Quantity
from checker.language.reading import Mention, Reading
from checker.language.sentences import Sentence
from checker.language.stems import stemmer
from checker.rule import Rule

LANGUAGE_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
_MODALITY = (("may", "may"), ("must", "must"), (PROHIBITION, "forbidden or denied"))
_BUILT_IN = ("term", "n")
_MOST_CONCEPTS = 5


@dataclass(frozen=True, slots=True)
class Focus:
    """What a reader wants to see first.

    ``bodies`` are the concepts that rules ask to decide something, ``acts`` what they decide;
    ``foremost`` the concepts to name before others where a word belongs to many.
    """

    bodies: frozenset[str]
    acts: frozenset[str]
    foremost: frozenset[str]


def focus_on(rules: Sequence[Rule], foremost: Iterable[str]) -> Focus:
    """The bodies and acts of the authority checks of these rules."""
    checks = [check for rule in rules for check in rule.checks if check.kind == "authority"]
    return Focus(
        frozenset(name for check in checks for name in (*check.decided_by, *check.allowed)),
        frozenset(name for check in checks for name in check.any),
        frozenset(foremost),
    )


def words_of_mention(mention: Mention, reading: Reading) -> str:
    """The words of a mention as they were read."""
    return " ".join(reading.sentences[mention.sentence].forms[mention.first : mention.last])


def sentence_notes(sentence: Sentence, reading: Reading, focus: Focus) -> Iterator[str]:
    """Lines on one sentence: words, concepts, quantities, bodies, modality, negation."""
    mentions = all_mentions(sentence, reading)
    yield f"  words      {_words(sentence, reading)}"
    yield from _block("concepts", _concepts(mentions, reading, focus))
    yield from _block("terms", (_quantity(one, sentence) for one in sentence.quantities))
    yield from _block("bodies", _bodies(mentions, reading, focus))
    yield from _block("modality", _modality(mentions, reading))
    yield from _block("negated", _negated(mentions, reading))
    if sentence.struck:
        words = " ".join(sentence.forms[place] for place in sorted(sentence.struck))
        yield from _block("struck out", [f"«{words}»: quoted only to be taken out of another law"])


def all_mentions(sentence: Sentence, reading: Reading) -> list[Mention]:
    """Every mention of every concept in a sentence, in reading order."""
    names = reading.matchers[sentence.language].lexicon.entries
    mentions = [
        one for name in names if name not in _BUILT_IN for one in reading.mentions(name, sentence.number)
    ]
    return sorted(mentions, key=lambda one: (one.first, one.last, one.concept))


def _block(title: str, lines: Collection[str] | Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {title if number == 0 else '':<10} {line}"


def _words(sentence: Sentence, reading: Reading) -> str:
    stem = stemmer(sentence.language)
    matcher = reading.matchers[sentence.language]
    shown = []
    for place, form in enumerate(sentence.forms):
        short = stem(form)
        word = form if short == form else f"{form} [{short}]"
        if form in matcher.sureness:
            meant = _meant(sentence.number, place, matcher)
            word += f" (read as a slip of the pen for «{meant}…», {matcher.sureness[form]:.2f})"
        shown.append(word)
    return " · ".join(shown)


def _meant(number: int, place: int, matcher: Matcher) -> str:
    """The stem that a word was taken for."""
    terms = {term for term, places in matcher.index.masks[number].items() if places >> place & 1}
    return next(one.text for one, own in matcher.lexicon.vocabulary.numbers.items() if own in terms)


def _concepts(mentions: Sequence[Mention], reading: Reading, focus: Focus) -> Iterator[str]:
    """One line for each stretch of words, with the concepts it names."""
    by_words: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_words.setdefault((mention.first, mention.last), []).append(mention)
    for same in by_words.values():
        same.sort(key=lambda one: (one.concept not in focus.foremost, one.concept))
        names = ", ".join(_scored(one) for one in same[:_MOST_CONCEPTS])
        more = f" and {len(same) - _MOST_CONCEPTS} more" if len(same) > _MOST_CONCEPTS else ""
        yield f"«{words_of_mention(same[0], reading)}»: {names}{more}"


def _scored(mention: Mention) -> str:
    return mention.concept if mention.score == 1.0 else f"{mention.concept} (score {mention.score:.2f})"


def _quantity(quantity: Quantity, sentence: Sentence) -> str:
    words = " ".join(sentence.forms[quantity.start : quantity.end])
    return f"«{words}»: " + (
        hours_text(quantity.hours) if quantity.hours is not None else f"{quantity.number:g}"
    )


def hours_text(hours: float) -> str:
    """A term in hours, from three days on in days too.

    >>> hours_text(48), hours_text(720)
    ('48 h', '720 h (30 days)')
    """
    return f"{hours:g} h" if hours < 72 else f"{hours:g} h ({hours / 24:g} days)"


def _bodies(mentions: Sequence[Mention], reading: Reading, focus: Focus) -> Iterator[str]:
    acts = tuple(one for one in mentions if one.concept in focus.acts)
    seen: set[tuple[int, int]] = set()
    for body in sorted(mentions, key=lambda one: (one.first, one.last, one.concept not in focus.foremost)):
        if body.concept not in focus.bodies or (body.first, body.last) in seen:
            continue
        seen.add((body.first, body.last))
        by_part: dict[str, list[str]] = {}
        for act in acts:
            for part in parts_of(body, (act,), reading):
                by_part.setdefault(part, []).append(f"«{words_of_mention(act, reading)}»")
        parts = "; ".join(f"{part} {', '.join(dict.fromkeys(acts))}" for part, acts in by_part.items())
        parts = parts or "plays no part that was recognised"
        yield f"«{words_of_mention(body, reading)}» ({body.concept}): {parts}"


def _modality(mentions: Sequence[Mention], reading: Reading) -> Iterator[str]:
    for concept, said in _MODALITY:
        words = [f"«{words_of_mention(one, reading)}»" for one in mentions if one.concept == concept]
        if words:
            yield f"{said}: {', '.join(dict.fromkeys(words))}"


def _negated(mentions: Sequence[Mention], reading: Reading) -> Iterator[str]:
    words = [
        f"«{words_of_mention(one, reading)}»"
        for one in mentions
        if one.concept != PROHIBITION and is_negated(one, reading)
    ]
    if words:
        yield f"{', '.join(dict.fromkeys(words))}: the sentence forbids or denies this"
