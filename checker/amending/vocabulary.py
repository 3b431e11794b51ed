"""What the words of an instruction mean in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

_LONGEST_PHRASE = 6


class Meaning(Struct, frozen=True):
    """What a phrase is (a unit, a preposition, an ordinal …) and which one."""

    kind: str
    name: str


_Phrase = tuple[tuple[str, ...], Meaning]


class Vocabulary:
    """Phrases of one language; an ending star in a word stands for any ending.

    ``cases`` are endings of unit words by what they say: «with» for what is added, «in» for a place.
    """

    def __init__(self, meanings: Iterable[tuple[str, Meaning]], cases: Mapping[str, tuple[str, ...]]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._begun: dict[str, list[_Phrase]] = {}
        self._cases = [(ending.lstrip("*"), name) for name, endings in cases.items() for ending in endings]
        self._cases.sort(key=lambda pair: -len(pair[0]))
        for phrase, meaning in meanings:
            words = tuple(phrase.lower().split())
            home = self._begun if words[0].endswith("*") else self._exact
            home.setdefault(words[0].rstrip("*"), []).append((words, meaning))
        self._candidates = lru_cache(maxsize=20_000)(self._find)

    def meaning(self, forms: Sequence[str], place: int) -> tuple[Meaning, int] | None:
        """The meaning of the longest phrase that opens at ``place``, and how many words it takes."""
        best: tuple[Meaning, int] | None = None
        for words, meaning in self._candidates(forms[place]):
            length = len(words)
            if best is not None and length <= best[1]:
                continue
            following = forms[place : place + length]
            if len(following) == length and all(map(_fits, words[1:], following[1:])):
                best = meaning, length
        return best

    def phrases(self) -> Iterator[tuple[tuple[str, ...], Meaning]]:
        """Every phrase with its meaning."""
        for home in (self._exact, self._begun):
            for listed in home.values():
                yield from listed

    def case(self, form: str) -> str:
        """What the ending of a unit word says: «with», «in», «of» …; empty where it says nothing."""
        return next((name for ending, name in self._cases if form.endswith(ending)), "")

    def _find(self, form: str) -> list[_Phrase]:
        found = list(self._exact.get(form, ()))
        for length in range(len(form), 0, -1):
            found += self._begun.get(form[:length], ())
        return found


def _fits(pattern: str, form: str) -> bool:
    return form.startswith(pattern[:-1]) if pattern.endswith("*") else form == pattern
