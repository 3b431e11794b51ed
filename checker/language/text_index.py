"""Which words stand where: sets of sentences and of word positions, held as the bits of integers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from checker.draft import Language
from checker.language.sentences import Sentence
from checker.language.words import SKIPPED

Place = tuple[int, int]


@dataclass(slots=True)
class TextIndex:
    """The sentences of one language.

    ``masks`` gives per sentence and term the word positions (bits) where it stands, ``skipped`` the
    positions of words that stand for nothing, ``holders`` per term the sentences (bits) it stands in.
    """

    language: Language
    sentences: Mapping[int, Sentence]
    masks: Mapping[int, Mapping[int, int]]
    skipped: Mapping[int, int]
    holders: Mapping[int, int]


def index_text(
    language: Language, sentences: Mapping[int, Sentence], terms: Mapping[str, tuple[int, ...]]
) -> TextIndex:
    """Index sentences by the terms that each of their word forms is."""
    masks: dict[int, dict[int, int]] = {}
    skipped: dict[int, int] = {}
    holders: dict[int, set[int]] = defaultdict(set)
    empty = SKIPPED[language]
    for number, sentence in sentences.items():
        own: dict[int, int] = {}
        passed = 0
        for place, form in enumerate(sentence.forms):
            for term in terms[form]:
                own[term] = own.get(term, 0) | 1 << place
            if form in empty:
                passed |= 1 << place
        masks[number], skipped[number] = own, passed
        for term in own:
            holders[term].add(number)
    return TextIndex(
        language, sentences, masks, skipped, {term: bit_set(numbers) for term, numbers in holders.items()}
    )


def bit_set(numbers: set[int]) -> int:
    """A set of small numbers as an integer."""
    row = bytearray(max(numbers) // 8 + 1) if numbers else bytearray()
    for number in numbers:
        row[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(row, "little")


def members(bits: int) -> Iterator[int]:
    """The numbers in a bit set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def union(sets: Iterable[int]) -> int:
    """All numbers of several bit sets."""
    bits = 0
    for one in sets:
        bits |= one
    return bits


def first_members(bits: int, most: int) -> int:
    """The lowest numbers of a bit set, so many at most, as a bit set."""
    kept = 0
    for number in islice(members(bits), most):
        kept |= 1 << number
    return kept
