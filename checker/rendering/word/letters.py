"""The text of a Word file as bare letters and figures, and where in the file each of them stands.

Readers mend spaces, soft hyphens, raised figures and line ends; the letters and figures themselves no reader
changes. So a text of the draft is found again by them alone.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from lxml import etree
from msgspec import Struct

from checker.rendering.word.names import FALLBACK, MATH, namespace


class _Bare(dict[int, str]):
    """Code point to bare letters, worked out when first met: «Й» is «и», «¹» is «1», «-» is nothing."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code)).lower()
        self[code] = "".join(letter for letter in letters if letter.isalnum())
        return self[code]


_BARE = _Bare()


def bare(text: str) -> str:
    """The letters and figures of a text: composed marks, case, spaces and punctuation left out."""
    return text.translate(_BARE)


def offset_of(text: str, letter: int) -> int:
    """The code point of ``text`` that its ``letter``-th bare letter comes from."""
    seen = 0
    for offset, sign in enumerate(text):
        seen += len(_BARE[ord(sign)])
        if seen > letter:
            return offset
    return len(text)


class Paragraph(Struct, frozen=True):
    """A paragraph and its letters, half open."""

    node: etree._Element
    start: int
    end: int


class Letters(Struct, frozen=True):
    """All letters of some parts; the text elements they stand in, the paragraph and first letter of each."""

    text: str
    nodes: tuple[etree._Element, ...]
    holders: tuple[etree._Element, ...]
    starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    paragraph_starts: tuple[int, ...]

    def node_at(self, letter: int) -> int:
        """The position in ``nodes`` of the element that holds the letter."""
        return bisect_right(self.starts, letter) - 1

    def paragraph_at(self, letter: int) -> Paragraph:
        """The paragraph that holds the letter."""
        return self.paragraphs[bisect_right(self.paragraph_starts, letter) - 1]

    def column_at(self, letter: int) -> int:
        """The place of the letter's cell in its table row, from 1; 0 outside tables."""
        node = self.paragraph_at(letter).node
        cell = next(node.iterancestors(f"{{{namespace(node)}}}tc"), None)
        return 0 if cell is None else 1 + sum(1 for _ in cell.itersiblings(cell.tag, preceding=True))


def letters_of(roots: Iterable[etree._Element]) -> Letters:
    """The letters of parts, paragraph by paragraph; those of a text box follow the paragraph that holds it.

    Deleted and hidden words are left out, as is what a file repeats for old programs.
    """
    pieces: list[str] = []
    nodes: list[etree._Element] = []
    holders: list[etree._Element] = []
    starts: list[int] = []
    paragraphs: list[Paragraph] = []
    length = 0
    for root in roots:
        for paragraph, texts in _paragraphs(root):
            begin = length
            for node in texts:
                pieces.append(bare(node.text or ""))
                nodes.append(node)
                holders.append(paragraph)
                starts.append(length)
                length += len(pieces[-1])
            if length > begin:
                paragraphs.append(Paragraph(paragraph, begin, length))
    found = tuple(paragraph.start for paragraph in paragraphs)
    text = "".join(pieces)
    return Letters(text, tuple(nodes), tuple(holders), tuple(starts), tuple(paragraphs), found)


def _paragraphs(root: etree._Element) -> Iterable[tuple[etree._Element, list[etree._Element]]]:
    space = namespace(root)
    paragraph, text = f"{{{space}}}p", f"{{{space}}}t"
    unread = _unread(root, space)
    texts: dict[etree._Element, list[etree._Element]] = {}
    for node in root.iter(paragraph, text, *(f"{{{math}}}t" for math in MATH)):
        if node.tag == paragraph:
            texts[node] = []
        elif node not in unread:
            holder = next(node.iterancestors(paragraph), None)
            if holder is not None:
                texts[holder].append(node)
    return texts.items()


def _unread(root: etree._Element, space: str) -> set[etree._Element]:
    """Text elements that no reader takes for the law's: struck, moved away, hidden, repeated."""
    text = f"{{{space}}}t"
    gone = (node for name in ("del", "moveFrom") for node in root.iter(f"{{{space}}}{name}"))
    found = {node for holder in (*gone, *root.iter(FALLBACK)) for node in holder.iter(text)}
    for mark in root.iter(f"{{{space}}}vanish"):
        properties = mark.getparent()
        run = None if properties is None else properties.getparent()
        if run is not None and mark.get(f"{{{space}}}val") not in ("0", "false", "off", "none"):
            found.update(run.iterchildren(text))
    return found
