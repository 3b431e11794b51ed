"""The phrases of the lexicon as plain strings, for programs that find only those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from checker.draft import Language
from checker.rulebook import open_rulebook

MOST_WRITTEN_OUT = 64
"""A run with more readings is cut at its brackets instead; the longest would give thousands."""
_PIECE = re.compile(r"\.{2,}|…|<[^<>]*>|[()|?&]|[^\s<>()|?&.…]+")
_CUTS = re.compile(r"\.{2,}|…|<.*>|&")
Run = list[list[str]]


def literal_phrases(rulesets: Sequence[Path], language: Language) -> tuple[int, list[str]]:
    """How many phrases the rulesets have in a language, and the strings they are made of, in order.

    A gap, a slot and «&» cut a phrase in two; alternatives in brackets are written out; the marks for a
    beginning and for a single form go.
    """
    phrases = {
        phrase
        for ruleset in open_rulebook(rulesets).rulesets
        for concept in ruleset.concepts.values()
        for phrase in (*concept.phrases[language], *concept.not_this[language])
    }
    texts = {" ".join(text.split()) for phrase in phrases for text in strings_of(phrase)}
    return len(phrases), sorted(text for text in texts if any(map(str.isalnum, text)))


def strings_of(phrase: str) -> Iterator[str]:
    """The literal strings of one phrase, in small letters."""
    for run in _runs(_PIECE.findall(phrase)):
        readings = 1
        for words in run:
            readings *= len(words)
        if readings > MOST_WRITTEN_OUT:
            yield from (word for words in run for word in words)
        else:
            yield from (" ".join(filter(None, words)) for words in product(*run))


def _runs(pieces: Sequence[str]) -> Iterator[Run]:
    """The phrase cut where something other than a word stands; each place with the words it may hold.

    What is cut off inside brackets becomes a run of its own, so that none of its words is lost.
    """
    run: Run = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if piece == "(":
            end = _closing(pieces, place)
            options = [option for inner in _options(pieces[place + 1 : end]) for option in _flat(inner)]
            run.append(options)
            place = end
        elif piece == "?":
            run[-1:] = [[*words, ""] for words in run[-1:]]
        elif _CUTS.fullmatch(piece):
            yield run
            run = []
        else:
            run.append([_plain(piece)])
        place += 1
    yield run


def _flat(pieces: Sequence[str]) -> list[str]:
    return [text for run in _runs(pieces) for text in map(" ".join, product(*run)) if text]


def _options(pieces: Sequence[str]) -> Iterator[Sequence[str]]:
    depth, start = 0, 0
    for place, piece in enumerate(pieces):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            yield pieces[start:place]
            start = place + 1
    yield pieces[start:]


def _closing(pieces: Sequence[str], start: int) -> int:
    depth = 0
    for place in range(start, len(pieces)):
        depth += (pieces[place] == "(") - (pieces[place] == ")")
        if not depth:
            return place
    return len(pieces)


def _plain(word: str) -> str:
    return word.strip("=*").lower()
