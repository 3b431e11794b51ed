"""Phrases made ready to run: words as numbers, single-word alternatives as one set.

A program works on sets of word positions held as the bits of an integer, so a step costs the same
for one position as for all of a sentence. Its parts are named tuples: a lexicon holds a hundred
thousand of them, and tuples are kept and fetched in a tenth of the time of other objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from checker.draft import Language
from checker.language.phrases import Choice, Gap, Part, Phrase, Sequence, Slot, Term
from checker.language.vocabulary import Vocabulary

NEGATORS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(no|not|never|without|neither|nor|cannot|unless|unabl|unlaw)$|prohibit|forbid|deni|refus"
    ),
    "ru": re.compile(r"(не|ни|без|кроме)$|запре|отказ|лиш|исключ"),
    "kk": re.compile(""),  # Kazakh negates inside the word: every phrase may
}
"""The words (stems) by which a phrase itself denies something, from their first letter on."""


class Words(NamedTuple):
    """One word that is any of these terms of the vocabulary; ``only`` if it is but one (else -1)."""

    numbers: frozenset[int]
    only: int = -1


class Options(NamedTuple):
    """One of several runs of steps; ``maybe`` if none of them is needed."""

    runs: tuple[tuple[Step, ...], ...]
    maybe: bool


Step = Words | Slot | Gap | Options


class Program(NamedTuple):
    """A phrase as steps: one run, or several that must all stand in the sentence in any order.

    ``denies`` if its own words hold a negator, so that one inside a mention is meant.
    """

    text: str
    language: Language
    runs: tuple[tuple[Step, ...], ...]
    slots: frozenset[str] = frozenset()
    denies: bool = False


def compile_phrase(phrase: Phrase, vocabulary: Vocabulary) -> Program:
    """The program of a phrase; its words get their numbers in the vocabulary."""
    runs = tuple(_steps(sequence, vocabulary) for sequence in phrase.sequences)
    parts = [part for sequence in phrase.sequences for part in _all_parts(sequence)]
    slots = frozenset(name for part in parts if isinstance(part, Slot) for name in part.concepts)
    return Program(phrase.text, phrase.language, runs, slots, _denies(parts, phrase.language))


def _denies(parts: list[Part], language: Language) -> bool:
    """Whether a word denies; the «лишения» of «места лишения свободы» names a place."""
    words = [part.text if isinstance(part, Term) else "" for part in parts]
    return any(
        bool(word) and bool(NEGATORS[language].match(word)) and not behind.startswith("свобод")
        for word, behind in pairwise([*words, ""])
    )


def _all_parts(sequence: Sequence) -> Iterator[Part]:
    for part in sequence.parts:
        yield part
        if isinstance(part, Choice):
            for option in part.options:
                yield from _all_parts(option)


def _steps(sequence: Sequence, vocabulary: Vocabulary) -> tuple[Step, ...]:
    return tuple(_step(part, vocabulary) for part in sequence.parts)


def _step(part: Part, vocabulary: Vocabulary) -> Step:
    if isinstance(part, Term):
        number = vocabulary.number(part)
        return Words(frozenset({number}), number)
    if not isinstance(part, Choice):
        return part
    words = tuple(_single_words(part))
    if len(words) == len(part.options) and not part.maybe:
        return Words(frozenset(vocabulary.number(term) for term in words))
    single = Words(frozenset(vocabulary.number(term) for term in words))
    longer = tuple(_steps(option, vocabulary) for option in part.options if not _is_word(option))
    return Options(((single,), *longer) if words else longer, part.maybe)


def _single_words(choice: Choice) -> Iterator[Term]:
    for option in choice.options:
        first = option.parts[0]
        if _is_word(option) and isinstance(first, Term):
            yield first


def _is_word(option: Sequence) -> bool:
    return len(option.parts) == 1 and isinstance(option.parts[0], Term)
