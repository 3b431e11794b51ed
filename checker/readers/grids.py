"""Tables as grids, whatever the file format: rows of cells that know their columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct


class Cell(Struct, frozen=True):
    """A cell; ``column`` (from 0) and ``span`` count in the columns of the whole table.

    ``text`` is all it says; ``read`` places its paragraphs in the reading, as cells of this place; a cell
    that is ``continued`` belongs to a merged cell of the row above. ``picture`` is set where it holds a
    picture and no text.
    """

    column: int
    span: int
    text: str
    read: Callable[[], None]
    continued: bool = False
    picture: bool = False

    def covers(self, column: int) -> bool:
        """Whether the cell stands in the column."""
        return self.column <= column < self.column + self.span


class Row(Struct, frozen=True):
    """The cells of a row from left to right; ``where`` names it for a person («table 1, row 3»)."""

    where: str
    cells: tuple[Cell, ...]

    @property
    def width(self) -> int:
        """The number of columns that the row reaches over."""
        return max((cell.column + cell.span for cell in self.cells), default=0)

    @property
    def text(self) -> str:
        """All it says, cell by cell."""
        return " ".join(cell.text for cell in self.cells if cell.text)

    def cell(self, column: int) -> Cell | None:
        """The cell in the column, if there is one."""
        return next((cell for cell in self.cells if cell.covers(column)), None)

    def filled(self) -> tuple[Cell, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if cell.text)


class Grid(Struct, frozen=True):
    """A table; ``where`` names it («table 1»)."""

    where: str
    rows: Sequence[Row]

    @property
    def width(self) -> int:
        """The number of columns of its widest row."""
        return max((row.width for row in self.rows), default=0)
