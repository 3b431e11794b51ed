"""Blocks cut into pieces that each hold one unit of the law.

Page texts saved without line breaks print a whole law in one line, headings glued to what follows
(«Статья 24. Права органов внутренних делОрганам …»); others run a list on in its sentence
(«… изменения: 1) …; 2) …»). Nothing is dropped here: the pieces of a block together are its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from checker.language.figures import whole
from checker.patterns import regex
from checker.source import Block
from checker.structure.node import LONGEST_TEXT
from checker.structure.numbers import follows, is_first

_CYRILLIC = regex(r"[Ѐ-ӿ]")
LONG = 1500  # a longer block may be a page without line breaks
_FURNITURE_START = regex(
    r"(?<=\S)\s+(?=Если Вы обнаружили на странице ошибку|Мәтіннен қате тапсаңыз"
    r"|Состояние базы\b|Последние документы\b"
    r"|Примечание (?:ИЗПИ|РЦПИ)!|Сноска\.)"
)
_TITLE_START = regex(
    r"(?<=Полноэкранный режим Печать)\s+|(?<=Толық экранды режим Басып шығару)\s+"
    r"|\s+(?=(?:Утративший силу|Обновленный|Новый (?:Закон|Кодекс|Указ|Приказ))\b)"
    r"|(?<=Назад к документу)\s+|(?<=Құжатқа қайту)\s+|(?<=\.)\s+(?=Текст Официальн|Мәтін Ресми)"
)
_ARTICLE_START = regex(
    r"(?<![\d(\w\"«“])\s*(?=[\"«“]?(?:Статья\s+\d+(?:[-–.]\d+){0,4}\s?\.(?=[\s\w\"«“])|\d{1,5}(?:-\d{1,4}){0,4}-бап\s?\.\s))"
    r"|(?<=[а-яё.;)»])(?=(?:Статья\s+\d+(?:[-–.]\d+)*\s?\.\s|(?:ГЛАВА|Глава|РАЗДЕЛ|Раздел)\s+[\dIVX]+))"
)
_GLUE = regex(
    r"(?<=[а-яё»)])(?=[А-ЯЁ][а-яё]+ )|(?<=[а-яё»)\"]{2}[.;:])(?=[А-ЯЁа-яё«\"]{2})"
    r"|(?<=\d[.;:])(?=[А-ЯЁ][а-яё])"
)
_FEWEST_MARKS = 2  # «1) … 2) …»
_GLUED_PLACES = 20  # so many places without a space are a habit of the file, not slips
_LAW_END = regex(
    r"(?<=[.»\"])\s+(?=(?:Президент|Первый заместитель|Заместитель|Председатель|Премьер-Министр)"
    r"\s+(?:Республики|Кыргызской|Верховного)[^.]{0,60}[А-ЯЁ]\.)"
)
_AFTER_QUOTE = regex(r"(?<=[^\s][\"»][;.])\s+(?=[а-яё\d«\"])")
_AFTER_NOTE = regex(r"(?<=опубликования\)\.)\s+")
_QUOTED_UNIT = regex(r"(?<=:)\s+(?=[\"«“](?:Статья\s+)?\d[\d-]*(?:\)|\.|-бап))")
_LISTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("1)", regex(r"(?<=[:;,.!»\"”])\s(?=(?P<number>\d{1,3}(?:-\d{1,2})?)\s?\)\s)")),
    ("a)", regex(r"(?<=[:;])\s(?=(?P<number>[а-яёa-z])\)\s)")),
    ("(a)", regex(r"(?:(?<=[:;—–])|(?<=; and)|(?<=; or)|(?<=-{2}))\s?(?=\((?P<number>[a-z])\)\s)")),
    ("(i)", regex(r"(?:(?<=[:;—–])|(?<=; and)|(?<=; or))\s?(?=\((?P<number>[ivx]{1,5})\)\s)")),
)
_PARTS = regex(
    r"(?<!Статья)(?<=[^\W\d]|[.;:»\"”!)])\s(?=(?P<number>\d{1,3}(?:-\d{1,2})?)\.\s[А-ЯЁӘҒҚҢӨҰҮІA-Z\"«“])"
)
_HEAD_NUMBER = regex(r"[\"«“]?\(?(?P<number>\d{1,3}(?:-\d{1,2})?|[а-яёa-z]|[ivx]{1,5})(?P<mark>\)|\.)")


# «… предусмотренных статьями 73,» / «125 ,» / «(частью второй)»: pages put a hyperlink on a line of its own
_LINK_REST = regex(r"(?:ст\.\s?\d|\d[\d-]*\s?(?:[,.;]?$|,|\(|и\s|част)|[,.;)]|\((?:част|пункт|абзац))")
# «202» / «– ущерб на сумму …»: an article named by a link of its own
_LINK_ALONE = regex(r"\d{1,3}(?:-\d+)?")
_AFTER_LINK = regex(r"[–,-]\s")
_LONG_ENOUGH = 60
_OPEN_END = regex(r"\bсм\.$|[а-яёәғқңөұүһі]$|\d$|,$|\)$")


def mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with sentences put together that a hyperlink had broken into lines."""
    held: Block | None = None
    for block in blocks:
        if held is not None and _is_rest(held, block):
            held = replace(held, text=f"{held.text} {block.text}")
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _is_rest(before: Block, block: Block) -> bool:
    if block.kind != "text" or before.kind != "text" or block.level or block.number or block.heading:
        return False
    if _LINK_ALONE.fullmatch(before.text):
        return bool(_AFTER_LINK.match(block.text) and _CYRILLIC.search(block.text))
    if not _LONG_ENOUGH <= len(before.text) <= LONGEST_TEXT:
        return False
    return bool(
        _LINK_REST.match(block.text) and _OPEN_END.search(before.text) and _CYRILLIC.search(before.text)
    )


def cut(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks again, cut where a new unit begins inside one."""
    for block in mended(blocks):
        if block.level or not block.text or block.kind in {"cell", "note", "footnote"}:
            yield block
            continue
        for place, text in enumerate(_cut_text(block.text)):
            yield replace(block, text=text, heading="" if place else block.heading)


def _cut_text(text: str) -> Iterator[str]:
    pieces = [text]
    if len(text) > LONG:
        pieces = list(_cut_page(text))
    for piece in pieces:
        for part in _between(piece, [match.span() for match in _QUOTED_UNIT.finditer(piece)]):
            yield from _cut_lists(part)


def _cut_page(text: str) -> Iterator[str]:
    spans = [
        match.span()
        for pattern in (_FURNITURE_START, _TITLE_START, _LAW_END, _AFTER_QUOTE, _AFTER_NOTE)
        for match in pattern.finditer(text)
    ]
    glued = [match.span() for match in _GLUE.finditer(text)]
    if len(glued) >= _GLUED_PLACES:
        spans.extend(glued)
    articles = [match.span() for match in _ARTICLE_START.finditer(text)]
    bounds = [0, *(end for _, end in articles), len(text)]
    for start, end in pairwise(bounds):
        spans.extend((start + a, start + b) for a, b in _run(_PARTS, text[start:end], ""))
    yield from _between(text, sorted({*spans, *articles}))


def _cut_lists(text: str) -> Iterator[str]:
    pieces = [text]
    if text.count(")") < _FEWEST_MARKS:
        yield text
        return
    for mark, pattern in _LISTS:
        if mark[0] == "(" and "(" not in text:
            continue
        pieces = [part for piece in pieces for part in _between(piece, _run(pattern, piece, mark))]
    yield from pieces


def _run(pattern: re.Pattern[str], text: str, mark: str) -> list[tuple[int, int]]:
    """The places of a list that counts up from its first number or from the one that opens the text."""
    opening = _HEAD_NUMBER.match(text)
    last = opening["number"] if opening and opening["mark"] == (mark or ".")[-1] else ""
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        number = match["number"]
        if is_first(number) or (
            last and follows(last, number, roman=mark == "(i)") and _is_near(last, number)
        ):
            found.append(match.span())
            last = number
    return found if len(found) > 1 or (found and opening) else []


def _is_near(before: str, number: str) -> bool:
    """In running text only a direct neighbour continues a list; a gap is a reference."""
    if not (before[0].isdigit() and number[0].isdigit()):
        return before[0].isdigit() == number[0].isdigit()
    return whole(number.split("-", maxsplit=1)[0]) - whole(before.split("-", maxsplit=1)[0]) <= 2


def _between(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    start = 0
    for begin, end in spans:
        if begin < start:
            continue
        if text[start:begin].strip():
            yield text[start:begin].strip()
        start = end
    if text[start:].strip():
        yield text[start:].strip()
