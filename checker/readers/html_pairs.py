"""Pairs of boxes on a page that set a law in two languages side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lxml import etree
from msgspec import Struct

from checker.readers.bilingual import sides_of
from checker.readers.characters import count_characters
from checker.readers.html_main import shown_text
from checker.readers.markup import local_name

_BOXES = frozenset({"div", "section", "article", "td", "p", "blockquote"})
_HOLDERS = frozenset({"div", "section", "article", "main", "body", "li"})
_MOST_OF_PAGE = 0.6  # of the text stands in such pairs


class Pair(Struct, frozen=True):
    """A box of the law and the box with the same in the other language."""

    main: etree._Element
    other: etree._Element


def language_pairs(
    body: etree._Element, left_out: Collection[etree._Element]
) -> Mapping[etree._Element, Pair]:
    """The elements that hold such a pair and nothing else; none where the page is not made of them."""
    found: dict[etree._Element, tuple[etree._Element, etree._Element]] = {}
    for node in body.iter(*_HOLDERS):
        boxes = [child for child in node if local_name(child)]
        if len(boxes) == 2 and _is_pair(node, boxes) and not any(box in left_out for box in (node, *boxes)):
            found[node] = (boxes[0], boxes[1])
    outer = {node: pair for node, pair in found.items() if not _inside(node, found)}
    texts = {node: (shown_text(pair[0]), shown_text(pair[1])) for node, pair in outer.items()}
    sides = sides_of(list(texts.values()))
    paired = sum(count_characters(text) for pair in texts.values() for text in pair)
    if sides is None or paired < _MOST_OF_PAGE * count_characters(shown_text(body)):
        return {}
    return {node: Pair(pair[sides.main], pair[sides.other]) for node, pair in outer.items()}


def _is_pair(node: etree._Element, boxes: list[etree._Element]) -> bool:
    """Two boxes of one kind with no words between them."""
    between = [node.text, *(box.tail for box in boxes)]
    names = {local_name(box) for box in boxes}
    return len(names) == 1 and names <= _BOXES and not any((text or "").strip() for text in between)


def _inside(node: etree._Element, found: Collection[etree._Element]) -> bool:
    return any(above in found for above in node.iterancestors())
