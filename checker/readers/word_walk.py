"""The body of a DOCX file: paragraphs with their automatic numbers, tables cell by cell, notes."""

from __future__ import annotations

import dataclasses

from lxml import etree

from checker.patterns import regex
from checker.readers.bilingual import LanguageColumns
from checker.readers.characters import one_line, raised_numbers
from checker.readers.comparison import Comparison
from checker.readers.markup import local_name
from checker.readers.paragraphs import paragraphs, starts_unit
from checker.readers.reading import Reading
from checker.readers.side_notes import SideNotes, note_and_section
from checker.readers.word_comments import Comments
from checker.readers.word_numbering import Numbering
from checker.readers.word_package import w
from checker.readers.word_runs import Line, Runs
from checker.readers.word_styles import Styles
from checker.readers.word_tables import TRANSPARENT, all_text, children, grid_of
from checker.source import Block, BlockKind

#: Drafts are printed with every fifth line numbered; converters leave those numbers in the text.
_MARGIN_NUMBER = regex(r"^[1-9]?[05]$")


@dataclasses.dataclass(slots=True)
class Walk:
    """Goes through the body of a document, in reading order."""

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
    title: list[str] = dataclasses.field(default_factory=list)
    comments: Comments = dataclasses.field(default_factory=Comments)
    side_notes: SideNotes = dataclasses.field(init=False)
    comparison: Comparison = dataclasses.field(init=False)
    languages: LanguageColumns = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.side_notes = SideNotes(self.reading)
        self.comparison = Comparison(self.reading)
        self.languages = LanguageColumns(self.reading)

    def enter_all(self, parent: etree._Element) -> None:
        """Goes through paragraphs and tables in order, through wrappers of any depth."""
        for node in parent:
            name = local_name(node)
            if name == "p":
                self._paragraph(node)
            elif name == "tbl":
                self._table(node)
            elif name in TRANSPARENT:
                self.enter_all(node)

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
        self.comments.hang(line.comments, self.reading, first)
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
        ordinal = self.tables
        grid = grid_of(table, f"table {ordinal}", self._cell)
        if self.comparison.take(grid) or self.languages.take(grid):
            return
        rows = list(children(table, "tr"))
        for row_number, row in enumerate(rows, 1):
            self._row(list(children(row, "tc")), f"table {ordinal}", row_number, alone=len(rows) == 1)

    def _row(self, cells: list[etree._Element], table: str, number: int, *, alone: bool) -> None:
        texts = [one_line(all_text(cell)) for cell in cells]
        if len(cells) > 1 and not self.cell and _MARGIN_NUMBER.match(texts[0]) and alone:
            self.reading.set_aside(texts[0], table, "line number in the margin")
            for cell in cells[1:]:
                self.enter_all(cell)
            return
        beside = "" if self.cell else note_and_section(texts)
        if beside:
            self._section_beside(cells, texts.index(beside))
            return
        outer = (self.cell, self.kind)
        for column, cell in enumerate(cells, 1):
            self.cell, self.kind = f"{table}, row {number}, column {column}", "cell"
            self.enter_all(cell)
        self.cell, self.kind = outer

    def _cell(self, cell: etree._Element, where: str) -> None:
        """Reads a cell whose paragraphs are text of the law, as in a comparative table."""
        outer = (self.cell, self.kind)
        self.cell, self.kind = where, "text"
        self.enter_all(cell)
        self.cell, self.kind = outer

    def _section_beside(self, cells: list[etree._Element], note: int) -> None:
        """A row that only sets the side note beside its section."""
        first = len(self.reading.blocks)
        for column, cell in enumerate(cells):
            if column != note:
                self.enter_all(cell)
        notes = [one_line(all_text(paragraph)) for paragraph in cells[note].iter(w("p"))]
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

    def finish(self) -> None:
        """To be called at the end: places the notes that no paragraph refers to."""
        self.side_notes.finish()
        for note_id in list(self.notes):
            self._note(note_id)
        self.comparison.finish()

    def _where(self) -> str:
        return self.cell or f"paragraph {self.paragraph}"
