"""The letters of a page put together into printed lines."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from msgspec import Struct

from checker.patterns import regex
from checker.readers.characters import one_line, raised
from checker.readers.pdf_lines import Line

#: A raised figure leaves a gap before the sign that follows it: «2-1 )».
_SPACE_BEFORE_SIGN = regex(r"(?<=-\d) (?=[.,;:)])|(?<=-\d\d) (?=[.,;:)])")


class Letter(Struct, frozen=True):
    """One letter with its box in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


SPACE = Letter(" ", 0.0, 0.0, 0.0, 0.0, 0.0, bold=False)


def lines_of(letters: Iterable[Letter | None]) -> list[Line]:
    """The letters as lines, broken where PDFium breaks them and at wide gaps."""
    runs: list[list[Letter]] = [[]]
    last: Letter | None = None
    for letter in letters:
        if letter is None:
            runs.append([])
        elif letter.text:
            if last is not None and runs[-1] and _parted(last, letter):
                runs.append([])
            runs[-1].append(letter)
            last = last if letter.text.isspace() else letter
    runs = [run for run in runs if any(not letter.text.isspace() for letter in run)]
    return [_line(row) for row in _rows(runs)]


def _parted(last: Letter, letter: Letter) -> bool:
    """Whether the letter stands in another line than the last visible one, or far off in the same one."""
    if letter.text.isspace():
        return False
    # PDFium gives a word broken by a hyphen as one word, across the end of the line.
    back = letter.left < last.left - 2 * letter.size
    away = letter.left - last.right > 8 * letter.size
    return back or away or abs(letter.bottom - last.bottom) > 1.5 * letter.size


def _rows(runs: list[list[Letter]]) -> list[list[Letter]]:
    """The runs as rows: what PDFium broke around a raised figure is one row again.

    PDFium's own breaks are right for margin notes and columns, so only runs that touch are joined.
    """
    rows: list[list[Letter]] = []
    for run in runs:
        if rows and _touching(rows[-1], run):
            gap = run[0].left - _visible(rows[-1])[-1].right
            space = [SPACE] if gap > 0.12 * run[0].size and not rows[-1][-1].text.isspace() else []
            rows[-1] = [*rows[-1], *space, *run]
        else:
            rows.append(run)
    return rows


def _touching(row: list[Letter], run: list[Letter]) -> bool:
    """Whether the run goes on where the row ends, on the same height or a raised figure's above."""
    last, first = _visible(row)[-1], _visible(run)[0]
    size = max(last.size, first.size)
    shared = min(last.top, first.top) - max(last.bottom, first.bottom)
    level = shared > 0 or abs(last.bottom - first.bottom) < 0.6 * size
    margin_number = all(letter.text.isdigit() for letter in _visible(run)) and not _is_raised(first, last)
    other_font = (
        abs(last.size - first.size) > 0.1 * size and not first.text.isdigit() and not last.text.isdigit()
    )
    return (
        level and not margin_number and not other_font and -0.3 * size < first.left - last.right < 0.5 * size
    )


def _visible(run: list[Letter]) -> list[Letter]:
    return [letter for letter in run if not letter.text.isspace()]


def _box(run: list[Letter]) -> tuple[float, float, float, float]:
    seen = _visible(run)
    return (
        min(letter.left for letter in seen),
        max(letter.right for letter in seen),
        min(letter.bottom for letter in seen),
        max(letter.top for letter in seen),
    )


def _line(row: list[Letter]) -> Line:
    seen = _visible(row)
    size = statistics.median(letter.size for letter in seen)
    left, right, bottom, top = _box(row)
    bold = sum(letter.bold for letter in seen) > 0.8 * len(seen)
    return Line(one_line(_wording(row)), left, right, bottom, top, size, bold, row[-1].text.isspace())


def _wording(row: list[Letter]) -> str:
    """The letters as text; raised figures as «-n» or «[n]»."""
    text, up = "", ""
    normal: Letter | None = None
    for letter in row:
        if normal is not None and text and not text[-1].isspace() and _is_raised(letter, normal):
            up += letter.text
            continue
        text, up = text + (raised(text, up) if up else "") + letter.text, ""
        normal = letter if letter.text.isalnum() else normal
    return _SPACE_BEFORE_SIGN.sub("", text + (raised(text, up) if up else ""))


def _is_raised(letter: Letter, normal: Letter) -> bool:
    """Whether a figure is small and stands higher than the last letter or figure of normal size."""
    small = letter.top - letter.bottom < 0.52 * max(normal.size, letter.size)
    return letter.text.isdigit() and small and letter.bottom > normal.bottom + 0.14 * normal.size
