"""A line of the law: a piece of text with what stands at its head."""

from __future__ import annotations

import re

from msgspec import Struct, field

from checker.source import Block
from checker.structure.marks import Heading, Item


class Line(Struct):
    """One piece with what it opens; ``role`` is set for what is not the law's own text.

    ``again`` marks a section number that is printed twice, once for the heading and once for the text;
    ``margin`` is the line number that print had set before the line.
    """

    block: Block
    text: str
    heading: Heading | None = None
    items: list[Item] = field(default_factory=list)
    rest: str = ""
    role: str = ""
    quoted: bool = False
    again: bool = False
    margin: str = ""

    @property
    def plain(self) -> bool:
        """True for a paragraph without any number."""
        return not (self.heading or self.items)

    def put_aside(self, role: str) -> None:
        """Make it plain text of another role than the law's own."""
        self.role = self.role or role
        self.heading, self.items, self.rest = None, [], self.text


def is_article(line: Line) -> bool:
    """True for the heading of an article of the law itself."""
    return line.heading is not None and line.heading.kind == "article" and not line.quoted and not line.role


def is_division(line: Line) -> bool:
    """True for the heading of a part or chapter."""
    return line.heading is not None and line.heading.kind not in {"article", "schedule"}


def letters_of(text: str, limit: int) -> str:
    """The first letters and digits, lower case: what two printings of a heading have in common."""
    return re.sub(r"\W+", "", text).lower()[:limit]
