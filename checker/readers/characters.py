"""What counts as a character of text, and how print conventions become plain characters."""

from __future__ import annotations

import re
import unicodedata

from checker.patterns import regex
from checker.source import Block

#: Marks that steer hyphenation, joining and direction and are no part of the wording.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)], None
)
#: Control characters and noncharacters are a fault of the file; a space keeps the words apart.
_CONTROLS = {
    code: " " for code in (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF) if code not in (0x09, 0x0A)
}
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_FOREIGN = _INVISIBLE | _CONTROLS | _LIGATURES
_ANY_FOREIGN = regex(f"[{re.escape(''.join(map(chr, _FOREIGN)))}]")

_UNIT_OF_MEASURE = regex(r"(?:^|[\s\d])(?:[kcdkсдк]?[mм])$", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_AFTER_DIGIT = regex(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def count_characters(text: str) -> int:
    """The number of code points that are not white space."""
    return sum(map(len, text.split()))


def block_characters(block: Block) -> int:
    """The characters of a block; number and heading stand apart from its text and count too."""
    return sum(map(count_characters, (block.number, block.heading, block.text)))


def plain(text: str) -> str:
    """The text in composed form without invisible marks; spaces and line ends stay as they are."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_FOREIGN) if _ANY_FOREIGN.search(text) else text)


def one_line(text: str) -> str:
    """The text as one line: ``plain``, with every run of white space as a single space."""
    return " ".join(plain(text).split())


def raised(before: str, text: str, *, note: bool = False) -> str:
    """How superscript ``text`` reads after ``before``.

    Laws of the Soviet tradition print an inserted article as a raised digit: «209¹» is read
    «209-1», which «2091» would not be. After a word a raised digit is a reference to a note
    («[1]»), after a unit of measure a power («м²»).
    """
    digits = text.strip()
    if not digits.isdigit():
        return text
    before = before.rstrip()
    if note:
        return f"[{digits}]"
    if before[-1:].isdigit():
        return f"-{digits}"
    if _UNIT_OF_MEASURE.search(before[-4:]):
        return digits.translate(_RAISED)
    return f"[{digits}]" if before else digits


def raised_numbers(text: str) -> str:
    """The text with Unicode superscripts after a digit written as «-n» («209¹» as «209-1»)."""
    return _RAISED_AFTER_DIGIT.sub(lambda found: "-" + found.group().translate(_LOWERED), text)
