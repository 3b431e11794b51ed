"""Tables of a page: those that hold figures or comparisons, and those that only place text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lxml import etree
from msgspec import Struct

from checker.language.figures import whole
from checker.patterns import regex
from checker.readers import grids
from checker.readers.characters import one_line
from checker.readers.html_main import shown_text
from checker.readers.markup import local_name

_WIDEST = 64  # columns
_HIGHEST = 10_000  # rows that a cell may reach down

_MARKER = regex(r"^\s*(?:\(?[0-9]{1,3}[a-z]?[).]|\(?[ivxlIVXL]{1,5}[).]|\(?[^\W\d]{1,2}[).]|[—–•·-])\s*$")


class Row(Struct, frozen=True):
    """One row of a table, numbered from 1, with its cells in order."""

    number: int
    cells: tuple[etree._Element, ...]


def rows_of(table: etree._Element) -> list[Row]:
    """The rows of the table itself, not those of tables inside its cells."""
    rows = []
    for child in table:
        if local_name(child) == "tr":
            rows.append(child)
        elif local_name(child) in ("thead", "tbody", "tfoot"):
            rows.extend(node for node in child if local_name(node) == "tr")
    return [
        Row(number, tuple(cell for cell in row if local_name(cell) in ("td", "th")))
        for number, row in enumerate(rows, 1)
    ]


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether the table only places text on the page: one column, or a frame of a few large cells."""
    filled = [cell for row in rows for cell in row.cells if "".join(map(str, cell.itertext())).strip()]
    if all(len(row.cells) < 2 for row in rows) or len(filled) < 2:
        return True
    holds_page = any(len(cell.findall(".//p")) + len(cell.findall(".//table")) > 40 for cell in filled)
    return holds_page and len(rows) <= 3


def marker_and_text(row: Row) -> tuple[str, etree._Element] | None:
    """The number and the text cell of a row that is a list item laid out as a table («(a) | text»)."""
    filled = [(cell, "".join(map(str, cell.itertext()))) for cell in row.cells]
    filled = [(cell, text) for cell, text in filled if text.strip()]
    if len(filled) != 2 or not _MARKER.match(filled[0][1]):
        return None
    return filled[0][1].strip(), filled[1][0]


def grid_of(table: etree._Element, where: str, read: Callable[[etree._Element, str], None]) -> grids.Grid:
    """The table as a grid, a caption as its first row; ``read`` places what a cell holds."""
    rows = rows_of(table)
    down: dict[int, int] = {}
    made = [grids.Row(f"{where}, row {row.number}", tuple(_cells(row, where, down, read))) for row in rows]
    width = max((row.width for row in made), default=0)
    for caption in table.iterchildren("caption"):
        text = one_line(shown_text(caption))
        cell = grids.Cell(0, width, text, partial(read, caption, f"{where}, caption"))
        made.insert(0, grids.Row(f"{where}, caption", (cell,)))
    return grids.Grid(where, made)


def _cells(
    row: Row, where: str, down: dict[int, int], read: Callable[[etree._Element, str], None]
) -> Iterator[grids.Cell]:
    """The cells of a row; ``down`` counts, by column, the rows that cells above still reach into."""
    column = 0
    for number, node in enumerate(row.cells, 1):
        while down.get(column, 0) > 0:
            yield _rest(column, down)
            column += 1
        span = _number(node.get("colspan"), _WIDEST)
        place = f"{where}, row {row.number}, column {number}"
        picture = node.find(".//img") is not None
        yield grids.Cell(
            column, span, one_line(shown_text(node)), partial(read, node, place), picture=picture
        )
        below = _number(node.get("rowspan"), _HIGHEST) - 1
        down.update(dict.fromkeys(range(column, column + span), below))
        column += span
    for rest in sorted(one for one, rows in down.items() if rows > 0 and one >= column):
        yield _rest(rest, down)


def _rest(column: int, down: dict[int, int]) -> grids.Cell:
    """The place of a cell that began in a row above."""
    down[column] -= 1
    return grids.Cell(column, 1, "", _nothing, continued=True)


def _nothing() -> None:
    """A merged cell is read in its first row."""


def _number(text: str | None, most: int) -> int:
    return min(max(whole(text, 1), 1), most)
