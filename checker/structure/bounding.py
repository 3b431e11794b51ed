"""Own texts of a bounded length: what a file ran together, parted again at the ends of sentences.

Every finding is read, shown and named with the text of its provision, so the cost of a provision grows with
the square of its length. No paragraph that a person wrote comes near the bound.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.words import sentence_spans
from checker.structure.node import LONGEST_TEXT, Node


def bound(root: Node) -> None:
    """Hang what is beyond ``LONGEST_TEXT`` code points of a text below its unit, as paragraphs of it."""
    stack = [root]
    while stack:
        node = stack.pop()
        stack.extend(node.children)
        if len(node.text) > LONGEST_TEXT:
            node.text, *rest = parts_of(node.text)
            node.children[:0] = [_part(node, text) for text in rest]


def parts_of(text: str) -> Iterator[str]:
    """A text in parts within the bound, each as many sentences as it holds; nothing but spaces is lost."""
    start = end = 0
    for first, last in sentence_spans(text):
        if last - start > LONGEST_TEXT and end > start:
            yield text[start:end].strip()
            start = first
        end = last
    yield text[start:end].strip()


def _part(node: Node, text: str) -> Node:
    return Node("indent", text=text, role=node.role, where=node.where, quoted=node.quoted, parent=node)
