"""Which concepts can be found at all in a language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from checker.draft import LANGUAGES, Language
from checker.language.phrases import (
    BUILT_IN_SLOTS,
    Choice,
    Part,
    Phrase,
    PhraseError,
    Slot,
    parse_phrase,
)
from checker.language.phrases import Sequence as PhraseSequence
from checker.rule import Concept

BOUND_SLOTS = frozenset({"body", "act"})
"""Slots that only the phrases of roles have."""


def speakable(concepts: Mapping[str, Concept]) -> dict[Language, set[str]]:
    """Per language the concepts that some phrase of theirs, or a concept they include, can find."""
    return {language: _speakable_in(language, concepts) for language in LANGUAGES}


def _speakable_in(language: Language, concepts: Mapping[str, Concept]) -> set[str]:
    phrases = {
        name: list(parsed(concept.phrases.get(language, ()), language)) for name, concept in concepts.items()
    }
    known: set[str] = set()
    while True:
        more = {
            name
            for name, concept in concepts.items()
            if name not in known
            and (known & set(concept.includes) or any(can_stand(phrase, known) for phrase in phrases[name]))
        }
        if not more:
            return known
        known |= more


def parsed(texts: Sequence[str], language: Language) -> Iterator[Phrase]:
    """The phrases of these that can be read."""
    for text in texts:
        phrase = tree(text, language)
        if isinstance(phrase, Phrase):
            yield phrase


def tree(text: str, language: Language) -> Phrase | str:
    """The tree of a phrase, or why it cannot be read."""
    try:
        return parse_phrase(text, language)
    except PhraseError as error:
        return str(error)


def can_stand(phrase: Phrase, known: Collection[str]) -> bool:
    """Whether every slot that a phrase needs can be filled."""
    return all(_sequence_can(sequence, known) for sequence in phrase.sequences)


def _sequence_can(sequence: PhraseSequence, known: Collection[str]) -> bool:
    return all(_part_can(part, known) for part in sequence.parts)


def _part_can(part: Part, known: Collection[str]) -> bool:
    if isinstance(part, Slot):
        return slot_can(part, known)
    if isinstance(part, Choice) and not part.maybe:
        return any(_sequence_can(option, known) for option in part.options)
    return True


def slot_can(slot: Slot, known: Collection[str]) -> bool:
    """Whether one of the concepts of a slot can be found."""
    return any(name in known or name in BUILT_IN_SLOTS or name in BOUND_SLOTS for name in slot.concepts)


def slots_of(phrase: Phrase) -> Iterator[Slot]:
    """Every slot of a phrase."""
    for sequence in phrase.sequences:
        yield from _slots(sequence)


def _slots(sequence: PhraseSequence) -> Iterator[Slot]:
    for part in sequence.parts:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, Choice):
            for option in part.options:
                yield from _slots(option)
