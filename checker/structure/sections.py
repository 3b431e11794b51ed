"""Sections printed as a bare number («30.—(1)»): those that count up through the law."""

from __future__ import annotations

from itertools import pairwise, takewhile

from msgspec import Struct

from checker.patterns import regex
from checker.structure.forms import EN_NUMBERED, EN_TITLED
from checker.structure.lines import Line, is_article
from checker.structure.marks import Heading, Item, read_items
from checker.structure.numbers import follows, number_key

MAX_GAP = 12  # repealed sections in a row; a larger leap is a number inside a sentence
_CHAIN = 2  # so many in a row are no chance
_ENTRY = 200  # a longer line is no entry of a table of contents
_CYRILLIC = regex(r"\W*[Ѐ-ӿ]")


def has_articles(lines: list[Line]) -> bool:
    """True when the law prints a word before its article numbers («Article 5», «Статья 5», «5-бап»).

    Articles of a treaty in a schedule do not count.
    """
    body = list(takewhile(lambda line: not (line.heading and line.heading.kind == "schedule"), lines))
    places = [index for index, line in enumerate(body) if is_article(line)]
    headings = [line.heading for line in body if is_article(line) and line.heading]
    if not headings:
        return False
    chain = sum(follows(first.number, second.number) for first, second in pairwise(headings))
    numbered_before = sum(bool(line.items and line.items[0].style == "1.") for line in body[: places[0]])
    return headings[0].language != "en" or chain >= _CHAIN or numbered_before < _CHAIN


class _Run(Struct):
    """The sections counted so far, and whether they may be no more than a list of headings."""

    current: str = "0"
    entries_only: bool = True
    in_schedule: bool = False
    cyrillic: bool = False

    def takes(self, number: str) -> bool:
        if number == "1":
            return self.current == "0" or self.entries_only or self.cyrillic
        before, after = number_key(self.current), number_key(number)
        return number == self.current or (before < after and after[0] - before[0] <= MAX_GAP)


def number_sections(lines: list[Line]) -> None:
    """Make articles of the numbered lines that count up; a list of contents may count first."""
    run = _Run(cyrillic=sum(bool(_CYRILLIC.match(line.rest)) for line in lines) > len(lines) // 2)
    for line in lines:
        if line.role or line.quoted:
            continue
        if line.heading and line.heading.kind != "article":
            run.in_schedule = (line.heading.kind == "schedule" and run.current != "0") or run.in_schedule
            continue
        _read_section(line, run)


def _read_section(line: Line, run: _Run) -> None:
    match = EN_NUMBERED.match(line.text)
    if match is None and line.block.kind == "heading":
        match = EN_TITLED.match(line.text)
    if match is None or line.block.kind == "cell":
        run.entries_only = run.entries_only and not line.items and len(line.text) < 2 * _ENTRY
        return
    number, opening = match["number"], read_items(match["rest"])
    if _is_list_mark(number, opening[0], opening[1]):
        line.items, line.rest = opening
        return
    if (run.in_schedule and not (number == "1" and run.entries_only)) or not run.takes(number):
        return
    run.in_schedule = False
    run.entries_only = (run.entries_only or number == "1") and len(line.text) <= _ENTRY and not opening[0]
    line.again = number == run.current
    run.current = number
    line.heading = Heading("article", "", number, match["lead"] + match["rest"].strip(), "en")
    line.items, line.rest = [], line.heading.rest


def _is_list_mark(number: str, items: list[Item], rest: str) -> bool:
    """Markdown numbers list items by itself: «2. (2) …», «3. (a) to the State» are no sections."""
    if not items:
        return False
    first = items[0]
    if first.style == "(1)":
        return number != "1" and first.number == number
    return first.style in {"(a)", "(i)"} and rest[:1].islower()
