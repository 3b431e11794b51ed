"""Two languages side by side: the columns of a table, or pairs of boxes on a page, told by their letters.

The Kazakh column is the law that is read, or the left one where none is Kazakh; the other is the same law
in another language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.draft import Language
from checker.language.letters import language_of
from checker.readers.characters import count_characters
from checker.readers.grids import Grid, Row
from checker.readers.reading import Piece, Reading
from checker.readers.table_words import is_row_number

_FEWEST_ROWS = 4
_ENOUGH = 12  # characters; a shorter cell says nothing of its language
_MOSTLY = 0.8  # of the rows agree
_LONG_CELL = 400  # characters; two columns of so much text are a pair even in a single row
_KAZAKH: Language = "kk"


class Sides(Struct, frozen=True):
    """The columns that hold the law and its other language."""

    main: int
    other: int


def sides_of(pairs: Sequence[tuple[str, str]], columns: tuple[int, int] = (0, 1)) -> Sides | None:
    """Which column is which language, from the texts side by side; None where they do not differ in it."""
    told = [pair for pair in pairs if all(count_characters(text) >= _ENOUGH for text in pair)]
    long = any(all(count_characters(text) >= _LONG_CELL for text in pair) for pair in told)
    if len(told) < _FEWEST_ROWS and not long:
        return None
    languages = [Counter(language_of(pair[side]) for pair in told).most_common(1)[0] for side in (0, 1)]
    (left, lefts), (right, rights) = languages
    if left == right or min(lefts, rights) < _MOSTLY * len(told):
        return None
    main = 1 if right == _KAZAKH else 0
    return Sides(columns[main], columns[1 - main])


class LanguageColumns(Struct):
    """Reads the tables of one file that set a law in two languages side by side."""

    reading: Reading
    inside: bool = False

    def take(self, grid: Grid) -> bool:
        """Reads the table if it is such a one; says whether it was."""
        if self.inside or not 2 <= grid.width <= 3:
            return False
        sides = self._sides(grid)
        if sides is None:
            return False
        self.inside = True
        for row in grid.rows:
            self._row(row, sides)
        self.inside = False
        return True

    def _sides(self, grid: Grid) -> Sides | None:
        columns = (grid.width - 2, grid.width - 1)
        numbers = [cell.text for row in grid.rows if (cell := row.cell(0)) is not None and cell.text]
        if grid.width == 3 and not all(len(text) < _ENOUGH for text in numbers):
            return None
        pairs = []
        for row in grid.rows:
            left, right = row.cell(columns[0]), row.cell(columns[1])
            if left is not None and right is not None and left is not right:
                pairs.append((left.text, right.text))
        return sides_of(pairs, columns)

    def _row(self, row: Row, sides: Sides) -> None:
        for cell in row.cells:
            if not cell.text:
                continue
            if cell.covers(sides.main) and cell.covers(sides.other):
                both = self.reading.apart(cell.read)
                self.law(both)
                self.reading.parallel.extend(both.blocks)
            elif cell.covers(sides.main):
                self.law(self.reading.apart(cell.read))
            elif cell.covers(sides.other):
                self.other(self.reading.apart(cell.read))
            else:
                what = "number of a table row" if is_row_number(cell.text) else "beside the two languages"
                self.reading.set_aside(cell.text, row.where, what)

    def law(self, piece: Piece) -> None:
        """Places a piece of the law."""
        first = len(self.reading.blocks)
        self.reading.blocks.extend(piece.blocks)
        self.reading.remarks.extend(replace(one, block=one.block + first) for one in piece.remarks)

    def other(self, piece: Piece) -> None:
        """Places a piece of the law in the other language; remarks on it hang on the law beside it."""
        self.reading.parallel.extend(piece.blocks)
        last = max(0, len(self.reading.blocks) - 1)
        self.reading.remarks.extend(replace(one, block=last, quote="") for one in piece.remarks)
