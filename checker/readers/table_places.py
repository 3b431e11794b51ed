"""The column «structural element» of a comparative table: which unit of the law a row is about."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.patterns import regex
from checker.source import Block

_N = r"\d+(?:\s?[-–]\s?\d+)*"
#: «статья 14», «пункт 2 статьи 14-1», «14-баптың 2-тармағы», «section 14(2)»
_ARTICLE = regex(
    rf"(?:(?P<ru>\bстать\w{{1,3}}|\bст\.)\s*(?P<a>{_N})|(?P<b>{_N})\s?[-–]\s?(?P<kk>бап\w*|баб\w*)"
    rf"|\b(?P<en>article|section|clause|art\.|s\.)\s*(?P<c>{_N}[A-Z]{{0,2}}))",
    re.IGNORECASE,
)
_PART = regex(
    rf"\bчаст\w{{1,3}}\s+(?P<a>{_N})|(?P<b>{_N})\s?[-–]\s?(?:бөлік|бөлі[гк])\w*|\bpart\s+(?P<c>\d+)",
    re.IGNORECASE,
)
_PARAGRAPH = regex(
    rf"(?<!под)пункт\w{{0,3}}\s+(?P<a>{_N})(?P<mark>\)?)|(?P<b>{_N})(?P<mark2>\)?)\s?[-–]?\s?(?:тармақ(?!ша)|тармағ)\w*"
    r"|\bparagraph\s+\(?(?P<c>\d+)|(?:article|section|clause)\s+\d+[A-Z]*\s*\((?P<d>\d+)\)",
    re.IGNORECASE,
)
_POINT = regex(
    rf"подпункт\w{{0,3}}\s+(?P<a>{_N}|[а-я](?=\)))\)?|(?P<b>{_N}|[а-яәі](?=\)))\)?\s?[-–]?\s?тармақша\w*"
    r"|\bpoint\s+\(?(?P<c>\d+|[a-z])\b",
    re.IGNORECASE,
)
_ORDINAL = regex(
    r"част\w{1,3}\s+(перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)|"
    r"(бірінші|екінші|үшінші|төртінші|бесінші|алтыншы|жетінші|сегізінші|тоғызыншы|оныншы)\s+бөлі",
    re.IGNORECASE,
)
_ORDINALS = (
    *("перв втор трет четверт пят шест седьм восьм девят десят".split()),
    *("бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы".split()),
)
_ARTICLE_HEAD = regex(
    rf"[\"«“]?\s*(?:[СC]татья\s+(?P<a>{_N})|(?P<b>{_N})\s?[-–]\s?бап(?!\w)|(?:Article|Section|Clause)\s+(?P<c>\d+[A-Z]*))",
    re.IGNORECASE,
)
_PART_HEAD = regex(rf"[\"«“]?\s*(?:(?P<a>{_N})\.(?!\d)|\((?P<b>\d+)\))")
_ITEM_HEAD = regex(rf"[\"«“]?\s*(?:{_N}[.)]|\(\w{{1,4}}\)|[а-яa-zәі]\)\s)")
_ARTICLE_WORDS = {"ru": "Статья {}.", "kk": "{}-бап.", "en": "Article {}."}


class Place(Struct, frozen=True):
    """A unit of the law as a table names it; numbers as printed in the text, empty where not named."""

    article: str = ""
    language: str = ""
    part: str = ""
    point: str = ""

    @classmethod
    def named(cls, text: str) -> Place:
        """The place that a cell names; without any number where it names none that could be read."""
        article = _ARTICLE.search(text)
        language = next((one for one in ("ru", "kk", "en") if article and article[one]), "")
        bracketed = language == "en"
        part = _number(_PART, text) or _ordinal(text)
        point = _number(_POINT, text)
        paragraph = _PARAGRAPH.search(text)
        number = _number(_PARAGRAPH, text)
        if number and paragraph and (part or paragraph["mark"] or paragraph["mark2"]):
            point = point or number
        elif number:
            part = part or number
        return cls(
            _number(_ARTICLE, text),
            language,
            part and (f"({part})" if bracketed else f"{part}."),
            point and (f"({point})" if bracketed and not point.isdigit() else f"{point})"),
        )


class Position(Struct):
    """How far the text of one column has come: the article and part that stand open."""

    article: str = ""
    part: str = ""

    def supplied(self, place: Place, blocks: tuple[Block, ...], where: str) -> tuple[Block, ...]:
        """The blocks, led by the numbers that only the structural element gives."""
        if not blocks:
            return ()
        before: list[Block] = []
        first = blocks[0]
        head = f"{first.number} {first.text}".strip()
        if place.language == "en" and _part_of(head) == place.article:
            self.article, self.part = place.article, ""  # «4. (1) A person …» is section 4 itself
            return blocks
        if not _article_of(head):
            if place.article and place.article != self.article:
                heading = _ARTICLE_WORDS[place.language].format(place.article)
                before.append(Block(heading, where=where))
                self.article, self.part = place.article, ""
            first = self._numbered(place, first, head, before, where)
        result = (*before, first, *blocks[1:])
        for block in result:
            self._pass(block)
        return result

    def _numbered(self, place: Place, first: Block, head: str, before: list[Block], where: str) -> Block:
        """The first block with its number, if it has none; an outer number becomes a block before it."""
        inner = place.point or place.part
        outer = place.part if place.point else ""
        if outer and outer.strip("().") != self.part and not _part_of(head):
            before.append(Block("", number=outer, where=where))
        if not inner or first.number or _ITEM_HEAD.match(head):
            return first
        return Block(
            first.text, first.kind, first.level, inner, first.heading, first.depth, first.bold, first.where
        )

    def _pass(self, block: Block) -> None:
        head = f"{block.number} {block.text}".strip()
        article = _article_of(head)
        if article:
            self.article, self.part = article, ""
        else:
            self.part = _part_of(head) or self.part


def opens_article(block: Block) -> bool:
    """Whether the block is the heading of an article."""
    return bool(_article_of(f"{block.number} {block.text}".strip()))


def names_article(text: str) -> bool:
    """Whether the text begins with the heading of an article."""
    return bool(_article_of(text))


def _article_of(head: str) -> str:
    match = _ARTICLE_HEAD.match(head)
    return _tidy(match["a"] or match["b"] or match["c"]) if match else ""


def _part_of(head: str) -> str:
    match = _PART_HEAD.match(head)
    return _tidy(match["a"] or match["b"]) if match else ""


def _number(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    if match is None:
        return ""
    return _tidy(next((match[name] for name in "abcd" if name in match.groupdict() and match[name]), ""))


def _ordinal(text: str) -> str:
    match = _ORDINAL.search(text)
    if match is None:
        return ""
    return str(_ORDINALS.index((match[1] or match[2]).lower()) % 10 + 1)


def _tidy(number: str) -> str:
    return re.sub(r"\s", "", number).replace("–", "-")
