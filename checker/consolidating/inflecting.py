"""New words in the grammatical form in which the old ones stood.

Where the old word changes its end from the quoted to the found form, and the new word ends alike, the new
word changes in the same way («министерство, министерства» gives «агентство, агентства»). Nothing else is
attempted: a word that cannot be changed so is left as it is given.
"""

from __future__ import annotations

import re
from itertools import takewhile

from checker.draft import Language
from checker.language.words import words_of

_BACK = frozenset("аоұыуёюя")
_FRONT = frozenset("әөүіие")
_VOWELS = frozenset("аеёиоуыэюяәөұүі")
_VOICELESS = frozenset("пткқсшщфхцчһ")
_SOFT = frozenset("йь")
_LEAST_ALIKE = 2  # letters two words must end in alike before an ending is carried over


def inflected(found: str, old: str, new: str, language: Language) -> str | None:
    """``new`` in the form in which ``old`` was ``found``; None where that cannot be told.

    >>> inflected("министерства", "министерство", "агентство", "ru")
    'агентства'
    >>> inflected("министрлігінің", "министрлік", "агенттік", "kk")
    'агенттігінің'
    """
    there, quoted, given = (words_of(text) for text in (found, old, new))
    if [word.form for word in there] == [word.form for word in quoted]:
        return _cased(new, found)
    if not given:
        return new
    if len(there) != len(quoted):
        return None
    changed = [place for place, word in enumerate(there) if word.form != quoted[place].form]
    if len(quoted) != len(given):
        if len(changed) != 1 or changed[0] != len(quoted) - 1:
            return None
        pairs = [(there[-1].form, quoted[-1].form, given[-1])]
    else:
        pairs = [(there[place].form, quoted[place].form, given[place]) for place in changed]
    text = new
    for form, base, word in reversed(pairs):
        ended = _with_ending(form, base, word.form, language)
        if ended is None:
            return None
        text = f"{text[: word.start]}{_cased(ended, text[word.start : word.end])}{text[word.end :]}"
    return _cased(text, found)


def _with_ending(found: str, old: str, new: str, language: Language) -> str | None:
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(found, old, strict=False))))
    gone, put = old[shared:], found[shared:]
    if not new.endswith(gone) or not _ends_alike(old, new, len(gone), language):
        return None
    return new[: len(new) - len(gone)] + put


def _ends_alike(old: str, new: str, gone: int, language: Language) -> bool:
    if language == "kk" and _harmony(old) != _harmony(new):
        return False
    if gone >= _LEAST_ALIKE:
        return True
    if gone:
        return old[-_LEAST_ALIKE:] == new[-_LEAST_ALIKE:] or language == "kk"
    return _class(old[-1:]) == _class(new[-1:])


def _harmony(word: str) -> bool:
    vowels = [letter for letter in word if letter in _BACK or letter in _FRONT]
    return bool(vowels) and vowels[-1] in _FRONT


def _class(letter: str) -> str:
    for name, letters in (("vowel", _VOWELS), ("soft", _SOFT), ("voiceless", _VOICELESS)):
        if letter in letters:
            return name
    return "voiced"


def _cased(new: str, found: str) -> str:
    """A capital letter at the beginning is kept where the old words had one there."""
    head = re.match(r"\W*\w", found)
    if head and head.group()[-1].isupper() and new[:1].islower():
        return new[0].upper() + new[1:]
    return new
