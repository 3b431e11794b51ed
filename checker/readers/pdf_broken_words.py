"""Words that a narrow column of a table breaks without a hyphen, because they do not fit into it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from checker.readers.pdf_lines import Line

_INSIDE = 6.0  # points between the side of a cell and its text
_SIGNS = '(«»"“”.,;:)'


def unbroken_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words that no line end breaks: those within lines, and those with a space around them."""
    known: set[str] = set()
    for before, line in pairwise(lines):
        words = line.text.split()
        known.update(words[0 if before.spaced else 1 : len(words) if line.spaced else -1])
    return frozenset(word.strip(_SIGNS).lower() for word in known)


def whole_words(lines: Sequence[Line], edge: float, known: frozenset[str]) -> list[Line]:
    """The lines of a cell, a word that breaks off at the edge of its column put together again.

    Only a word that begins its line can be too long for the column. It breaks off where the line is full to
    the last letter, and what follows is no word that the text knows. ``edge`` is the right side of the cell
    in points.
    """
    whole: list[Line] = []
    for line in lines:
        if whole and _breaks_off(whole[-1], line, edge, known):
            rest, _, later = line.text.partition(" ")
            whole[-1] = replace(whole[-1], text=whole[-1].text + rest, spaced=bool(later) or line.spaced)
            if later:
                whole.append(replace(line, text=later))
            else:
                whole[-1] = replace(whole[-1], right=line.right, bottom=line.bottom)
        else:
            whole.append(line)
    return whole


def _breaks_off(before: Line, line: Line, edge: float, known: frozenset[str]) -> bool:
    if before.spaced or " " in before.text or not before.text[-1:].isalpha() or not line.text[:1].islower():
        return False
    rest = line.text.split(" ")[0].strip(_SIGNS).lower()
    if (before.text.strip(_SIGNS) + rest).lower() in known:
        return True
    letter = (before.right - before.left) / len(before.text)
    return edge - before.right < _INSIDE + 1.3 * letter and rest not in known
