"""Plain text: paragraphs parted by blank lines or by the numbers they begin with."""

from __future__ import annotations

from checker.readers.characters import raised_numbers
from checker.readers.decoding import decoded
from checker.readers.paragraphs import paragraphs, parted_by_blanks, wrap_width
from checker.readers.print_marks import set_printing_aside
from checker.readers.reading import File, Reading
from checker.source import Block


def read_plain_text(file: File) -> Reading:
    """The paragraphs of a text file; ``where`` is the line each begins on."""
    reading = Reading()
    lines = raised_numbers(decoded(file)).replace("\f", "\n").split("\n")
    for paragraph in paragraphs(lines, wrap_width(lines), loose=parted_by_blanks(lines)):
        reading.place(Block(paragraph.text, where=f"line {paragraph.line}"))
    set_printing_aside(reading)
    return reading
