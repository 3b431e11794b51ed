"""The title of a law as it is printed."""

from __future__ import annotations

import re

from checker.patterns import regex
from checker.source import Source
from checker.structure.marks import read_heading
from checker.structure.node import Node

_NAMED = regex(
    r"\b(?:КОНСТИТУЦИЯ|КОДЕКС|Кодекс|ЗАКОН|Конституция|Закона?|Кодексі|КОДЕКСІ|Заңы|Заңның|Конституциясы)\b"
    r"|^О(?:б)?\s|туралы\s*$"
    r"|\b(?:ACT|Act|BILL|Bill|CONSTITUTION|Constitution|CONVENTION"
    r"|Protocol|Convention|Ordinance|ORDINANCE"
    r"|Charter|CHARTER|Code)\b"
    r"|\b(?:LAW|Law)\s+(?:ON|on|OF|of)\b"
)
# «An Act» alone, a long title («To promote …») and what the printer sets above are no names
_NO_NAME = regex(
    r"(?:(?:An?\s+)?(?:Act|Bill)|ACT|A BILL)|(?:To|TO)\s.*|(?:An?|AN?) (?i:act|bill) to\s.*", re.S
)
_LONGEST_GIVEN = 200
_CATALOGUED = regex(r"^D\.\s?R\.\s?[\d/]+\s*-\s*|\s*\((?:\s?(?:Passed|Ditarik Balik)\s?)\)$")
_GLUED_RANK = regex(r"(?<=\d{4})(?:Public|Local|Private) Act\s?\d{4}.*$")
_LED_BY_NAME = regex(r"Қазақстан Республикасының (?:Конституциясы|\S+ кодексі)(?=\s)")
_RANK_ONLY = regex(r"(?:ФЕДЕРАЛЬНЫЙ |КОНСТИТУЦИОННЫЙ )*ЗАКОН(?: [А-ЯЁ ]+)?|Закон [А-ЯЁ][\w ]+", re.S)
_NOT_TITLE = regex(r"\(|\d|Принят|Одобрен|от\s+\d|город\b|г\.|Введен|Изменения")
_SENTENCE = regex(r"[.;:,]$|\b(?:вступает|вводится|принимаем)\b")
_CITED = regex(
    r"\b(?:may\s+be\s+(?:cited\s+as|called)|Act\s+is\s+called)\s+(?:the\s+)?[“\"]?"
    r"(?P<title>[A-Z][^.;“”\"]{4,140}?(?:Act|Ordinance|Sanhita|Code|Law|Proclamation)\b(?:[^.;“”\"]{0,20}\d{4})?)"
)
_FRAGMENT = regex(r"(?:ACT|BILL|ORDINANCE)\b|\(|[A-Z’\s]*\)")
_MAX = 400
_TITLE_LINES = 4
_SITE = regex(r"\s*[-–|]\s*(?:ИПС\s*[\"«]?Әділет|\"?Әділет|adilet).*$", re.I)


def title_of(source: Source, root: Node) -> str:
    """The title the format gives, else the law's own name for itself, else what the front matter says.

    An extract goes by its only chapter or article, and a law without any of these by the name of its file.
    """
    given = _given(source)
    if _NAMED.search(given):
        return given
    return (
        _cited(source)
        or _in_front(source, root)
        or given
        or _only_unit(root)
        or re.split(r"[\\/]", source.path)[-1]
    )


def _given(source: Source) -> str:
    title = _clean(_SITE.sub("", source.title))
    title = _clean(_GLUED_RANK.sub("", _CATALOGUED.sub("", _CATALOGUED.sub("", title))))
    unit = read_heading(title)
    return "" if unit or len(title) > _LONGEST_GIVEN or _NO_NAME.fullmatch(title) else title


def _only_unit(root: Node) -> str:
    """«Глава 2. Принципы …» of a file that holds no more than that chapter."""
    units = [child for child in root.children if child.role == "heading" or child.kind == "article"]
    if len(units) != 1 or not units[0].heading:
        return ""
    number = " ".join(filter(None, (units[0].word, units[0].number)))
    return f"{number}. {units[0].heading}".lstrip(". ")


def _cited(source: Source) -> str:
    """«This Act may be cited as the Bail Act, 1997.»"""
    found = (_CITED.search(block.text) for block in source.blocks)
    return next((_clean(match["title"]) for match in found if match), "")


def _in_front(source: Source, root: Node) -> str:
    front = [_clean(child.text) for child in root.children if child.role == "preamble"]
    headings = [_clean(block.text) for block in source.blocks[:40] if block.kind == "heading"]
    for lines in (headings, front):
        for index, text in enumerate(lines):
            if led := _LED_BY_NAME.match(text):
                return led.group()
            if _is_name(text):
                return _whole(lines, index)
    return ""


def _is_name(text: str) -> bool:
    named = 3 < len(text) <= _MAX and _NAMED.search(text) and not _SENTENCE.search(text)
    return bool(named) and not _NO_NAME.fullmatch(text) and read_heading(text) is None


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
