"""How much of the text that was read stands in the provisions made of it.

Counted from the provisions themselves, word by word, so that a word which the structure loses shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from checker.draft import Coverage, Provision
from checker.patterns import regex
from checker.source import Block, Source, Unplaced
from checker.structure.lines import Line
from checker.structure.node import Node

_WORD = regex(r"[^\W_]+")
_REASONS = {"furniture": "page furniture", "foreign": "text in another language"}
_LOST = "lost between the file and the provisions"


def coverage_of(
    source: Source, lines: Sequence[Line], root: Node, provisions: Sequence[Provision]
) -> Coverage:
    """The characters of the law as read, those in the provisions, and what stands outside them.

    Marks of punctuation are not compared: «1)» becomes the number «1» of its provision.
    """
    outside = tuple(_outside(lines))
    lost = tuple(_lost(source.blocks, [piece.text for piece in outside], root, provisions))
    characters = source.characters - sum(count_characters(piece.text) for piece in outside)
    unplaced = (*source.unplaced, *lost)
    placed = characters - sum(count_characters(piece.text) for piece in unplaced)
    return Coverage(characters, placed, unplaced, (*source.set_aside, *outside))


def count_characters(text: str) -> int:
    """Code points that are not white space: what coverage is counted in."""
    return sum(map(len, text.split()))


def _outside(lines: Sequence[Line]) -> Iterator[Unplaced]:
    for line in lines:
        if line.role in _REASONS:
            yield Unplaced(line.block.where, line.text, _REASONS[line.role])
        if line.margin:
            yield Unplaced(line.block.where, line.margin, "line number in the margin")


def _lost(
    blocks: Sequence[Block], outside: Iterable[str], root: Node, provisions: Sequence[Provision]
) -> Iterator[Unplaced]:
    """The words of the blocks that are in no provision, each at the last block that has it."""
    read = _counted(text for block in blocks for text in (block.number, block.heading, block.text))
    parts = (text for one in provisions for text in (one.number, one.heading, one.text))
    missing = read - _counted(chain(outside, parts, _unit_words(root)))
    if not missing:
        return
    for block in blocks:
        for word in _words(block.number, block.heading, block.text):
            if missing[word]:
                missing[word] -= 1
                yield Unplaced(block.where, word, _LOST)


def _counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts; they are joined by the thousand, which takes half the time."""
    counted: Counter[str] = Counter()
    rest = iter(texts)
    while some := list(islice(rest, 1000)):
        counted.update(_WORD.findall("\n".join(some)))
    return counted


def _words(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(text)


def _unit_words(root: Node) -> Iterator[str]:
    """«Статья», «бап», «Part»: printed before the numbers, and part of the provisions' labels."""
    stack = [root]
    while stack:
        node = stack.pop()
        stack.extend(node.children)
        yield node.word
        yield node.printed
