"""Order of printed numbers: which number continues a list and which one starts another.

Inserted units («14-1», «4A», «aa», «iiia») stand between their neighbours, repealed ones leave gaps,
and files that lost their superscripts print «11¹» as «111».
"""

from __future__ import annotations

import re

from checker.language.figures import whole
from checker.patterns import regex

MAX_GAP = 40  # the longest run of repealed units that may still be one list
_ROMAN = regex(
    r"(?P<roman>m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?P<tail>[a-h]?)", re.I
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_PARTS = regex(r"\d+|[^\W\d_]+")

Key = tuple[int, ...]


def roman_key(number: str) -> Key | None:
    """Value of a roman numeral, with the letter of an inserted one («iiia»): None when it is no numeral.

    >>> roman_key("iv"), roman_key("iiia"), roman_key("b")
    ((4,), (3, 1), None)
    """
    match = _ROMAN.fullmatch(number)
    if not match or not match["roman"]:
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in match["roman"].lower()]
    value = sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
    tail = match["tail"].lower()
    return (value, ord(tail) - ord("a") + 1) if tail else (value,)


def number_key(number: str) -> Key:
    """Sort key of «132», «627-2», «13A», «4BA» and of letters.

    >>> number_key("14-1") < number_key("15"), number_key("aa") < number_key("b")
    (True, True)
    """
    key: list[int] = []
    for part in _PARTS.findall(number):
        key.extend([whole(part)] if part.isdigit() else [ord(letter) - 96 for letter in part.lower()])
    return tuple(key)


def restored(number: str, before: str) -> str:
    """The number with its lost superscript given back, when the one before shows that it was lost.

    >>> restored("111", "11"), restored("12", "11"), restored("2091", "209")
    ('11-1', '12', '209-1')
    """
    root = before.split("-", maxsplit=1)[0]
    if not (number.isdigit() and root.isdigit() and number.startswith(root)):
        return number
    if whole(number) - whole(root) <= MAX_GAP or len(number) - len(root) > 2:
        return number
    return f"{root}-{number[len(root) :]}"


def follows(before: str, number: str, *, roman: bool = False) -> bool:
    """True when ``number`` may come after ``before`` in the same list.

    >>> follows("3", "4"), follows("3", "1"), follows("11", "111"), follows("z", "aa")
    (True, False, True, True)
    """
    if roman:
        first, second = roman_key(before), roman_key(number)
    else:
        first, second = number_key(before), number_key(restored(number, before))
    if not first or not second:
        return False
    if before == "z" and number == "aa":
        return True
    return first < second and second[0] - first[0] <= MAX_GAP


def is_first(number: str) -> bool:
    """True for a number that opens a list («1», «a», «а», «i», «A»)."""
    return number.lower() in {"1", "a", "а", "i"}
