"""What stands at the head of a line: a heading with its number, or the numbers of items."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.draft import Language
from checker.patterns import regex
from checker.structure.forms import ARTICLES, DIVISIONS, ITEMS, LETTERS_OR_ROMAN, SCHEDULES, Style

MAX_DIVISION = 260  # a longer line is a sentence that names a chapter, not its heading
_SENTENCE_START = regex(r"[,;)]|(?:of|to|and|or|in|shall|may|applies|has|is)\b")


class Heading(Struct, frozen=True):
    """A division or article that a line opens; ``rest`` is what the line says after the number."""

    kind: str
    word: str
    number: str
    rest: str
    language: Language


class Item(Struct, frozen=True):
    """A numbered part, point or sub-point that a line opens."""

    style: Style
    number: str


def read_heading(text: str) -> Heading | None:
    """The article, division or schedule heading that the line is, if it is one."""
    for language, pattern in ARTICLES:
        if match := pattern.match(text):
            number = re.sub(r"\s", "-" if language == "ru" else "", match["number"]).replace("–", "-")
            return Heading("article", match["word"], number, match["rest"].strip(), language)
    return _division(text) if len(text) <= MAX_DIVISION else None


def _division(text: str) -> Heading | None:
    for language, kind, pattern in DIVISIONS:
        match = pattern.match(text)
        if match and not _is_sentence(match["rest"]):
            number = match["number"].replace("–", "-")
            return Heading(kind, match["word"], number, match["rest"].strip(), language)
    for language, pattern in SCHEDULES:
        match = pattern.match(text)
        if match and not _is_sentence(match["rest"]):
            return Heading("schedule", match["word"], "", match["rest"].strip(), language)
    return None


def _is_sentence(rest: str) -> bool:
    return bool(_SENTENCE_START.match(rest.strip())) or rest.rstrip().endswith((";", ","))


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
    """The first number; a part number or a dash never stands inside another item on one line."""
    for style, pattern in ITEMS:
        match = pattern.match(text)
        if not match or (nested and style in {"-", "1."}):
            continue
        if style == "(a)" and not LETTERS_OR_ROMAN.fullmatch(match["number"]):
            continue
        number = re.sub(r"\s", "", match["number"]).replace("–", "-")
        return Item(style, number), match["lead"], text[match.end() :]
    return None
