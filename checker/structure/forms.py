"""How the drafting traditions print the numbers of their units: one row per form.

A new tradition is a new row. Patterns are matched at the start of a cleaned line, after an opening
quotation mark if there is one; every heading form names its ``word``, ``number`` and the ``rest``.
"""

from __future__ import annotations

import re
from typing import Literal

from checker.draft import Language
from checker.patterns import regex

Style = Literal["1.", "(1)", "1)", "(a)", "a)", "(i)", "i)", "(A)", "(I)", "-", ""]

_QUOTE = r"[\"«“„'‘]*\s*"
_N = r"\d+(?:\s?[-–]\s?\d+)*"
_ROMAN_OR_N = r"(?:[IVXLCІХ]+(?:[-–]\d+)?[A-Z]?|\d+(?:[-–]\d+)*[A-Z]?)"
_REST = r"(?P<rest>.*)"


def _form(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return regex(_QUOTE + pattern + _REST, flags | re.DOTALL)


#: Latin letters stand for their Cyrillic look-alikes in official texts («Cтатья 69» with a Latin C)
#: «Статья 627-2. Заголовок», «Статья 16», «Статья 1 .», «Статья 109 1. …» (lost superscript)
_STATYA = _form(
    r"(?P<word>[СC]татья|[СC]ТАТЬЯ)\s+(?P<number>\d+(?:[-–.]\d+)*(?:\s\d(?=\s?\.))?)(?:\s*\.\s*|\s*$)"
)
#: «128-бап. Ұстап алу», «16-бап», «65-1-бап»
_BAP = _form(rf"(?P<number>{_N})\s?[-–]\s?(?P<word>б[аa]п|БАП)(?:\s*\.\s*|\s*$)")
#: «Article 14», «Section 33», «Article 131. Detention», «Art. 3», «Article 9 Short heading»
_ARTICLE = _form(
    r"(?P<word>Article|ARTICLE|Art\.|Section|SECTION|Clause|CLAUSE)\s+(?P<number>\d+(?:-\d+)*[A-Z]{0,3})"
    r"(?:\s*[.:–—]\s*|\s*$|\s+(?=[A-Z][a-z]+(?:\s+\S+){0,9}$))"
)
ARTICLES: tuple[tuple[Language, re.Pattern[str]], ...] = (("ru", _STATYA), ("kk", _BAP), ("en", _ARTICLE))

#: «35. ( 1 )», «30.—(1)», «3 - Rates», «12. In-camera trial. —», «13A. …», «F24[30A. …»
EN_NUMBERED = regex(
    r"(?:\[\w+\])?(?P<lead>(?:[A-Z]\d+\[|\d{1,2}\s?\[)?)"
    rf"{_QUOTE}(?P<number>\d{{1,3}}[A-Z]{{0,3}})(?:\s?\.(?!\d)[-\s_–—]*|\s[-–]\s(?=[A-Z])){_REST}",
    re.DOTALL,
)
#: «14 Determination of applications», where the block is a heading
EN_TITLED = regex(rf"(?P<lead>){_QUOTE}(?P<number>\d{{1,3}}[A-Z]{{0,3}})\s+(?P<rest>[A-Z“‘(].*)", re.DOTALL)

_AFTER = r"(?!\w)[\s.:–—-]*"
_ANY_CASE = re.IGNORECASE
_GENERAL_PART = r"(?:ОБЩАЯ|ОСОБЕННАЯ)\s+ЧАСТЬ|(?:Общая|Особенная) часть(?=\s*$)"
_ORDINAL_RU = r"(?:ПЕРВ|ВТОР|ТРЕТ|ЧЕТВ|ПЯТ|ШЕСТ)\w+"
DIVISIONS: tuple[tuple[Language, str, re.Pattern[str]], ...] = (
    ("en", "part", _form(rf"(?P<word>PART|Part)\s+(?P<number>{_ROMAN_OR_N}){_AFTER}")),
    ("en", "chapter", _form(rf"(?P<word>CHAPTER|Chapter)[\s-]+(?P<number>{_ROMAN_OR_N}){_AFTER}")),
    ("en", "title", _form(rf"(?P<word>TITLE|Title)\s+(?P<number>{_ROMAN_OR_N}){_AFTER}")),
    ("en", "section", _form(rf"(?P<word>(?i:division|subpart))\s+(?P<number>{_ROMAN_OR_N}|[A-Z]){_AFTER}")),
    ("ru", "part", _form(rf"(?P<word>раздел)\s+(?P<number>{_ROMAN_OR_N}|{_ORDINAL_RU}){_AFTER}", _ANY_CASE)),
    ("ru", "subpart", _form(rf"(?P<word>подраздел)\s+(?P<number>{_ROMAN_OR_N}){_AFTER}", _ANY_CASE)),
    ("ru", "chapter", _form(rf"(?P<word>глава)\s+(?P<number>{_ROMAN_OR_N}){_AFTER}", _ANY_CASE)),
    ("ru", "section", _form(rf"(?P<word>параграф|§)\s*(?P<number>{_ROMAN_OR_N}){_AFTER}", _ANY_CASE)),
    ("ru", "book", _form(rf"(?P<number>)(?P<word>{_GENERAL_PART}){_AFTER}")),
    ("kk", "part", _form(rf"(?P<number>{_ROMAN_OR_N})\s?[-–]?\s?(?P<word>бөлім){_AFTER}", _ANY_CASE)),
    ("kk", "book", _form(rf"(?P<number>)(?P<word>ЖАЛПЫ БӨЛІК|ЕРЕКШЕ БӨЛІК){_AFTER}")),
    ("kk", "chapter", _form(rf"(?P<number>{_N}|[IVX]+)\s?[-–]?\s?(?P<word>тарау){_AFTER}", _ANY_CASE)),
    ("kk", "section", _form(rf"(?P<number>{_N})\s?[-–]\s?(?P<word>параграф){_AFTER}", _ANY_CASE)),
)

_ORDINAL_EN = r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH)"
_NUMBERED_END = r"(?=\s*(?:[\dIVX]+[A-Z]?)?\s*$)"
SCHEDULES: tuple[tuple[Language, re.Pattern[str]], ...] = (
    ("en", _form(rf"\[?(?P<word>(?:THE\s+)?(?:{_ORDINAL_EN}\s+)?(?:SCHEDULE|ANNEX|APPENDIX)S?)\b")),
    ("en", _form(rf"(?P<word>(?:(?i:{_ORDINAL_EN}) )?(?:Schedule|Annex|Appendix)){_NUMBERED_END}")),
    ("ru", _form(r"(?P<word>Приложение|ПРИЛОЖЕНИЕ)(?=\s*(?:№?\s*\d+)?\s*(?:$|к\s))")),
    ("kk", _form(r"(?P<word>(?:\S+\s+){0,8}\d+-қосымша)(?=\s*$)")),
)


def _item(pattern: str) -> re.Pattern[str]:
    """A number that may stand behind the mark of an amendment («F6[(1)]», «2 [( 5 )»)."""
    return regex(r"(?P<lead>(?:[A-Z]\d+\[|\d{1,2}\s?\[)?)" + _QUOTE + pattern)


ITEMS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("(1)", _item(r"\(\s?(?P<number>\d{1,3}[A-Z]{0,2})\s?\)\]?\s*")),
    ("(a)", _item(r"\(\s?(?P<number>[a-zа-я]{1,5})\s?\)\]?\s*")),
    ("(A)", _item(r"\(\s?(?P<number>[A-Z]{1,4})\s?\)\s*")),
    ("1)", _item(r"(?P<number>\d{1,3}(?:\s?[-–]\s?\d{1,2})*)\s?\)(?!\s*тармақша)\s*(?![;,.])")),
    ("a)", _item(r"(?P<number>[a-zа-яё](?:[-–]\d{1,2})?)\s?\)\s+")),
    (
        "1.",
        _item(r"(?P<number>\d{1,3}(?:[-–]\d{1,2})*)\s?\.(?!\d)\s*(?=[^\W\d]|[(\"«“„]|$|\d{4}\s?жыл)"),
    ),
    ("-", _item(r"(?P<number>)[-–—•·●]\s+")),
)
#: Letters in round brackets that number an item; longer words in brackets are text
LETTERS_OR_ROMAN = regex(r"[a-z]{1,2}|[ivxlc]+[a-h]?|[а-я]")
