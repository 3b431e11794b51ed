"""A provision while the tree is still growing."""

from __future__ import annotations

from msgspec import Struct, field

from checker.draft import Role
from checker.structure.forms import Style

LONGEST_TEXT = 10_000
"""Code points of one own text. The longest paragraphs of real laws stay well below."""


class Node(Struct, eq=False):
    """One unit of the law; ``style`` is how its number is printed, empty for unnumbered paragraphs.

    ``printed`` is what stands beside the number on the page and is told by the label alone: the word
    «PART» of «PART II», a section number printed a second time.
    """

    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    style: Style = ""
    word: str = ""
    printed: str = ""
    role: Role = "norm"
    where: str = ""
    quoted: bool = False
    closing: bool = False
    proviso: bool = False
    remark: bool = False
    heading_open: bool = False
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    def add(self, child: Node) -> Node:
        """Hang the child under this node and give it back."""
        child.parent = self
        self.children.append(child)
        return child

    def say(self, text: str) -> None:
        """Add words to the own text."""
        self.text = f"{self.text} {text}" if self.text else text

    def last_words(self) -> str:
        """The words that stand last in the node, its children included."""
        node = self
        while node.children:
            node = node.children[-1]
        return node.text or node.heading
