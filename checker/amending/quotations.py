"""Where a text quotes: marks paired, quotations inside quotations left whole.

Two single marks stand for a double one (‘‘…’’). Straight marks say by the letters beside them whether they
open or close. Russian and Kazakh printing sets one closing mark where two quotations end together («Закон
"О корпорации "Росатом"»), so a quotation that is still open ends at the last closing mark before words that
only a command uses.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.patterns import regex

MARKS = regex(r"‘‘|’’|[«»“”„\"‘’]")
_OPENING = "«“„‘"
_DOUBLED = ("‘‘", "’’")
_BEFORE_OPENING = regex(r"[\s(\[—–-]")
_AFTER_CLOSING = regex(r"[\s,.;:!?)\]»”—–-]")


class Span(Struct, frozen=True):
    """What stands between two marks: code points, half open. ``closed`` is unset where no mark ends it."""

    start: int
    end: int
    closed: bool = True


def opens(text: str, place: int, *, inside: bool) -> bool | None:
    """Whether the mark at ``place`` opens (True) or closes (False); None for an apostrophe."""
    mark = text[place]
    if text[place : place + 2] in _DOUBLED:
        return mark == "‘" or (False if inside else place == 0)
    if mark == "’":
        letter_after = text[place + 1 : place + 2].isalpha()
        return None if letter_after or not inside else False
    if mark != '"':
        return mark in _OPENING
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    may_open = (not before or bool(_BEFORE_OPENING.match(before))) and bool(after.strip())
    may_close = not after or bool(_AFTER_CLOSING.match(after))
    return may_open if may_open != may_close else not inside


def quotations(text: str, commands: re.Pattern[str]) -> list[Span]:
    """The outermost quotations, in order; ``commands`` finds words that are said only between quotations."""
    spans: list[Span] = []
    open_marks: list[str] = []
    start = last = 0
    for match in MARKS.finditer(text):
        place, mark = match.start(), match.group()
        if open_marks and last > start and _must_have_ended(text, last, place, commands):
            spans.append(Span(start, last))
            open_marks.clear()
        opening = opens(text, place, inside=_inside(open_marks, mark))
        if opening:
            if not open_marks:
                start, last = match.end(), 0
            open_marks.append(mark)
        elif opening is False and open_marks:
            open_marks.pop()
            last = place
            if not open_marks:
                spans.append(Span(start, place))
    if open_marks:
        spans.append(_unclosed(text, start, last, len(open_marks)))
    return spans


def _inside(open_marks: list[str], mark: str) -> bool:
    return mark.replace("’", "‘") in open_marks if "’" in mark else bool(open_marks)


def _must_have_ended(text: str, last: int, place: int, commands: re.Pattern[str]) -> bool:
    return place - last < 400 and commands.search(text, last + 1, place) is not None


def _unclosed(text: str, start: int, last: int, depth: int) -> Span:
    """A quotation that a closing mark shared with an inner one ended, or one that goes on below."""
    rest = text[last + 1 :].strip(" .;,:") if last > start else ""
    if last > start and (depth == 1 or rest):
        return Span(start, last)
    return Span(start, len(text), closed=False)


def still_open(text: str, marks: tuple[str, ...]) -> tuple[str, ...]:
    """The marks of the quotations that are open after the text when ``marks`` are open before it."""
    open_marks = list(marks)
    for match in MARKS.finditer(text):
        opening = opens(text, match.start(), inside=_inside(open_marks, match.group()))
        if opening:
            open_marks.append(match.group())
        elif opening is False and open_marks:
            open_marks.pop()
    return tuple(open_marks)


def closes_unopened(text: str) -> bool:
    """True where the text has a closing mark, no straight one and no apostrophe, that nothing in it opens."""
    depth = 0
    for match in MARKS.finditer(text):
        if match.group() in ("«", "“", "„", "‘‘"):
            depth += 1
        elif match.group() in ("»", "”", "’’"):
            depth -= 1
        if depth < 0:
            return True
    return False
