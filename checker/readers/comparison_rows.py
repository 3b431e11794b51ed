"""What kind of row of a comparative table stands before us: a title, a row of two wordings, its rest."""

from __future__ import annotations

from msgspec import Struct

from checker.readers.grids import Cell, Row
from checker.readers.paragraphs import starts_unit
from checker.readers.table_headings import Columns
from checker.readers.table_places import Place, names_article
from checker.readers.table_words import is_row_number

_MISSING = (
    "the row has {given} cells under {all} headings, so that they cannot be told apart; give it all cells"
)
_SHARED = "one cell stands under both wordings; part it into two cells"


class RowKind(Struct, frozen=True):
    """``title`` is the cell that stands over all columns; ``problem`` says why the row cannot be read.

    ``goes_on`` says that the row carries on the one above.
    """

    title: Cell | None = None
    goes_on: bool = False
    problem: str = ""


def kind_of_row(row: Row, columns: Columns) -> RowKind:
    """How the row is to be read."""
    filled = row.filled()
    shared = next((cell for cell in filled if all(map(cell.covers, columns.wordings))), None)
    if len(filled) == 1 and filled[0].span >= _wide(columns):
        return RowKind(title=filled[0])
    if shared is not None and len(columns.wordings) > 1:
        rest = [cell for cell in filled if cell is not shared]
        if all(is_row_number(cell.text) for cell in rest):
            return RowKind(title=shared)
        return RowKind(problem=_SHARED)
    if row.width < columns.count and (row.width <= max(columns.wordings) or not _begins_right(row, columns)):
        return RowKind(problem=_MISSING.format(given=len(row.cells), all=columns.count))
    return RowKind(goes_on=_goes_on(row, columns))


def _wide(columns: Columns) -> int:
    """The columns that a title reaches over at least: both wordings, and no fewer than two."""
    return max(2, max(columns.wordings) - min(columns.wordings) + 1)


def _begins_right(row: Row, columns: Columns) -> bool:
    """Whether a row that is too short lacks its last cells and not its first."""
    first = row.cells[0].text if row.cells else ""
    if columns.number == 0:
        return not first or is_row_number(first)
    return columns.place == 0 and Place.named(first) != Place()


def _goes_on(row: Row, columns: Columns) -> bool:
    """Whether the row carries on the one above: no number, no place, and no new article."""
    wordings = [cell for column in columns.wordings if (cell := row.cell(column)) is not None]
    if any(cell.continued for cell in wordings):
        return True
    leading = [row.cell(column) for column in (columns.number, columns.place) if column >= 0]
    if any(cell is not None and (cell.text or cell.continued) for cell in leading):
        return False
    texts = [cell.text for cell in wordings if cell.text]
    if any(names_article(text) for text in texts):
        return False
    if leading:
        return True
    return bool(texts) and all(text[:1].islower() and not starts_unit(text) for text in texts)
