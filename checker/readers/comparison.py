"""Comparative tables: the wording in force and the proposed one, row beside row, put apart again.

The proposed column is the law that is read, the column in force its former wording, the justification a
remark on the row. What only steers the table (headings, row numbers, «absent», dots for unchanged words) is
set aside with the reason; a row whose cells cannot be told apart stays unplaced with all its text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from checker.readers.comparison_rows import RowKind, kind_of_row
from checker.readers.grids import Cell, Grid, Row
from checker.readers.headed_tables import Headed, counts_columns, headed, pictured, repeats
from checker.readers.paragraphs import joined
from checker.readers.reading import Piece, Reading
from checker.readers.table_headings import Columns
from checker.readers.table_places import Place, Position, opens_article
from checker.readers.table_words import said_of_former, said_of_new, stands_for_omitted
from checker.source import Block, Remark

Column = Literal["before", "after"]
_PICTURES = "the headings of the table are pictures, so its columns cannot be told; type the headings as text"
_CLOSED = (".", ";", ":", "!", "?", "»", "”", '"', ")")


class Comparison(Struct):
    """Reads the comparative tables of one file; ``count`` is the number of rows so far."""

    reading: Reading
    count: int = 0
    inside: bool = False
    columns: Columns | None = None
    former: bool = False
    numbered: bool = False
    positions: dict[Column, Position] = field(default_factory=dict)

    def take(self, grid: Grid) -> bool:
        """Reads the table if it is a comparative one; says whether it was."""
        if self.inside:
            return False
        if pictured(grid):
            self.reading.leave_unplaced("[…]", f"{grid.where}, row 1", _PICTURES)
            return False
        table = headed(grid, self.columns)
        if table is None:
            return False
        self.columns, self.inside = table.columns, True
        self._read(table)
        self.inside = False
        return True

    def finish(self) -> None:
        """To be called at the end of the file: chapter headings alone are no former wording."""
        if not self.former:
            self.reading.before.clear()

    def _read(self, table: Headed) -> None:
        columns = self._in_use(table)
        for row in table.above:
            for cell in row.cells:
                self.reading.blocks.extend(self._blocks(cell))
        for row in table.heads:
            self.reading.set_aside(row.text, row.where, "heading of the comparative table")
        for row in table.rows:
            if repeats(row, table.heads):
                self.reading.set_aside(row.text, row.where, "heading of the comparative table, printed again")
            elif counts_columns(row):
                self.reading.set_aside(row.text, row.where, "numbers of the columns")
            elif row.text:
                self._row(row, columns)

    def _in_use(self, table: Headed) -> Columns:
        """The columns, without a column of row numbers that Word counts by itself and so are no text."""
        number = table.columns.number
        self.numbered = self.numbered or any(
            (cell := row.cell(number)) is not None and bool(cell.text) for row in table.rows
        )
        return table.columns if self.numbered else replace(table.columns, number=-1)

    def _row(self, row: Row, columns: Columns) -> None:
        kind = kind_of_row(row, columns)
        if kind.problem:
            self.count += 1
            self.reading.leave_unplaced(row.text, row.where, kind.problem)
            return
        self.count += 0 if kind.goes_on and self.count else 1
        if kind.title is not None:
            self._title(kind.title)
            return
        self._aside(row, columns)
        _RowReading(self, row, columns, kind).read()

    def _title(self, cell: Cell) -> None:
        """A heading over all columns stands over both wordings."""
        piece = self.piece(cell)
        heads = [replace(block, kind="heading", row=self.count) for block in piece.blocks]
        self.reading.remarks.extend(_moved(piece.remarks, len(self.reading.blocks)))
        self.reading.blocks.extend(heads)
        self.reading.before.extend(heads)
        self.positions.clear()

    def _aside(self, row: Row, columns: Columns) -> None:
        number, place = row.cell(columns.number), row.cell(columns.place)
        if number is not None and number.text:
            self.reading.set_aside(number.text, row.where, "number of a table row")
        if place is not None and place.text and place is not number:
            self.reading.set_aside(place.text, row.where, "structural element of a table row")
        for column, heading in columns.others:
            cell = row.cell(column)
            if cell is not None and cell.text and cell.column == column and cell not in (number, place):
                self.reading.set_aside(cell.text, row.where, f"table column «{heading or column + 1}»")

    def piece(self, cell: Cell | None) -> Piece:
        """The blocks of a cell and the comments on them."""
        if cell is None or (not cell.text and not cell.picture):
            return Piece()
        return self.reading.apart(cell.read)

    def _blocks(self, cell: Cell) -> tuple[Block, ...]:
        return self.piece(cell).blocks

    def position(self, column: Column) -> Position:
        """How far the text of the column has come."""
        return self.positions.setdefault(column, Position())


class _RowReading(Struct):
    """One row on its way into the reading."""

    table: Comparison
    row: Row
    columns: Columns
    kind: RowKind

    def read(self) -> None:
        """Places both wordings and what is said of them."""
        reading = self.table.reading
        place_cell = self.row.cell(self.columns.place)
        place = Place.named(place_cell.text if place_cell else "")
        former = self._former()
        first = len(reading.blocks)
        new = self._new(former)
        self._into("before", reading.before, Piece(former.blocks), place)
        heads = self._into("after", reading.blocks, new, place)
        self.table.former = self.table.former or bool(former.blocks)
        held = _first_of(reading.blocks, self.table.count)
        reading.remarks.extend(_moved(new.remarks, first + heads))
        self._say(former.remarks, held)
        reason = self.row.cell(self.columns.reason)
        piece = self.table.piece(reason)
        words = " ".join(f"{block.number} {block.text}".strip() for block in piece.blocks)
        self._say([Remark("justification", words, 0)] if words else [], held)
        self._say(piece.remarks, held)

    def _former(self) -> Piece:
        cell = self.row.cell(self.columns.before)
        if cell is not None and said_of_former(cell.text):
            self.table.reading.set_aside(cell.text, self.row.where, "says that the provision is new")
            return Piece()
        return self._text(cell)

    def _new(self, former: Piece) -> Piece:
        cell = self.row.cell(self.columns.after)
        said = said_of_new(cell.text) if cell is not None else ""
        if cell is not None and said:
            what = "goes" if said == "gone" else "stays as it is"
            self.table.reading.set_aside(cell.text, self.row.where, f"says that the provision {what}")
            return Piece(former.blocks) if said == "same" else Piece()
        return self._text(cell)

    def _text(self, cell: Cell | None) -> Piece:
        """The cell's paragraphs; dots for unchanged words go aside."""
        piece = self.table.piece(cell)
        dots = [number for number, block in enumerate(piece.blocks) if stands_for_omitted(block.text)]
        for number in dots:
            block = piece.blocks[number]
            self.table.reading.set_aside(block.text, block.where, "stands for words that do not change")
        if not dots:
            return piece
        kept = [number for number in range(len(piece.blocks)) if number not in dots]
        remarks = [
            replace(one, block=max(0, sum(number < one.block for number in kept) - (one.block in dots)))
            for one in piece.remarks
        ]
        return Piece(tuple(piece.blocks[number] for number in kept), tuple(remarks))

    def _into(self, column: Column, home: list[Block], piece: Piece, place: Place) -> int:
        """Places the blocks of one wording; gives how many were set before them to number them."""
        blocks = piece.blocks
        if not blocks:
            return 0
        if self.kind.goes_on and _carries_on(home, blocks[0], self.table.count):
            last = home.pop()
            home.append(replace(last, text=joined(last.text, blocks[0].text)))
            home.extend(replace(block, row=self.table.count) for block in blocks[1:])
            return -1
        made = self.table.position(column).supplied(place, blocks, self.row.where)
        home.extend(replace(block, row=self.table.count) for block in made)
        return len(made) - len(blocks)

    def _say(self, remarks: Iterable[Remark], held: int | None) -> None:
        """Hangs remarks on the first block of the row; those on a provision that goes are set aside."""
        said = self.table.reading.remarks
        for remark in remarks:
            if held is not None and self.kind.goes_on and said and _same_matter(said[-1], remark, held):
                said[-1] = replace(said[-1], text=joined(said[-1].text, remark.text))
            elif held is not None:
                said.append(replace(remark, block=held, quote=""))
            else:
                who = f"{remark.author}: " if remark.author else ""
                reason = f"{remark.kind} on a row that proposes no text"
                self.table.reading.set_aside(f"{who}{remark.text}", self.row.where, reason)


def _same_matter(last: Remark, remark: Remark, held: int) -> bool:
    """Whether a justification goes on that the row above began, as over the end of a page."""
    return last.kind == remark.kind == "justification" and last.block == held


def _carries_on(home: list[Block], block: Block, row: int) -> bool:
    """Whether the first words of a row end the sentence that the row above began."""
    if not home or home[-1].row != row or block.number or opens_article(block):
        return False
    return block.text[:1].islower() and not home[-1].text.endswith(_CLOSED)


def _first_of(blocks: list[Block], row: int) -> int | None:
    """The first block of the last row, if it has any."""
    place = len(blocks)
    while place and blocks[place - 1].row == row:
        place -= 1
    return place if place < len(blocks) else None


def _moved(remarks: Iterable[Remark], first: int) -> list[Remark]:
    return [replace(remark, block=max(0, remark.block + first)) for remark in remarks]
