"""Cuts a provision's text at the edges of the findings that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text that carry a mark: code points, half open, and the number of the mark."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks.

    ``numbers`` are the marks over it; ``opens`` and ``closes`` those that begin at its first and
    end at its last character, so that a reader of the page meets every edge exactly once.
    """

    text: str
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def cut(text: str, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """The text as segments whose texts joined give ``text`` again, whatever the spans.

    Spans may overlap, nest or coincide: a segment then carries several numbers. A span without
    words marks nothing and is left to its note.
    """
    inside = [clipped for span in spans if (clipped := _clip(span, len(text))) is not None]
    edges = sorted({0, len(text), *(s.start for s in inside), *(s.end for s in inside)})
    return tuple(
        Segment(
            text=text[start:end],
            numbers=tuple(sorted(s.number for s in inside if s.start <= start and end <= s.end)),
            opens=tuple(sorted(s.number for s in inside if s.start == start)),
            closes=tuple(sorted(s.number for s in inside if s.end == end)),
        )
        for start, end in pairwise(edges)
    )


def _clip(span: Span, length: int) -> Span | None:
    start, end = max(0, span.start), min(length, span.end)
    return Span(span.number, start, end) if start < end else None
