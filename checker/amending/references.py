"""References to provisions: units with their numbers, from the outermost to the innermost."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec import Struct

from checker.amending.instruction import Step
from checker.amending.numbers import NumberReader, Word
from checker.amending.places import Steps, rank
from checker.patterns import regex

_LABEL = regex(r"[\w-]{1,4}\)?")
_LABELLED = ("part", "schedule", "article", "paragraph", "point", "subpoint", "indent")
_MOST_ROUTES = 400

_Unit = tuple[list[Steps], int, str]
"""The steps of a unit, the place behind it, and what its ending says."""


class Reference(Struct, frozen=True):
    """Provisions named together. ``role`` is what the sentence does with them; ``routes`` their steps."""

    role: str
    routes: tuple[Steps, ...]
    stop: int


class ReferenceReader(NumberReader):
    """Reads references in the words of one instruction."""

    def read(self, place: int) -> Reference | None:
        """The reference that opens at ``place``, with its preposition."""
        role, start = "", place
        if self._is(place, "preposition"):
            meaning = self.words[place].meaning
            role, start = meaning.name if meaning else "", self._past_fillers(place + 1)
        head = self._unit(start)
        if head is None:
            return None
        groups, stop, case = [head[0]], head[1], head[2]
        while (following := self._chained(stop, case, groups[-1])) is not None:
            group, stop, case = following
            groups.append(group)
        if self.forms.inner_first:
            case = head[2]
            groups.reverse()
        elif self._is(stop, "preposition"):
            meaning = self.words[stop].meaning
            role, stop = meaning.name if meaning else "", stop + 1
        return Reference(role or case or "what", _routes(groups), stop)

    def _chained(self, place: int, case: str, head: list[Steps]) -> _Unit | None:
        start = self._past_fillers(place)
        if self.forms.inner_first:
            return self._outer(start, head)
        found = self._unit(start)
        if found is None or not _may_hold(head[0][-1], found[0][0][0]):
            return None
        if case != "of" and (case or start > place or found[2] == "with"):
            return None
        return found

    def _outer(self, place: int, head: list[Steps]) -> _Unit | None:
        """The unit that holds the one before («части второй» in «пункт 3 части второй»)."""
        if self._is(place, "chain", "range"):
            holder = self._unit(self._past_fillers(place + 1))
            if holder is None or rank(holder[0][0][0]) == rank(head[0][0]):
                return None
            return None if _is_following(holder[0][0][-1]) else holder
        if self.forms.numbers == "after":
            return None
        found = self._unit(place)
        if found is None or found[2] == "with" or rank(found[0][0][0]) >= rank(head[0][0]):
            return None
        return found

    def _unit(self, place: int) -> _Unit | None:
        """The steps of a unit with its numbers, where it stops, and its case."""
        numbers, stop = self._numbers(place, before=True)
        if numbers and self._is_dash(stop):  # «14-бап»
            stop += 1
        if not self._is(stop, "unit"):
            return None
        word = self.words[stop]
        unit, in_front = self._unit_name(word)
        last = word.token.form.rpartition(" ")[2]
        case = self.forms.vocabulary.case(last)
        stop += 1
        glued: Steps = ()
        if not numbers and self.forms.numbers != "before":
            numbers, after = self._numbers(stop, before=False, unit=unit)
            if numbers:
                stop = after
            unit = self._numbered_unit(unit, stop) if numbers else unit
            glued, stop = self._glued(stop, unit)
        label = self._label(stop, unit) if not numbers and self._takes_label(unit) else None
        if label:
            numbers, stop = label
        steps = [(_step(unit, number), *glued) for number in numbers or [("", "")]]
        if in_front:
            steps = [(*way[:-1], Step("chapeau")) for way in steps]
        return steps, stop, case

    def _unit_name(self, word: Word) -> tuple[str, bool]:
        """The unit; True for «words preceding paragraph …», the words in front of a unit."""
        unit = word.meaning.name if word.meaning else ""
        if unit == "part" and self.forms.numbers == "after" and not word.token.capital:
            return "paragraph", False  # «part two of Article 14»: divisions are printed «Part»
        first, _, last = word.token.form.rpartition(" ")
        inner = self.forms.vocabulary.meaning([last], 0) if unit == "chapeau" and first else None
        return (inner[0].name, True) if inner and inner[0].kind == "unit" else (unit, False)

    def _numbered_unit(self, unit: str, stop: int) -> str:
        """The unit by its number: «subsection 8(1)» opens with a section, «clause (b)» is a point."""
        bare = self._is_bare(stop - 1)
        if unit == "paragraph" and bare and self._is_glued(stop):
            return "article"
        if unit == "point" and bare and self._is_glued(stop):  # «Paragraph 9(2)(b)»
            return "article"
        is_letter = self.forms.numbers == "after" and self._is_number(stop - 1) and not bare
        return "point" if unit == "article" and is_letter else unit

    def _glued(self, place: int, unit: str) -> tuple[Steps, int]:
        """The inner numbers printed without space: «section 4(2)(a)»."""
        inner = {
            "article": ("paragraph", "point", "subpoint"),
            "paragraph": ("point", "subpoint"),
            "point": ("subpoint",),
        }
        steps = []
        for deeper in inner.get(unit, ()):
            if not self._is_glued(place):
                break
            steps.append(_step(deeper, (self.words[place].token.form, "")))
            place += 1
        return tuple(steps), place

    def _takes_label(self, unit: str) -> bool:
        return unit == "definition" or (unit in _LABELLED and self.forms.numbers != "before")

    def _label(self, place: int, unit: str) -> tuple[list[tuple[str, str]], int] | None:
        """Letters in quotation marks («подпункт "а"»), or the term that a definition explains."""
        labels: list[tuple[str, str]] = []
        start = place + 1 if unit == "definition" and self._is(place, "chain") else place
        while start < len(self.words) and self.words[start].token.kind == "quotation":
            form = self.words[start].token.form
            if unit != "definition" and not _LABEL.fullmatch(form):
                break
            labels.append((form.strip(")"), ""))
            place = start + 1
            start = place + 1 if self._is(place, "link") or self._is_mark(place, ",") else place
        return (labels, place) if labels else None


def _may_hold(holder: Step, step: Step) -> bool:
    return rank(step) > rank(holder) or holder.unit == "schedule"


def _is_following(step: Step) -> bool:
    """«of the following paragraph» holds nothing: it is what comes in."""
    return not step.number and step.unit in ("article", "paragraph", "point", "subpoint")


def _step(unit: str, number: tuple[str, str]) -> Step:
    return Step(unit, number[0], number[1])  # type: ignore[arg-type]


def _routes(groups: Sequence[list[Steps]]) -> tuple[Steps, ...]:
    """Every way through the steps of the units: «пункт в) статей 176 и 177» are two places."""
    ways = itertools.islice(itertools.product(*groups), _MOST_ROUTES)
    return tuple(tuple(step for steps in way for step in steps) for way in ways)
