"""Durations as values: «seventy-two hours», «двенадцати (12) часов», «жетпіс екі сағат», «3 суток»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from checker.draft import Language
from checker.language.numerals import (
    ADJECTIVES_BEFORE_UNIT,
    AGE_AROUND,
    HOURS_PER_UNIT,
    NOT_UNITS,
    NUMBER_WORDS,
    UNIT_ALONE,
    UNIT_BEGINNINGS,
)

_LONGEST_FORM = {"ай": 7, "дн": 5, "час": 6, "год": 6, "лет": 5, "сут": 8, "day": 4, "күн": 9}
"""Short unit beginnings start many other words; a longer form than this is another word."""


class Quantity(Struct, frozen=True):
    """A number, or a number with a unit of time, in words ``start`` to ``end`` of a sentence.

    ``hours`` is None for a bare number; months count thirty days, years 365. ``lent`` is where the value
    stands (sentence, first word, word after the last) if the words only refer to it.
    """

    start: int
    end: int
    number: float
    hours: float | None
    lent: tuple[int, int, int] | None = None


def unit_of(word: str, language: Language) -> str | None:
    """The unit of time a folded word names in any of its forms, if it names one."""
    if word in NOT_UNITS:
        return None
    for beginning, unit in UNIT_BEGINNINGS[language]:
        if word.startswith(beginning) and len(word) <= _LONGEST_FORM.get(beginning, len(beginning) + 6):
            return unit
    return None


def _number(word: str, language: Language) -> float | None:
    if word[0].isdigit():
        digits = word.replace(",", ".")
        try:
            return float(digits)
        except ValueError:  # «1.2.3», a number of a provision
            return None
    return NUMBER_WORDS[language].get(word)


def _read_number(words: Sequence[str], start: int, language: Language) -> tuple[float, int] | None:
    """The value of the number words from ``start``, and where they end; words are summed («forty eight»)."""
    total = _number(words[start], language)
    if total is None:
        return None
    end, last = start + 1, total
    while end < len(words):
        if words[end] == "and" and last >= 100 and end + 1 < len(words) and _number(words[end + 1], language):
            end += 1  # «a hundred and twenty»
        value = _number(words[end], language)
        if value is None:
            break
        if value == 100 and last < 10:
            total = total * 100
        elif value < last and last % 10 == 0 and not words[end - 1][0].isdigit():
            total += value
        elif value != total:
            break  # «72 (seventy-two)» repeats itself; anything else is another number
        last = value
        end += 1
    return total, _repeated(words, end, total, language)


def _repeated(words: Sequence[str], end: int, total: float, language: Language) -> int:
    """Where the bracketed repetition of a number ends: «72 (семидесяти двух)»."""
    if end < len(words) and _number(words[end], language) is not None and words[end - 1][0].isdigit():
        again = _read_number(words, end, language)
        if again and again[0] == total:
            return again[1]
    return end


def _is_age(words: Sequence[str], start: int, end: int, language: Language) -> bool:
    before, after = AGE_AROUND[language]
    return any(word.startswith(before) for word in words[max(0, start - 3) : start]) or any(
        word.startswith(after) for word in words[end : end + 2]
    )


@cache
def _telling(language: Language) -> frozenset[str]:
    """The words, figures aside, with which a quantity may begin."""
    return frozenset((*NUMBER_WORDS[language], *UNIT_ALONE[language]))


def find_quantities(words: Sequence[str], language: Language) -> list[Quantity]:
    """The numbers and durations of a sentence given as folded words, in order; ages are left out."""
    telling = _telling(language)
    if not words or (telling.isdisjoint(words) and min(words)[0] > "9"):
        return []  # most sentences name no number
    found: list[Quantity] = []
    position = 0
    while position < len(words):
        if words[position] not in telling and not words[position][0].isdigit():
            position += 1
            continue
        read = _read_number(words, position, language)
        if read is None:
            if words[position] in UNIT_ALONE[language]:
                hours = HOURS_PER_UNIT[unit_of(words[position], language) or "day"]
                found.append(Quantity(position, position + 1, 1.0, hours))
            position += 1
            continue
        number, end = read
        found.append(_with_unit(words, position, end, number, language))
        if (
            found[-1].hours
            and found[-1].hours >= HOURS_PER_UNIT["year"]
            and _is_age(words, position, found[-1].end, language)
        ):
            found.pop()
        position = max(end, found[-1].end if found and found[-1].start == position else end)
    return found


def _with_unit(words: Sequence[str], start: int, end: int, number: float, language: Language) -> Quantity:
    for step in range(3):
        if end + step >= len(words):
            break
        word = words[end + step]
        unit = unit_of(word, language)
        if unit:
            return Quantity(start, end + step + 1, number, number * HOURS_PER_UNIT[unit])
        if not word.startswith(ADJECTIVES_BEFORE_UNIT[language]):
            break
    return Quantity(start, end, number, None)
