"""How the lines of a printed text show its paragraphs: margins, indents, leading, letter size."""

from __future__ import annotations

import statistics
from itertools import pairwise

from msgspec import Struct

from checker.patterns import regex
from checker.readers.paragraphs import starts_unit
from checker.readers.pdf_lines import Line, Page

_CLOSED = regex(r"[.;:!?…][\"»”’')\]]*$")
_INDENT = 6.0


class Layout(Struct, frozen=True):
    """The measures of the running text of a document, in points and letters."""

    left: float
    right: float
    leading: float
    width: int

    def carries_on(self, before: Line, line: Line) -> bool:
        """Whether ``line`` goes on with the paragraph whose last line is ``before``."""
        if starts_unit(line.text, before.text):
            return False
        gap = before.bottom - line.bottom
        if gap > 1.6 * self.leading or gap < -self.leading:
            return False
        closed = bool(_CLOSED.search(before.text))
        if abs(line.size - before.size) > 0.15 * before.size or line.bold != before.bold:
            return line.text[0].islower() and not closed
        if closed:
            return self._same_paragraph(before, line)
        if before.text.isupper() and not line.text.isupper():
            return False
        return line.text[0].islower() or not self._short(before) or self._centred(before, line)

    def _short(self, line: Line) -> bool:
        return line.right < self.right - 0.12 * (self.right - self.left)

    def _same_paragraph(self, before: Line, line: Line) -> bool:
        """Whether a new sentence goes on in the paragraph: the line before is full, this not indented."""
        ends = self._short(before) or before.text.endswith((";", ":"))
        return not ends and line.left <= before.left + _INDENT

    def _centred(self, before: Line, line: Line) -> bool:
        """Two centred lines are one heading when neither reaches the margin."""
        middle = abs((before.left + before.right) - (line.left + line.right)) / 2
        return (
            middle < _INDENT and before.left > self.left + 2 * _INDENT and line.left > self.left + 2 * _INDENT
        )

    def reaches_margin(self, characters: int) -> bool:
        """Whether a text of so many characters fills a line to the right margin."""
        return characters > 0.8 * self.width


def laid_out(pages: list[Page]) -> Layout:
    """The measures that the lines share: of one page, whose margins may differ from the next, or of all."""
    lines = [line for page in pages for line in page.lines]
    gaps = [
        upper.bottom - lower.bottom
        for page in pages
        for upper, lower in pairwise(page.lines)
        if 0 < upper.bottom - lower.bottom < 4 * max(upper.size, 4.0)
    ]
    widest = sorted(lines, key=lambda line: line.right - line.left)[len(lines) // 2 :]
    return Layout(
        left=min((line.left for line in widest), default=0.0),
        right=statistics.quantiles([line.right for line in widest], n=10)[8] if len(widest) > 1 else 1000.0,
        leading=statistics.median(gaps) if gaps else 14.0,
        width=max((len(line.text) for line in widest), default=80),
    )
