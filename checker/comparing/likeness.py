"""How alike texts are, and which of many are worth comparing.

Two texts are compared letter by letter (rapidfuzz' normalised indel similarity) only where they share a
word that few texts have, so that the cost grows with the number of texts and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz

from checker.language.words import words_of

_RAREST = 8
"""So many of its rarest words are asked who shares them."""
_COMMON = 40
"""A word that stands in more texts than this tells none of them apart."""
_MOST_CANDIDATES = 6
_PART = 20
"""Code points; shorter texts are parts of anything."""
LONGEST = 4000
"""Code points of a text that are compared: longer ones are told apart by their beginnings."""


def plain(text: str) -> str:
    """The words of a text, folded, without punctuation."""
    return " ".join(word.form for word in words_of(text))


def likeness(one: str, other: str) -> float:
    """How alike two plain texts are, 0 to 1; the same both ways round."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    first, second = sorted((one[:LONGEST], other[:LONGEST]))
    return fuzz.ratio(first, second) / 100


def part_likeness(one: str, other: str) -> float:
    """How surely the shorter of two plain texts is a part of the longer; never as sure as a whole."""
    if min(len(one), len(other)) < _PART or one == other:
        return 0.0
    return 0.9 * fuzz.partial_ratio(one[:LONGEST], other[:LONGEST]) / 100


def alike(
    before: Mapping[int, str], after: Mapping[int, str], least: float
) -> Iterator[tuple[float, int, int]]:
    """Likeness and keys of texts (plain) that are at least so much alike, of those sharing rare words."""
    for one, other in _worth_comparing(before, after):
        shorter, longer = sorted((len(before[one]), len(after[other])))
        if 2 * shorter < least * (shorter + longer) and longer <= LONGEST:
            continue  # the lengths alone keep them below it
        found = likeness(before[one], after[other])
        if found >= least:
            yield found, one, other


def _worth_comparing(before: Mapping[int, str], after: Mapping[int, str]) -> list[tuple[int, int]]:
    words_before = {key: set(text.split()) for key, text in before.items()}
    words_after = {key: set(text.split()) for key, text in after.items()}
    pairs = set(_sharing(words_before, words_after))
    pairs |= {(one, other) for other, one in _sharing(words_after, words_before)}
    return sorted(pairs)


def _sharing(asking: Mapping[int, set[str]], asked: Mapping[int, set[str]]) -> Iterator[tuple[int, int]]:
    holders = _holders(asked)
    for key, words in asking.items():
        shared = sorted((word for word in words if word in holders), key=lambda one: (len(holders[one]), one))
        votes: Counter[int] = Counter()
        for word in shared[:_RAREST]:
            if len(holders[word]) <= _COMMON:
                votes.update(holders[word])
        for other in sorted(votes, key=lambda one: (-votes[one], abs(one - key)))[:_MOST_CANDIDATES]:
            yield key, other


def _holders(texts: Mapping[int, Iterable[str]]) -> Mapping[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for key, words in texts.items():
        for word in words:
            holders[word].append(key)
    return holders
