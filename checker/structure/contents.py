"""Tables of contents: headings that the law prints again where their text stands."""

from __future__ import annotations

from itertools import pairwise

from checker.structure.lines import Line, is_article, is_division, letters_of
from checker.structure.numbers import Key, number_key
from checker.structure.roles import CONTENTS

_FEWEST = 3  # entries of a table of contents
_REPEATED = 0.7  # share of its numbers that must come again, and of its wording
_SAME_WORDS = 0.4


def mark_contents(lines: list[Line]) -> None:
    """Set aside a run of article headings without bodies that a later run repeats."""
    starts = _run_starts(lines)
    for start, following in pairwise(starts):
        if _is_contents(lines[start:following], lines[following:]):
            for line in lines[_begin(lines, start) : _end(lines, start, following)]:
                line.put_aside("contents")
            break
    _mark_divisions(lines)


def _begin(lines: list[Line], start: int) -> int:
    titled = next((index for index in range(start, -1, -1) if CONTENTS.match(lines[index].text)), start)
    while titled == start > 0 and is_division(lines[start - 1]):
        titled = start = start - 1
    return titled


def _end(lines: list[Line], start: int, following: int) -> int:
    end = following
    while (
        end > start
        and not is_article(lines[end - 1])
        and (is_division(lines[end - 1]) or lines[end - 1].role)
    ):
        end -= 1
    return end


def _run_starts(lines: list[Line]) -> list[int]:
    starts: list[int] = []
    last: Key = ()
    for index, line in enumerate(lines):
        if not is_article(line) or line.again or line.heading is None:
            continue
        key = number_key(line.heading.number)
        if not starts or key < last:
            starts.append(index)
        last = key
    return starts


def _is_contents(run: list[Line], later: list[Line]) -> bool:
    numbers = [line.heading.number for line in run if is_article(line) and line.heading]
    repeated = {line.heading.number for line in later if is_article(line) and line.heading}
    body = sum(len(line.text) for line in run if not line.heading)
    head = sum(len(line.text) for line in run if line.heading)
    again = sum(number in repeated for number in numbers)
    return (
        len(numbers) >= _FEWEST
        and again > _REPEATED * len(numbers)
        and body < head
        and _says_the_same(run, later)
    )


def _says_the_same(run: list[Line], later: list[Line]) -> bool:
    said = {letters_of(line.rest, 24) for line in later}
    entries = [line for line in run if is_article(line)]
    return sum(letters_of(line.rest, 24) in said for line in entries) > _SAME_WORDS * len(entries)


def _mark_divisions(lines: list[Line]) -> None:
    """Chapters and schedules listed before the first article, where the articles were not."""
    first = next((index for index, line in enumerate(lines) if is_article(line)), 0)
    later = {
        letters_of(line.text, 60) for line in lines[first:] if line.heading or line.block.kind == "heading"
    }
    for index, line in enumerate(lines[:first]):
        if line.heading is None or letters_of(line.text, 60) not in later:
            continue
        if line.heading.kind == "schedule" or index < first - 3:
            line.put_aside("contents")
