"""PDF: the text layer, put back into paragraphs, without what the printer added to each page."""

from __future__ import annotations

from dataclasses import replace

from checker.readers.characters import count_characters
from checker.readers.paragraphs import joined, starts_unit
from checker.readers.pdf_layout import Layout, laid_out
from checker.readers.pdf_lines import Line, Page
from checker.readers.pdf_margins import clear_margins
from checker.readers.pdf_notes import Start, give_notes
from checker.readers.pdf_pages import read_pages
from checker.readers.reading import File, Reading
from checker.source import Block

_OCR = "run text recognition (OCR), for example «ocrmypdf», and give the searchable PDF"
_FEWEST_CHARACTERS_PER_PAGE = 8
_ENOUGH_LINES = 12


def read_pdf(file: File) -> Reading:
    """The paragraphs of a PDF; page heads, page numbers and margin numbers stand aside."""
    pages = read_pages(file)
    seen = sum(count_characters(line.text) for page in pages for line in page.lines)
    if seen < _FEWEST_CHARACTERS_PER_PAGE * len(pages):
        raise file.refuse("the PDF is a scan: its pages are pictures without text", _OCR)
    reading = Reading()
    pages = clear_margins(pages, reading)
    words = frozenset(
        word.strip('(«»"“”.,;:)').lower()
        for page in pages
        for line in page.lines
        for word in line.text.split()
    )
    whole = laid_out(pages)
    for page in pages:
        layout = laid_out([page]) if len(page.lines) >= _ENOUGH_LINES else whole
        _place_page(page, layout, words, reading)
    return reading


def _place_page(page: Page, layout: Layout, words: frozenset[str], reading: Reading) -> None:
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
            reading.place(Block(line.text, bold=line.bold, where=f"page {page.number}"))
        before = line
    give_notes(page, starts, reading)


def _over_the_page(last: str, line: Line, layout: Layout) -> bool:
    """Whether the first line of a page ends the sentence that the page before began."""
    if not last or starts_unit(line.text, last) or last.isupper() != line.text.isupper():
        return False
    open_sentence = last[-1] not in '.;:!?»”"'
    return open_sentence and (line.text[0].islower() or layout.reaches_margin(len(last)))
