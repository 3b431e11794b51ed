"""Names of acts: «Закон Республики Казахстан от 21 декабря 1995 года "О Прокуратуре"»."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.amending.forms import Forms
from checker.amending.numbers import Word
from checker.amending.tokens import Token

_MOST_WORDS = 40


class Act(Struct, frozen=True):
    """Where the words of a name start, and the word behind them.

    ``bare`` is set where it names no act that is changed: «the Act», which means the one named before, or
    «в редакции Закона …».
    """

    start: int
    stop: int
    bare: bool = False


class ActReader:
    """Finds the names of acts in the words of one instruction."""

    def __init__(self, words: Sequence[Word], forms: Forms) -> None:
        self.words, self.forms = words, forms
        self.spans = self._all()

    def read(self, place: int) -> Act | None:
        """The act whose name opens at ``place``, its preposition included."""
        return self.spans.get(place)

    def _all(self) -> dict[int, Act]:
        found: dict[int, Act] = {}
        floor = place = 0
        while place < len(self.words):
            if self._is_noun(place):
                start = self._start(place, floor)
                place = self._last_noun(place)
                stop = self._stop(place + 1)
                opening = self._with_preposition(start, floor)
                is_version = opening > floor and self.words[opening - 1].is_a("version")
                found[opening] = Act(start, stop, is_version or self._is_bare(start, stop))
                floor = place = stop
                continue
            place += 1
        return found

    def _is_bare(self, start: int, stop: int) -> bool:
        return stop - start == 1 and self.words[start].token.form not in self.forms.acts.proper

    def _last_noun(self, place: int) -> int:
        """«Code of Criminal Procedure Act»: a name that holds another noun of this kind."""
        last = place
        if self.forms.acts.after != "numbers":
            return last
        for index in range(place + 1, min(len(self.words), place + 8)):
            word = self.words[index]
            if self._is_noun(index):
                last = index
            elif word.token.kind != "word" or not self._is_of_name(word, index):
                break
        return last

    def _with_preposition(self, start: int, floor: int) -> int:
        while start > floor and self.words[start - 1].is_a("preposition", "chain", "filler", "range"):
            start -= 1
        return start

    def _start(self, place: int, floor: int) -> int:
        """The first word of the name: as far left as nothing but words of a name stand."""
        start = place
        while start > max(floor, place - _MOST_WORDS) and self._is_of_name(self.words[start - 1], start - 1):
            start -= 1
        while start < place and self._only_joins(self.words[start]):
            start += 1
        return start

    def _is_noun(self, place: int) -> bool:
        word = self.words[place]
        return word.is_a("act") and (word.token.capital or self.forms.acts.after != "numbers")

    def _only_joins(self, word: Word) -> bool:
        if word.is_a("filler", "chain", "preposition", "link", "range"):
            return True
        return self.forms.acts.after == "numbers" and word.token.kind == "word" and not word.token.capital

    def _is_of_name(self, word: Word, place: int) -> bool:
        if self.forms.acts.side == "left":
            return word.token.kind in ("word", "number", "quotation") and not word.is_a(
                "word", "unit", "preposition"
            )
        if word.token.form == "," and self.forms.acts.after == "numbers" and place > 0:
            word = self.words[place - 1]  # «Cruel, Inhuman or Degrading Treatment Act»
            return word.token.kind == "word" and word.meaning is None
        if word.token.kind != "word":
            return False
        if word.token.form in self.forms.acts.joining:
            return True
        return word.meaning is None and (word.token.capital or self.forms.acts.after != "numbers")

    def _stop(self, place: int) -> int:
        """Behind the last word that still belongs to the name: its date, its number, its title."""
        last = place
        end = min(len(self.words), place + _MOST_WORDS)
        while place < end:
            word = self.words[place]
            if word.token.kind == "quotation" and self.forms.acts.after == "words":
                return place + 1
            if not self._goes_on(word, place):
                break
            place += 1
            said = word.token.kind == "word" and word.meaning is None
            if word.token.kind == "number" or (said and word.token.form not in self.forms.acts.joining):
                last = place
        return last

    def _goes_on(self, word: Word, place: int) -> bool:
        kind, form = word.token.kind, word.token.form
        if kind == "number" or form in self.forms.acts.joining or form == "№":
            return True
        if form == "," and self.forms.acts.after == "numbers":
            return place + 1 < len(self.words) and self._opens_number(self.words[place + 1])
        return self.forms.acts.after == "words" and kind in ("word", "dash") and word.meaning is None

    def _opens_number(self, word: Word) -> bool:
        return word.token.kind == "number" or word.token.form == "no"


def act_name(text: str, first: Token, last: Token) -> str:
    """The name as printed, its own quotation marks included, on one line."""
    start = first.start - (first.kind == "quotation")
    end = last.end + (last.kind == "quotation")
    return " ".join(text[start:end].split())
