"""Tables of a printed page without ruling lines: columns told by the space between them.

Beneath the headings of a comparative table no letter crosses the gaps between its columns; its rows begin
where a number or a structural element stands in a column of them, or after a wide gap across all columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.readers.pdf_frames import Frame, Table
from checker.readers.pdf_letters import Letter, lines_of
from checker.readers.pdf_lines import Line
from checker.readers.pdf_pages import Sheet
from checker.readers.table_headings import Columns, columns_of
from checker.readers.table_places import Place
from checker.readers.table_words import is_row_number

_NARROWEST = 7.0  # points between two columns; words stand at most half as far apart
_MOST_COLUMNS = 7
_LEADING = 1.75  # of the letter size; a wider gap across all columns parts rows


def spaced_tables(sheets: Sequence[Sheet]) -> list[list[Table]]:
    """For each page its table, if the headings of one were found on it or on a page before."""
    columns: Columns | None = None
    gaps: list[float] = []
    tables: list[list[Table]] = []
    for sheet in sheets:
        letters = [one for one in sheet.letters if one is not None and not one.text.isspace()]
        top = sheet.height
        found = _headed(letters)
        if found is not None:
            top, gaps, columns = found
        if columns is None or not letters:
            tables.append([])
            continue
        below = [letter for letter in letters if letter.bottom < top]
        tables.append([_table(below, gaps, columns, sheet.width)])
    return tables


def _headed(letters: Sequence[Letter]) -> tuple[float, list[float], Columns] | None:
    """The upper edge of the table, the middle of each gap, and the columns under the headings.

    A title that lies over some gaps hides them, so the line is taken under which the most columns show.
    """
    tops = sorted({round(letter.top) for letter in letters}, reverse=True)
    best: tuple[float, list[float], Columns] | None = None
    for top in tops[: len(tops) // 2 + 1]:
        below = [letter for letter in letters if letter.bottom < top]
        gaps = _gaps(below)
        if len(gaps) < _MOST_COLUMNS and len(gaps) > (len(best[1]) if best else 0):
            columns = _columns(below, gaps)
            best = best if columns is None else (top + 1.0, gaps, columns)
    return best


def _gaps(letters: Sequence[Letter]) -> list[float]:
    """The middles of the strips that no letter touches, between the first and the last column."""
    spans = sorted((letter.left, letter.right) for letter in letters)
    gaps = []
    end = spans[0][1] if spans else 0.0
    for left, right in spans:
        if left - end >= _NARROWEST:
            gaps.append((left + end) / 2)
        end = max(end, right)
    return gaps


def _columns(letters: Sequence[Letter], gaps: Sequence[float]) -> Columns | None:
    """The columns, if the uppermost lines over the gaps are headings."""
    over = [_lines_in(letters, left, right) for left, right in pairwise([float("-inf"), *gaps, float("inf")])]
    for depth in range(1, 5):
        columns = columns_of([" ".join(line.text for line in lines[:depth]) for lines in over])
        if columns is not None:
            return columns
    return None


def _table(letters: Sequence[Letter], gaps: Sequence[float], columns: Columns, width: float) -> Table:
    edges = [0.0, *gaps, width]
    tops = _row_tops(letters, edges, columns)
    bottom = min(letter.bottom for letter in letters) - 1.0
    rows = []
    for top, low in pairwise([*tops, bottom]):
        row = [Frame(place, 1, left, right, low, top) for place, (left, right) in enumerate(pairwise(edges))]
        rows.append(tuple(row))
    return Table(tuple(rows))


def _row_tops(letters: Sequence[Letter], edges: Sequence[float], columns: Columns) -> list[float]:
    """The upper edges of the rows, the highest first."""
    first = max(letter.top for letter in letters) + 1.0
    starts: list[float] = []
    for column, says in ((columns.number, is_row_number), (columns.place, _names_place)):
        if column >= 0 and not starts:
            lines = _lines_in(letters, edges[column], edges[column + 1])
            starts = [line.top + line.size / 4 for line in lines if says(line.text)]
    starts = starts or _wide_gaps(letters)
    return [first, *(top for top in sorted(starts, reverse=True) if top < first - 2.0)]


def _wide_gaps(letters: Sequence[Letter]) -> list[float]:
    lines = sorted({(round(letter.bottom, 1), letter.top, letter.size) for letter in letters}, reverse=True)
    return [lower[1] + 1.0 for upper, lower in pairwise(lines) if upper[0] - lower[0] > _LEADING * lower[2]]


def _names_place(text: str) -> bool:
    return Place.named(text) != Place()


def _lines_in(letters: Sequence[Letter], left: float, right: float) -> list[Line]:
    inside: list[Letter | None] = [one for one in letters if left <= (one.left + one.right) / 2 < right]
    return sorted(lines_of(inside), key=lambda line: -line.bottom)
