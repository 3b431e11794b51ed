"""Lines in a language that is not read here: a treaty printed twice, a paragraph left untranslated.

Kyrgyz shares «ң», «ө», «ү» with Kazakh and lacks its «ә», «ғ», «қ», «ұ», «һ», «і», which hardly a Kazakh
sentence does without. Western languages are told by their commonest words.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.letters import fold
from checker.patterns import regex
from checker.structure.lines import Line

_SHARED = regex(r"[өүң]")
_KAZAKH_ALONE = regex(r"[әғқұһі]")
_KYRGYZ = regex(r"үү|өө|ээ|уу|(?:нын|нин|нун|дын|дин|дун|дүн)\b|\b(?:жана|менен|үчүн|боюнча)\b")
_KYRGYZ_ENOUGH = 40  # letters; a shorter Kazakh heading may do without its own
_SAMPLE = 600
_CYRILLIC = regex(r"[\u0400-\u04ff]")
_WORD = regex(r"[^\W\d_]+")
_ENGLISH = frozenset("the and to shall or by for be this any with that from it as has may".split())
_WESTERN = frozenset(
    "de het van een dat die zijn worden wordt voor niet bij op met aan te en der den des "
    "und das ist nicht mit von zu im le la les du au aux et que qui dans pour par une sur "
    "el los las del por para con una su".split()
)
_WORDS_ENOUGH = 8
_WESTERN_SHARE, _ENGLISH_SHARE = 0.2, 0.06
_MANY = 10
"""So many lines are a text of their own and left out; fewer stay where they stand, as notes."""


def mark_foreign(lines: Sequence[Line]) -> None:
    """Set aside the lines in another language; short lines between two of them belong to them."""
    told = [_is_foreign(line.text) for line in lines]
    if True not in told:
        return
    runs = _runs(told)
    role = "foreign" if sum(map(len, runs)) >= _MANY else "note"
    for run in runs:
        for index in run:
            if not lines[index].role:
                lines[index].put_aside(role)


def _runs(told: Sequence[bool | None]) -> list[range]:
    """The stretches that begin and end with a foreign line and hold no line of the law's own languages."""
    runs: list[range] = []
    start = last = -1
    for index, one in enumerate(told):
        if one:
            start, last = (index if start < 0 else start), index
        elif one is False and start >= 0:
            runs.append(range(start, last + 1))
            start = -1
    if start >= 0:
        runs.append(range(start, last + 1))
    return runs


def _is_foreign(text: str) -> bool | None:
    """Whether a line is in another language; None where it is too short to tell.

    >>> _is_foreign("Акыйкатчынын Аппаратынын кызматкерлери өздөрүнүн милдеттерин аткарууда жардам көрсөтөт")
    True
    """
    if _SHARED.search(text):
        return _is_kyrgyz(fold(text[:_SAMPLE]))
    if " the " in text or _CYRILLIC.search(text):
        return False
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _WORDS_ENOUGH:
        return None
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return False
    return True if sum(word in _WESTERN for word in words) >= _WESTERN_SHARE * len(words) else None


def _is_kyrgyz(folded: str) -> bool | None:
    letters = sum(len(word) for word in _WORD.findall(folded))
    if letters < _KYRGYZ_ENOUGH:
        return None
    return not _KAZAKH_ALONE.search(folded) and bool(_KYRGYZ.search(folded))
