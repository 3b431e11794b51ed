"""Numbers of provisions in the words of an instruction: figures, letters, ordinals, ranges."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.amending.forms import Forms
from checker.amending.instruction import Step
from checker.amending.places import rank
from checker.amending.tokens import Token
from checker.amending.vocabulary import Meaning
from checker.patterns import regex

_RANGE = regex(r"(?<!\d)(\d+)[–—](\d+)")


class Word(Struct, frozen=True):
    """A token with its meaning; a phrase of several words is one of these."""

    token: Token
    meaning: Meaning | None
    end: int

    def is_a(self, *kinds: str) -> bool:
        """True when it has one of the meanings."""
        return self.meaning is not None and self.meaning.kind in kinds


class NumberReader:
    """Reads the numbers at a place in the words of one instruction."""

    def __init__(self, words: Sequence[Word], forms: Forms) -> None:
        self.words, self.forms = words, forms

    def _numbers(self, place: int, *, before: bool, unit: str = "") -> tuple[list[tuple[str, str]], int]:
        """Numbers parted by commas, «and» and dashes, and where they stop."""
        found: list[tuple[str, str]] = []
        start = self._past_fillers(place) if before else place
        while (number := self._number(start, before=before)) is not None:
            value, stop = number
            if found and not before and self._opens_another(stop, unit):
                break
            ranged = _RANGE.fullmatch(value)
            found.append((ranged[1], ranged[2]) if ranged else (value, ""))
            place = stop
            if self._ranges(stop) and (close := self._number(stop + 1, before=before)) is not None:
                found[-1] = (value, close[0])
                place = stop = close[1]
            start = self._past_link(stop)
            if start == stop:
                break
        return found, place

    def _opens_another(self, place: int, unit: str) -> bool:
        """«часть первую, второе предложение»: the ordinal belongs to the deeper unit behind it."""
        if not self._is(place, "unit"):
            return False
        following = self.words[place].meaning
        return following is not None and rank(Step(following.name)) > rank(Step(unit))  # type: ignore[arg-type]

    def _number(self, place: int, *, before: bool) -> tuple[str, int] | None:
        if self._is(place, "tens") and self._is(place + 1, "ordinal"):
            tens, ones = self.words[place].meaning, self.words[place + 1].meaning
            if tens and ones and ones.name.isdigit() and int(ones.name) < 10:
                return str(int(tens.name) + int(ones.name)), place + 2
        if self._is(place, "ordinal"):
            meaning = self.words[place].meaning
            return (meaning.name, place + 1) if meaning else None
        if self._is_number(place) and not (before and self.forms.numbers != "before"):
            return self.words[place].token.form, place + 1
        return None

    def _past_link(self, place: int) -> int:
        """After «,», «и», «, а также»; the same place where none stands."""
        stop = place + 1 if self._is_mark(place, ",") else place
        return stop + 1 if self._is(stop, "link") else stop

    def _past_fillers(self, place: int) -> int:
        while self._is(place, "filler"):
            place += 1
        return place

    def _is(self, place: int, *kinds: str) -> bool:
        return place < len(self.words) and self.words[place].is_a(*kinds)

    def _is_number(self, place: int) -> bool:
        return place < len(self.words) and self.words[place].token.kind == "number"

    def _is_glued(self, place: int) -> bool:
        return self._is_number(place) and self.words[place].token.glued

    def _is_bare(self, place: int) -> bool:
        """A number without parentheses."""
        token = self.words[place].token
        return token.kind == "number" and token.end - token.start == len(token.form)

    def _is_dash(self, place: int) -> bool:
        return place < len(self.words) and self.words[place].token.kind == "dash"

    def _ranges(self, place: int) -> bool:
        return self._is_dash(place) or self._is(place, "range")

    def _is_mark(self, place: int, mark: str) -> bool:
        if place >= len(self.words):
            return False
        token = self.words[place].token
        return token.kind == "mark" and token.form == mark
