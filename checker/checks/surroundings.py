"""Whether the surroundings of a mention are those a check asks for, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.checks.negation import PROHIBITION, is_negated
from checker.language.reading import Mention, Reading
from checker.language.text_index import members
from checker.rule import Check, Rule, Where

AMENDING_LAW = "amending-law"
"""The concept by which the title of an amending law is known."""


def candidates(rule: Rule, check: Check, reading: Reading) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    """Each mention of the check's concepts in fitting surroundings, with the mentions that show it.

    One for each sentence, the first that fits. Headings are never marked.
    """
    where = check.where
    possible = _possible(rule, check, reading)
    if not possible or not _draft_fits(where, reading):
        return
    for number in members(possible):
        sentence = reading.sentences[number]
        if sentence.heading or (check.languages and sentence.language not in check.languages):
            continue
        marks = sorted(
            (mention for name in check.any for mention in reading.mentions(name, number)),
            key=lambda mention: (mention.first, -mention.last, mention.concept),
        )
        for mark in marks:
            shown = _shown(mark, where, reading) if _mark_fits(mark, where, reading) else None
            if shown is not None:
                yield mark, shown
                break


def _possible(rule: Rule, check: Check, reading: Reading) -> int:
    """The sentences (bits) that hold a mention to mark and pass what can be told of the sentence alone.

    What sets of words can tell comes first: it spares reading the phrases.
    """
    where = check.where
    needed = [check.any]
    if where.window == "sentence":
        needed += where.with_
    if where.negated == "yes":
        needed.append((PROHIBITION,))
    bits = -1
    for names in needed:
        bits &= reading.may_mention(names)
        if not bits:
            return 0
    for names in needed:
        bits = reading.sentences_with(names, bits)
    if rule.exceptions and not where.struck:
        bits &= ~reading.sentences_with(rule.exceptions, bits)
    return bits


def _draft_fits(where: Where, reading: Reading) -> bool:
    return all(reading.holds(group) for group in where.draft_with) and not reading.holds(where.draft_without)


def _mark_fits(mark: Mention, where: Where, reading: Reading) -> bool:
    if is_struck(mark, reading) != where.struck:
        return False
    return where.negated == "either" or is_negated(mark, reading) == (where.negated == "yes")


def is_struck(mention: Mention, reading: Reading) -> bool:
    """Whether the words are quoted only to be taken out of another law."""
    struck = reading.sentences[mention.sentence].struck
    return bool(struck) and any(place in struck for place in range(mention.first, mention.last))


def _shown(mark: Mention, where: Where, reading: Reading) -> tuple[Mention, ...] | None:
    """The mentions that make the surroundings fit; None if they do not."""
    sentence = reading.sentences[mark.sentence]
    home = reading.article_of[sentence.provision] if sentence.provision >= 0 else -1
    article = reading.sentences_under.get(home, 0)
    headings = reading.headings_under.get(home, 0)
    window = _window(mark, where, reading, article)
    lookups = ((where.with_, window), (where.article_with, article), (where.heading_with, headings))
    shown: list[Mention] = []
    for groups, place in lookups:
        for group in groups:
            nearest = _nearest(group, place, mark, reading)
            if nearest is None:
                return None
            shown.append(nearest)
    barred = ((where.without, window), (where.article_without, article), (where.heading_without, headings))
    if any(_holds(names, place, mark, reading) for names, place in barred):
        return None
    return tuple(shown)


def _window(mark: Mention, where: Where, reading: Reading, article: int) -> int:
    if where.window == "sentence":
        return 1 << mark.sentence
    if where.window == "article":
        return article
    return provision_bits(reading, reading.sentences[mark.sentence].provision)


def provision_bits(reading: Reading, provision: int) -> int:
    """The sentences (bits) of a provision."""
    bits = 0
    for number in reading.sentences_in.get(provision, ()):
        bits |= 1 << number
    return bits


def _holds(names: Iterable[str], place: int, mark: Mention, reading: Reading) -> bool:
    for name in names:
        bits = reading.sentences_with((name,), place)
        if bits and (bits != 1 << mark.sentence or name != mark.concept):
            return True
    return False


def _nearest(group: tuple[str, ...], place: int, mark: Mention, reading: Reading) -> Mention | None:
    """The mention of one of the concepts nearest to the mark within a set of sentences."""
    own = reading.sentences_with(group, place & (1 << mark.sentence))
    bits = own or reading.sentences_with(group, place)
    if not bits:
        return None
    number = next(members(bits))
    mentions = [mention for name in group for mention in reading.mentions(name, number)]
    return min(
        mentions, key=lambda mention: (abs(mention.first - mark.first), mention.first, mention.concept)
    )


def is_amending(reading: Reading) -> bool:
    """Whether the draft's title says that it amends other laws: what it leaves out cannot be judged."""
    return any(
        reading.sentences[number].provision < 0 for number in members(reading.sentences_with((AMENDING_LAW,)))
    )
