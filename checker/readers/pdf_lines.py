"""Printed lines and pages, as a PDF gives them."""

from __future__ import annotations

from msgspec import Struct, field


class Line(Struct, frozen=True):
    """One printed line: text, its box in points (y grows upwards), height of its font, weight.

    ``spaced`` is set where a space follows the last letter, so that the line does not end within a word.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    spaced: bool = False


class Page(Struct):
    """The lines of a page from top to bottom and the notes in its margin; numbered from 1."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
