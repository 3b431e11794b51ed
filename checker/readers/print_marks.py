"""What printing leaves in a text that was taken from a printed page: line numbers, page heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from checker.readers.paragraphs import joined, starts_unit
from checker.readers.reading import Reading
from checker.source import Block, BlockKind

_FIFTH_LINE = re.compile(r"^(?:[1-9]?[05])(?:\s+[1-9]?[05])*$")
#: A fifth-line number that slipped in front of the line: «20 (2) For the purpose …».
_LED_BY_NUMBER = re.compile(
    r"^([1-9]?[05])\s+(?=\(|PART\b|[^\W\d_])(?!(?:days?|years?|months?|weeks?|hours?|per\s?cent|суток|дней|лет)\b)"
)
#: One inside the line, where the words before and after it belong together.
_INSIDE = re.compile(
    r"(?<=[a-z,]) ([1-9]?[05]) (?=[A-Za-z(][\w()]*)"
    r"(?!(?:days?|years?|months?|weeks?|hours?|minutes?|per|members|persons|or|and|to|of|hundred|thousand"
    r"|million|lakhs?|rupees|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b)"
)
_NEEDS_NUMBER = re.compile(
    r"\b(?:sections?|paragraphs?|articles?|clauses?|parts?|chapters?|rules?|regulations?|schedules?|forms?"
    r"|than|exceed|exceeding|within|least|most|rupees|no|number|item|title),?$"
    r"|\d[\d\s,()a-z]{0,24}\b(?:to|and|or|of|by),?$",
    re.IGNORECASE,
)
_NUMBER_AT_END = re.compile(r"^\d{1,4}\s+(?=\D)|(?<=\D)\s+\d{1,4}$")
_PAGE_NUMBER = re.compile(r"^\d{1,3}$")  # four figures are the year of an Act
_OPEN_END = re.compile(r"[^\W_](?<!\band)(?<!\bor)$")
_LONGEST_HEAD = 70
_TIMES = 4


def set_printing_aside(reading: Reading) -> None:
    """Sets fifth-line numbers, page heads and page numbers aside and closes the gaps they left.

    Only a text in which line numbers or numbered heads come back again and again was taken from
    print; any other is left as it is.
    """
    lines_numbered = _has_numbered_lines(reading.blocks)
    heads = _heads(reading.blocks)
    if not lines_numbered and not heads:
        return
    blocks, reading.blocks = reading.blocks, []
    gap = False
    for block in blocks:
        reason = _why_aside(block, heads, lines_numbered=lines_numbered)
        if reason:
            reading.set_aside(block.text, block.where, reason)
        else:
            _place(reading, block, gap=gap, lines_numbered=lines_numbered)
        gap = bool(reason)


def _has_numbered_lines(blocks: list[Block]) -> bool:
    """Whether 5, 10 and 15 stand alone again and again, and 6, 7, 8 do not, as in a table they would."""
    alone = Counter(block.text for block in blocks if _PAGE_NUMBER.match(block.text))
    fifths = sorted(alone[number] for number in ("5", "10", "15"))
    return fifths[1] >= 3 and fifths[1] > 3 * max(alone[str(number)] for number in (6, 7, 8, 9, 11, 12))


def _heads(blocks: list[Block]) -> frozenset[str]:
    """Short texts that come back with a rising page number: before it on even pages, after it on odd."""
    before: dict[str, list[int]] = {}
    after: dict[str, list[int]] = {}
    for block in blocks:
        found = _NUMBER_AT_END.search(block.text) if len(block.text) <= _LONGEST_HEAD else None
        if found and not starts_unit(block.text):
            numbers = before if found.start() == 0 else after
            bare = _NUMBER_AT_END.sub("", block.text)
            numbers.setdefault(bare, []).append(int(found.group()))
    heads = {bare for bare in before.keys() & after.keys() if _rising([*before[bare], *after[bare]])}
    for numbers in (before, after):
        heads.update(bare for bare, pages in numbers.items() if len(pages) >= _TIMES and _one_sided(pages))
    return frozenset(bare for bare in heads if any(map(str.isalpha, bare)))


def _rising(pages: list[int]) -> bool:
    return len(pages) >= _TIMES and len(set(pages)) == len(pages)


def _one_sided(pages: list[int]) -> bool:
    """Page numbers of left-hand or of right-hand pages only, each greater than the last."""
    steps = [later - earlier for earlier, later in pairwise(pages)]
    return all(step > 0 and step % 2 == 0 for step in steps)


def _why_aside(block: Block, heads: frozenset[str], *, lines_numbered: bool) -> str:
    if lines_numbered and _FIFTH_LINE.match(block.text):
        return "line number in the margin"
    if block.text in heads or _NUMBER_AT_END.sub("", block.text) in heads:
        return "running head or foot"
    return "page number" if lines_numbered and _PAGE_NUMBER.match(block.text) else ""


def _place(reading: Reading, block: Block, *, gap: bool, lines_numbered: bool) -> None:
    led = _LED_BY_NUMBER.match(block.text) if lines_numbered else None
    if led:
        reading.set_aside(led.group(1), block.where, "line number in the margin")
        block = replace(block, text=block.text[led.end() :])
    if lines_numbered:
        block = replace(block, text=_without_inner_numbers(reading, block), kind=_not_cell(block))
    last = reading.blocks[-1] if reading.blocks else None
    if last is not None and (gap or lines_numbered) and _goes_on(last, block):
        reading.blocks[-1] = replace(last, text=joined(last.text, block.text))
    else:
        reading.place(block)


def _not_cell(block: Block) -> BlockKind:
    """Tables in a text taken from print only place the words on the page."""
    return "text" if block.kind == "cell" else block.kind


def _without_inner_numbers(reading: Reading, block: Block) -> str:
    def bare(found: re.Match[str]) -> str:
        if _NEEDS_NUMBER.search(block.text[: found.start()]):
            return found.group()
        reading.set_aside(found.group(1), block.where, "line number in the margin")
        return " "

    return _INSIDE.sub(bare, block.text)


def _goes_on(last: Block, block: Block) -> bool:
    if (
        block.heading
        or not last.kind == block.kind == "text"
        or last.bold != block.bold
        or not _OPEN_END.search(last.text)
    ):
        return False
    lower = block.text[:1].islower()
    return (lower or last.where == block.where) and not starts_unit(block.text, last.text)
