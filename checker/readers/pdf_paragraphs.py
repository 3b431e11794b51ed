"""The lines of a printed page put back into paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from checker.readers.paragraphs import joined, starts_unit
from checker.readers.pdf_layout import Layout
from checker.readers.pdf_lines import Line, Page
from checker.readers.pdf_notes import Start, give_notes
from checker.readers.reading import Reading
from checker.source import Block


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """All words, to tell which are written with a hyphen."""
    return frozenset(word.strip('(«»"“”.,;:)').lower() for line in lines for word in line.text.split())


def place_page(page: Page, layout: Layout, words: frozenset[str], reading: Reading, where: str = "") -> None:
    """Places the lines of a page, or of a cell on it that is named ``where``, as paragraphs."""
    before: Line | None = None
    starts: list[Start] = []
    for line in page.lines:
        last = reading.blocks[-1] if reading.blocks else None
        carries_on = last is not None and (
            layout.carries_on(before, line) if before is not None else _over_the_page(last.text, line, layout)
        )
        if carries_on and last is not None:
            bold = last.bold and line.bold
            reading.blocks[-1] = replace(last, text=joined(last.text, line.text, words), bold=bold)
        else:
            starts.append(Start(line, len(reading.blocks)))
            reading.place(Block(line.text, bold=line.bold, where=where or f"page {page.number}"))
        before = line
    give_notes(page, starts, reading)


def _over_the_page(last: str, line: Line, layout: Layout) -> bool:
    """Whether the first line of a page ends the sentence that the page before began."""
    if not last or starts_unit(line.text, last) or last.isupper() != line.text.isupper():
        return False
    open_sentence = last[-1] not in '.;:!?»”"'
    return open_sentence and (line.text[0].islower() or layout.reaches_margin(len(last)))
