"""Comparative tables in a PDF: cells from ruling lines, or from the space between the columns."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct, field

from checker.readers.comparison import Comparison
from checker.readers.grids import Cell, Grid, Row
from checker.readers.pdf_broken_words import unbroken_words, whole_words
from checker.readers.pdf_frames import Frame, Table, tables_of
from checker.readers.pdf_layout import Layout, laid_out
from checker.readers.pdf_letters import Letter, lines_of
from checker.readers.pdf_lines import Line, Page
from checker.readers.pdf_margins import clear_margins
from checker.readers.pdf_pages import Sheet, read_sheets
from checker.readers.pdf_paragraphs import place_page
from checker.readers.pdf_spaces import spaced_tables
from checker.readers.reading import File, Reading
from checker.readers.table_headings import may_be_headings

_TableFinder = Sequence[Sequence[Table]]


def may_compare(pages: Sequence[Page]) -> bool:
    """Whether some page has the words of a comparative table's headings; only then is it looked for."""
    return any(may_be_headings(" ".join(line.text for line in page.lines)) for page in pages)


def read_compared(file: File) -> Reading | None:
    """The file read as a comparative table; None where no page holds one."""
    sheets = read_sheets(file)
    ruled = _read(sheets, [tables_of(sheet.rules) for sheet in sheets])
    return ruled or _read(sheets, spaced_tables(sheets))


def _read(sheets: Sequence[Sheet], tables: _TableFinder) -> Reading | None:
    if not any(tables):
        return None
    filled = [_filled(sheet, found) for sheet, found in zip(sheets, tables, strict=True)]
    reading = Reading()
    pages = clear_margins([page for page, _ in filled], reading)
    lines = [line for _, found in filled for table in found for line in table.lines()]
    reader = _Reader(reading, unbroken_words(lines))
    for page, (_, found) in zip(pages, filled, strict=True):
        reader.page(page, found)
    reader.comparison.finish()
    return reading if reader.comparison.count else None


class _Filled(Struct):
    """A table with the printed lines of each of its cells."""

    table: Table
    letters: dict[Frame, list[Letter | None]] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """The lines of all cells."""
        for frame in self.letters:
            yield from self.cell(frame)

    def cell(self, frame: Frame) -> list[Line]:
        """The lines of a cell from top to bottom."""
        lines = lines_of(self.letters.get(frame, []))
        return sorted(lines, key=lambda line: (-round(line.bottom / 3), line.left))

    def whole(self, row: int, frame: Frame) -> list[Line]:
        """The lines of a cell and of those below that go on with it."""
        lines = self.cell(frame)
        for later in self.table.rows[row + 1 :]:
            rest = next((one for one in later if one.column == frame.column and one.continued), None)
            if rest is None:
                break
            lines += self.cell(rest)
        return lines


def _filled(sheet: Sheet, tables: Sequence[Table]) -> tuple[Page, list[_Filled]]:
    """The page without its tables, and the tables with what stands in them."""
    filled = [_Filled(table) for table in tables]
    outside: list[Letter | None] = []
    home: list[Letter | None] = outside
    frame: Frame | None = None
    for letter in sheet.letters:
        if letter is not None and not letter.text.isspace():
            x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
            if frame is None or not frame.holds(x, y):
                table, frame = _frame_at(filled, x, y)
                new = outside if table is None or frame is None else table.letters.setdefault(frame, [])
                if new is not home:
                    home.append(None)
                home = new
        home.append(letter)
    lines = sorted(lines_of(outside), key=lambda line: (-round(line.bottom / 3), line.left))
    return Page(sheet.number, sheet.width, sheet.height, lines), filled


def _frame_at(filled: Sequence[_Filled], x: float, y: float) -> tuple[_Filled | None, Frame | None]:
    for table in filled:
        if not table.table.bottom <= y < table.table.top:
            continue
        for row in table.table.rows:
            if row[0].bottom <= y < row[0].top:
                return table, next((frame for frame in row if frame.holds(x, y)), None)
    return None, None


@dataclasses.dataclass(slots=True)
class _Reader:
    reading: Reading
    words: frozenset[str]
    comparison: Comparison = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.comparison = Comparison(self.reading)

    def page(self, page: Page, tables: Sequence[_Filled]) -> None:
        """Places what stands above, in and between the tables of a page."""
        rest = page.lines
        for number, table in enumerate(tables, 1):
            above = [line for line in rest if line.bottom >= table.table.top - line.size / 2]
            rest = [line for line in rest if line not in above]
            self._text(page, above)
            grid = self._grid(page, table, number)
            if not self.comparison.take(grid):
                for row in grid.rows:
                    for cell in row.filled():
                        cell.read()
        self._text(page, rest)

    def _text(self, page: Page, lines: list[Line]) -> None:
        if lines:
            part = Page(page.number, page.width, page.height, lines, page.notes)
            page.notes = []
            place_page(part, laid_out([part]), self.words, self.reading)

    def _grid(self, page: Page, table: _Filled, number: int) -> Grid:
        where = f"page {page.number}, table {number}"
        columns: dict[tuple[int, int], list[Line]] = {}
        for frame in table.letters:
            columns.setdefault((frame.column, frame.span), []).extend(table.cell(frame))
        rows = []
        for index, frames in enumerate(table.table.rows):
            place = f"{where}, row {index + 1}"
            cells = []
            for frame in frames:
                lines = [] if frame.continued else table.whole(index, frame)
                column = Page(page.number, 0.0, 0.0, columns.get((frame.column, frame.span), lines))
                whole = Page(page.number, 0.0, 0.0, whole_words(lines, frame.right, self.words))
                cells.append(self._made(frame, whole, column, place))
            rows.append(Row(place, tuple(cells)))
        return Grid(where, rows)

    def _made(self, frame: Frame, lines: Page, column: Page, where: str) -> Cell:
        read = partial(self._cell, lines, laid_out([column]), f"{where}, column {frame.column + 1}")
        text = " ".join(line.text for line in lines.lines)
        return Cell(frame.column, frame.span, text, read, continued=frame.continued)

    def _cell(self, page: Page, layout: Layout, where: str) -> None:
        place_page(page, layout, self.words, self.reading, where)
