"""The whole law, one row per provision: its text cut at its findings and edits, its notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.draft import Draft, Provision
from checker.rendering.annotate import Segment, Span, Stroke, cut
from checker.rendering.articles import CONTAINERS
from checker.rendering.differences import strokes_between
from checker.rendering.edits import NO_EDITS, Edits
from checker.rendering.margin import EMPTY, Margin
from checker.rendering.notes import Note, Place
from checker.rule import SEVERITIES

_DEEPEST = 3


class Row(Struct, frozen=True):
    """One provision; ``level`` is that of its heading in the page (0: no heading of its own).

    ``segments`` are empty where nothing marks the text. ``fate`` is what became of a provision that the
    former wording does not have («new»), or the draft no longer («gone», with all its words struck), and
    ``moved`` the label it had before.
    """

    provision: Provision
    anchor: str
    label: str
    level: int
    depth: int
    segments: tuple[Segment, ...]
    title: tuple[Segment, ...] = ()
    notes: Sequence[Note] = ()
    margin: Margin = EMPTY
    fate: str = ""
    moved: str = ""

    @property
    def noted(self) -> bool:
        """Whether anything stands beside the text."""
        return bool(self.notes or self.fate or self.moved) or self.margin is not EMPTY

    @property
    def container(self) -> bool:
        """Whether the provision is a division that holds articles."""
        return self.provision.kind in CONTAINERS


def law_rows(
    draft: Draft,
    places: Sequence[Place],
    notes: Mapping[int, Sequence[Note]],
    margins: Mapping[int, Margin],
    edits: Edits = NO_EDITS,
) -> Iterator[Row]:
    """The rows in reading order, made one by one: a code has more than ten thousand.

    Provisions that the draft drops stand where they stood.
    """
    yield from _gone_rows(edits, -1)
    depths: list[int] = []
    level = 2
    for provision in draft.provisions:
        index = provision.index
        depths.append(_depth(provision, draft, depths))
        wanted = _heading_level(provision)
        level = min(wanted, level + 1) if wanted else level
        own = notes.get(index, ())
        yield Row(
            provision=provision,
            anchor=places[index].anchor,
            label=places[index].short if provision.label else "",
            level=level if wanted else 0,
            depth=depths[-1],
            segments=_segments(provision, own, edits),
            title=_title(provision, edits),
            notes=own,
            margin=margins.get(index, EMPTY),
            fate="new" if index in edits.new else "",
            moved=edits.moved[index].label if index in edits.moved else "",
        )
        yield from _gone_rows(edits, index)


def _gone_rows(edits: Edits, after: int) -> Iterator[Row]:
    for provision in edits.gone.get(after, ()):
        struck = (Segment("", struck=provision.text),) if provision.text else ()
        yield Row(provision, f"gone-{provision.index}", provision.label, 0, 0, struck, fate="gone")


def _segments(provision: Provision, notes: Sequence[Note], edits: Edits) -> tuple[Segment, ...]:
    """The text cut at its findings and edits; over the same words the gravest mark comes last, on top."""
    marked = {note.number: note for note in notes if note.words}
    former = edits.former.get(provision.index)
    strokes: tuple[Stroke, ...] = ()
    if former is not None and former.text != provision.text:
        strokes = strokes_between(former.text, provision.text)
    if not marked and not strokes:
        return ()
    lightest_first = {number: -SEVERITIES.index(note.finding.severity) for number, note in marked.items()}
    spans = [Span(number, note.finding.start, note.finding.end) for number, note in marked.items()]
    return tuple(
        replace(part, numbers=tuple(sorted(part.numbers, key=lightest_first.__getitem__)))
        for part in cut(provision.text, spans, strokes)
    )


def _title(provision: Provision, edits: Edits) -> tuple[Segment, ...]:
    former = edits.former.get(provision.index)
    if former is None or former.heading == provision.heading:
        return ()
    return cut(provision.heading, (), strokes_between(former.heading, provision.heading))


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
