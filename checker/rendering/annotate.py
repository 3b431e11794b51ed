"""Cuts a provision's text at the edges of the findings and of the edits that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct


class Span(Struct, frozen=True):
    """Words of a text that carry a mark: code points, half open, and the number of the mark."""

    number: int
    start: int
    end: int


class Stroke(Struct, frozen=True):
    """An edit: what stands from ``start`` to ``end`` is new, and ``struck`` stood in its place.

    Code points of the new text, half open; empty where words were only taken out.
    """

    start: int
    end: int
    struck: str = ""


class Segment(Struct, frozen=True):
    """A stretch of text under the same marks.

    ``numbers`` are the marks over it; ``opens`` and ``closes`` those that begin at its first and
    end at its last character, so that a reader of the page meets every edge exactly once. ``struck`` are
    the words that were taken out right before it, and ``added`` says that its own words are new.
    """

    text: str
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    struck: str = ""
    added: bool = False


def cut(text: str, spans: Sequence[Span], strokes: Sequence[Stroke] = ()) -> tuple[Segment, ...]:
    """The text as segments whose texts joined give ``text`` again, whatever the spans and strokes.

    Spans may overlap, nest or coincide: a segment then carries several numbers. A span without
    words marks nothing and is left to its note. Words struck at the very end stand before an empty segment.
    """
    inside = [clipped for span in spans if (clipped := _clip(span, len(text))) is not None]
    edited = {place for stroke in strokes for place in (stroke.start, stroke.end) if place < len(text)}
    edges = sorted({0, len(text), *(s.start for s in inside), *(s.end for s in inside), *edited})
    struck = {stroke.start: stroke.struck for stroke in strokes if stroke.struck}
    segments = [
        Segment(
            text=text[start:end],
            numbers=tuple(sorted(s.number for s in inside if s.start <= start and end <= s.end)),
            opens=tuple(sorted(s.number for s in inside if s.start == start)),
            closes=tuple(sorted(s.number for s in inside if s.end == end)),
            struck=struck.get(start, ""),
            added=any(stroke.start <= start and end <= stroke.end for stroke in strokes),
        )
        for start, end in pairwise(edges)
    ]
    if last := struck.get(len(text), ""):
        segments.append(Segment("", struck=last))
    return tuple(segments)


def _clip(span: Span, length: int) -> Span | None:
    start, end = max(0, span.start), min(length, span.end)
    return Span(span.number, start, end) if start < end else None
