"""DOCX: paragraphs with their automatic numbers, tables cell by cell, notes, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from checker.readers.characters import one_line, raised_numbers
from checker.readers.markup import local_name
from checker.readers.paragraphs import paragraphs, starts_unit
from checker.readers.print_marks import set_printing_aside
from checker.readers.reading import File, Reading
from checker.readers.side_notes import SideNotes, note_and_section
from checker.readers.word_numbering import Numbering
from checker.readers.word_package import Package, opened_package, value, w
from checker.readers.word_runs import Line, Runs
from checker.readers.word_small_print import small_print
from checker.readers.word_styles import Styles
from checker.source import Block, BlockKind

_TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "AlternateContent", "Choice"}
)
_DELETED = frozenset({"del", "moveFrom"})
#: Drafts are printed with every fifth line numbered; converters leave those numbers in the text.
_MARGIN_NUMBER = re.compile(r"^[1-9]?[05]$")


def read_word(file: File) -> Reading:
    """The text of a DOCX file with insertions taken in; what was deleted stands aside."""
    package = opened_package(file)
    styles = Styles.of(package.part("styles.xml"))
    reading = Reading()
    body = package.body().find(w("body"))
    runs = Runs(styles, reading, 0.0 if body is None else small_print(body, styles))
    walk = _Walk(reading, styles, Numbering.of(package.part("numbering.xml"), styles), runs, _notes(package))
    if body is not None:
        walk.enter_all(body)
    walk.side_notes.finish()
    walk.remaining_notes()
    set_printing_aside(reading)
    for kind, what in (("header", "page header"), ("footer", "page footer"), ("comments", "comment")):
        for name, root in package.named(kind):
            reading.set_aside(_all_text(root), name.removesuffix(".xml"), what)
    heading = next(
        (block.text for block in reading.blocks if block.kind == "heading" and block.depth == 1), ""
    )
    reading.title = " ".join(walk.title) or heading
    return reading


@dataclass(slots=True)
class _Walk:
    reading: Reading
    styles: Styles
    numbering: Numbering
    runs: Runs
    notes: dict[str, etree._Element]
    paragraph: int = 0
    tables: int = 0
    cell: str = ""
    kind: BlockKind = "text"
    number: str = ""
    title: list[str] = field(default_factory=list)
    side_notes: SideNotes = field(init=False)

    def __post_init__(self) -> None:
        self.side_notes = SideNotes(self.reading)

    def enter_all(self, parent: etree._Element) -> None:
        """Goes through paragraphs and tables in order, through wrappers of any depth."""
        for node in parent:
            name = local_name(node)
            if name == "p":
                self._paragraph(node)
            elif name == "tbl":
                self._table(node)
            elif name in _TRANSPARENT:
                self.enter_all(node)
            elif name in _DELETED:
                self.reading.set_aside(_all_text(node), self._where(), "deleted in tracked changes")

    def _paragraph(self, node: etree._Element) -> None:
        self.paragraph += 1
        line = self.runs.line(node, self._where())
        depth = self.styles.heading_depth(node)
        if self.styles.is_title(node) and line.text.strip():
            self.title.append(line.text)
        number = self.numbering.next(node) if line.text.strip() else None
        alone = bool(line.side) and not line.text.strip()
        if alone and not self.side_notes.belongs(line.side):
            line.text, line.side = line.side, ""
        first = len(self.reading.blocks)
        self._place(line, node, (number.text, number.depth) if number else ("", 0), depth)
        self.side_notes.add(line.side, self._where(), first)
        for box in line.boxes:
            outer, self.cell = self.cell, f"text box near {self._where()}"
            self.enter_all(box)
            self.cell = outer
        for note_id in line.notes:
            self._note(note_id)

    def _place(self, line: Line, node: etree._Element, number: tuple[str, int], heading: int) -> None:
        text = raised_numbers(line.text)
        printed, depth = number
        listed = bool(depth) or starts_unit(text)
        for part in (
            [text.replace("\n", " ")] if heading else [part.text for part in paragraphs(text.split("\n"), 0)]
        ):
            if not heading and not self.cell and _MARGIN_NUMBER.match(part.strip()):
                self.reading.set_aside(part, self._where(), "line number in the margin")
                continue
            kind: BlockKind = self.kind
            if kind == "text":
                kind = "heading" if heading else "item" if listed and printed else "text"
            self.reading.place(
                Block(
                    part,
                    kind=kind,
                    number=printed or self.number,
                    depth=heading or depth,
                    bold=line.bold or self.styles.bold(node),
                    where=self._where(),
                )
            )
            printed = self.number = ""
            self.side_notes.placed()

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        ordinal, outer = self.tables, (self.cell, self.kind)
        rows = list(_children(table, "tr"))
        for row_number, row in enumerate(rows, 1):
            cells = list(_children(row, "tc"))
            texts = [one_line(_all_text(cell)) for cell in cells]
            if len(cells) > 1 and not self.cell and _MARGIN_NUMBER.match(texts[0]) and len(rows) == 1:
                self.reading.set_aside(texts[0], f"table {ordinal}", "line number in the margin")
                for cell in cells[1:]:
                    self.enter_all(cell)
                continue
            beside = "" if self.cell else note_and_section(texts)
            if beside:
                self._section_beside(cells, texts.index(beside))
                continue
            for column, cell in enumerate(cells, 1):
                self.cell, self.kind = f"table {ordinal}, row {row_number}, column {column}", "cell"
                self.enter_all(cell)
            self.cell, self.kind = outer

    def _section_beside(self, cells: list[etree._Element], note: int) -> None:
        """A row that only sets the side note beside its section."""
        first = len(self.reading.blocks)
        for column, cell in enumerate(cells):
            if column != note:
                self.enter_all(cell)
        notes = [one_line(_all_text(paragraph)) for paragraph in cells[note].iter(w("p"))]
        self.side_notes.share([text for text in notes if text], first, self._where())

    def _note(self, note_id: str) -> None:
        note = self.notes.pop(note_id, None)
        if note is None:
            return
        kind, _, number = note_id.partition(" ")
        outer = (self.cell, self.kind)
        self.cell, self.kind, self.number = f"{kind} {number}", "footnote", number
        self.enter_all(note)
        self.cell, self.kind = outer
        self.number = ""

    def remaining_notes(self) -> None:
        """Places the notes that no paragraph refers to."""
        for note_id in list(self.notes):
            self._note(note_id)

    def _where(self) -> str:
        return self.cell or f"paragraph {self.paragraph}"


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls and insertions."""
    for node in parent:
        if local_name(node) == name:
            yield node
        elif local_name(node) in _TRANSPARENT:
            yield from _children(node, name)


def _all_text(node: etree._Element) -> str:
    found = []
    for part in node.iter(w("t"), w("delText"), w("p"), w("br"), w("tab")):
        found.append(part.text or "" if part.tag in (w("t"), w("delText")) else " ")
    return "".join(found)


def _notes(package: Package) -> dict[str, etree._Element]:
    """Foot- and endnotes by kind and id; separators are drawing, not notes."""
    found = {}
    for part, name in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        root = package.part(part)
        for note in [] if root is None else root.findall(w(name)):
            if value(note, "type") in ("", "normal"):
                found[f"{name} {value(note, 'id')}"] = note
    return found
