"""What printing leaves in a text that was taken from a printed page: line numbers, page heads."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from checker.patterns import regex
from checker.readers.paragraphs import joined, refers_on, starts_unit
from checker.readers.print_heads import NUMBER_AT_END, PAGE_NUMBER, running_heads
from checker.readers.reading import Reading
from checker.readers.side_notes import SideNotes, is_section, note_interrupts
from checker.source import Block, BlockKind, Remark

_FIFTH_LINE = regex(r"^(?:[1-9]?[05])(?:\s+[1-9]?[05])*$")
#: A fifth-line number that slipped in front of the line: «20 (2) For the purpose …».
_LED_BY_NUMBER = regex(
    r"^([1-9]?[05])\s+(?=\(|PART\b|[^\W\d_])(?!(?:days?|years?|months?|weeks?|hours?|per\s?cent|суток|дней|лет)\b)"
)
#: One inside the line, where the words before and after it belong together.
_INSIDE = regex(
    r"(?<=[a-z,]) ([1-9]?[05]) (?=[A-Za-z(][\w()]*)"
    r"(?!(?:days?|years?|months?|weeks?|hours?|minutes?|per|members|persons|or|and|to|of|hundred|thousand"
    r"|million|lakhs?|rupees|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b)"
)
_NEEDS_NUMBER = regex(
    r"\b(?:sections?|paragraphs?|articles?|clauses?|parts?|chapters?|rules?|regulations?|schedules?|forms?"
    r"|than|exceed|exceeding|within|least|most|rupees|no|number|item|title),?$"
    r"|\d[\d\s,()a-z]{0,24}\b(?:to|and|or|of|by),?$",
    re.IGNORECASE,
)
_OPEN_END = regex(r"[^\W_](?<!\band)(?<!\bor)$")


def set_printing_aside(reading: Reading) -> None:
    """Sets fifth-line numbers, page heads and page numbers aside and closes the gaps they left.

    Only a text in which line numbers or numbered heads come back again and again was taken from
    print; any other is left as it is.
    """
    if any(block.row for block in reading.blocks):
        return  # a comparative table: whatever comes back in it is wording, row by row
    lines_numbered = _has_numbered_lines(reading.blocks)
    heads = running_heads(reading.blocks, printed=lines_numbered)
    if not lines_numbered and not heads:
        return
    remarks = [(remark, reading.blocks[remark.block]) for remark in reading.remarks]
    _set_again(reading, heads, lines_numbered=lines_numbered)
    reading.remarks = [_moved(remark, block, reading.blocks) for remark, block in remarks]


def _set_again(reading: Reading, heads: frozenset[str], *, lines_numbered: bool) -> None:
    blocks, reading.blocks = reading.blocks, []
    gap = interrupted = False
    notes = SideNotes(reading)
    for index, block in enumerate(blocks):
        around = {other.text for other in blocks[max(0, index - 1) : index + 2]}
        reason = _why_aside(block, heads, around, lines_numbered=lines_numbered)
        bare = _without_heads(reading, block, heads) if lines_numbered and not reason else block
        if not reason and lines_numbered and note_interrupts(notes, bare, blocks[index + 1 : index + 2]):
            gap = interrupted = True
            continue
        if reason:
            reading.set_aside(block.text, block.where, reason)
        else:
            if interrupted and _broken_off(reading.blocks[-1].text, bare):
                last = reading.blocks.pop()
                bare = replace(last, text=joined(last.text, bare.text))
            _place(reading, bare, gap=gap, lines_numbered=lines_numbered)
            notes.placed()
        gap = bool(reason)
        interrupted = interrupted and gap
    notes.finish()


def _moved(remark: Remark, block: Block, blocks: list[Block]) -> Remark:
    """The remark on its block where that now stands, perhaps as a part of another."""
    words = remark.quote or block.text
    near = range(min(remark.block, len(blocks) - 1), -1, -1)
    place = next((index for index in near if words in blocks[index].text), None)
    return replace(remark, block=near[0] if place is None else place)


def _has_numbered_lines(blocks: list[Block]) -> bool:
    """Whether 5, 10 and 15 stand alone again and again, and 6, 7, 8 do not, as in a table they would."""
    alone = Counter(block.text for block in blocks if PAGE_NUMBER.match(block.text))
    fifths = sorted(alone[number] for number in ("5", "10", "15"))
    return fifths[1] >= 3 and fifths[1] > 3 * max(alone[str(number)] for number in (6, 7, 8, 9, 11, 12))


def _why_aside(block: Block, heads: frozenset[str], around: set[str], *, lines_numbered: bool) -> str:
    if lines_numbered and _FIFTH_LINE.match(block.text):
        return "line number in the margin"
    if block.text in heads or NUMBER_AT_END.sub("", block.text) in heads:
        return "running head or foot"
    numbered = lines_numbered or (block.kind == "cell" and bool(around & heads))
    return "page number" if numbered and PAGE_NUMBER.match(block.text) else ""


def _without_heads(reading: Reading, block: Block, heads: frozenset[str]) -> Block:
    """A head that the text of the page was run together with: «Application of the Act anti terrorism»."""
    for head in heads:
        if block.text.endswith(f" {head}"):
            reading.set_aside(head, block.where, "running head or foot")
            block = replace(block, text=block.text[: -len(head)].rstrip())
    return block


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


def _broken_off(last: str, block: Block) -> bool:
    """Whether a note stood in the middle of a sentence: «… the Act,» / note / «No. 5 of 1979»."""
    begins = block.heading or is_section(block.text) or starts_unit(block.text, last)
    return last[-1:] not in ".;:-–—" and not begins


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
    lower = block.text[:1].islower() or (block.text[:1] == "(" and refers_on(last.text))
    return (lower or last.where == block.where) and not starts_unit(block.text, last.text)
