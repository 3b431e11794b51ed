"""The language of a text, told by its letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from checker.draft import Language

_KAZAKH = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-z]")
_KAZAKH_SHARE = 0.02
_ENOUGH = 12  # letters; a shorter text says nothing of its language


def language_of(text: str, inherited: Language) -> Language:
    """The language by the share of letters; a very short text has that of its surroundings.

    >>> language_of("Прокурор вправе:", "en"), language_of("Сот қаулысы күшіне енеді", "ru")
    ('ru', 'kk')
    """
    cyrillic = len(_CYRILLIC.findall(text))
    latin = len(_LATIN.findall(text))
    if cyrillic + latin < _ENOUGH:
        return inherited
    if latin > cyrillic:
        return "en"
    return "kk" if len(_KAZAKH.findall(text)) > _KAZAKH_SHARE * cyrillic else "ru"


def majority(texts: Iterable[tuple[str, Language]]) -> Language:
    """The language in which most of the text is written."""
    weight: Counter[Language] = Counter()
    for text, language in texts:
        weight[language] += len(text)
    return weight.most_common(1)[0][0] if weight else "en"
