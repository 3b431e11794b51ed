"""What was read in a sentence, told so that a lawyer can follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from checker.checks.explaining import parts_of
from checker.checks.negation import PROHIBITION, is_negated
from checker.errors import mark
from checker.kit.wording import KitWords
from checker.language.matching import Matcher
from checker.language.quantities import Quantity
from checker.language.reading import Mention, Reading
from checker.language.sentences import Sentence
from checker.language.stems import stemmer
from checker.rule import Rule

_MODALITY = (("may", mark("may")), ("must", mark("must")), (PROHIBITION, mark("forbidden or denied")))
_BUILT_IN = ("term", "n")
_MOST_CONCEPTS = 5


class Focus(Struct, frozen=True):
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


def sentence_notes(sentence: Sentence, reading: Reading, focus: Focus, words: KitWords) -> Iterator[str]:
    """Lines on one sentence: words, concepts, quantities, bodies, modality, negation."""
    mentions = all_mentions(sentence, reading)
    struck = " ".join(sentence.forms[place] for place in sorted(sentence.struck))
    blocks: tuple[tuple[str, Iterable[str]], ...] = (
        (words.say("words"), [_words(sentence, reading, words)]),
        (words.say("concepts"), _concepts(mentions, reading, focus, words)),
        (words.say("terms"), (_quantity(one, sentence, words) for one in sentence.quantities)),
        (words.say("bodies"), _bodies(mentions, reading, focus, words)),
        (words.say("modality"), _modality(mentions, reading, words)),
        (words.say("negated"), _negated(mentions, reading, words)),
        (words.say("struck out"), _struck(struck, words)),
    )
    width = max(len(title) for title, _ in blocks)
    for title, lines in blocks:
        for number, line in enumerate(lines):
            yield f"  {title if number == 0 else '':<{width}} {line}"


def all_mentions(sentence: Sentence, reading: Reading) -> list[Mention]:
    """Every mention of every concept in a sentence, in reading order."""
    names = reading.matchers[sentence.language].lexicon.entries
    mentions = [
        one for name in names if name not in _BUILT_IN for one in reading.mentions(name, sentence.number)
    ]
    return sorted(mentions, key=lambda one: (one.first, one.last, one.concept))


def _words(sentence: Sentence, reading: Reading, words: KitWords) -> str:
    stem = stemmer(sentence.language)
    matcher = reading.matchers[sentence.language]
    shown = []
    for place, form in enumerate(sentence.forms):
        short = stem(form)
        word = form if short == form else f"{form} [{short}]"
        if form in matcher.sureness:
            meant, score = _meant(sentence.number, place, matcher), f"{matcher.sureness[form]:.2f}"
            slip = words.say(
                "read as a slip of the pen for «%(meant)s…», %(score)s", meant=meant, score=score
            )
            word = f"{word} ({slip})"
        shown.append(word)
    return " · ".join(shown)


def _meant(number: int, place: int, matcher: Matcher) -> str:
    """The stem that a word was taken for."""
    terms = {term for term, places in matcher.index.masks(number).items() if places >> place & 1}
    return next(one.text for one, own in matcher.lexicon.vocabulary.terms() if own in terms)


def _concepts(mentions: Sequence[Mention], reading: Reading, focus: Focus, words: KitWords) -> Iterator[str]:
    """One line for each stretch of words, with the concepts it names."""
    by_words: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        by_words.setdefault((mention.first, mention.last), []).append(mention)
    for same in by_words.values():
        same.sort(key=lambda one: (one.concept not in focus.foremost, one.concept))
        names = words.some([_scored(one, words) for one in same], _MOST_CONCEPTS)
        yield f"«{words_of_mention(same[0], reading)}»: {names}"


def _scored(mention: Mention, words: KitWords) -> str:
    if mention.score == 1.0:
        return mention.concept
    return f"{mention.concept} ({words.say('score %(score)s', score=f'{mention.score:.2f}')})"


def _quantity(quantity: Quantity, sentence: Sentence, words: KitWords) -> str:
    shown = " ".join(sentence.forms[quantity.start : quantity.end])
    value = words.hours(quantity.hours) if quantity.hours is not None else f"{quantity.number:g}"
    return f"«{shown}»: {value}"


def _bodies(mentions: Sequence[Mention], reading: Reading, focus: Focus, words: KitWords) -> Iterator[str]:
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
        parts = "; ".join(
            f"{words.part(part)} {', '.join(dict.fromkeys(acts))}" for part, acts in by_part.items()
        )
        parts = parts or words.say("plays no part that was recognised")
        yield f"«{words_of_mention(body, reading)}» ({body.concept}): {parts}"


def _modality(mentions: Sequence[Mention], reading: Reading, words: KitWords) -> Iterator[str]:
    for concept, said in _MODALITY:
        shown = [f"«{words_of_mention(one, reading)}»" for one in mentions if one.concept == concept]
        if shown:
            yield f"{words.say(said)}: {', '.join(dict.fromkeys(shown))}"


def _negated(mentions: Sequence[Mention], reading: Reading, words: KitWords) -> Iterator[str]:
    shown = [
        f"«{words_of_mention(one, reading)}»"
        for one in mentions
        if one.concept != PROHIBITION and is_negated(one, reading)
    ]
    if shown:
        acts = ", ".join(dict.fromkeys(shown))
        yield words.say("%(acts)s: the sentence forbids or denies this", acts=acts)


def _struck(shown: str, words: KitWords) -> Iterator[str]:
    if shown:
        yield words.say("%(words)s is quoted only to be taken out of another law", words=f"«{shown}»")
