"""What a new wording takes out of a former one and puts in, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from checker.patterns import regex
from checker.rendering.annotate import Stroke

_TOKEN = regex(r"\w+|\s+|[^\w\s]")
_LONG = 4000
"""Words of both texts from which on common words are no longer compared: the exact way is quadratic."""

Edit = tuple[int, int, int, int]


def strokes_between(before: str, after: str) -> tuple[Stroke, ...]:
    """The edits that make ``after`` of ``before``, in order; spaces alone make no difference.

    Edits that only a space or a mark of punctuation parts are one: a reader sees phrases, not confetti.

    >>> strokes_between("up to three days", "up to two days")
    (Stroke(start=6, end=9, struck='three'),)
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    offsets = list(accumulate(map(len, new), initial=0))
    return tuple(
        Stroke(offsets[b0], offsets[b1], "".join(old[a0:a1]))
        for a0, a1, b0, b1 in _joined(_edits(old, new), old)
    )


def _edits(old: list[str], new: list[str]) -> Iterator[Edit]:
    shown, wanted = ([" " if token.isspace() else token for token in tokens] for tokens in (old, new))
    matcher = SequenceMatcher(None, shown, wanted, autojunk=len(old) + len(new) > _LONG)
    return ((a0, a1, b0, b1) for kind, a0, a1, b0, b1 in matcher.get_opcodes() if kind != "equal")


def _joined(edits: Iterable[Edit], old: list[str]) -> list[Edit]:
    joined: list[Edit] = []
    for edit in edits:
        if joined and not any(token[0].isalnum() for token in old[joined[-1][1] : edit[0]]):
            joined[-1] = (joined[-1][0], edit[1], joined[-1][2], edit[3])
        else:
            joined.append(edit)
    return joined
