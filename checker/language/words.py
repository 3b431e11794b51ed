"""Words and sentences of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from checker.draft import Language
from checker.language.letters import fold
from checker.patterns import regex

WORD = regex(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")
_SENTENCE_END = regex(r"(?<![.!?…])[.!?…]++[\"»”’)\]]*+\s++(?=[«“\"(\[]?\w)|\n{2,}")
_ABBREVIATION = regex(
    r"(?:\b(?:art|arts|sec|secs|cl|para|paras|no|nos|cap|ch|mr|mrs|dr|hon|vol|viz|e\.g|i\.e|etc"
    r"|ст|ч|п|пп|гл|т|г|гг|др|абз|им|руб|см|т\.е|т\.д|ж|жж|б|қ|т\.б)|\b\w)\.$",
    re.IGNORECASE,
)
_LONG = 12
LONGEST_SENTENCE = 2500
"""Code points. The longest provisos of real laws stay well below; run-together files are cut here."""

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

UNWRITTEN: Mapping[Language, frozenset[str]] = {
    "en": SKIPPED["en"] - frozenset("this that these those".split()),
    "ru": frozenset(),
    "kk": frozenset(),
}
"""Those of them that a phrase may hold or leave out alike; «this Act», «осы Заң» mean what they say."""

CONTRAST = frozenset(("but however provided однако но бірақ алайда").split())
"""Words that open a clause of their own: a negation before them does not reach it."""


class Word(Struct, frozen=True, gc=False):
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
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        end = mark.end()
        while end > start and text[end - 1].isspace():
            end -= 1
        following = text[mark.end() : mark.end() + 1]
        before = text[max(start, end - _LONG) : end]  # no more: a long sentence has many such places
        if "\n" not in mark.group() and (_goes_on(following) or _ABBREVIATION.search(before)):
            continue
        if end > start:
            spans.extend(_pieces(text, start, end))
        start = mark.end()
    if text[start:].strip():
        spans.extend(_pieces(text, start, len(text)))
    return spans


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or in parts cut at spaces if it is longer than any a person wrote."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _goes_on(letter: str) -> bool:
    return letter.islower()
