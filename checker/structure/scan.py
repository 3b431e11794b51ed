"""Pieces of text read as lines of a law: what each opens, which are contents, notes or quotations."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from checker.patterns import regex
from checker.source import Block
from checker.structure.contents import mark_contents
from checker.structure.foreign import mark_foreign
from checker.structure.lines import Line
from checker.structure.marks import Heading, read_heading, read_items
from checker.structure.numbers import follows, number_key
from checker.structure.quotes import quoted_lines
from checker.structure.roles import EXPLANATORY, FURNITURE, NOTE, NOTE_GOES_ON
from checker.structure.sections import has_articles, number_sections

_MANY, _SOME = 0.1, 0.03  # share of cells that open with an item number
_FEW_CELLS = 4  # numbered cells that a table of any law may have
_FEW_FIGURES, _SHORTEST_PAGE = 5, 400
_ACT = "book"  # a comparative table sets the name of each act that it changes over all its columns
_QUOTATION_MARKS = '"«“„'
_NUMBERED_CELL = regex(r"(?:\d{1,3}\.\s?)?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s\S")
# Bills print a number beside every fifth line, which lands before the item: «20 (e) causing …»
_MARGIN_NUMBER = regex(r"(?:[1-4]?[05])\s+(?=\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s)")


def scan(blocks: Sequence[Block]) -> list[Line]:
    """The lines of the law in reading order."""
    layout = _tables_are_layout(blocks)
    counted = _numbers_are_text(blocks)
    lines = [
        _read(replace(block, kind="text") if layout and block.kind == "cell" else block, counted=counted)
        for block in blocks
    ]
    _mark_notes(lines)
    mark_foreign(lines)
    for line, quoted in zip(lines, quoted_lines([line.text for line in lines], _outside(lines)), strict=True):
        line.quoted = quoted
    _mark_explanatory(lines)
    if not has_articles(lines):
        number_sections(lines)
    mark_contents(lines)
    return lines


def _tables_are_layout(blocks: Sequence[Block]) -> bool:
    """True when table cells hold the law itself, numbers and all, to set marginal notes beside it."""
    cells = [block.text for block in blocks if block.kind == "cell"]
    numbered = sum(bool(_NUMBERED_CELL.match(text)) for text in cells)
    share = numbered / max(1, len(cells))
    return (share > _MANY or (share > _SOME and numbered > _FEW_CELLS)) and len(cells) < 0.8 * len(blocks)


def _numbers_are_text(blocks: Sequence[Block]) -> bool:
    """True when figures that stand alone are too many for page numbers: a list or a tariff."""
    alone = sum(block.text.isdigit() for block in blocks)
    return alone >= _FEW_FIGURES and sum(len(block.text) for block in blocks) < _SHORTEST_PAGE * alone


def _read(block: Block, *, counted: bool) -> Line:
    number = "" if not block.number or block.text.startswith(block.number) else block.number + " "
    text = " ".join((number + block.text).replace("\u200b", " ").replace("\ufeff", " ").split())
    margin = _MARGIN_NUMBER.match(text)
    text = text[margin.end() :] if margin else text
    line = Line(block, text, rest=text, margin=margin.group().strip() if margin else "")
    if FURNITURE.match(text) and not ((counted or block.kind == "cell") and text[:1].isalnum()):
        line.role = "furniture"
    elif block.kind == "footnote":
        line.role = "note"
    elif block.kind != "cell":
        line.heading = read_heading(text)
        if line.heading:
            line.rest = line.heading.rest
        elif block.row and block.kind == "heading":
            line.heading = Heading(_ACT, "", "", text, "ru")
        else:
            line.items, line.rest = read_items(text)
    return line


def _mark_notes(lines: list[Line]) -> None:
    """Editors' notes; the heading of one («Примечание ИЗПИ!») takes the paragraph below with it."""
    goes_on = False
    for line in lines:
        if line.role == "furniture":
            continue
        listed = goes_on and line.plain and line.text[:1].islower()
        if NOTE.match(line.text) or (goes_on and line.plain):
            line.put_aside("note")
        goes_on = line.role == "note" and (listed or bool(NOTE_GOES_ON.match(line.text)))


def _outside(lines: list[Line]) -> list[bool]:
    """Lines that stand outside every quotation: printed headings, and the next article of the law itself."""
    outside = []
    current = quoted_last = ""
    for line in lines:
        begins_quoted = line.text[:1] in _QUOTATION_MARKS
        number = line.heading.number if line.heading and line.heading.kind == "article" else ""
        own = bool(number) and not begins_quoted and _is_next(current, quoted_last, number)
        if own:
            current, quoted_last = number, ""
        elif number:
            quoted_last = number
        outside.append((line.block.kind == "heading" and not begins_quoted) or (own and number != "1"))
    return outside


def _is_next(current: str, quoted_last: str, number: str) -> bool:
    """True for the article after ``current`` unless it carries on the articles quoted before it."""
    if not current:
        return True
    expected = number_key(number) == (number_key(current)[0] + 1,)
    return expected and not (quoted_last and follows(quoted_last, number))


def _mark_explanatory(lines: list[Line]) -> None:
    """A bill's explanatory statement repeats each clause in other words: none of it is law."""
    for index, line in enumerate(lines):
        if EXPLANATORY.match(line.text) and index > len(lines) // 3:
            for later in lines[index:]:
                later.put_aside("explanatory")
            return
