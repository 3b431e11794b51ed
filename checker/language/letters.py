"""Letters: one form for each, and the language they betray.

Official Kazakh texts type Latin i and ə inside Cyrillic words (about 200 words of a constitution),
Russian ones a stray Latin c; without folding, a quarter of the Kazakh words with і are missed.
"""

from __future__ import annotations

from checker.draft import Language
from checker.patterns import regex

_CYRILLIC_FOR_LATIN = str.maketrans("iəaceopxykhtmbIƏACEOPXYKHTMB", "іәасеорхукһтмвІӘАСЕОРХУКҺТМВ")
_ONE_FORM = (("ё", "е"), ("’", "'"), ("ʼ", "'"), ("‑", "-"), ("\u00a0", " "), ("\u00ad", "-"))
_MIXED_WORD = regex(r"(?=[^\W\d_]*[\u0400-\u04ff])(?=[^\W\d_]*[a-zA-ZəƏ])[^\W\d_]+")
_LATIN = regex(r"[a-zə]")
_KAZAKH = "әғқңөұүһі"
_CYRILLIC_BLOCK = 0x04
"""The high byte of the code points U+0400 to U+04FF."""
_CYRILLIC = regex(r"[\u0400-\u04ff]+")
_LETTERS = regex(r"[^\W\d_]+")

KAZAKH_SHARE = 0.02
"""Kazakh law has 118–124 of its own letters per 1,000 characters, Russian law none to two."""


def fold(text: str) -> str:
    """The text in lower case with look-alike letters made one; every code point keeps its place.

    >>> fold("Күдiктi cуда")
    'күдікті суда'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # «İ» grows when lowered: such letters are left as they are
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if lowered.isascii():
        return lowered
    for letter, one_form in _ONE_FORM:
        if letter in lowered:
            lowered = lowered.replace(letter, one_form)
    if not _LATIN.search(lowered):
        return lowered  # nearly every sentence: no word can be mixed
    return _MIXED_WORD.sub(lambda word: word.group().translate(_CYRILLIC_FOR_LATIN), lowered)


def language_of(text: str, *, default: Language = "en") -> Language:
    """The language of a text by its letters alone."""
    lowered = text.lower()
    cyrillic = lowered.encode("utf-16-le", "surrogatepass")[1::2].count(_CYRILLIC_BLOCK)
    if cyrillic and 2 * cyrillic >= len(lowered):
        kazakh = sum(map(lowered.count, _KAZAKH))
        if kazakh > KAZAKH_SHARE * len(lowered):
            return "kk"
        if not kazakh and not _LATIN.search(lowered):
            return "ru"
    if not cyrillic and lowered != text.upper():
        return "en"  # letters that have a case, and none of them Cyrillic
    return _language_by_count(fold(text), default)


def _language_by_count(folded: str, default: Language) -> Language:
    letters = sum(map(len, _LETTERS.findall(folded)))
    cyrillic = sum(map(len, _CYRILLIC.findall(folded)))
    if not letters:
        return default
    if cyrillic * 2 < letters:
        return "en"
    return "kk" if sum(map(folded.count, _KAZAKH)) > KAZAKH_SHARE * letters else "ru"
