"""What each draft adds to a file that holds all drafts, so that the file is put together without the drafts.

A piece is made while the draft is at hand and kept as text; the file is written from the pieces one by one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from checker.rule import Ruleset

Value = TypeVar("Value")


class Piece(Protocol):
    """What one draft adds: ``head`` is the same for all drafts of a run, ``facts`` is short."""

    @property
    def head(self) -> str:
        """What the rulesets add; kept once for all drafts that have the same."""

    @property
    def facts(self) -> str:
        """The little that must be known of every draft before the first part is written."""

    def part(self, number: int) -> str:
        """The text itself; a file may hold several parts of a draft in different places."""


class Made(Struct, frozen=True):
    """A piece at hand."""

    head: str = ""
    facts: str = ""
    parts: tuple[str, ...] = ()

    def part(self, number: int) -> str:
        """The text with this number."""
        return self.parts[number]


class Remembered(Generic[Value]):
    """What was made of the last rulesets: those of one run are the same objects for every draft."""

    def __init__(self, make: Callable[..., Value]) -> None:
        self._make = make
        self._last: tuple[tuple[Ruleset, ...], tuple[Any, ...], Value] | None = None

    def __call__(self, rulesets: tuple[Ruleset, ...], *more: Any) -> Value:
        """The value for these rulesets; ``more`` is handed on too."""
        last = self._last
        same = last is not None and len(last[0]) == len(rulesets) and last[1] == more
        if (
            last is None
            or not same
            or any(one is not two for one, two in zip(last[0], rulesets, strict=True))
        ):
            last = self._last = (rulesets, more, self._make(rulesets, *more))
        return last[2]


def heads_of(pieces: Sequence[Piece]) -> list[Any]:
    """The different heads, read, in the order of the drafts."""
    return [json.loads(head) for head in dict.fromkeys(piece.head for piece in pieces)]


def dumped(value: Any, margin: str = "\n") -> str:
    """A value as ``json.dumps(value, ensure_ascii=False, indent=1)`` writes it, in a third of its time.

    The standard library writes indented text slowly, and a batch has millions of such values. Keys are
    strings; ``margin`` begins each line.
    """
    inner = margin + " "
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict) and value:
        entries = [f"{inner}{encode_basestring(key)}: {dumped(one, inner)}" for key, one in value.items()]
        return "{" + ",".join(entries) + margin + "}"
    if isinstance(value, list | tuple) and value:
        return "[" + ",".join([inner + dumped(one, inner) for one in value]) + margin + "]"
    return json.dumps(value)


def listed(entries: Iterable[str], depth: int) -> Iterator[str]:
    """A list of values written by ``dumped`` as it stands ``depth`` levels deep.

    >>> "".join(listed(["{}", "[]"], 1))
    '[\\n  {},\\n  []\\n ]'
    """
    margin = "\n" + " " * (depth + 1)
    opening = "["
    for entry in entries:
        yield opening + margin + entry.replace("\n", margin)
        opening = ","
    yield "[]" if opening == "[" else "\n" + " " * depth + "]"
