"""How a unit's number stands on the page: the mark that a reader of the text takes it for."""

from __future__ import annotations

from checker.structure.forms import Style
from checker.structure.node import Node

_NUMBER_FIRST = {"бап", "тарау", "бөлім", "параграф"}


def mark_of(node: Node) -> str:
    """The mark before the text: «1)», «(a)», «Статья 14.», «14-бап.», «Глава 2.»; empty where there is none.

    >>> mark_of(Node("item", "2", style="1)")), mark_of(Node("article", "14-1", word="бап"))
    ('2)', '14-1-бап.')
    """
    if node.kind == "item" or node.style:
        return item_mark(node.style, node.number)
    if node.kind == "article":
        return _worded(node.word, node.number) if node.number else ""
    return _worded(node.word, node.number) if node.word else ""


def item_mark(style: Style, number: str) -> str:
    """A number in the print of its list; a list without numbers has dashes.

    >>> item_mark("(i)", "iv"), item_mark("1.", "3"), item_mark("-", "")
    ('(iv)', '3.', '–')
    """
    if style == "-":
        return "–"
    if not style or not number:
        return ""
    return f"({number})" if style.startswith("(") else f"{number}{style[-1]}"


def _worded(word: str, number: str) -> str:
    if not number:
        return word
    if not word:
        return f"{number}."
    if word.lower() in _NUMBER_FIRST and not _is_russian(word):
        return f"{number}-{word}."
    return f"{word}{'' if word == '§' else ' '}{number}."


def _is_russian(word: str) -> bool:
    """«Параграф 2» and «2-параграф» use one word: the Russian heading begins with a capital letter."""
    return word[0].isupper() and word.lower() == "параграф" and not word.isupper()
