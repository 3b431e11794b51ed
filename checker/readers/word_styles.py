"""Styles of a DOCX file: what a paragraph or run has from the style it is set in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from checker.language.figures import whole
from checker.patterns import regex
from checker.readers.word_package import switched_on, value, w

_HEADING_NAME = regex(r"^(?:heading|заголовок|тақырып)\s*([1-9])$", re.IGNORECASE)
_TITLE_NAME = regex(r"^(?:title|название|заголовок документа|атауы)$", re.IGNORECASE)
_MOST_PARENTS = 20


class Styles(Struct):
    """The styles by id."""

    by_id: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles of the part ``styles.xml``."""
        nodes = [] if root is None else root.findall(w("style"))
        return cls({value(node, "styleId"): node for node in nodes})

    def chain(self, style_id: str) -> Iterator[etree._Element]:
        """The style and those it is based on, the nearest first."""
        for _ in range(_MOST_PARENTS):
            node = self.by_id.get(style_id)
            if node is None:
                return
            yield node
            style_id = value(node.find(w("basedOn")))

    def heading_depth(self, paragraph: etree._Element) -> int:
        """1 to 9 for a heading, 0 for running text."""
        own = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        if own is not None:
            return _depth(value(own))
        for style in self.chain(style_of(paragraph)):
            name = _HEADING_NAME.match(value(style.find(w("name"))))
            if name:
                return int(name.group(1))
            level = style.find(f"{w('pPr')}/{w('outlineLvl')}")
            if level is not None:
                return _depth(value(level))
        return 0

    def is_title(self, paragraph: etree._Element) -> bool:
        """Whether the paragraph is set as the title of the document."""
        return any(
            _TITLE_NAME.match(value(style.find(w("name")))) for style in self.chain(style_of(paragraph))
        )

    def run_property(self, run: etree._Element, name: str) -> etree._Element | None:
        """A property of a run: its own, or that of its character style."""
        properties = run.find(w("rPr"))
        if properties is None:
            return None
        own = properties.find(w(name))
        if own is not None:
            return own
        style_id = value(properties.find(w("rStyle")))
        if not style_id:
            return None
        found = (style.find(f"{w('rPr')}/{w(name)}") for style in self.chain(style_id))
        return next((node for node in found if node is not None), None)

    def bold(self, paragraph: etree._Element) -> bool:
        """Whether the style of the paragraph is bold."""
        found = (style.find(f"{w('rPr')}/{w('b')}") for style in self.chain(style_of(paragraph)))
        return switched_on(next((node for node in found if node is not None), None))


def style_of(paragraph: etree._Element) -> str:
    """The id of the paragraph's style; empty for the default."""
    return value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))


def _depth(level: str) -> int:
    """Outline levels count from 0; 9 stands for running text (ISO/IEC 29500-1, 17.3.1.20)."""
    return whole(level, 9) + 1 if 0 <= whole(level, 9) < 9 else 0
