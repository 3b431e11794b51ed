"""Which lines stand inside the quotation of an amending law.

«… изложить в следующей редакции:» is followed by the new wording between quotation marks, which may
run over many lines and hold articles, parts and points of its own. Its numbers are those of the law
that is changed, so they must not carry on the numbering of the amending law.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.patterns import regex

_LAST_LINES = 60  # at the end of a file the rest may be quoted though the mark is lost
MAX_LINES = 3000  # a quotation that is never closed is a misprint, not a quotation
_MOST_UNCLOSED = 100  # more marks that open and never close are no quotations at all
_OPENING = regex(r"\s*[\"«“„]")
_OPENING_UNIT = regex(
    r"\s*[\"«“„]\s?(?:\(?\s?[\dA-Za-zа-яё]{1,4}(?:-\d+)*\s?[).]|[\d-]+-бап|(?:Статья|Глава|Параграф|Article|Section|PART|CHAPTER|Part|Chapter)\s)"
)
_ENDING = regex(r"[.;:!?)][\"»”]\s*[.;,]*\s*$")
_ENDING_QUOTE = regex(r"[\"»”]\s*[.;,]*\s*(?:and|or)?\s*$")
_ANNOUNCING = regex(r"[:—–-]\s*$")


def quoted_lines(texts: Sequence[str], outside: Sequence[bool]) -> list[bool]:
    """For each line, whether it is inside a quotation of new wording.

    ``outside`` marks lines that cannot be quoted: a quotation still open there was misprinted.
    """
    quoted = [False] * len(texts)
    index, patience = 0, _MOST_UNCLOSED
    while index < len(texts):
        begins = patience > 0 and _begins(texts, index)
        end = _end_of_quotation(texts, index, outside) if begins else index
        patience -= begins and end == index
        for place in range(index, end):
            quoted[place] = True
        index = max(end, index + 1)
    return quoted


def _begins(texts: Sequence[str], index: int) -> bool:
    text = texts[index]
    if not _OPENING.match(text):
        return False
    if _OPENING_UNIT.match(text):
        return True
    return index > 0 and bool(_ANNOUNCING.search(texts[index - 1])) and _balance(text, 0) > 0


def _end_of_quotation(texts: Sequence[str], start: int, outside: Sequence[bool]) -> int:
    """Index after the last quoted line; ``start`` when no end is found."""
    depth = 0
    for index in range(start, min(len(texts), start + MAX_LINES)):
        text = texts[index]
        if index > start and outside[index]:
            return index
        depth = _balance(text, depth)
        if _ENDING.search(text) or (depth <= 0 and (index == start or _ENDING_QUOTE.search(text))):
            return index + 1
    return len(texts) if len(texts) - start < _LAST_LINES else start


def _balance(text: str, depth: int) -> int:
    """Open quotations after the text; a straight mark opens what is closed and closes what is open."""
    depth += text.count("«") + text.count("“") + text.count("„") - text.count("»") - text.count("”")
    if text.count('"') % 2:
        depth += -1 if depth > 0 else 1
    return depth
