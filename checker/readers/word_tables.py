"""Tables of a DOCX file as grids, with what is merged across columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from checker.language.figures import whole
from checker.readers.characters import one_line
from checker.readers.grids import Cell, Grid, Row
from checker.readers.markup import local_name
from checker.readers.word_package import value, w

#: Wrappers that say nothing of the paragraphs, rows or cells inside them.
TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "AlternateContent", "Choice"}
)
_PICTURES = (w("drawing"), w("pict"), w("object"))
_WIDEST = 64  # columns; Word allows no more


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for node in parent:
        if local_name(node) == name:
            yield node
        elif local_name(node) in TRANSPARENT:
            yield from children(node, name)


def all_text(node: etree._Element) -> str:
    """All words in and below the element, whatever holds them."""
    found = []
    for part in node.iter(w("t"), w("p"), w("br"), w("tab")):
        found.append(part.text or "" if part.tag == w("t") else " ")
    return "".join(found)


def grid_of(table: etree._Element, where: str, read: Callable[[etree._Element, str], None]) -> Grid:
    """The table as a grid; ``read`` places the paragraphs of a cell under the name of its place."""
    rows = [_row(row, f"{where}, row {number}", read) for number, row in enumerate(children(table, "tr"), 1)]
    return Grid(where, rows)


def _row(row: etree._Element, where: str, read: Callable[[etree._Element, str], None]) -> Row:
    cells = []
    column = _count(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
    for number, node in enumerate(children(row, "tc"), 1):
        span = max(1, _count(node.find(f"{w('tcPr')}/{w('gridSpan')}"), 1))
        merged = node.find(f"{w('tcPr')}/{w('vMerge')}")
        text = one_line(all_text(node))
        cells.append(
            Cell(
                column,
                span,
                text,
                partial(read, node, f"{where}, column {number}"),
                continued=merged is not None and value(merged) != "restart",
                picture=not text and next(node.iter(*_PICTURES), None) is not None,
            )
        )
        column += span
    return Row(where, tuple(cells))


def _count(node: etree._Element | None, otherwise: int) -> int:
    count = whole(value(node), otherwise)
    return min(count, _WIDEST) if count >= 0 else otherwise
