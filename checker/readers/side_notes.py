"""Side notes: what gazettes print in the margin of a section («Short title») becomes its heading.

Acts of the Westminster tradition set the heading of a section in small letters beside its first
lines, so that in the text layer its words fall between those of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from checker.patterns import regex
from checker.readers.reading import Reading
from checker.source import Block

_SECTION = regex(r"[\"“]?\d{1,3}[A-Z]{0,2}\s?\.(?!\d)")
_OPEN = regex(r"(?:\b(?:of|a|an|the|to|for|by|in|on|with|and|or|before|under|beyond)|[-–—,])$")
_NEAR = 8  # blocks between a section's first line and the last words of its note
_FIRST_LINES = 3
_LONGEST = 60
# Words of a sentence, of a division heading, of a date or number
_NO_NOTE = regex(
    r"\b(?:shall|must|is|are|was|means|PART|Part|Chapter|No\.|Act –)|^Act\b|\d$|^[A-Z][a-z]* Act$"
)
_LONGEST_IN_CELL = 120
_SENTENCE = 30
_REASON = "note in the margin"


class SideNotes(Struct):
    """Gives notes to the sections they stand beside; ``held`` waits for the next section."""

    reading: Reading
    held: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str, where: str, first: int) -> None:
        """A piece of a note beside the blocks from ``first`` on, or between the last and the next."""
        text = " ".join(text.split())
        if not text:
            return
        beside = self._beside(first)
        if beside is not None:
            block = self.reading.blocks[beside]
            self.reading.blocks[beside] = replace(block, heading=f"{block.heading} {text}".strip())
            return
        index = self._section()
        heading = self.reading.blocks[index].heading if index is not None else ""
        begins = text[:1].isupper() and bool(heading) and not _OPEN.search(heading)
        if index is None or begins or (self.held and not heading):
            self.held.append((text, where))
        else:
            self.reading.blocks[index] = replace(
                self.reading.blocks[index], heading=f"{heading} {text}".strip()
            )

    def share(self, notes: list[str], first: int, where: str) -> None:
        """Gives notes to the sections from ``first`` on: one each, or all to the first of them."""
        sections = [
            index
            for index in range(first, len(self.reading.blocks))
            if is_section(self.reading.blocks[index].text)
        ]
        if len(sections) != len(notes) or not sections:
            self.add(" ".join(notes), where, first)
            return
        for index, note in zip(sections, notes, strict=True):
            self.reading.blocks[index] = replace(self.reading.blocks[index], heading=note)

    def awaits(self) -> bool:
        """Whether a section began on the last lines and has no heading, or one that goes on."""
        index = self._section(_FIRST_LINES)
        heading = self.reading.blocks[index].heading if index is not None else "-"
        return index is not None and (not heading or bool(_OPEN.search(heading)))

    def belongs(self, text: str) -> bool:
        """Whether a line of small letters alone may be a note: short, and after the first section."""
        return len(text) <= _LONGEST and any(is_section(block.text) for block in self.reading.blocks)

    def placed(self) -> None:
        """To be called after a block was placed: a section takes the notes that wait for it."""
        block = self.reading.blocks[-1] if self.reading.blocks else None
        if block is not None and self.held and is_section(block.text):
            heading = " ".join(text for text, _ in self.held)
            self.reading.blocks[-1] = replace(block, heading=f"{block.heading} {heading}".strip())
            self.held = []

    def finish(self) -> None:
        """Notes that no section took stay unplaced: they may belong to the law."""
        for text, where in self.held:
            self.reading.leave_unplaced(text, where, _REASON)
        self.held = []

    def _beside(self, first: int) -> int | None:
        """The section that begins on these lines; before the first of all, the preamble."""
        blocks = self.reading.blocks
        for index in range(first, len(blocks)):
            if is_section(blocks[index].text):
                return index
        began = any(is_section(block.text) for block in blocks)
        return None if began or first >= len(blocks) else first

    def _section(self, near: int = _NEAR) -> int | None:
        """The section that began a few blocks ago."""
        blocks = self.reading.blocks
        for index in range(len(blocks) - 1, max(-1, len(blocks) - 1 - near), -1):
            if is_section(blocks[index].text):
                return index
        return None


def note_interrupts(notes: SideNotes, block: Block, following: Sequence[Block]) -> bool:
    """Gives a note that stands on lines of its own among the first lines of a section to it.

    Only for texts taken from print. A section without a heading that has just begun awaits its
    note; further on, a note is told by the small letter with which the sentence goes on after it.
    """
    blocks = notes.reading.blocks
    if not _reads_as_note(block) or not any(is_section(placed.text) for placed in blocks):
        return False
    open_before = blocks[-1].text[-1:].isalnum() or blocks[-1].text.endswith(",")
    goes_on = open_before and any(after.text[:1].islower() for after in following)
    if not (notes.awaits() or goes_on):
        return False
    notes.add(block.text, block.where, len(blocks))
    return True


def _reads_as_note(block: Block) -> bool:
    text = block.text
    if block.kind != "text" or not (3 < len(text) <= _LONGEST_IN_CELL and text[0].isupper()):
        return False
    return text[-1].isalnum() and not text.isupper() and not _NO_NOTE.search(text) and not is_section(text)


def note_and_section(cells: Sequence[str]) -> str:
    """The cell of a table row that is the side note of the section in the only other cell; else empty.

    A comparative table has more cells, a list of figures no sentence.
    """
    filled = [text for text in cells if text]
    if len(filled) != 2:
        return ""
    note, section = sorted(filled, key=is_section)
    told = is_section(section) and len(section) > _SENTENCE and section.count(" ") > note.count(" ")
    short = len(note) <= _LONGEST_IN_CELL and note[0].isupper() and note[-1] not in ".;:" and note.isascii()
    return note if told and short and not is_section(note) else ""


def is_section(text: str) -> bool:
    """Whether the text begins with the number of a section («2. (1) …»)."""
    return bool(_SECTION.match(text))
