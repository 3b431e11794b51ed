"""Whether words are written in the letters of their language."""

from __future__ import annotations

from checker.draft import Language
from checker.patterns import regex

_LATIN = regex(r"[A-Za-z]")
_CYRILLIC = regex(r"[\u0400-\u04ff]")
_KAZAKH = regex(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_WORD = regex(r"[^\W\d_]+")
_SLOT = regex(r"<[^<>]*>")
_TERMS_OF_ART = frozenset(
    "habeas corpus in absentia pro bono ad hoc amicus curiae ex officio ne bis idem ultra vires".split()
)
"""Latin terms that laws in Cyrillic print in Latin letters."""


def mixed_words(text: str) -> list[str]:
    """Words that hold letters of both alphabets: most often a Latin letter typed in a Cyrillic word.

    >>> mixed_words("cуд и прокурор")
    ['cуд']
    """
    return [word for word in _words(text) if _LATIN.search(word) and _CYRILLIC.search(word)]


def foreign_words(text: str, language: Language) -> list[str]:
    """Words of a phrase that cannot be of its language by their letters, if that makes it unfit.

    One Latin name in a Cyrillic phrase is no fault; a phrase without any Cyrillic letter is.

    >>> foreign_words("суд", "en"), foreign_words("habeas corpus акт", "ru")
    (['суд'], [])
    """
    words = _words(text)
    if language == "en":
        return [word for word in words if _CYRILLIC.search(word)]
    if language == "ru":
        kazakh = [word for word in words if _KAZAKH.search(word)]
        if kazakh:
            return kazakh
    if any(_CYRILLIC.search(word) for word in words):
        return []
    return [word for word in words if word.lower() not in _TERMS_OF_ART]


def has_kazakh_letter(word: str) -> bool:
    """Whether a word has a letter that Russian does not have."""
    return bool(_KAZAKH.search(word))


def has_letters_of(text: str, language: Language) -> bool:
    """Whether a text has a letter of its language's alphabet, or no letters at all."""
    own = _LATIN if language == "en" else _CYRILLIC
    return bool(own.search(text)) or not _WORD.search(text)


def _words(text: str) -> list[str]:
    return _WORD.findall(_SLOT.sub(" ", text))
