"""Automatic numbers of a DOCX file, computed as Word prints them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from lxml import etree
from msgspec import Struct, field

from checker.language.figures import whole
from checker.patterns import regex
from checker.readers.word_package import value, w
from checker.readers.word_styles import Styles, style_of

_LATIN = "abcdefghijklmnopqrstuvwxyz"
#: Word leaves out ё, й, ъ, ы, ь in «russianLower» and «russianUpper».
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACEHOLDER = regex(r"%([1-9])")
_MOST = 32_767
"""Word counts no further (ISO/IEC 29500-1, 17.9.25); a huge number in letters would fill the memory."""


def _letters(alphabet: str) -> Callable[[int], str]:
    """a … z, aa, bb …: Word repeats the letter."""
    return lambda number: alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)


def _roman(number: int) -> str:
    written = ""
    for step, letters in (*_ROMAN, *_ROMAN_SMALL):
        written += letters * (number // step)
        number %= step
    return written


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "bullet": lambda number: "",
    "none": lambda number: "",
}


class Number(Struct, frozen=True):
    """A computed number and its level in the list (from 1)."""

    text: str
    depth: int


class _Level(Struct, frozen=True):
    start: int
    format: str
    text: str
    legal: bool
    restart: int


class Numbering(Struct):
    """The lists of a file and how far each has counted."""

    styles: Styles
    lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None, styles: Styles) -> Numbering:
        """The lists of the part ``numbering.xml``."""
        numbering = cls(styles)
        if root is None:
            return numbering
        abstract = {value(node, "abstractNumId"): node for node in root.findall(w("abstractNum"))}
        for node in root.findall(w("num")):
            numbering._add(node, abstract)
        return numbering

    def _add(self, node: etree._Element, abstract: dict[str, etree._Element]) -> None:
        number_id, abstract_id = value(node, "numId"), value(node.find(w("abstractNumId")))
        definition = abstract.get(abstract_id)
        if definition is None:
            return
        levels = {_whole(value(level, "ilvl")): _level(level) for level in definition.findall(w("lvl"))}
        for override in node.findall(w("lvlOverride")):
            place = _whole(value(override, "ilvl"))
            own, start = override.find(w("lvl")), override.find(w("startOverride"))
            if own is not None:
                levels[place] = _level(own)
            if start is not None:
                self.restarts.setdefault(number_id, {})[place] = _whole(value(start))
        self.lists[number_id] = (abstract_id, levels)

    def next(self, paragraph: etree._Element) -> Number | None:
        """The number of the paragraph, which counts its list on; None outside lists."""
        number_id, place = self._place(paragraph)
        abstract_id, levels = self.lists.get(number_id, ("", {}))
        level = levels.get(place)
        if level is None:
            return None
        counts = self.counts[abstract_id]
        restart = self.restarts.get(number_id, {}).get(place)
        if restart is not None and (number_id, place) not in self.begun:
            self.begun.add((number_id, place))
            counts[place] = restart - 1
        counts[place] = counts.get(place, level.start - 1) + 1
        for deeper in [other for other in counts if other > place]:
            rule = levels[deeper].restart if deeper in levels else -1
            # A level restarts after any higher one unless the file names another level, or 0: never.
            if rule == -1 or (rule and place < rule):
                del counts[deeper]
        return Number(_written(level, levels, counts), place + 1)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """List and level: the paragraph's own properties, then those of its style."""
        owners = [paragraph, *self.styles.chain(style_of(paragraph))]
        number_id = level = ""
        for owner in owners:
            properties = owner.find(f"{w('pPr')}/{w('numPr')}")
            if properties is not None:
                number_id = number_id or value(properties.find(w("numId")))
                level = level or value(properties.find(w("ilvl")))
        return number_id, _whole(level)


def _level(node: etree._Element) -> _Level:
    restart = node.find(w("lvlRestart"))
    return _Level(
        start=_whole(value(node.find(w("start"))), 1),
        format=value(node.find(w("numFmt"))) or "decimal",
        text=value(node.find(w("lvlText"))),
        legal=node.find(w("isLgl")) is not None,
        restart=-1 if restart is None else _whole(value(restart)),
    )


def _written(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    """The level's pattern («%1.%2.») with the counts of the levels it names."""
    if level.format == "bullet":
        return ""

    def count(found: re.Match[str]) -> str:
        place = int(found.group(1)) - 1
        of = levels.get(place, level)
        kind = "decimal" if level.legal else of.format
        return _FORMATS.get(kind, str)(max(counts.get(place, of.start), 1))

    return _PLACEHOLDER.sub(count, level.text)


def _whole(text: str, otherwise: int = 0) -> int:
    return max(-_MOST, min(whole(text, otherwise), _MOST))
