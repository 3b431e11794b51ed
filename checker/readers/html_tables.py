"""Tables of a page: those that hold figures or comparisons, and those that only place text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from checker.readers.markup import local_name

_MARKER = re.compile(
    r"^\s*(?:\(?[0-9]{1,3}[a-z]?[).]|\(?[ivxlIVXL]{1,5}[).]|\(?[^\W\d]{1,2}[).]|[—–•·-])\s*$"
)


@dataclass(frozen=True, slots=True)
class Row:
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
