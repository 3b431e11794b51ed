"""Paragraphs and tables of a new Word file, made by hand: a law has too many of them for a library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from msgspec import Struct

from checker.rendering.word.comments import Line
from checker.rendering.word.names import SPACE, clean

_INDENT = 567  # twentieths of a point: one centimetre a level
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Look(Struct, frozen=True):
    """How a paragraph stands: the id of its style, its level of indent, its side («left», «center»)."""

    style: str = ""
    depth: int = 0
    side: str = ""
    bold: bool = False


def paragraph(line: Line, look: Look | None = None) -> Any:
    """A paragraph of words, each in its language."""
    look = look or Look()
    made = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    if look.style:
        properties.append(OxmlElement("w:pStyle", {qn("w:val"): look.style}))
    if look.depth:
        properties.append(OxmlElement("w:ind", {qn("w:left"): str(_INDENT * look.depth)}))
    if look.side:
        properties.append(OxmlElement("w:jc", {qn("w:val"): look.side}))
    made.append(properties)
    made.extend(
        _run(piece.text, piece.language, bold=piece.bold or look.bold) for piece in line if piece.text
    )
    return made


def _run(text: str, language: str, *, bold: bool) -> Any:
    run, properties, words = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:t")
    if bold:
        properties.append(OxmlElement("w:b"))
    properties.append(OxmlElement("w:lang", {qn("w:val"): language}))
    words.text = clean(text)
    words.set(SPACE, "preserve")
    run.append(properties)
    run.append(words)
    return run


def table(widths: Sequence[int]) -> Any:
    """A bordered table without rows; widths in twentieths of a point."""
    made, properties, grid = OxmlElement("w:tbl"), OxmlElement("w:tblPr"), OxmlElement("w:tblGrid")
    properties.append(OxmlElement("w:tblW", {qn("w:w"): str(sum(widths)), qn("w:type"): "dxa"}))
    borders = OxmlElement("w:tblBorders")
    for side in _SIDES:
        line = {"val": "single", "sz": "4", "space": "0", "color": "000000"}
        borders.append(OxmlElement(f"w:{side}", {qn(f"w:{name}"): value for name, value in line.items()}))
    properties.append(borders)
    properties.append(OxmlElement("w:tblLayout", {qn("w:type"): "fixed"}))
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margins.append(OxmlElement(f"w:{side}", {qn("w:w"): str(width), qn("w:type"): "dxa"}))
    properties.append(margins)
    grid.extend(OxmlElement("w:gridCol", {qn("w:w"): str(width)}) for width in widths)
    made.append(properties)
    made.append(grid)
    return made


def row(cells: Iterable[Any], *, head: bool = False) -> Any:
    """A table row; a head is repeated on every page and never broken."""
    made = OxmlElement("w:tr")
    if head:
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        properties.append(OxmlElement("w:tblHeader"))
        made.append(properties)
    made.extend(cells)
    return made


def cell(lines: Sequence[Line], width: int, look: Look | None = None) -> Any:
    """A cell with a paragraph for each line."""
    made, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    properties.append(OxmlElement("w:tcW", {qn("w:w"): str(width), qn("w:type"): "dxa"}))
    made.append(properties)
    made.extend(paragraph(line, look) for line in lines or ((),))
    return made
