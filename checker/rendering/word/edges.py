"""Edges of marked words: letters tell them, and the signs round the letters belong to the quotation too."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from checker.rendering.word.letters import Letters, bare


class Edge(Struct, frozen=True):
    """A place in the text: an element of ``Letters.nodes`` and a code point in it."""

    node: int
    offset: int


def outer_signs(quote: str) -> tuple[str, str]:
    """The punctuation before the first and after the last letter of a quotation."""
    inside = [place for place, sign in enumerate(quote) if bare(sign)]
    return (quote[: inside[0]], quote[inside[-1] + 1 :]) if inside else ("", "")


def on_over(letters: Letters, edge: Edge, signs: str) -> Edge:
    """The edge moved on over marks of its last letter, then over ``signs`` as far as they stand there."""
    text = letters.nodes[edge.node].text or ""
    offset = edge.offset
    while offset < len(text) and unicodedata.category(text[offset]) in ("Mn", "Cf"):
        offset += 1
    reached, node = Edge(edge.node, offset), edge.node
    for sign in "".join(signs.split()):
        while (there := (letters.nodes[node].text or "")[offset : offset + 1]) != sign:
            if there and not _unread(there):
                return reached
            offset += 1
            if not there:
                if not _together(letters, node, node + 1):
                    return reached
                node, offset = node + 1, 0
        offset += 1
        reached = Edge(node, offset)
    return reached


def back_over(letters: Letters, edge: Edge, signs: str) -> Edge:
    """The edge moved back over ``signs`` as far as they stand there."""
    reached, node, offset = edge, edge.node, edge.offset
    for sign in reversed("".join(signs.split())):
        while (there := (letters.nodes[node].text or "")[max(offset - 1, 0) : offset]) != sign:
            if there and not _unread(there):
                return reached
            offset -= 1
            if not there:
                if not _together(letters, node - 1, node):
                    return reached
                node -= 1
                offset = len(letters.nodes[node].text or "")
        offset -= 1
        reached = Edge(node, offset)
    return reached


def _unread(sign: str) -> bool:
    """Spaces run together when read, and marks without a shape are not read at all."""
    return sign.isspace() or unicodedata.category(sign) == "Cf"


def _together(letters: Letters, one: int, other: int) -> bool:
    """Whether two text elements are in one paragraph."""
    if one < 0 or other >= len(letters.nodes):
        return False
    return letters.holders[one] is letters.holders[other]
