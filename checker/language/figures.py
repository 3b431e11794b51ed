"""Numbers in figures as a file gives them: any sign that looks like one, of any length."""

from __future__ import annotations

from checker.patterns import regex

_FIGURES = regex(r"-?\d{1,18}")
"""No law counts further; the cost of reading a number grows with the square of its length."""
_REST = regex(r"\d*")


def whole(text: str | None, otherwise: int = 0) -> int:
    """The value of a whole number in figures; of more than 18 figures, that of the first 18.

    >>> whole(" 12 "), whole("-3"), whole("²", 1), whole("--3"), whole("9" * 9000) == int("9" * 18)
    (12, -3, 1, 0, True)
    """
    given = (text or "").strip()
    found = _FIGURES.match(given)
    return int(found.group()) if found and _REST.fullmatch(given, found.end()) else otherwise
