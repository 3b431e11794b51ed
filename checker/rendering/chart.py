"""Findings by subject and severity as bars: shape and pattern tell the severity, not only the colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from checker.rendering.overview import Group
from checker.rule import Severity

WIDTH = 240


class Piece(Struct, frozen=True):
    """The part of a bar that one severity takes, in units of the view box."""

    severity: Severity
    x: float
    width: float


class ChartRow(Struct, frozen=True):
    """One subject: its figures, and its bar beside the longest of all."""

    group: Group
    counts: Mapping[Severity, int]
    pieces: tuple[Piece, ...]


def chart_rows(groups: Sequence[Group]) -> tuple[ChartRow, ...]:
    """The subjects that have findings, those with the most first."""
    held = [(group, group.counts) for group in groups]
    most = max((sum(counts.values()) for _, counts in held), default=0)
    rows = [
        ChartRow(group, counts, _pieces(counts, WIDTH / most))
        for group, counts in held
        if sum(counts.values())
    ]
    return tuple(sorted(rows, key=lambda row: -sum(row.counts.values())))


def _pieces(counts: Mapping[Severity, int], scale: float) -> tuple[Piece, ...]:
    pieces, x = [], 0.0
    for severity, count in counts.items():
        if count:
            pieces.append(Piece(severity, round(x, 1), round(count * scale, 1)))
            x += count * scale
    return tuple(pieces)
