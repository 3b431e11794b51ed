"""The language of each provision: by its own letters, or by its surroundings where it is too short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checker.draft import Language
from checker.language.letters import language_of as language_by_letters
from checker.patterns import regex

_LETTERS = regex(r"[^\W\d_]+")
_ENOUGH = 12  # letters; a shorter text says nothing of its language
_SAMPLE = 400  # characters; a paragraph does not change its language after so many
_SHORT = 80  # characters; a Kazakh heading may do without a letter of its own
_RUSSIAN = regex(
    r"\b(?:и|в|на|о|об|по|для|с|к|от|не|или|при|из)\b|(?:ого|его|ение|ания|ость|ный|ная|ых|ой)\b"
)


def language_of(text: str, inherited: Language) -> Language:
    """The language by the share of letters; a very short text has that of its surroundings.

    >>> language_of("Прокурор вправе:", "en"), language_of("Сот қаулысы күшіне енеді", "ru")
    ('ru', 'kk')
    >>> language_of("1) суд;", "kk"), language_of("Туыстарын хабардар ету", "kk")
    ('kk', 'kk')
    """
    if len(text) < _ENOUGH or sum(map(len, _LETTERS.findall(text[: 4 * _ENOUGH]))) < _ENOUGH:
        return inherited
    found = language_by_letters(text[:_SAMPLE], default=inherited)
    if found == "ru" and inherited == "kk" and len(text) < _SHORT and not _RUSSIAN.search(text.lower()):
        return "kk"
    return found


def majority(texts: Iterable[tuple[str, Language]]) -> Language:
    """The language in which most of the text is written."""
    weight: Counter[Language] = Counter()
    for text, language in texts:
        weight[language] += len(text)
    return weight.most_common(1)[0][0] if weight else "en"
