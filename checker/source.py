"""What a reader hands over: the text of a file in blocks, with what the format knows of each."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

BlockKind = Literal["text", "heading", "item", "cell", "footnote", "note"]


class Block(Struct, frozen=True):
    """One paragraph, heading, list item or table cell, in reading order.

    ``level`` is the Akoma Ntoso element name when the format itself says what the block is
    («article», «paragraph», «point»); ``number`` its printed or automatic number with its
    punctuation («132.», «1)», «(a)»); ``depth`` the nesting the format knows (0: unknown);
    ``heading`` the heading the format gives apart from the text; ``where`` a place a person
    can find («line 12», «page 3», «table 2, row 4»). ``row`` is the row of a comparative table, counted
    through the file from 1, the same number in every column (0: no such table).
    """

    text: str
    kind: BlockKind = "text"
    level: str = ""
    number: str = ""
    heading: str = ""
    depth: int = 0
    bold: bool = False
    where: str = ""
    row: int = 0


class Remark(Struct, frozen=True):
    """What somebody says about a block: a comment in the file, the justification in a comparative table.

    ``block`` is the position of the block it belongs to in ``Source.blocks``; ``quote`` the words it hangs
    on, empty for the whole block.
    """

    kind: Literal["comment", "justification"]
    text: str
    block: int
    author: str = ""
    quote: str = ""


class Unplaced(Struct, frozen=True):
    """Text that was seen but stands in no provision, where and why: shown, never dropped."""

    where: str
    text: str
    reason: str = ""


class Source(Struct, frozen=True):
    """A file as read.

    ``characters`` counts the non-space code points of the blocks and of ``unplaced``: text that may
    be law and has no place. ``set_aside`` is what was recognised as no part of the law (page heads,
    menus, metadata, editors' notes); it is kept and shown, and not counted.

    ``before`` is the wording that the blocks change, where the file holds both: the column «in force» of
    a comparative table, a text with its tracked changes rejected. ``parallel`` is the same law in another
    language, printed beside it.
    """

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    characters: int
    title: str = ""
    unplaced: tuple[Unplaced, ...] = field(default=())
    set_aside: tuple[Unplaced, ...] = field(default=())
    before: tuple[Block, ...] = field(default=())
    remarks: tuple[Remark, ...] = field(default=())
    parallel: tuple[Block, ...] = field(default=())


class Limits(Struct, frozen=True):
    """How much is read of one file: code points that are not white space, and paragraphs.

    What has more is mostly no law; it takes a hundred megabytes of memory for each million code points.
    """

    characters: int
    pieces: int


USUAL = Limits(6_000_000, 50_000)
"""Some 2,500 pages: the longest codes have half of it, and a third of the paragraphs."""
HUGE = Limits(100_000_000, 2_000_000)
"""For whoever knows that the file is a collection of laws."""
