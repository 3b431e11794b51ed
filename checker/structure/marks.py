"""What stands at the head of a line: numbers of articles, divisions and items, per drafting tradition.

The tables are data: a new tradition is a new row. Patterns are matched at the start of a cleaned line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from checker.draft import Language

Style = Literal["1.", "(1)", "1)", "(a)", "a)", "(i)", "i)", "(A)", "(I)", "-", ""]


@dataclass(frozen=True, slots=True)
class Heading:
    """A division or article that a line opens; ``rest`` is what the line says after the number."""

    kind: str
    word: str
    number: str
    rest: str
    language: Language


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered part, point or sub-point that a line opens."""

    style: Style
    number: str


_N = r"\d+(?:\s?[-–]\s?\d+)*"
_QUOTE = r"[\"«“„'‘]*\s*"
_TAIL = r"(?P<rest>.*)"

ARTICLES: tuple[tuple[Language, re.Pattern[str]], ...] = tuple(
    (language, re.compile(_QUOTE + pattern, re.S))
    for language, pattern in (
        # «Статья 627-2. Заголовок», «Статья 16», «Статья 109 1. …» (lost superscript), «Статья 1 .»
        (
            "ru",
            rf"(?P<word>Статья|СТАТЬЯ)\s+(?P<number>\d+(?:[-–.]\d+)*(?:\s\d(?=\s?\.))?)(?:\s*\.\s*|\s*$){_TAIL}",
        ),
        # «128-бап. Ұстап алу», «16-бап», «65-1-бап»
        ("kk", rf"(?P<number>{_N})\s?[-–]\s?(?P<word>бап|БАП)(?:\s*\.\s*|\s*$){_TAIL}"),
        # «Article 14», «Section 33», «Section 5. Title», «Article 131. Detention», «Art. 3»
        (
            "en",
            r"(?P<word>Article|ARTICLE|Art\.|Section|SECTION|Clause|CLAUSE)\s+"
            rf"(?P<number>\d+(?:-\d+)*[A-Z]{{0,3}})(?:\s*[.:–—]\s*|\s*$|\s+(?=[A-Z][a-z]+(?:\s+\S+){{0,9}}$)){_TAIL}",
        ),
    )
)
# «35. ( 1 )», «30.—(1)», «12. In-camera trial. —», «13A. …», «F24[30A. …»
EN_NUMBERED = re.compile(
    rf"(?:\[\w+\])?(?P<lead>(?:[A-Z]\d+\[|\d{{1,2}}\s?\[)?){_QUOTE}(?P<number>\d{{1,3}}[A-Z]{{0,3}})\s?\.(?!\d)[-\s_–—]*{_TAIL}",
    re.S,
)
# «14 Determination of applications» (only where the block is a heading)
EN_TITLED = re.compile(rf"(?P<lead>){_QUOTE}(?P<number>\d{{1,3}}[A-Z]{{0,3}})\s+(?P<rest>[A-Z“‘(].*)", re.S)

_ROMAN_OR_N = r"(?:[IVXLCІХ]+(?:[-–]\d+)?[A-Z]?|\d+(?:[-–]\d+)*[A-Z]?)"
_RU_ORDINAL = r"(?:ПЕРВ|ВТОР|ТРЕТ|ЧЕТВ|ПЯТ|ШЕСТ)\w+"
DIVISIONS: tuple[tuple[Language, str, re.Pattern[str]], ...] = tuple(
    (language, kind, re.compile(rf"{_QUOTE}{pattern}(?!\w)[\s.:–—-]*{_TAIL}", flags | re.S))
    for language, kind, pattern, flags in (
        ("en", "part", rf"(?P<word>PART|Part)\s+(?P<number>{_ROMAN_OR_N})", 0),
        ("en", "chapter", rf"(?P<word>CHAPTER|Chapter)\s+(?P<number>{_ROMAN_OR_N})", 0),
        ("en", "title", rf"(?P<word>TITLE|Title)\s+(?P<number>{_ROMAN_OR_N})", 0),
        (
            "en",
            "section",
            rf"(?P<word>DIVISION|Division|Subpart|SUBPART)\s+(?P<number>{_ROMAN_OR_N}|[A-Z])",
            0,
        ),
        ("ru", "part", rf"(?P<word>раздел)\s+(?P<number>{_ROMAN_OR_N}|{_RU_ORDINAL})", re.I),
        ("ru", "subpart", rf"(?P<word>подраздел)\s+(?P<number>{_ROMAN_OR_N})", re.I),
        ("ru", "chapter", rf"(?P<word>глава)\s+(?P<number>{_ROMAN_OR_N})", re.I),
        ("ru", "section", rf"(?P<word>параграф|§)\s*(?P<number>{_ROMAN_OR_N})", re.I),
        (
            "ru",
            "book",
            r"(?P<number>)(?P<word>(?:ОБЩАЯ|ОСОБЕННАЯ)\s+ЧАСТЬ|(?:Общая|Особенная) часть(?=\s*$))",
            0,
        ),
        ("kk", "part", rf"(?P<number>{_ROMAN_OR_N})\s?[-–]?\s?(?P<word>бөлім)", re.I),
        ("kk", "book", r"(?P<number>)(?P<word>ЖАЛПЫ БӨЛІК|ЕРЕКШЕ БӨЛІК)", 0),
        ("kk", "chapter", rf"(?P<number>{_N}|[IVX]+)\s?[-–]?\s?(?P<word>тарау)", re.I),
        ("kk", "section", rf"(?P<number>{_N})\s?[-–]\s?(?P<word>параграф)", re.I),
    )
)
_ORDINAL = r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH)"
SCHEDULES: tuple[tuple[Language, re.Pattern[str]], ...] = (
    (
        "en",
        re.compile(
            rf"\[?(?P<word>(?:THE\s+)?(?:{_ORDINAL}\s+)?(?:SCHEDULE|ANNEX|APPENDIX)S?)\b{_TAIL}", re.S
        ),
    ),
    (
        "en",
        re.compile(
            rf"(?P<word>(?:First |Second |Third |Fourth )?(?:Schedule|Annex|Appendix))(?=\s*(?:[\dIVX]+[A-Z]?)?\s*$){_TAIL}",
            re.S,
        ),
    ),
    ("ru", re.compile(rf"(?P<word>Приложение|ПРИЛОЖЕНИЕ)(?=\s*(?:№?\s*\d+)?\s*(?:$|к\s)){_TAIL}", re.S)),
    ("kk", re.compile(rf"(?P<word>(?:\S+\s+){{0,8}}\d+-қосымша)(?=\s*$){_TAIL}", re.S)),
)
MAX_DIVISION = 260  # a longer line is a sentence that names a chapter, not its heading

_ITEMS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, re.compile(r"(?P<lead>(?:[A-Z]\d+\[|\d{1,2}\s?\[)?)" + _QUOTE + pattern))
    for style, pattern in (
        ("(1)", r"\(\s?(?P<number>\d{1,3}[A-Z]{0,2})\s?\)\]?\s*"),
        ("(a)", r"\(\s?(?P<number>[a-zа-я]{1,5})\s?\)\]?\s*"),
        ("(A)", r"\(\s?(?P<number>[A-Z]{1,4})\s?\)\s*"),
        ("1)", r"(?P<number>\d{1,3}(?:\s?[-–]\s?\d{1,2})*)\s?\)\s*(?![;,.])"),
        ("a)", r"(?P<number>[a-zа-яё](?:[-–]\d{1,2})?)\s?\)\s+"),
        ("1.", r"(?P<number>\d{1,3}(?:[-–]\d{1,2})*)\s?\.(?!\d)\s*(?=[^\W\d]|[(\"«“„]|$|\d{4}\s?жыл)"),
        ("-", r"(?P<number>)[-–—•·●]\s+"),
    )
)
_LETTERS_AND_ROMAN = re.compile(r"[a-z]{1,2}|[ivxlc]+[a-h]?|[а-я]")


def read_heading(text: str) -> Heading | None:
    """The article, division or schedule heading that the line is, if it is one."""
    for language, pattern in ARTICLES:
        if match := pattern.match(text):
            number = re.sub(r"\s", "-" if language == "ru" else "", match["number"]).replace("–", "-")
            return Heading("article", match["word"], number, match["rest"].strip(), language)
    if len(text) > MAX_DIVISION:
        return None
    return _division(text)


def _division(text: str) -> Heading | None:
    for language, kind, pattern in DIVISIONS:
        match = pattern.match(text)
        if match and not _is_sentence(match["rest"]):
            return Heading(
                kind, match["word"], match["number"].replace("–", "-"), match["rest"].strip(), language
            )
    for language, pattern in SCHEDULES:
        match = pattern.match(text)
        if match and not _is_sentence(match["rest"]):
            return Heading("schedule", match["word"], "", match["rest"].strip(), language)
    return None


def _is_sentence(rest: str) -> bool:
    return bool(
        re.match(r"[,;)]|(?:of|to|and|or|in|shall|may|applies|has|is)\b", rest.strip())
    ) or rest.rstrip().endswith((";", ","))


def read_items(text: str) -> tuple[list[Item], str]:
    """The numbers that open the line, outermost first, and the text after them.

    >>> read_items("(2) (a) A person")
    ([Item(style='(1)', number='2'), Item(style='(a)', number='a')], 'A person')
    """
    items: list[Item] = []
    rest, leads = text, ""
    while found := _read_item(rest, nested=bool(items)):
        item, lead, rest = found
        leads += lead
        items.append(item)
    return items, leads + rest


def _read_item(text: str, *, nested: bool) -> tuple[Item, str, str] | None:
    for style, pattern in _ITEMS:
        match = pattern.match(text)
        if not match or (nested and (style == "-" or _repeats_outer(style))):
            continue
        if style == "(a)" and not _LETTERS_AND_ROMAN.fullmatch(match["number"]):
            continue
        number = re.sub(r"\s", "", match["number"]).replace("–", "-")
        return Item(style, number), match["lead"], text[match.end() :]
    return None


def _repeats_outer(style: Style) -> bool:
    """A part number never stands inside another item on one line: «1) 2. …» is text."""
    return style == "1."
