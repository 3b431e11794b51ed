"""Which words stand where: sets of sentences and of word positions, held as the bits of integers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from msgspec import Struct

from checker.draft import Language
from checker.language.sentences import Sentence
from checker.language.words import SKIPPED
from checker.patterns import regex

Place = tuple[int, int]
_SHORT = 4096
_FILLED = regex(rb"[^\0]{1,64}")


class TextIndex(Struct):
    """The sentences of one language.

    ``terms`` gives the terms that each word form is, ``holders`` per term the sentences (bits) it stands in.
    """

    language: Language
    sentences: Mapping[int, Sentence]
    terms: Mapping[str, tuple[int, ...]]
    holders: Mapping[int, int]

    def masks(self, number: int) -> Mapping[int, int]:
        """For each term of a sentence the word positions (bits) where it stands."""
        terms = self.terms
        masks: dict[int, int] = {}
        position = 1
        for form in self.sentences[number].forms:
            for term in terms[form]:
                masks[term] = masks.get(term, 0) | position
            position <<= 1
        return masks

    def skipped(self, number: int) -> int:
        """The positions (bits) of words that stand for nothing."""
        empty = SKIPPED[self.language]
        bits = 0
        for place, form in enumerate(self.sentences[number].forms):
            if form in empty:
                bits |= 1 << place
        return bits


def index_text(
    language: Language, sentences: Mapping[int, Sentence], terms: Mapping[str, tuple[int, ...]]
) -> TextIndex:
    """Index sentences by the terms that each of their word forms is."""
    by_form: dict[str, list[int]] = defaultdict(list)
    for number, sentence in sentences.items():
        for form in set(sentence.forms):
            by_form[form].append(number)
    by_term: dict[int, list[list[int]]] = defaultdict(list)
    for form, numbers in by_form.items():
        for term in terms[form]:
            by_term[term].append(numbers)
    holders = {term: bit_set(chain.from_iterable(lists)) for term, lists in by_term.items()}
    return TextIndex(language, sentences, terms, holders)


def bit_set(numbers: Iterable[int]) -> int:
    """Small numbers as an integer that has the bit of each."""
    held = list(numbers)
    row = bytearray(max(held) // 8 + 1) if held else bytearray()
    for number in held:
        row[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(row, "little")


def members(bits: int) -> Iterator[int]:
    """The numbers in a bit set, in order; in a time that grows with its length, not with the square of it."""
    if bits.bit_length() > _SHORT:
        row = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
        for found in _FILLED.finditer(row):
            start = 8 * found.start()
            yield from (start + one for one in members(int.from_bytes(found.group(), "little")))
        return
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
