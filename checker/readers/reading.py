"""The sheet a reader fills while it goes through a file: blocks in order, and what stays aside."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from checker.errors import DraftError, Problem
from checker.readers.characters import block_characters, count_characters, one_line
from checker.source import Block, Remark, Source, Unplaced


class File(Struct, frozen=True):
    """A file as it came: the name it was given under, its bytes, their SHA-256."""

    name: str
    content: bytes
    sha256: str

    def refuse(self, message: str, advice: str, line: int = 0, **values: object) -> DraftError:
        """The error to raise when the file cannot be read; ``values`` as in ``Problem``."""
        return DraftError(Problem(self.name, message, advice, line, values=tuple(values.items())))

    def too_deep(self) -> DraftError:
        """The error to raise for elements within elements without end."""
        return self.refuse("its elements are nested too deep", "save it again as a plain page or DOCX")


class Piece(Struct, frozen=True):
    """Some blocks read apart, and the remarks on them; ``Remark.block`` counts in these blocks."""

    blocks: tuple[Block, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Reading(Struct):
    """Blocks, and the text that is none, collected in reading order.

    ``before``, ``parallel`` and ``remarks`` are what a ``Source`` knows under these names.
    """

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    aside: list[Unplaced] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)
    parallel: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def place(self, block: Block) -> None:
        """Adds a block of the law; its text becomes one line, and an empty block is no block."""
        block = replace(
            block, text=one_line(block.text), number=one_line(block.number), heading=one_line(block.heading)
        )
        if block.text or block.number or block.heading:
            self.blocks.append(block)

    def apart(self, read: Callable[[], None]) -> Piece:
        """What ``read`` places, kept out of the law until it is known where it belongs."""
        blocks, remarks = self.blocks, self.remarks
        self.blocks, self.remarks = [], []
        try:
            read()
            return Piece(tuple(self.blocks), tuple(self.remarks))
        finally:
            self.blocks, self.remarks = blocks, remarks

    def set_aside(self, text: str, where: str, reason: str) -> None:
        """Keeps text that is surely not the law (a menu, a page number) with its place and the reason."""
        if text := one_line(text):
            self.aside.append(Unplaced(where, text, reason))

    def leave_unplaced(self, text: str, where: str, reason: str) -> None:
        """Keeps text that may be law and has no place in it: it counts as a gap in the reading."""
        if text := one_line(text):
            self.unplaced.append(Unplaced(where, text, reason))

    def source(self, file: File, format_name: str) -> Source:
        """The finished reading; every character stands in one block, unplaced or set aside."""
        placed = sum(map(block_characters, self.blocks))
        gaps = sum(count_characters(piece.text) for piece in self.unplaced)
        return Source(
            path=file.name,
            format=format_name,
            sha256=file.sha256,
            blocks=tuple(self.blocks),
            characters=placed + gaps,
            title=one_line(self.title),
            unplaced=tuple(self.unplaced),
            set_aside=tuple(self.aside),
            before=tuple(self.before),
            remarks=tuple(self.remarks),
            parallel=tuple(self.parallel),
        )
