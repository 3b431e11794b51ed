"""A lexicon made ready: phrases as trees, concepts in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from checker.draft import LANGUAGES, Language
from checker.errors import Problem, RulesetError
from checker.language.phrases import (
    BUILT_IN_SLOTS,
    Phrase,
    PhraseError,
    Sequence,
    Term,
    parse_phrase,
    parts_of,
)
from checker.language.vocabulary import Vocabulary
from checker.rule import Concept


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept in one language; ``includes`` are concepts whose mentions are its own too."""

    concept: str
    phrases: tuple[Phrase, ...]
    not_this: tuple[Phrase, ...]
    includes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All concepts, per language in an order in which each comes after those it is made of."""

    entries: Mapping[Language, tuple[Entry, ...]]
    vocabularies: Mapping[Language, Vocabulary]
    roles: Mapping[Language, Mapping[str, tuple[Phrase, ...]]]


RolePhrases = Mapping[str, Mapping[Language, tuple[str, ...]]]


def build_lexicon(
    concepts: Mapping[str, Concept],
    *,
    roles: RolePhrases | None = None,
    languages: Iterable[Language] = LANGUAGES,
) -> Lexicon:
    """Parse every phrase and put the concepts in order.

    ``roles`` gives, per part a body plays («decides», «asks»), the phrases that show it; in them
    ``<body>`` and ``<act>`` stand for the body and the act in question.

    Raises:
        RulesetError: Phrases that cannot be read, slots that name no concept, concepts made of themselves.
    """
    problems: list[Problem] = []
    order = _order(concepts, problems)
    entries: dict[Language, tuple[Entry, ...]] = {}
    vocabularies: dict[Language, Vocabulary] = {}
    for language in languages:
        vocabularies[language] = Vocabulary(language)
        entries[language] = tuple(_entry(concepts[name], language, problems) for name in order)
        for entry in entries[language]:
            for phrase in entry.phrases + entry.not_this:
                register(phrase, vocabularies[language])
    parsed_roles = {
        language: {
            role: _role(role, texts.get(language, ()), vocabulary, problems)
            for role, texts in (roles or {}).items()
        }
        for language, vocabulary in vocabularies.items()
    }
    if problems:
        raise RulesetError(*problems)
    return Lexicon(entries, vocabularies, parsed_roles)


def _role(
    role: str, texts: Iterable[str], vocabulary: Vocabulary, problems: list[Problem]
) -> tuple[Phrase, ...]:
    phrases = []
    for text in texts:
        try:
            phrases.append(parse_phrase(text, vocabulary.language))
        except PhraseError as error:
            problems.append(Problem("roles", f"{role}: phrase «{text}»: {error}"))
            continue
        register(phrases[-1], vocabulary)
    return tuple(phrases)


def register(phrase: Phrase, vocabulary: Vocabulary) -> None:
    """Give every word of the phrase its number."""
    for sequence in phrase.sequences:
        _register(sequence, vocabulary)


def _register(sequence: Sequence, vocabulary: Vocabulary) -> None:
    for part in parts_of(sequence):
        if isinstance(part, Term):
            vocabulary.number(part)


def _entry(concept: Concept, language: Language, problems: list[Problem]) -> Entry:
    def parsed(texts: Iterable[str]) -> tuple[Phrase, ...]:
        phrases = []
        for text in texts:
            try:
                phrases.append(parse_phrase(text, language))
            except PhraseError as error:
                problems.append(_phrase_problem(concept, text, error))
        return tuple(phrases)

    return Entry(
        concept.id,
        parsed(concept.phrases.get(language, ())),
        parsed(concept.not_this.get(language, ())),
        concept.includes,
    )


def _phrase_problem(concept: Concept, text: str, error: PhraseError) -> Problem:
    line, column = concept.places.get(text, (concept.line, 1))
    return Problem(concept.path, f"{concept.id}: phrase «{text}»: {error}", line=line, column=column)


def needs(concept: Concept) -> set[str]:
    """The concepts that a concept's phrases and inclusions name."""
    named = set(concept.includes)
    for table in (concept.phrases, concept.not_this):
        for texts in table.values():
            for text in texts:
                named |= _slot_names(text)
    return named - BUILT_IN_SLOTS


def _slot_names(text: str) -> set[str]:
    names: set[str] = set()
    for piece in text.split("<")[1:]:
        names |= {name.strip() for name in piece.partition(">")[0].partition("@")[0].split("|")}
    return names


def _order(concepts: Mapping[str, Concept], problems: list[Problem]) -> list[str]:
    graph: dict[str, list[str]] = {}
    for concept in concepts.values():
        graph[concept.id] = []
        for name in sorted(needs(concept)):
            if name in concepts:
                graph[concept.id].append(name)
            else:
                problems.append(
                    Problem(
                        concept.path,
                        f"{concept.id} names the concept «{name}», which does not exist",
                        line=concept.line,
                    )
                )
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        first = concepts[error.args[1][0]]
        circle = " → ".join(error.args[1])
        problems.append(Problem(first.path, f"concepts made of themselves: {circle}", line=first.line))
        return []
