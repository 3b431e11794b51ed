"""Finding concepts where they are asked for: which sentences may name one (by sets of words), then where.

Nothing is read that no check asks about. A concept is first bounded by the sentences that hold every
word one of its phrases needs, which costs a few operations on sets whatever the length of the text;
its phrases are tried only in those of them that a check is left with, and once. So the cost grows
with the text and hardly with the phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.language.lexicon import Entry, LanguageLexicon
from checker.language.phrase_reading import PhraseReading
from checker.language.phrases import Slot
from checker.language.programs import Options, Program, Step, Words
from checker.language.text_index import Place, TextIndex, bit_set, members, union

Places = Mapping[int, list[Place]]
"""Sentence number to places (first word, word after the last)."""
_MOST_HELD = 4096
"""So many sets of words keep the sentences they stand in: in a code each takes thousands of bytes."""
_NOTHING: Mapping[str, list[Place]] = {}


class Matcher:
    """Finds the concepts of a lexicon in the sentences of one language.

    ``given`` are mentions known beforehand (durations and numbers), ``sureness`` scores the word
    forms that were matched by likeness only; ``announced`` are the concepts that the text can name at all.
    """

    def __init__(
        self,
        index: TextIndex,
        lexicon: LanguageLexicon,
        *,
        given: Mapping[str, Places],
        sureness: Mapping[str, float],
    ) -> None:
        self.index = index
        self.lexicon = lexicon
        self.sureness = sureness
        self.own = bit_set(index.sentences)
        self._concepts = {name: _Concept.given(places) for name, places in given.items()}
        self.announced = lexicon.signs.announced(index.holders, filter(given.get, given))
        self._holders: dict[tuple[int, ...], int] = {}
        self._readings: dict[int, PhraseReading] = {}

    def possible(self, concept: str) -> int:
        """The sentences (bits) beyond which the concept cannot be named."""
        return self._concept(concept).possible

    def among(self, concept: str, sentences: int) -> int:
        """Those of the sentences (bits) that mention the concept."""
        known = self._concept(concept)
        unread = sentences & known.possible & ~known.read
        if unread:
            self._read(known, unread)
        return sentences & known.bits

    def mentions(self, concept: str, number: int) -> Sequence[Place]:
        """Where a sentence mentions the concept."""
        known = self._concept(concept)
        found = known.places.get(number)
        if found is None and known.possible >> number & 1 and not known.read >> number & 1:
            self._read(known, 1 << number)
            found = known.places.get(number)
        return found or ()

    def places(
        self, program: Program, number: int, bound: Mapping[str, list[Place]] | None = None
    ) -> list[Place]:
        """Where the phrase stands in a sentence, the shortest reading of each start.

        ``bound`` gives slots that hold only here.
        """

        reading = self._readings.get(number)
        if reading is None:
            reading = self._readings[number] = PhraseReading(self.index, number, self.mentions)
        return reading.places(program, bound or _NOTHING)

    def _concept(self, name: str) -> _Concept:
        known = self._concepts.get(name)
        if known is None:
            entry = self.lexicon.entries.get(name) if name in self.announced else None
            known = self._concepts[name] = _Concept.bounded(entry, self) if entry else _NOWHERE
        return known

    def _read(self, known: _Concept, unread: int) -> None:
        """Try the phrases of a concept in sentences not read before."""
        found: dict[int, list[Place]] = {}
        for program in known.phrases:
            for number in members(self.holders(program, unread)):
                _add(found, number, self.places(program, number))
        for name in known.includes:
            for number in members(self.among(name, unread)):
                _add(found, number, self.mentions(name, number))
        if found:
            self._take_out_false_friends(known, found)
        known.places.update(found)
        known.read |= unread
        known.bits |= bit_set(found)

    def _take_out_false_friends(self, known: _Concept, found: dict[int, list[Place]]) -> None:
        numbers = bit_set(found)
        for program in known.not_this:
            for number in members(self.holders(program, numbers)):
                barred = self.places(program, number)
                if barred and number in found:
                    found[number] = [place for place in found[number] if not _overlaps(place, barred)]
                    if not found[number]:
                        del found[number]

    def holders(self, program: Program, among: int = -1) -> int:
        """Those of the sentences (bits; -1: all) that hold every word and may hold every slot of a phrase."""
        return self._holders_of(program.needed, self.own & among)

    def _holders_of(self, steps: Iterable[Step], bits: int) -> int:
        """Those of the sentences that hold what all of the steps need."""
        for step in steps:
            if isinstance(step, Words):
                bits &= self._standing(step)
            elif isinstance(step, Slot):
                bits &= union(self.possible(name) for name in step.concepts)
            elif isinstance(step, Options) and not step.maybe:
                bits = union(self._holders_of(run, bits) for run in step.runs)
            if not bits:
                return 0
        return bits

    def _standing(self, step: Words) -> int:
        """The sentences that hold one of the words."""
        if step.only >= 0:
            return self.index.holders.get(step.only, 0)
        known = self._holders.get(step.numbers)
        if known is None:
            holders = self.index.holders
            known = 0
            for number in step.numbers:
                known |= holders.get(number, 0)
            if len(self._holders) < _MOST_HELD:
                self._holders[step.numbers] = known
        return known


class _Concept:
    """What is known of one concept in one text; sets of sentences are bits.

    ``possible`` bounds the sentences that may mention it, ``read`` are those that were tried, ``bits``
    those found; phrases are those that may stand anywhere.
    """

    __slots__ = ("bits", "includes", "not_this", "phrases", "places", "possible", "read")

    def __init__(self, places: dict[int, list[Place]], possible: int, read: int) -> None:
        self.places = places
        self.possible = possible
        self.read = read
        self.bits = read
        self.phrases: list[Program] = []
        self.not_this: tuple[Program, ...] = ()
        self.includes: tuple[str, ...] = ()

    @classmethod
    def given(cls, places: Places) -> _Concept:
        """A concept whose mentions are known."""
        bits = bit_set(places)
        return cls(dict(places), bits, bits)

    @classmethod
    def bounded(cls, entry: Entry, matcher: Matcher) -> _Concept:
        """A concept of which nothing was read yet."""
        concept = cls({}, 0, 0)
        for program in entry.phrases:
            if holders := matcher.holders(program):
                concept.phrases.append(program)
                concept.possible |= holders
        concept.includes = tuple(name for name in entry.includes if matcher.possible(name))
        concept.possible |= union(matcher.possible(name) for name in concept.includes)
        concept.not_this = entry.not_this
        return concept


_NOWHERE = _Concept.given({})
"""A concept that the text does not name; nothing is ever read of it."""


def _add(found: dict[int, list[Place]], number: int, places: Iterable[Place]) -> None:
    for place in places:
        known = found.setdefault(number, [])
        if place not in known:
            known.append(place)


def _overlaps(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)
