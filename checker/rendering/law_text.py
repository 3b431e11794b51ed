"""The whole law, one row per provision: its text cut at its findings, its notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.draft import Draft, Provision
from checker.finding import CheckedDraft
from checker.rendering.annotate import Segment, Span, cut
from checker.rendering.notes import Note, Place
from checker.rule import SEVERITIES, Rule

CONTAINERS = frozenset({"book", "part", "title", "chapter", "subchapter", "division", "section", "schedule"})
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One provision; ``level`` is that of its heading in the page (0: no heading of its own)."""

    provision: Provision
    anchor: str
    label: str
    level: int
    depth: int
    segments: tuple[Segment, ...]
    notes: Sequence[Note]
    met: Sequence[Rule]

    @property
    def noted(self) -> bool:
        """Whether anything stands beside the text."""
        return bool(self.notes or self.met)

    @property
    def container(self) -> bool:
        """Whether the provision is a division that holds articles."""
        return self.provision.kind in CONTAINERS


def law_rows(
    draft: Draft,
    places: Sequence[Place],
    notes: Mapping[int, Sequence[Note]],
    met: Mapping[int, Sequence[Rule]],
) -> Iterator[Row]:
    """The rows in reading order, made one by one: a code has more than ten thousand."""
    depths: list[int] = []
    level = 2
    for provision in draft.provisions:
        depths.append(_depth(provision, draft, depths))
        own = notes.get(provision.index, ())
        wanted = _heading_level(provision)
        level = min(wanted, level + 1) if wanted else level
        yield Row(
            provision=provision,
            anchor=places[provision.index].anchor,
            label=places[provision.index].label if provision.label else "",
            level=level if wanted else 0,
            depth=depths[-1],
            segments=_segments(provision, own),
            notes=own,
            met=met.get(provision.index, ()),
        )


def met_by_provision(checked: CheckedDraft) -> dict[int, list[Rule]]:
    """The rules each provision meets."""
    rules = checked.rules()
    met: dict[int, list[Rule]] = {}
    for standard in checked.standards:
        for index in standard.provisions if standard.verdict == "met" else ():
            met.setdefault(index, []).append(rules[standard.rule])
    return met


def _segments(provision: Provision, notes: Sequence[Note]) -> tuple[Segment, ...]:
    """The text cut at its findings; over the same words the gravest mark comes last, on top."""
    marked = {note.number: note for note in notes if note.words}
    if not marked:
        return ()
    lightest_first = {number: -SEVERITIES.index(note.finding.severity) for number, note in marked.items()}
    spans = [Span(number, note.finding.start, note.finding.end) for number, note in marked.items()]
    return tuple(
        replace(part, numbers=tuple(sorted(part.numbers, key=lightest_first.__getitem__)))
        for part in cut(provision.text, spans)
    )


def _heading_level(provision: Provision) -> int:
    if provision.kind in CONTAINERS:
        return 3
    return 4 if provision.kind == "article" else 0


def _depth(provision: Provision, draft: Draft, depths: Sequence[int]) -> int:
    """Steps below the article; what stands directly in an article or a division is not indented."""
    if provision.parent is None or _heading_level(provision):
        return 0
    parent = draft.provisions[provision.parent]
    return 0 if _heading_level(parent) else min(_DEEPEST, depths[parent.index] + 1)
