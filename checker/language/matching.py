"""Finding concepts where they are asked for: which sentences may name one (by sets of words), then where.

Nothing is read that no check asks about. A concept is first bounded by the sentences that hold every
word one of its phrases needs, which costs a few operations on sets whatever the length of the text;
its phrases are tried only in those of them that a check is left with, and once. So the cost grows
with the text and hardly with the phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.language.cases import cases
from checker.language.lexicon import Entry, LanguageLexicon
from checker.language.phrases import Gap, Slot
from checker.language.programs import Options, Program, Step, Words
from checker.language.text_index import Place, TextIndex, bit_set, members

Run = tuple[Step, ...]
Places = Mapping[int, list[Place]]
"""Sentence number to places (first word, word after the last)."""
_MOST_SKIPPED = 3


class Matcher:
    """Finds the concepts of a lexicon in the sentences of one language.

    ``given`` are mentions known beforehand (durations and numbers), ``sureness`` scores the word
    forms that were matched by likeness only.
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
        self.own = bit_set(set(index.sentences))
        self._concepts = {name: _Concept.given(places) for name, places in given.items()}
        self._holders: dict[frozenset[int], int] = {}

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
        if known.possible >> number & 1 and not known.read >> number & 1:
            self._read(known, 1 << number)
        return known.places.get(number, ())

    def places(
        self, program: Program, number: int, bound: Mapping[str, list[Place]] | None = None
    ) -> list[Place]:
        """Where the phrase stands in a sentence, the shortest reading of each start.

        ``bound`` gives slots that hold only here.
        """
        reading = _Reading(self, number, bound or {})
        found = [reading.places(run) for run in program.runs]
        if not all(found):
            return []
        return found[0] if len(found) == 1 else _nearest(found)

    def _concept(self, name: str) -> _Concept:
        known = self._concepts.get(name)
        if known is None:
            entry = self.lexicon.entries.get(name)
            known = self._concepts[name] = _Concept.bounded(entry, self) if entry else _Concept.given({})
        return known

    def _read(self, known: _Concept, unread: int) -> None:
        """Try the phrases of a concept in sentences not read before."""
        found: dict[int, list[Place]] = {}
        for program, holders in known.phrases:
            for number in members(holders & unread):
                _add(found, number, self.places(program, number))
        for name in known.includes:
            for number in members(self.among(name, unread)):
                _add(found, number, self.mentions(name, number))
        if found:
            self._take_out_false_friends(known, found)
        known.places.update(found)
        known.read |= unread
        known.bits |= bit_set(set(found))

    def _take_out_false_friends(self, known: _Concept, found: dict[int, list[Place]]) -> None:
        numbers = bit_set(set(found))
        for program, holders in known.not_this:
            for number in members(holders & numbers):
                barred = self.places(program, number)
                if barred and number in found:
                    found[number] = [place for place in found[number] if not _overlaps(place, barred)]
                    if not found[number]:
                        del found[number]

    def holders(self, program: Program) -> int:
        """The sentences (bits) that hold every word and may hold every slot a phrase needs."""
        bits = self.own
        for run in program.runs:
            bits &= self._holders_of_run(run)
            if not bits:
                break
        return bits

    def _holders_of_run(self, run: Run) -> int:
        bits = self.own
        for step in run:
            bits &= self._holders_of_step(step)
            if not bits:
                return 0
        return bits

    def _holders_of_step(self, step: Step) -> int:
        if isinstance(step, Words):
            if step.only >= 0:
                return self.index.holders.get(step.only, 0)
            if step.numbers not in self._holders:
                self._holders[step.numbers] = _union(
                    self.index.holders.get(number, 0) for number in step.numbers
                )
            return self._holders[step.numbers]
        if isinstance(step, Slot):
            return _union(self.possible(name) for name in step.concepts)
        if isinstance(step, Options) and not step.maybe:
            return _union(self._holders_of_run(run) for run in step.runs)
        return self.own


class _Concept:
    """What is known of one concept in one text; sets of sentences are bits.

    ``possible`` bounds the sentences that may mention it, ``read`` are those that were tried, ``bits``
    those found; phrases stand with the sentences each may stand in.
    """

    __slots__ = ("bits", "includes", "not_this", "phrases", "places", "possible", "read")

    def __init__(self, places: dict[int, list[Place]], possible: int, read: int) -> None:
        self.places = places
        self.possible = possible
        self.read = read
        self.bits = read
        self.phrases: list[tuple[Program, int]] = []
        self.not_this: list[tuple[Program, int]] = []
        self.includes: tuple[str, ...] = ()

    @classmethod
    def given(cls, places: Places) -> _Concept:
        """A concept whose mentions are known."""
        bits = bit_set(set(places))
        return cls(dict(places), bits, bits)

    @classmethod
    def bounded(cls, entry: Entry, matcher: Matcher) -> _Concept:
        """A concept of which nothing was read yet."""
        concept = cls({}, 0, 0)
        concept.phrases = _with_holders(entry.phrases, matcher)
        concept.includes = tuple(name for name in entry.includes if matcher.possible(name))
        concept.possible = _union(holders for _, holders in concept.phrases) | _union(
            matcher.possible(name) for name in concept.includes
        )
        if concept.possible:
            concept.not_this = _with_holders(entry.not_this, matcher)
        return concept


def _with_holders(programs: Iterable[Program], matcher: Matcher) -> list[tuple[Program, int]]:
    held = ((program, matcher.holders(program)) for program in programs)
    return [(program, holders) for program, holders in held if holders]


def _add(found: dict[int, list[Place]], number: int, places: Iterable[Place]) -> None:
    for place in places:
        known = found.setdefault(number, [])
        if place not in known:
            known.append(place)


def _overlaps(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _union(sets: Iterable[int]) -> int:
    bits = 0
    for one in sets:
        bits |= one
    return bits


def _nearest(found: list[list[Place]]) -> list[Place]:
    """One place for each first run, grown to hold the nearest place of every other run."""
    places = []
    for start, end in found[0]:
        low, high = start, end
        for others in found[1:]:
            other = min(others, key=lambda place: abs(place[0] - start))
            low, high = min(low, other[0]), max(high, other[1])
        if (low, high) not in places:
            places.append((low, high))
    return places


class _Reading:
    """One phrase tried in one sentence; positions are bits of integers."""

    __slots__ = ("bound", "full", "masks", "matcher", "number", "sentence", "skipped")

    def __init__(self, matcher: Matcher, number: int, bound: Mapping[str, list[Place]]) -> None:
        self.matcher = matcher
        self.number = number
        self.bound = bound
        self.sentence = matcher.index.sentences[number]
        self.masks = matcher.index.masks[number]
        self.skipped = matcher.index.skipped[number]
        self.full = (1 << len(self.sentence.forms)) - 1

    def places(self, run: Run) -> list[Place]:
        """Where the run stands, the shortest reading of each start."""
        starts = self._starts(run[0])
        if not self._ends(run, starts, first=True):
            return []  # most tries end here: one pass for all starts together
        found = []
        for start in members(starts):
            ends = self._ends(run, 1 << start, first=True) >> (start + 1)
            if ends:
                found.append((start, start + (ends & -ends).bit_length()))
        return found

    def _starts(self, step: Step) -> int:
        """The positions where a run that begins with this step may start."""
        if isinstance(step, Words):
            return self._standing(step)
        if isinstance(step, Slot):
            return _union(1 << start for name in step.concepts for start, _ in self._mentions(name))
        if isinstance(step, Options) and not step.maybe:
            return _union(self._starts(run[0]) for run in step.runs)
        return self.full

    def _ends(self, run: Run, positions: int, *, first: bool) -> int:
        """The positions after the run, for positions it may start from."""
        for step in run:
            if isinstance(step, Gap):
                positions = self._spread(positions, step.longest)
            elif isinstance(step, Options):
                positions = self._options(step, positions, first=first)
            else:
                seen = positions if first else self._past_skipped(positions)
                positions = self._word(step, seen) if isinstance(step, Words) else self._slot(step, seen)
            if not positions:
                return 0
            first = False
        return positions

    def _spread(self, positions: int, longest: int) -> int:
        for _ in range(longest):
            positions |= positions << 1
        return positions & (self.full << 1 | 1)

    def _past_skipped(self, positions: int) -> int:
        """The positions, and those after words that stand for nothing (articles, «any», «such»)."""
        for _ in range(_MOST_SKIPPED):
            passed = (positions & self.skipped) << 1
            if not passed & ~positions:
                break
            positions |= passed
        return positions

    def _options(self, step: Options, positions: int, *, first: bool) -> int:
        found = positions if step.maybe else 0
        for run in step.runs:
            found |= self._ends(run, positions, first=first)
        return found

    def _word(self, step: Words, positions: int) -> int:
        return (positions & self._standing(step)) << 1

    def _standing(self, step: Words) -> int:
        """The positions where a word is one of the step's."""
        masks = self.masks
        if step.only >= 0:
            return masks.get(step.only, 0)
        bits = 0
        for number in step.numbers:
            if number in masks:
                bits |= masks[number]
        return bits

    def _slot(self, step: Slot, positions: int) -> int:
        ends = 0
        for name in step.concepts:
            for start, end in self._mentions(name):
                if positions >> start & 1 and (not step.case or self._in_case(start, end, step.case)):
                    ends |= 1 << end
        return ends

    def _mentions(self, name: str) -> Sequence[Place]:
        if name in self.bound:
            return self.bound[name]
        return self.matcher.mentions(name, self.number)

    def _in_case(self, start: int, end: int, case: str) -> bool:
        """Russian puts the head first («органом внутренних дел»), Kazakh last («тергеу судьясының»)."""
        head = end - 1 if self.sentence.language == "kk" else start
        return case in cases(self.sentence.forms[head], self.sentence.language)
