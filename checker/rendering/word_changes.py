"""Which words of a text are new, and which are gone, beside another wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_ISLAND = 2
"""So few words left between two changes are read with them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that both wordings share, or that only this one has."""

    text: str
    changed: bool


def word_changes(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces; the pieces joined give each wording again.

    >>> [[piece.text for piece in side if piece.changed] for side in word_changes("up to 48 h", "up to 72 h")]
    [['48 '], ['72 ']]
    """
    own, other = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(
        None, [one.strip() for one in own], [one.strip() for one in other], autojunk=False
    )
    same_own, same_other = [False] * len(own), [False] * len(other)
    for start, start_there, size in matcher.get_matching_blocks():
        inside = start and start + size < len(own) and start_there and start_there + size < len(other)
        if size > _ISLAND or not inside or not _is_small(own[start : start + size]):
            same_own[start : start + size] = [True] * size
            same_other[start_there : start_there + size] = [True] * size
    return _pieces(own, same_own), _pieces(other, same_other)


def _is_small(tokens: Sequence[str]) -> bool:
    return sum(len(one) for one in tokens) <= 4 * _ISLAND


def _pieces(tokens: Sequence[str], same: Sequence[bool]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for token, shared in zip(tokens, same, strict=True):
        if pieces and pieces[-1].changed == (not shared):
            pieces[-1] = Piece(pieces[-1].text + token, not shared)
        else:
            pieces.append(Piece(token, not shared))
    return tuple(pieces)
