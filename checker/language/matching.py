"""Finding phrases: which sentences may hold one (by sets of words), then where in them it stands.

Sets of sentences are integers used as bit sets. A phrase is tried only in sentences that hold every
word it needs, so the cost grows with the text and hardly with the number of phrases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.draft import Language
from checker.language.cases import cases
from checker.language.phrases import Choice, Gap, Part, Phrase, Sequence, Slot, Term
from checker.language.sentences import Sentence
from checker.language.words import SKIPPED

Place = tuple[int, int]
_MOST_SKIPPED = 3


@dataclass(slots=True)
class Found:
    """Mentions of one concept: sentence number to places (first word, word after the last)."""

    places: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    bits: int = 0

    def add(self, sentence: int, place: Place) -> None:
        """Note one mention."""
        if place not in self.places[sentence]:
            self.places[sentence].append(place)
        self.bits |= 1 << sentence


@dataclass(slots=True)
class TextIndex:
    """The sentences of one language, with the lexicon terms of each word."""

    language: Language
    sentences: Mapping[int, Sentence]
    terms: Mapping[str, tuple[int, ...]]
    bits: Mapping[int, int]


def index_bits(sentences: Mapping[int, Sentence], terms: Mapping[str, tuple[int, ...]]) -> dict[int, int]:
    """For each term the set of sentences it stands in."""
    holders: dict[int, set[int]] = defaultdict(set)
    for number, sentence in sentences.items():
        for form in set(sentence.forms):
            for term in terms[form]:
                holders[term].add(number)
    return {term: bit_set(numbers) for term, numbers in holders.items()}


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


class Matcher:
    """Finds phrases in the sentences of one language, given the mentions found so far."""

    def __init__(
        self, index: TextIndex, term_numbers: Mapping[Term, int], found: Mapping[str, Found]
    ) -> None:
        self.index = index
        self.term_numbers = term_numbers
        self.found = found
        self.own = bit_set(set(index.sentences))

    def find(self, phrase: Phrase) -> Iterator[tuple[int, Place]]:
        """Each sentence number and place where the phrase stands, the shortest reading of each start."""
        candidates = self.own
        for sequence in phrase.sequences:
            candidates &= self._candidates(sequence)
            if not candidates:
                return
        for number in members(candidates):
            for place in self.places(phrase, self.index.sentences[number]):
                yield number, place

    def places(
        self, phrase: Phrase, sentence: Sentence, bound: Mapping[str, list[Place]] | None = None
    ) -> list[Place]:
        """Where the phrase stands in a sentence; ``bound`` gives slots that hold only here."""
        runs = [self._runs(sequence, sentence, bound or {}) for sequence in phrase.sequences]
        if not all(runs):
            return []
        if len(runs) == 1:
            return runs[0]
        return _nearest(runs)

    def _candidates(self, sequence: Sequence) -> int:
        bits = -1
        for part in sequence.parts:
            bits &= self._holders(part)
            if not bits:
                return 0
        return bits

    def _holders(self, part: Term | Slot | Gap | Choice) -> int:
        if isinstance(part, Term):
            return self.index.bits.get(self.term_numbers.get(part, -1), 0)
        if isinstance(part, Slot):
            return _union(self.found[name].bits for name in part.concepts if name in self.found)
        if isinstance(part, Choice) and not part.maybe:
            return _union(self._candidates(option) for option in part.options)
        return -1

    def _runs(self, sequence: Sequence, sentence: Sentence, bound: Mapping[str, list[Place]]) -> list[Place]:
        reading = _Reading(self, sentence, bound)
        runs = []
        for start in reading.starts(sequence.parts[0]):
            ends = reading.ends(sequence, {start}, first=True)
            after = min((end for end in ends if end > start), default=None)
            if after is not None:
                runs.append((start, after))
        return runs


def _union(sets: Iterator[int]) -> int:
    bits = 0
    for members_ in sets:
        bits |= members_
    return bits


def _nearest(runs: list[list[Place]]) -> list[Place]:
    """One place for each first run, grown to hold the nearest run of every other sequence."""
    places = []
    for start, end in runs[0]:
        low, high = start, end
        for others in runs[1:]:
            other = min(others, key=lambda place: abs(place[0] - start))
            low, high = min(low, other[0]), max(high, other[1])
        if (low, high) not in places:
            places.append((low, high))
    return places


class _Reading:
    """One attempt to read sequences in one sentence; positions are word numbers."""

    def __init__(self, matcher: Matcher, sentence: Sentence, bound: Mapping[str, list[Place]]) -> None:
        self.matcher = matcher
        self.sentence = sentence
        self.bound = bound
        self.forms = sentence.forms
        self.length = len(sentence.forms)
        self.skipped = SKIPPED[sentence.language]

    def starts(self, part: Part) -> list[int]:
        """The positions where a sequence that begins with this part may start."""
        if isinstance(part, Term):
            return sorted(place - 1 for place in self._term(part, set(range(self.length))))
        if isinstance(part, Slot):
            return sorted({start for name in part.concepts for start, _ in self._mentions(name)})
        return list(range(self.length))

    def ends(self, sequence: Sequence, starts: set[int], *, first: bool) -> set[int]:
        """The positions after the sequence, for each position it may start from."""
        positions = starts
        for part in sequence.parts:
            if isinstance(part, Gap):
                positions = {
                    place
                    for start in positions
                    for place in range(start, min(start + part.longest, self.length) + 1)
                }
            elif isinstance(part, Choice):
                positions = self._choice(part, positions, first=first)
            else:
                seen = positions if first else self._past_skipped(positions)
                positions = self._term(part, seen) if isinstance(part, Term) else self._slot(part, seen)
            if not positions:
                return positions
            first = False
        return positions

    def _past_skipped(self, positions: set[int]) -> set[int]:
        """The positions, and those after words that stand for nothing (articles, «any», «such»)."""
        seen = set(positions)
        for position in positions:
            for place in range(position, min(position + _MOST_SKIPPED, self.length)):
                if self.forms[place] not in self.skipped:
                    break
                seen.add(place + 1)
        return seen

    def _choice(self, choice: Choice, positions: set[int], *, first: bool) -> set[int]:
        found = set(positions) if choice.maybe else set()
        for option in choice.options:
            found |= self.ends(option, positions, first=first)
        return found

    def _term(self, term: Term, positions: set[int]) -> set[int]:
        number = self.matcher.term_numbers.get(term, -1)
        terms = self.matcher.index.terms
        return {
            place + 1 for place in positions if place < self.length and number in terms[self.forms[place]]
        }

    def _slot(self, slot: Slot, positions: set[int]) -> set[int]:
        ends = set()
        for name in slot.concepts:
            for start, end in self._mentions(name):
                if start in positions and (not slot.case or self._in_case(start, end, slot.case)):
                    ends.add(end)
        return ends

    def _mentions(self, name: str) -> list[Place]:
        if name in self.bound:
            return self.bound[name]
        found = self.matcher.found.get(name)
        return found.places.get(self.sentence.number, []) if found else []

    def _in_case(self, start: int, end: int, case: str) -> bool:
        """Russian puts the head first («органом внутренних дел»), Kazakh last («тергеу судьясының»)."""
        head = end - 1 if self.sentence.language == "kk" else start
        return case in cases(self.forms[head], self.sentence.language)
