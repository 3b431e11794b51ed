"""Words and sentences of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.draft import Language
from checker.language.letters import fold

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”’)\]]*\s+(?=[«“\"(\[]?\w)|\n{2,}")
_ABBREVIATION = re.compile(
    r"(?:\b(?:art|arts|sec|secs|cl|para|paras|no|nos|cap|ch|mr|mrs|dr|hon|vol|viz|e\.g|i\.e|etc"
    r"|ст|ч|п|пп|гл|т|г|гг|др|абз|им|руб|см|т\.е|т\.д|ж|жж|б|қ|т\.б)|\b\w)\.$",
    re.IGNORECASE,
)
_LONG = 12

SKIPPED: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        ("the a an any such said every each his her their its this that these those or's s").split()
    ),
    "ru": frozenset(
        ("его ее их данный данного данной данных этот этого этой этих такой такого такого-либо же").split()
    ),
    "kk": frozenset(("осы сол бұл аталған көрсетілген өзінің оның олардың тиісті").split()),
}
"""Words that stand for nothing between the words of a phrase."""

CONTRAST = frozenset(("but however provided однако но бірақ алайда").split())
"""Words that open a clause of their own: a negation before them does not reach it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its place (code points) in the text it was read from."""

    form: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words and numbers of a text, folded; hyphens part words, since laws spell them both ways."""
    return [Word(found.group(), found.start(), found.end()) for found in WORD.finditer(fold(text))]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand; abbreviations and numbers of provisions do not end one.

    >>> sentence_spans("See art. 5 of the Code. It applies.")
    [(0, 23), (24, 35)]
    """
    spans = []
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        piece = text[start : mark.end()].rstrip()
        following = text[mark.end() : mark.end() + 1]
        if "\n" not in mark.group() and (_goes_on(following) or _ABBREVIATION.search(piece[-_LONG:])):
            continue
        if piece:
            spans.append((start, start + len(piece)))
        start = mark.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _goes_on(letter: str) -> bool:
    return letter.islower()
