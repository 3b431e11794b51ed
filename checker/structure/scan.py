"""Pieces of text read as lines of a law: what each opens, which are contents, notes or quotations."""

from __future__ import annotations

import re
from itertools import takewhile
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.source import Block
from checker.structure.marks import EN_NUMBERED, EN_TITLED, Heading, Item, read_heading, read_items
from checker.structure.numbers import follows, number_key
from checker.structure.quotes import quoted_lines
from checker.structure.roles import CONTENTS, EXPLANATORY, FURNITURE, NOTE, NOTE_GOES_ON

_QUOTATION_MARKS = '"«“„'
MAX_SECTION_GAP = 12  # repealed sections in a row; a larger leap is a number inside a sentence


@dataclass(slots=True)
class Line:
    """One piece with what stands at its head; ``role`` is set for what is not the law's own text."""

    block: Block
    text: str
    heading: Heading | None = None
    items: list[Item] = field(default_factory=list)
    rest: str = ""
    role: str = ""
    quoted: bool = False
    again: bool = False

    @property
    def plain(self) -> bool:
        """True for a paragraph without any number."""
        return not (self.heading or self.items)


def scan(blocks: Sequence[Block]) -> list[Line]:
    """The lines of the law in reading order."""
    lines = [_read(block) for block in blocks]
    _mark_notes(lines)
    for line, quoted in zip(lines, quoted_lines([line.text for line in lines], _outside(lines)), strict=True):
        line.quoted = quoted
    _mark_explanatory(lines)
    if not _has_articles(lines):
        _number_sections(lines)
    _mark_contents(lines)
    return lines


def _read(block: Block) -> Line:
    number = (
        "" if block.level or not block.number or block.text.startswith(block.number) else block.number + " "
    )
    text = re.sub(r"[\s\u200b\ufeff]+", " ", number + block.text).strip()
    line = Line(block, text, rest=text)
    if FURNITURE.match(text):
        line.role = "furniture"
    elif block.kind == "footnote":
        line.role = "note"
    elif block.kind != "cell":
        line.heading = read_heading(text)
        if line.heading:
            line.rest = line.heading.rest
        else:
            line.items, line.rest = read_items(text)
    return line


def _mark_notes(lines: list[Line]) -> None:
    """Editors' notes; the heading of one («Примечание ИЗПИ!») takes the paragraph below with it."""
    goes_on = False
    for line in lines:
        if line.role:
            continue
        if NOTE.match(line.text) or (goes_on and line.plain):
            line.role = "note"
            line.heading, line.items, line.rest = None, [], line.text
        goes_on = line.role == "note" and bool(NOTE_GOES_ON.match(line.text))


def _outside(lines: list[Line]) -> list[bool]:
    """Lines that stand outside every quotation: printed headings, and the next article of the law itself."""
    outside = []
    current = ""
    quoted_last = ""
    for line in lines:
        number = line.heading.number if line.heading and line.heading.kind == "article" else ""
        own = bool(number) and bool(current) and number == str(int(number_key(current)[0]) + 1) != quoted_last
        own = own and not (quoted_last and follows(quoted_last, number) and quoted_last != current)
        if number and line.text[0] in _QUOTATION_MARKS:
            quoted_last = number
        elif number and (own or not current):
            current, quoted_last = number, ""
        elif number:
            quoted_last = number
        heading_block = line.block.kind == "heading" and line.text[:1] not in _QUOTATION_MARKS
        outside.append(heading_block or own)
    return outside


def _mark_explanatory(lines: list[Line]) -> None:
    """A bill's explanatory statement repeats each clause in other words: none of it is law."""
    total = len(lines)
    for index, line in enumerate(lines):
        if EXPLANATORY.match(line.text) and index > total // 3:
            for later in lines[index:]:
                later.role = later.role or "explanatory"
                later.heading = None
            return


def _has_articles(lines: list[Line]) -> bool:
    """True when the law prints a word before its article numbers («Article 5», «Статья 5», «5-бап»)."""
    numbers = [
        line.heading.number
        for line in takewhile(lambda line: not (line.heading and line.heading.kind == "schedule"), lines)
        if line.heading and line.heading.kind == "article" and not line.quoted
    ]
    if not numbers:
        return False
    chain = sum(follows(first, second) for first, second in zip(numbers, numbers[1:], strict=False))
    return (
        chain >= 2
        or (numbers[0] == "1" and chain == len(numbers) - 1)
        or (len(numbers) == 1 and len(lines) < 40)
    )


def _number_sections(lines: list[Line]) -> None:
    """Sections that are printed as a bare number («30.—(1)»): those that count up through the law."""
    current = "0"
    in_schedule = False
    head = body = 0
    cyrillic = sum(bool(re.match(r"\W*[Ѐ-ӿ]", line.rest)) for line in lines) > len(lines) // 2
    for line in lines:
        if line.heading:
            in_schedule = current != "0" and (in_schedule or line.heading.kind == "schedule")
        if line.role or line.quoted or in_schedule or (line.heading and line.heading.kind != "article"):
            continue
        match = EN_NUMBERED.match(line.text) or (
            EN_TITLED.match(line.text) if line.block.kind == "heading" else None
        )
        if not match or line.block.kind == "cell":
            body += len(line.text)
            continue
        number = match["number"]
        opening = read_items(match["rest"])[0]
        if number != "1" and opening and opening[0].style == "(1)" and opening[0].number == number:
            line.items, line.rest = opening, read_items(match["rest"])[1]  # «2. (2)» misprints «(2)»
            continue
        if number == current:
            line.again = True
        elif not (_next_section(current, number) or (number == "1" and (body <= 2 * head or cyrillic))):
            continue
        head = head + len(line.text) if number != "1" else len(line.text)
        body = body if number != "1" else 0
        current = number
        line.heading = Heading("article", "", number, match["lead"] + match["rest"].strip(), "en")
        line.items, line.rest = [], line.heading.rest


def _next_section(current: str, number: str) -> bool:
    before, after = number_key(current), number_key(number)
    return before < after and after[0] - before[0] <= MAX_SECTION_GAP


def _mark_contents(lines: list[Line]) -> None:
    """A run of article headings without bodies that a later run repeats is a table of contents."""
    starts = _run_starts(lines)
    for start, following in zip(starts, starts[1:], strict=False):
        if not _is_contents(lines[start:following], lines[following:]):
            continue
        begin = next((i for i in range(start, -1, -1) if CONTENTS.match(lines[i].text)), start)
        while begin == start and begin and _is_division(lines[begin - 1]):
            begin = start = start - 1
        end = following
        while (
            end > start
            and not _is_article(lines[end - 1])
            and (_is_division(lines[end - 1]) or lines[end - 1].role)
        ):
            end -= 1
        for line in lines[begin:end]:
            line.role, line.heading, line.items, line.rest = line.role or "contents", None, [], line.text
        return


def _run_starts(lines: list[Line]) -> list[int]:
    starts: list[int] = []
    last: tuple[int, ...] = ()
    for index, line in enumerate(lines):
        if not _is_article(line) or line.again or line.heading is None:
            continue
        key = number_key(line.heading.number)
        if not starts or key < last:
            starts.append(index)
        last = key
    return starts


def _is_contents(run: list[Line], later: list[Line]) -> bool:
    headings = [line.heading.number for line in run if _is_article(line) and line.heading]
    repeated = {line.heading.number for line in later if _is_article(line) and line.heading}
    body = sum(len(line.text) for line in run if not line.heading)
    head = sum(len(line.text) for line in run if line.heading)
    return len(headings) > 2 and sum(n in repeated for n in headings) > 0.7 * len(headings) and body < head


def _is_article(line: Line) -> bool:
    return line.heading is not None and line.heading.kind == "article" and not line.quoted and not line.role


def _is_division(line: Line) -> bool:
    return line.heading is not None and line.heading.kind not in {"article", "schedule"}


def _says_the_same(run: list[Line], later: list[Line]) -> bool:
    """Half the headings of the run are printed again, word for word at least at their start."""
    said = {_start_of(line) for line in later if line.heading}
    headings = [line for line in run if _is_article(line)]
    return sum(_start_of(line) in said for line in headings) > 0.4 * len(headings)


def _start_of(line: Line) -> str:
    return re.sub(r"\W+", "", line.rest).lower()[:24]
