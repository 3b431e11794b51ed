"""What a reader hands over: the text of a file in blocks, with what the format knows of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["text", "heading", "item", "cell", "footnote", "note"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table cell, in reading order.

    ``level`` is the Akoma Ntoso element name when the format itself says what the block is
    («article», «paragraph», «point»); ``number`` its printed or automatic number with its
    punctuation («132.», «1)», «(a)»); ``depth`` the nesting the format knows (0: unknown);
    ``heading`` the heading the format gives apart from the text; ``where`` a place a person
    can find («line 12», «page 3», «table 2, row 4»).
    """

    text: str
    kind: BlockKind = "text"
    level: str = ""
    number: str = ""
    heading: str = ""
    depth: int = 0
    bold: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Text that was seen but stands in no provision, where and why: shown, never dropped."""

    where: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read.

    ``characters`` counts the non-space code points of the blocks and of ``unplaced``: text that may
    be law and has no place. ``set_aside`` is what was recognised as no part of the law (page heads,
    menus, metadata, editors' notes); it is kept and shown, and not counted.
    """

    path: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    characters: int
    title: str = ""
    unplaced: tuple[Unplaced, ...] = field(default=())
    set_aside: tuple[Unplaced, ...] = field(default=())
