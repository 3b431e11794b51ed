"""Phrases made ready to run: words as numbers, single-word alternatives as one set.

A program works on sets of word positions held as the bits of an integer, so a step costs the same
for one position as for all of a sentence. Its parts are structs without garbage collection: a lexicon
holds a hundred thousand of them, and they are kept and fetched in a tenth of the time of other objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from checker.draft import Language
from checker.language.phrases import Choice, Gap, Part, Phrase, Sequence, Slot, Term
from checker.language.vocabulary import Vocabulary
from checker.patterns import regex

NEGATORS: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"(no|not|never|without|neither|nor|cannot|unless|unabl|unlaw)$|prohibit|forbid|deni|refus"),
    "ru": regex(r"(не|ни|без|кроме)$|запре|отказ|лиш|исключ"),
    "kk": regex(  # Kazakh negates inside the word; «қамау», custody, only sounds like it
        r"(?!қама).*[мбп][ае](й|йды|йді|йтын.*|йтін.*|йынша|йінше|с|са|се|стан|стен|ған.*|ген.*|у|уы|уға|уге)$"
        r"|емес|жоқ|тыйым|ешқандай|ешкім|қоспа|қарамас|шекте|.*с[ыі]з(дік.*)?$|тарт(у|ыл|ад|уға)|кедергі|тек$|ғана$"
    ),
}
"""The words (stems) by which a phrase itself denies something, from their first letter on."""


class Words(Struct, frozen=True, array_like=True, tag="words", gc=False):
    """One word that is any of these terms of the vocabulary; ``only`` if it is but one (else -1)."""

    numbers: tuple[int, ...]
    only: int = -1


class Options(Struct, frozen=True, array_like=True, tag="options", gc=False):
    """One of several runs of steps; ``maybe`` if none of them is needed."""

    runs: tuple[tuple[Step, ...], ...]
    maybe: bool


Step = Words | Slot | Gap | Options


class Program(Struct, frozen=True, array_like=True, gc=False):
    """A phrase as steps: one run, or several that must all stand in the sentence in any order.

    ``needed`` are the steps that no sentence with the phrase lacks, those first that cost least to look up;
    ``denies`` if its own words hold a negator, so that one inside a mention is meant.
    """

    text: str
    language: Language
    runs: tuple[tuple[Step, ...], ...]
    needed: tuple[Step, ...]
    slots: frozenset[str] = frozenset()
    denies: bool = False


def compile_phrase(phrase: Phrase, vocabulary: Vocabulary) -> Program:
    """The program of a phrase; its words get their numbers in the vocabulary."""
    runs = tuple(_steps(sequence, vocabulary) for sequence in phrase.sequences)
    parts = [part for sequence in phrase.sequences for part in _all_parts(sequence)]
    slots = frozenset(name for part in parts if isinstance(part, Slot) for name in part.concepts)
    denies = _denies(parts, phrase.language)
    return Program(phrase.text, phrase.language, runs, needed_of(runs), slots, denies)


def _denies(parts: list[Part], language: Language) -> bool:
    """Whether a word denies; the «лишения» of «места лишения свободы» names a place."""
    words = [part.text if isinstance(part, Term) else "" for part in parts]
    return any(
        bool(word) and bool(NEGATORS[language].match(word)) and not behind.startswith("свобод")
        for word, behind in pairwise([*words, ""])
    )


def needed_of(runs: Iterable[tuple[Step, ...]]) -> tuple[Step, ...]:
    """The steps of runs that must all be there, single words first, then sets of words, then the rest."""
    steps = (step for run in runs for step in run)
    must = (one for one in steps if not isinstance(one, Gap) and not (isinstance(one, Options) and one.maybe))
    return tuple(sorted(must, key=_cost))


def _cost(step: Step) -> int:
    if isinstance(step, Words):
        return 0 if step.only >= 0 else 1
    return 2 if isinstance(step, Options) else 3


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
        return Words((number,), number)
    if not isinstance(part, Choice):
        return part
    words = tuple(_single_words(part))
    if len(words) == len(part.options) and not part.maybe:
        return _any_of(words, vocabulary)
    single = _any_of(words, vocabulary)
    longer = tuple(_steps(option, vocabulary) for option in part.options if not _is_word(option))
    return Options(((single,), *longer) if words else longer, part.maybe)


def _any_of(words: Iterable[Term], vocabulary: Vocabulary) -> Words:
    return Words(tuple(sorted({vocabulary.number(term) for term in words})))


def _single_words(choice: Choice) -> Iterator[Term]:
    for option in choice.options:
        first = option.parts[0]
        if _is_word(option) and isinstance(first, Term):
            yield first


def _is_word(option: Sequence) -> bool:
    return len(option.parts) == 1 and isinstance(option.parts[0], Term)
