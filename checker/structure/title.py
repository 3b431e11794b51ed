"""The title of a law as it is printed."""

from __future__ import annotations

import re

from checker.source import Source
from checker.structure.node import Node

_NAMED = re.compile(
    r"\b(?:КОНСТИТУЦИЯ|КОДЕКС|Кодекс|ЗАКОН|Конституция|Закон|Кодексі|КОДЕКСІ|Заңы|Конституциясы)\b"
    r"|^О(?:б)?\s|туралы\s*$"
    r"|\b(?:ACT|Act|BILL|Bill|CONSTITUTION|Constitution|CONVENTION"
    r"|Protocol|Convention|Ordinance|ORDINANCE"
    r"|Charter|Code)\b"
)
_RANK_ONLY = re.compile(r"(?:ФЕДЕРАЛЬНЫЙ |КОНСТИТУЦИОННЫЙ )*ЗАКОН(?: [А-ЯЁ ]+)?|Закон [А-ЯЁ][\w ]+", re.S)
_NOT_TITLE = re.compile(r"\(|\d|Принят|Одобрен|от\s+\d|город\b|г\.|Введен|Изменения")
_SENTENCE = re.compile(r"[.;:,]$|\b(?:вступает|вводится|принимаем)\b")
_CITED = re.compile(
    r"\bmay\s+be\s+(?:cited\s+as|called)\s+(?:the\s+)?[“\"]?"
    r"(?P<title>[A-Z][^.;“”\"]{4,140}?(?:Act|Ordinance|Sanhita|Code|Law|Proclamation)\b(?:[^.;“”\"]{0,20}\d{4})?)"
)
_FIRST_BLOCKS = 400  # the short title is cited in the first section, after a table of contents
_FRAGMENT = re.compile(r"(?:ACT|BILL|ORDINANCE)\b|\(|[A-Z’\s]*\)")
_MAX = 400
_TITLE_LINES = 4
_SITE = re.compile(r"\s*[-–|]\s*(?:ИПС\s*[\"«]?Әділет|\"?Әділет|adilet).*$", re.I)


def title_of(source: Source, root: Node) -> str:
    """The title the format gives, else the law's own name for itself, else what the front matter says.

    A law without any of these goes by the name of its file.
    """
    given = _clean(_SITE.sub("", source.title))
    if given and _NAMED.search(given):
        return given
    return _cited(source) or given or _in_front(source, root) or re.split(r"[\\/]", source.path)[-1]


def _cited(source: Source) -> str:
    """«This Act may be cited as the Bail Act, 1997.»"""
    found = (_CITED.search(block.text) for block in source.blocks[:_FIRST_BLOCKS])
    return next((_clean(match["title"]) for match in found if match), "")


def _in_front(source: Source, root: Node) -> str:
    front = [_clean(child.text) for child in root.children if child.role == "preamble"]
    headings = [_clean(block.text) for block in source.blocks[:40] if block.kind == "heading"]
    for lines in (headings, front):
        for index, text in enumerate(lines):
            if 3 < len(text) <= _MAX and _NAMED.search(text) and not _SENTENCE.search(text):
                return _whole(lines, index)
    return ""


def _whole(lines: list[str], index: int) -> str:
    """«ФЕДЕРАЛЬНЫЙ ЗАКОН» alone is a rank; the subject stands on the lines below it."""
    title = lines[index]
    while index and _FRAGMENT.match(title) and lines[index - 1].isupper():
        index -= 1
        title = f"{lines[index]} {title}"
    if not _RANK_ONLY.fullmatch(title):
        return title
    for line in lines[index + 1 : index + 1 + _TITLE_LINES]:
        if _SENTENCE.search(line):
            break
        if not _NOT_TITLE.match(line):
            title = f"{title} {line}"
        elif title != lines[index]:
            break
    return title


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" *#_")
