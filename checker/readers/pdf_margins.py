"""Sets aside what stands around the text of printed pages: heads, numbers, side notes."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct

from checker.language.figures import whole
from checker.patterns import regex
from checker.readers.paragraphs import starts_unit
from checker.readers.pdf_lines import Line, Page
from checker.readers.reading import Reading

_DIGITS = regex(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = regex(
    r"^[\s\-–—\[(]*(?:page |стр\. ?|бет )?(?:\d{1,4}|[ivxlc]{1,7})(?: (?:of|из) \d+)?[\s\-–—\])]*$", re.I
)
_FIFTH_LINE = regex(r"^[1-9]?[05]$")
NOTE = "note in the margin"
_EDGE_LINES = 3
_NARROW = 0.28
_SHORT = 40


class _Body(Struct, frozen=True):
    """Where the running text of a page stands, and its letter size."""

    left: float
    right: float
    size: float


class _Habits(Struct, frozen=True):
    """What comes back from page to page: lines of text, and the step from sheet to page number."""

    running: frozenset[str]
    offset: int | None
    numbers_lines: bool


def clear_margins(pages: list[Page], reading: Reading) -> list[Page]:
    """The pages with the lines of the law and the notes beside them; the rest is set aside."""
    habits = _Habits(_running_lines(pages), _page_offset(pages), _numbers_lines(pages))
    cleared = []
    for page in pages:
        body = _body(page)
        kept, notes = [], []
        for position, line in enumerate(page.lines):
            reason = _why_aside(page, position, body, habits)
            if reason == NOTE:
                notes.append(line)
            elif reason:
                reading.set_aside(line.text, f"page {page.number}", reason)
            else:
                kept.append(line)
        cleared.append(Page(page.number, page.width, page.height, kept, notes))
    return cleared


def _why_aside(page: Page, position: int, body: _Body, habits: _Habits) -> str:
    line = page.lines[position]
    if _at_edge(page, position):
        if _is_page_number(page, line, habits):
            return "page number"
        if _pattern(line.text) in habits.running:
            return "running head or foot"
    if habits.numbers_lines and _FIFTH_LINE.match(line.text):
        return "line number in the margin"
    outside = line.right < body.left + 2 or line.left > body.right - 2
    small = line.size < 0.88 * body.size
    if (
        (outside or small)
        and line.right - line.left < _NARROW * page.width
        and _alongside(page, line, body.size)
    ):
        return NOTE
    return ""


def _is_page_number(page: Page, line: Line, habits: _Habits) -> bool:
    if (
        line.text.isdecimal()
        and habits.offset is not None
        and whole(line.text) - page.number == habits.offset
    ):
        return True
    return bool(_PAGE_NUMBER.match(line.text)) and _clear_of_text(page, line)


def _page_offset(pages: list[Page]) -> int | None:
    """Page number less sheet number, where it is the same on a third of the pages."""
    counts = Counter(
        int(line.text) - page.number
        for page in pages
        for position, line in enumerate(page.lines)
        if _at_edge(page, position) and line.text.isdecimal() and len(line.text) < 5
    )
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= max(3, len(pages) // 3) else None


def _numbers_lines(pages: list[Page]) -> bool:
    """Whether every fifth line is numbered, as in printed bills: 5, 10, 15 on page after page."""
    counts = Counter(line.text for page in pages for line in page.lines if _FIFTH_LINE.match(line.text))
    return all(counts[number] >= max(2, len(pages) // 4) for number in ("5", "10", "15"))


def _letter_size(page: Page) -> float:
    """The letter size that most of the page is set in."""
    sizes: Counter[float] = Counter()
    for line in page.lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _at_edge(page: Page, position: int) -> bool:
    return position < _EDGE_LINES or position >= len(page.lines) - _EDGE_LINES


def _clear_of_text(page: Page, line: Line) -> bool:
    """A page number stands in the outer eighth of the page."""
    return line.bottom > 0.86 * page.height or line.top < 0.14 * page.height


def _pattern(text: str) -> str:
    return _DIGITS.sub("#", text.lower()).strip()


def _running_lines(pages: list[Page]) -> frozenset[str]:
    """Lines that come back, but for their numbers, at the edge of a third of the pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = {_pattern(line.text) for position, line in enumerate(page.lines) if _at_edge(page, position)}
        counts.update(pattern for pattern in edge if any(letter.isalpha() for letter in pattern))
    # A sentence of the law may open many pages of a form; a page head is no numbered sentence.
    needed = max(3, len(pages) // 3)
    return frozenset(
        pattern
        for pattern, count in counts.items()
        if count >= needed and (len(pattern) < _SHORT or not starts_unit(pattern.replace("#", "1")))
    )


def _body(page: Page) -> _Body:
    """From where the first long line begins to where the last one ends."""
    long = [line for line in page.lines if line.right - line.left > 0.35 * page.width]
    size = _letter_size(page)
    if len(long) < 3:
        return _Body(0.0, page.width, size)
    return _Body(min(line.left for line in long), max(line.right for line in long), size)


def _alongside(page: Page, line: Line, size: float) -> bool:
    """Whether a line of the law, in its letter size, stands at about the same height."""
    return any(
        other is not line
        and other.size > 0.9 * size
        and (other.right <= line.left + 2 or other.left >= line.right - 2)
        and other.right - other.left > line.right - line.left
        and min(other.top, line.top) - max(other.bottom, line.bottom) > -0.5 * size
        for other in page.lines
    )
