"""Where a phrase stands in one sentence.

A phrase runs on all positions at once: they are the bits of an integer, so a step costs the same for
one start as for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.language.cases import cases
from checker.language.phrases import Gap, Slot
from checker.language.programs import Options, Program, Step, Words
from checker.language.text_index import Place, TextIndex, members, union

Run = tuple[Step, ...]
Mentions = Callable[[str, int], Sequence[Place]]
_MOST_SKIPPED = 3


class PhraseReading:
    """Phrases tried in one sentence; positions are bits of integers.

    ``mentions`` tells where a sentence mentions a concept.
    """

    __slots__ = ("bound", "full", "masks", "mentions", "number", "sentence", "skipped")

    def __init__(self, index: TextIndex, number: int, mentions: Mentions) -> None:
        self.mentions = mentions
        self.number = number
        self.sentence = index.sentences[number]
        self.masks = index.masks(number)
        self.skipped = index.skipped(number)
        self.full = (1 << len(self.sentence.forms)) - 1
        self.bound: Mapping[str, Sequence[Place]] = {}

    def places(self, program: Program, bound: Mapping[str, Sequence[Place]]) -> list[Place]:
        """Where the phrase stands, the shortest reading of each start; ``bound`` gives slots of its own."""
        before, self.bound = self.bound, bound
        try:
            found = []
            for run in program.runs:
                places = self._places(run)
                if not places:
                    return []
                found.append(places)
        finally:
            self.bound = before
        return found[0] if len(found) == 1 else _nearest(found)

    def _places(self, run: Run) -> list[Place]:
        """Where the run stands, the shortest reading of each start."""
        starts = self._starts(run[0])
        ends = self._ends(run, starts, first=True)
        if not ends:
            return []  # most tries end here: one pass for all starts together
        if not starts & (starts - 1):
            start = starts.bit_length() - 1
            ends >>= start + 1
            return [(start, start + (ends & -ends).bit_length())] if ends else []
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
            return union(1 << start for name in step.concepts for start, _ in self._mentions(name))
        if isinstance(step, Options) and not step.maybe:
            return union(self._starts(run[0]) for run in step.runs)
        return self.full

    def _ends(self, run: Run, positions: int, *, first: bool) -> int:
        """The positions after the run, for positions it may start from."""
        skipped = self.skipped
        for step in run:
            if isinstance(step, Gap):
                positions = self._spread(positions, step.longest)
            elif isinstance(step, Options):
                positions = self._options(step, positions, first=first)
            else:
                if not first and positions & skipped:
                    positions = self._past_skipped(positions)
                if isinstance(step, Words):
                    positions = (positions & self._standing(step)) << 1
                else:
                    positions = self._slot(step, positions)
            if not positions:
                return 0
            first = False
        return positions

    def _spread(self, positions: int, longest: int) -> int:
        """The positions and up to so many after each; each shift doubles what was reached."""
        reached = 0
        while reached < longest:
            step = min(reached + 1, longest - reached)
            positions |= positions << step
            reached += step
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

    def _standing(self, step: Words) -> int:
        """The positions where a word is one of the step's."""
        if step.only >= 0:
            return self.masks.get(step.only, 0)
        masks = self.masks
        bits = 0
        for number in step.numbers:
            if number in masks:
                bits |= masks[number]
        return bits

    def _mentions(self, name: str) -> Sequence[Place]:
        found = self.bound.get(name)
        return self.mentions(name, self.number) if found is None else found

    def _slot(self, step: Slot, positions: int) -> int:
        ends = 0
        for name in step.concepts:
            for start, end in self._mentions(name):
                if positions >> start & 1 and (not step.case or self._in_case(start, end, step.case)):
                    ends |= 1 << end
        return ends

    def _in_case(self, start: int, end: int, case: str) -> bool:
        """Russian puts the head first («органом внутренних дел»), Kazakh last («тергеу судьясының»)."""
        head = end - 1 if self.sentence.language == "kk" else start
        return case in cases(self.sentence.forms[head], self.sentence.language)


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
