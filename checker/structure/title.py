"""The title of a law as it is printed."""

from __future__ import annotations

import re

from checker.source import Source
from checker.structure.node import Node

_NAMED = re.compile(
    r"\b(?:КОНСТИТУЦИЯ|КОДЕКС|Кодекс|ЗАКОН|Конституция|Закон|Кодексі|КОДЕКСІ|Заңы|Конституциясы)\b|^О(?:б)?\s|туралы\s*$"
    r"|\b(?:ACT|Act|BILL|Bill|CONSTITUTION|Constitution|CONVENTION|Protocol|Convention|Ordinance|ORDINANCE|Charter|Code)\b"
)
_MAX = 400
_SITE = re.compile(r"\s*[-–|]\s*(?:ИПС\s*[\"«]?Әділет|\"?Әділет|adilet).*$", re.I)


def title_of(source: Source, root: Node) -> str:
    """The title the format gives, else the line of the front matter that names a law."""
    given = _clean(_SITE.sub("", source.title))
    if given:
        return given
    front = [_clean(child.text) for child in root.children if child.role == "preamble"]
    front = [text for text in front if 3 < len(text) <= _MAX]
    headings = [_clean(block.text) for block in source.blocks[:40] if block.kind == "heading"]
    for text in (*headings, *front):
        if _NAMED.search(text):
            return text
    if front:
        return front[0]
    return re.split(r"[\\/]", source.path)[-1]


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" *#_")
