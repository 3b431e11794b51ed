"""What the cells of a comparative table say of a provision instead of giving its text."""

from __future__ import annotations

import re
from typing import Literal

from checker.patterns import regex

Said = Literal["", "none", "gone", "same"]

_NEW = regex(
    r"(?:отсутству\w+|нет|не\s+было|нов\w{2}(?:\s+(?:статья|норма|часть|пункт|подпункт|абзац|глава))?"
    r"|жоқ|жаңа(?:\s+(?:бап|норма|бөлік|тармақ|тармақша|тарау))?|көзделмеген|не\s+предусмотрен\w*"
    r"|none|new(?:\s+(?:article|section|clause|provision|paragraph|point))?|absent|not\s+provided\s+for|nil)"
)
_GONE = regex(
    r"(?:(?:статью|часть|пункт|подпункт|абзац|главу|норму)?\s*исключ(?:ить|ен[ао]?|ается|ены)"
    r"|признать\s+утративш\w+\s+силу|утратил[аи]?\s+силу|отменить|отсутству\w+"
    r"|(?:бап|бөлік|тармақ|тармақша|абзац|тарау)?\s*(?:алып\s+таст\w+|алынып\s+таст\w+|күші\s+жойыл\w+"
    r"|күші\s+жойылды\s+деп\s+танылсын)|жоқ|repeal(?:ed)?|delet(?:e|ed)|omit(?:ted)?|to\s+be\s+(?:repealed|deleted"
    r"|omitted)|none|nil)"
)
_SAME = regex(
    r"(?:без\s+изменени[йя]|не\s+изменя\w+|в\s+той\s+же\s+редакции|остается\s+без\s+изменени\w+"
    r"|өзгеріссіз(?:\s+қалдырылсын)?|сол\s+редакцияда|no\s+changes?|unchanged|same)"
)
_EDGES = " .,;:()[]«»\"'*"
_DASHES = regex(r"[-–—_\s]+")
_OMITTED = regex(r"[.…\s]*(?:\.{3}|…)[.…\s]*")
_ROW_NUMBER = regex(r"№?\s*\d{1,5}(?:[.-]\d{1,3})*\s*[.)]?")
_LONGEST = 60


def said_of_former(text: str) -> Said:
    """«none» where the column in force says that the provision is new."""
    return "none" if _is(_NEW, text) else ""


def said_of_new(text: str) -> Said:
    """«gone» where the proposed column strikes the provision out, «same» where it leaves it as it is."""
    return "gone" if _is(_GONE, text) else "same" if _is(_SAME, text) else ""


def stands_for_omitted(text: str) -> bool:
    """Whether the text is only dots, which stand for words that do not change."""
    return bool(_OMITTED.fullmatch(text))


def is_row_number(text: str) -> bool:
    """Whether the text is the number of a row and no more."""
    return bool(_ROW_NUMBER.fullmatch(text.strip()))


def _is(pattern: re.Pattern[str], text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    bare = text.strip().lower()
    return bool(pattern.fullmatch(bare.strip(_EDGES))) or bool(_DASHES.fullmatch(bare))
