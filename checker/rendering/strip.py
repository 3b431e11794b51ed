"""The whole law as one strip: its chapters by length, its findings at their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from checker.draft import Draft, Provision
from checker.rendering.articles import CONTAINERS
from checker.rendering.notes import Note, Place
from checker.rule import SEVERITIES, Severity

WIDTH = 1000
LANE = 13
TOP = 4
_LETTER = 6.6
_THINNEST = 4.0


class Bar(Struct, frozen=True):
    """Findings of one severity in one provision: its lane tells the severity, not only its colour."""

    severity: Severity
    x: float
    y: float
    width: float


class Stretch(Struct, frozen=True):
    """One chapter: where it stands in the strip, and how many findings of each severity it holds."""

    provision: Provision | None
    place: Place | None
    x: float
    width: float
    counts: Mapping[Severity, int]

    @property
    def held(self) -> int:
        """All findings of the chapter."""
        return sum(self.counts.values())

    @property
    def caption(self) -> str:
        """As much of the label as there is room for."""
        if self.provision is None:
            return ""
        for name in (self.provision.label, self.provision.number):
            if name and len(name) * _LETTER < self.width:
                return name
        return ""


class Strip(Struct, frozen=True):
    """The strip in units of its view box."""

    stretches: tuple[Stretch, ...]
    bars: tuple[Bar, ...]


def strip_of(draft: Draft, places: Sequence[Place], notes: Iterable[Note]) -> Strip:
    """The strip of a draft; a draft without text has an empty one."""
    sizes = [len(provision.text) + len(provision.heading) + 1 for provision in draft.provisions]
    ends = list(accumulate(sizes, initial=0))
    scale = WIDTH / (ends[-1] or 1)
    located = [note for note in notes if note.place is not None]
    edges = [*_division_starts(draft), len(sizes)]
    stretches = []
    for first, after in pairwise(edges):
        held = (note.finding.severity for note in located if first <= note.finding.provision < after)
        provision = draft.provisions[first]
        named = provision.kind in CONTAINERS
        stretches.append(
            Stretch(
                provision=provision if named else None,
                place=places[first] if named else None,
                x=round(ends[first] * scale, 1),
                width=round((ends[after] - ends[first]) * scale, 1),
                counts=_counts(held),
            )
        )
    return Strip(tuple(stretches), _bars(located, ends, scale))


def _division_starts(draft: Draft) -> list[int]:
    """Where chapters begin, or parts or other divisions where a draft has no chapters."""
    kinds = {provision.kind for provision in draft.provisions}
    kind = next((name for name in ("chapter", "part", "title", "section") if name in kinds), "")
    starts = [provision.index for provision in draft.provisions if provision.kind == kind]
    return starts if starts[:1] == [0] or not draft.provisions else [0, *starts]


def _bars(notes: Iterable[Note], ends: Sequence[int], scale: float) -> tuple[Bar, ...]:
    seats = sorted({(note.finding.provision, SEVERITIES.index(note.finding.severity)) for note in notes})
    return tuple(
        Bar(
            severity=SEVERITIES[lane],
            x=round(min(ends[index] * scale, WIDTH - _THINNEST), 1),
            y=TOP + lane * LANE,
            width=round(max((ends[index + 1] - ends[index]) * scale, _THINNEST), 1),
        )
        for index, lane in seats
    )


def _counts(severities: Iterable[Severity]) -> dict[Severity, int]:
    counted = Counter(severities)
    return {severity: counted[severity] for severity in SEVERITIES}
