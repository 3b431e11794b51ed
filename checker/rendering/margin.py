"""What stands beside a provision besides its findings: the change, drafting faults, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from checker.draft import Draft, Remark
from checker.finding import CheckedDraft
from checker.rendering.articles import articles_of
from checker.rendering.changes import ChangeView, MendedNote, SafeguardNote
from checker.rendering.drafting import FlawNote
from checker.rule import Rule


class Margin(Struct, frozen=True):
    """The notes of one provision that are no findings."""

    met: Sequence[Rule] = ()
    mended: Sequence[MendedNote] = ()
    lost: Sequence[SafeguardNote] = ()
    gained: Sequence[SafeguardNote] = ()
    flaws: Sequence[FlawNote] = ()
    remarks: Sequence[Remark] = ()

    @property
    def safeguards(self) -> tuple[SafeguardNote, ...]:
        """Those lost, then those gained."""
        return (*self.lost, *self.gained)


EMPTY = Margin()
_Note = TypeVar("_Note", MendedNote, SafeguardNote, FlawNote)


def margins_of(checked: CheckedDraft, change: ChangeView, flaws: Sequence[FlawNote]) -> Mapping[int, Margin]:
    """The margin of each provision that has one."""
    met = met_by_provision(checked)
    mended, lost = _beside(change.mended), _beside(change.lost)
    gained, faults = _beside(change.gained), _beside(flaws)
    remarks = _remarks(checked.draft)
    held = {*met, *mended, *lost, *gained, *faults, *remarks}
    return {
        index: Margin(
            met=met.get(index, ()),
            mended=mended.get(index, ()),
            lost=lost.get(index, ()),
            gained=gained.get(index, ()),
            flaws=faults.get(index, ()),
            remarks=remarks.get(index, ()),
        )
        for index in held
    }


def met_by_provision(checked: CheckedDraft) -> dict[int, list[Rule]]:
    """The rules each provision meets; where several of one article meet the same rule, the first has it."""
    rules, articles = checked.rules(), articles_of(checked.draft)
    met: dict[int, list[Rule]] = {}
    for standard in checked.standards:
        met_here = standard.provisions if standard.verdict == "met" else ()
        first = {articles[index]: index for index in reversed(met_here)}
        for index in sorted(first.values()):
            met.setdefault(index, []).append(rules[standard.rule])
    return met


def _beside(notes: Iterable[_Note]) -> dict[int, list[_Note]]:
    found: dict[int, list[_Note]] = {}
    for note in notes:
        if note.beside is not None:
            found.setdefault(note.beside, []).append(note)
    return found


def _remarks(draft: Draft) -> dict[int, list[Remark]]:
    found: dict[int, list[Remark]] = {}
    for remark in draft.remarks:
        found.setdefault(remark.provision, []).append(remark)
    return found
