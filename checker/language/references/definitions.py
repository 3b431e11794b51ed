"""The terms that a draft defines: «authorised officer», «компетентный орган», «уәкілетті орган»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from checker.draft import Draft, Language
from checker.language.cases import cases
from checker.language.sentences import Sentence
from checker.language.words import words_of
from checker.patterns import regex

_LONGEST = 5
"""Words of a defined term; a longer one is hardly repeated as it stands."""
_DEFINED: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"\W*+(?P<term>[^”\"’».;:]{3,80}?)[”\"’»]?,?\s+(?:means|shall mean|is)\s+(?=\w)"),
    "ru": regex(r"[«\"]?(?P<term>[^»\".;:–—]{3,80}?)[»\"]?\s+[–—-]\s+(?=\w)"),
    "kk": regex(r"[«\"]?(?P<term>[^»\".;:–—]{3,80}?)[»\"]?\s+[–—-]\s+(?=\w)"),
}
_OPENING = 3
_ENGLISH_OPENING = frozenset("a an any the member of".split())
_STEM = 3
"""So many letters at the end of a longer word may be its ending."""


class Definition(Struct, frozen=True):
    """A defined term (folded words), and where its meaning stands: sentence, first word of the meaning."""

    term: tuple[str, ...]
    sentence: int
    first: int

    def places(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Where a sentence uses the term (first word, word after the last)."""
        length = len(self.term)
        for first in range(len(sentence.forms) - length + 1):
            words = sentence.forms[first : first + length]
            if all(
                _alike(term, word, sentence.language) for term, word in zip(self.term, words, strict=True)
            ):
                yield first, first + length

    def means(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the words ``first`` to ``last`` of the defining sentence are what the term means.

        They open the meaning in the nominative («учреждение, извещающее прокурора» is no prosecutor); in
        Kazakh, whose head stands last, they end it too.
        """
        opening = sentence.forms[self.first : first]
        if first < self.first or len(opening) > _OPENING:
            return False
        if sentence.language == "en":
            return all(word in _ENGLISH_OPENING for word in opening)
        head = last - 1 if sentence.language == "kk" else first
        ends = sentence.language == "ru" or last == len(sentence.forms)
        return ends and "nom" in cases(sentence.forms[head], sentence.language)


def definitions_of(
    draft: Draft, sentences: Sequence[Sentence], sentences_in: Mapping[int, list[int]]
) -> tuple[Definition, ...]:
    """The definitions of a draft, in the provisions that are known to define."""
    found: list[Definition] = []
    for provision in draft.provisions:
        if provision.role != "definition" or provision.quoted:
            continue
        match = _DEFINED[provision.language].match(provision.text)
        term = tuple(word.form for word in words_of(match["term"])) if match else ()
        if match and 0 < len(term) <= _LONGEST:
            found.extend(
                _meaning(term, match.end(), [sentences[n] for n in sentences_in.get(provision.index, ())])
            )
    return tuple(found)


def _meaning(term: tuple[str, ...], start: int, sentences: Sequence[Sentence]) -> Iterator[Definition]:
    for sentence in sentences:
        first = next((place for place, at in enumerate(sentence.starts) if at >= start), None)
        if first is not None and not sentence.heading:
            yield Definition(term, sentence.number, first)
            return


def _alike(term: str, word: str, language: Language) -> bool:
    """Whether two words are forms of one: the same beginning, but for an ending."""
    if language == "en":
        return word in (term, f"{term}s")
    stem = term if language == "kk" else term[: max(_STEM, len(term) - _STEM)]
    return word.startswith(stem) and len(word) <= len(term) + 2 * _STEM
