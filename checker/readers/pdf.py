"""PDF: the text layer, put back into paragraphs, without what the printer added to each page."""

from __future__ import annotations

from checker.errors import mark
from checker.readers.characters import count_characters
from checker.readers.pdf_layout import laid_out
from checker.readers.pdf_margins import clear_margins
from checker.readers.pdf_pages import read_pages
from checker.readers.pdf_paragraphs import place_page, words_of
from checker.readers.pdf_tables import may_compare, read_compared
from checker.readers.reading import File, Reading

_OCR = mark("run text recognition (OCR), for example «ocrmypdf», and give the searchable PDF")
_FEWEST_CHARACTERS_PER_PAGE = 8
_ENOUGH_LINES = 12


def read_pdf(file: File) -> Reading:
    """The paragraphs of a PDF; page heads, page numbers and margin numbers stand aside."""
    pages = read_pages(file)
    seen = sum(count_characters(line.text) for page in pages for line in page.lines)
    if seen < _FEWEST_CHARACTERS_PER_PAGE * len(pages):
        raise file.refuse("the PDF is a scan: its pages are pictures without text", _OCR)
    if may_compare(pages) and (compared := read_compared(file)) is not None:
        return compared
    reading = Reading()
    pages = clear_margins(pages, reading)
    words = words_of(line for page in pages for line in page.lines)
    whole = laid_out(pages)
    for page in pages:
        layout = laid_out([page]) if len(page.lines) >= _ENOUGH_LINES else whole
        place_page(page, layout, words, reading)
    return reading
