"""Heads and feet that a printer repeats on every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.patterns import regex
from checker.readers.paragraphs import starts_unit
from checker.source import Block

NUMBER_AT_END = regex(r"^\d{1,4}\s+(?=\D)|(?<=\D)\s+\d{1,4}$")
PAGE_NUMBER = regex(r"^\d{1,3}$")  # four figures are the year of an Act
_LONGEST_HEAD = 70
_TIMES = 4
_TIMES_ALONE = 10
_TIMES_NAMED = 3
_NAMED = regex(r"\b(?:Act|Bill|Ordinance), No\. ?\d+ of \d{4}$")


def running_heads(blocks: Sequence[Block], *, printed: bool) -> frozenset[str]:
    """Short texts that come back with a rising page number: before it on even pages, after it on odd.

    In a text known to be ``printed`` with numbered lines a head may also stand alone, its number lost.
    """
    before: dict[str, list[int]] = {}
    after: dict[str, list[int]] = {}
    for block in blocks:
        found = NUMBER_AT_END.search(block.text) if len(block.text) <= _LONGEST_HEAD else None
        if found and not starts_unit(block.text):
            numbers = before if found.start() == 0 else after
            bare = NUMBER_AT_END.sub("", block.text)
            numbers.setdefault(bare, []).append(int(found.group()))
    heads = {bare for bare in before.keys() & after.keys() if _rising([*before[bare], *after[bare]])}
    for numbers in (before, after):
        heads.update(bare for bare, pages in numbers.items() if len(pages) >= _TIMES and _one_sided(pages))
    alone = Counter(block.text for block in blocks if _is_short(block))
    heads.update(text for text, times in alone.items() if printed and times >= _TIMES_ALONE)
    heads.update(text for text, times in alone.items() if times >= _TIMES_NAMED and _NAMED.search(text))
    return frozenset(bare for bare in heads if any(map(str.isalpha, bare)))


def _is_short(block: Block) -> bool:
    return len(block.text) <= _LONGEST_HEAD and block.text[-1:] not in ".;:,-" and not starts_unit(block.text)


def _rising(pages: list[int]) -> bool:
    return len(pages) >= _TIMES and len(set(pages)) == len(pages)


def _one_sided(pages: list[int]) -> bool:
    """Page numbers of left-hand or of right-hand pages only, each greater than the last."""
    steps = [later - earlier for earlier, later in pairwise(pages)]
    return all(step > 0 and step % 2 == 0 for step in steps)
