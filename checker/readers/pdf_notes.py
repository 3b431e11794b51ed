"""Notes that stand in the margin of a printed page, given to the section beside which they begin."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from checker.readers.paragraphs import joined, starts_unit
from checker.readers.pdf_lines import Line, Page
from checker.readers.reading import Reading
from checker.readers.side_notes import is_section

_SAME_HEIGHT = 1.0  # letter sizes between the base lines of a note and of its section
_NEXT_LINE = 1.8


class Start(Struct, frozen=True):
    """Where a block begins on the page: its first line and its place in the reading."""

    line: Line
    block: int


def give_notes(page: Page, starts: list[Start], reading: Reading) -> None:
    """Sets each note of the page as the heading of what begins beside it; others stay unplaced."""
    units = [start for start in starts if starts_unit(start.line.text)]
    sections = [start for start in units if is_section(start.line.text)]
    for lines in _gathered(page.notes, sections):
        text = lines[0].text
        for line in lines[1:]:
            text = joined(text, line.text)
        home = _beside(lines[0], sections) or _beside(lines[0], units)
        if home is None:
            reading.leave_unplaced(text, f"page {page.number}", "note in the margin")
            continue
        block = reading.blocks[home.block]
        reading.blocks[home.block] = replace(block, heading=f"{block.heading} {text}".strip())


def _gathered(notes: list[Line], sections: list[Start]) -> list[list[Line]]:
    """The lines of each note from top to bottom; a new note begins where a section does."""
    groups: list[list[Line]] = []
    for line in sorted(notes, key=lambda note: -note.bottom):
        above = groups[-1][-1] if groups else None
        follows = above is not None and above.bottom - line.bottom < _NEXT_LINE * max(above.size, line.size)
        if follows and _beside(line, sections) is None:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _beside(note: Line, starts: list[Start]) -> Start | None:
    def distance(start: Start) -> float:
        return abs(start.line.bottom - note.bottom)

    nearest = min(starts, key=distance, default=None)
    if nearest is None or distance(nearest) > _SAME_HEIGHT * max(note.size, nearest.line.size):
        return None
    return nearest
