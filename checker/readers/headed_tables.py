"""Finds the headings of a comparative table in its first rows."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.readers.grids import Grid, Row
from checker.readers.table_headings import Columns, columns_of

_FIRST_ROWS = 6  # titles and notes may stand above the headings, in the table itself
_SPACES = 30  # characters by which line breaks and signs may lengthen a heading row printed again
_WIDEST = 24  # columns; a comparative table has three to eight
_DEEPEST = 3  # rows that the headings are spread over, where cells are merged


class Headed(Struct, frozen=True):
    """A comparative table with its headings found: rows above them, the heading rows, the rows below."""

    columns: Columns
    above: tuple[Row, ...]
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]


def headed(grid: Grid, last: Columns | None) -> Headed | None:
    """The table with its headings; a table without any goes on with the columns of the ``last`` one.

    None for a table that compares nothing.
    """
    width = grid.width
    if not 2 <= width <= _WIDEST:
        return None
    rows = tuple(grid.rows)
    # A single row is tried first: with a title above it, two rows would read as headings too.
    for depth in range(1, _DEEPEST + 1):
        for start in range(min(_FIRST_ROWS, len(rows))):
            heads = rows[start : start + depth]
            if len(heads[0].filled()) < 2:
                continue  # a title over the whole table
            columns = columns_of(_headings(heads, width)) if len(heads) == depth else None
            if columns is not None and _apart(heads, columns):
                deep = _with_second_row(rows, start + depth, columns)
                end = start + depth + deep
                return Headed(columns, rows[:start], rows[start:end], rows[end:])
    if last is not None and width == last.count:
        return Headed(last, (), (), rows)
    return None


def pictured(grid: Grid) -> bool:
    """Whether the headings of the table are pictures, so that no program can tell its columns."""
    first = grid.rows[0] if grid.rows else None
    return (
        first is not None
        and len(first.cells) > 1
        and not first.text
        and sum(cell.picture for cell in first.cells) > 1
    )


def repeats(row: Row, heads: Sequence[Row]) -> bool:
    """Whether the row is one of the heading rows again, as print sets them on every page."""
    text = row.text
    near = [head.text for head in heads if abs(len(head.text) - len(text)) <= _SPACES]
    return bool(near and text) and any(_letters(text) == _letters(head) for head in near)


def counts_columns(row: Row) -> bool:
    """Whether the row only numbers the columns (1, 2, 3, 4)."""
    texts = [cell.text.strip(" .") for cell in row.filled()]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _headings(heads: Sequence[Row], width: int) -> list[str]:
    """What stands over each column, through all heading rows."""
    found = []
    for column in range(width):
        cells = (row.cell(column) for row in heads)
        found.append(" ".join(cell.text for cell in cells if cell is not None and cell.text))
    return found


def _apart(heads: Sequence[Row], columns: Columns) -> bool:
    """Whether the two wordings have a cell each: a title over all columns is no heading."""
    return any(
        len({id(row.cell(column)) for column in columns.wordings}) == len(columns.wordings)
        and sum(bool(cell.text) for cell in row.cells) > 1
        for row in heads
    )


def _with_second_row(rows: Sequence[Row], start: int, columns: Columns) -> int:
    """1 where the row below the headings only goes on with merged heading cells."""
    if start >= len(rows):
        return 0
    return int(bool(rows[start].cells) and not rows[start].text)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
