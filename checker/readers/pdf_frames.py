"""Tables of a printed page as frames of cells, from their ruling lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from checker.readers.pdf_rules import Rule, Rules

_SAME = 3.0  # points; lines drawn so near each other are one
_FEWEST_LINES = 3  # a table of two columns has three lines down


class Frame(Struct, frozen=True):
    """One cell: the columns that it spans, its box in points, and whether it goes on from the row above."""

    column: int
    span: int
    left: float
    right: float
    bottom: float
    top: float
    continued: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the cell."""
        return self.left <= x < self.right and self.bottom <= y < self.top


class Table(Struct, frozen=True):
    """The rows of cells of one table, from top to bottom."""

    rows: tuple[tuple[Frame, ...], ...]

    @property
    def top(self) -> float:
        """Its upper edge in points."""
        return self.rows[0][0].top

    @property
    def bottom(self) -> float:
        """Its lower edge in points."""
        return self.rows[-1][0].bottom


def tables_of(rules: Rules) -> list[Table]:
    """The tables of a page; lines that enclose no cells, as under a heading, make none."""
    levels = sorted(_clustered(rule.place for rule in rules.across), reverse=True)
    found: list[Table] = []
    rows: list[tuple[float, float]] = []
    for top, bottom in pairwise(levels):
        if len(_standing(rules.down, top, bottom)) > 1:
            rows.append((top, bottom))
        else:
            found.extend(_table(rules, rows))
            rows = []
    found.extend(_table(rules, rows))
    return found


def _table(rules: Rules, rows: Sequence[tuple[float, float]]) -> list[Table]:
    if not rows:
        return []
    down = {place for top, bottom in rows for place in _standing(rules.down, top, bottom)}
    edges = sorted(_clustered(down))
    if len(edges) < _FEWEST_LINES:
        return []
    return [
        Table(tuple(_row(rules, edges, top, bottom, first=(top, bottom) == rows[0]) for top, bottom in rows))
    ]


def _row(
    rules: Rules, edges: Sequence[float], top: float, bottom: float, *, first: bool
) -> tuple[Frame, ...]:
    middle = (top + bottom) / 2
    standing = [rule for rule in rules.down if rule.crosses(middle)]
    frames = []
    start = 0
    for column in range(1, len(edges)):
        inner = column < len(edges) - 1
        if inner and not any(abs(rule.place - edges[column]) <= _SAME for rule in standing):
            continue
        left, right = edges[start], edges[column]
        above = any(
            abs(rule.place - top) <= _SAME and rule.crosses((left + right) / 2) for rule in rules.across
        )
        frames.append(Frame(start, column - start, left, right, bottom, top, continued=not (above or first)))
        start = column
    return tuple(frames)


def _standing(down: Iterable[Rule], top: float, bottom: float) -> list[float]:
    middle = (top + bottom) / 2
    return _clustered(rule.place for rule in down if rule.crosses(middle))


def _clustered(places: Iterable[float]) -> list[float]:
    """The places, those that differ by the width of a line as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found
