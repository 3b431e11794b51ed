"""Where quoted words stand in a text, and how a text reads when they are changed.

Places are code points, half open. Quoted words are sought as a person would: quotation marks, dashes,
spaces, «ё» and «е» count as one; words stand whole («5» is not found in «15»).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from checker.draft import Language
from checker.language.letters import fold
from checker.language.stems import stemmer
from checker.language.words import Word, words_of
from checker.patterns import regex

Span = tuple[int, int]

_CLASSES = {
    **dict.fromkeys("«»\"“”„‘’'", "[«»\"“”„‘’']"),
    **dict.fromkeys("-–—‑", "[-–—‑]"),
    **dict.fromkeys("ёе", "[её]"),
    **dict.fromkeys("ЁЕ", "[ЕЁ]"),
}
_NO_SPACE_BEFORE = regex(r"[,;:.!?)»”]")
_NO_SPACE_AFTER = regex(r".*[(«“„]$", re.S)
_LAST_MARK = regex(r"[.;:,]?$")
_SENTENCE = regex(r"[\"«“(]?[A-ZА-ЯЁӘҒҚҢӨҰҮІ\d].*[.!?][»”\")]*$", re.S)
_MOST_BETWEEN = 3  # code points between two words of a phrase sought by its stems


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    pieces = ["".join(_CLASSES.get(letter, re.escape(letter)) for letter in piece) for piece in words.split()]
    body = r"\s+".join(pieces)
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{start}{body}{end}")


def places_in(text: str, words: str) -> list[Span]:
    """Where the words stand; capital letters and look-alikes are minded unless that finds nothing.

    >>> places_in("в пункте 15 и пункте 5", "5"), places_in("слово «суд»", 'слово "суд"')
    ([(21, 22)], [(0, 11)])
    """
    words = words.strip()
    if not words or not text:
        return []
    found = [match.span() for match in _pattern(words).finditer(text)]
    return found or [match.span() for match in _pattern(fold(words)).finditer(fold(text))]


def inflected_places(text: str, words: str, language: Language) -> list[Span]:
    """Where the words stand in any of their grammatical forms, found by their stems.

    >>> inflected_places("решение суда и судом", "суд", "ru")
    [(8, 12), (15, 20)]
    """
    wanted = [_stem(word, language) for word in words_of(words)]
    if not wanted:
        return places_in(text, words)
    there = words_of(text)
    stems = [_stem(word, language) for word in there]
    found: list[Span] = []
    for place, first in enumerate(stems):
        run = there[place : place + len(wanted)]
        if first == wanted[0] and stems[place : place + len(wanted)] == wanted and _is_close(run, found):
            found.append((run[0].start, run[-1].end))
    return found


def _stem(word: Word, language: Language) -> str:
    return stemmer(language)(word.form)


def _is_close(run: list[Word], found: list[Span]) -> bool:
    """Whether the words follow each other directly and none belongs to the place before."""
    near = all(after.start - word.end <= _MOST_BETWEEN for word, after in pairwise(run))
    return near and (not found or run[0].start >= found[-1][1])


def replaced(text: str, span: Span, new: str) -> str:
    """The text with other words in a place; without words the gap closes.

    >>> replaced("суда или прокурора, вправе", (5, 18), "")
    'суда, вправе'
    """
    before, after = text[: span[0]], text[span[1] :]
    if new:
        return f"{before}{new}{after}"
    if not after or after[0].isspace() or _NO_SPACE_BEFORE.match(after):
        before = before.rstrip()
    if not before:
        after = after.lstrip()
    return f"{before[:-1] if before.endswith(',') and after.startswith(',') else before}{after}"


def inserted(text: str, place: int, new: str) -> str:
    """The text with words put in at a place, parted from their neighbours as print parts them.

    >>> inserted("прокурор вправе", 8, ", адвокат"), inserted("суд решает", 0, "только")
    ('прокурор, адвокат вправе', 'только суд решает')
    """
    before, after = text[:place].rstrip(), text[place:].lstrip()
    left = "" if not before or _NO_SPACE_BEFORE.match(new) or _NO_SPACE_AFTER.match(before) else " "
    right = "" if not after or _NO_SPACE_BEFORE.match(after) or _NO_SPACE_AFTER.match(new) else " "
    if after and _NO_SPACE_BEFORE.match(after) and new[-1:] in {after[0]} - {")", "»", "”"}:
        after = after[1:]
    return f"{before}{left}{new}{right}{after}"


def appended(text: str, new: str) -> str:
    """The text with words at its end: a sentence after its last mark, words before it.

    >>> appended("прокурором;", ", адвокатом"), appended("Суд решает.", "Решение кратко.")
    ('прокурором, адвокатом;', 'Суд решает. Решение кратко.')
    """
    text = text.rstrip()
    if _SENTENCE.match(new) and text.endswith((".", "!", "?", ";", "»", "”")):
        return f"{text} {new}"
    mark = _LAST_MARK.search(text)
    end = mark.start() if mark else len(text)
    return inserted(text, end, new)


def same_words(first: str, second: str) -> bool:
    """Whether two texts say the same but for letters' case and marks."""
    return fold(first).split() == fold(second).split()
