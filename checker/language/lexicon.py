"""A lexicon made ready: phrases as trees, concepts in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from msgspec import Struct

from checker.draft import LANGUAGES, Language
from checker.errors import Problem, RulesetError
from checker.language.phrases import BUILT_IN_SLOTS, PhraseError, parse_phrase
from checker.language.programs import Program, compile_phrase
from checker.language.signs import Signs, signs_of
from checker.language.vocabulary import Vocabulary
from checker.rule import Concept


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """One concept in one language; ``includes`` are concepts whose mentions are its own too."""

    concept: str
    phrases: tuple[Program, ...]
    not_this: tuple[Program, ...]
    includes: tuple[str, ...]


class LanguageLexicon(Struct, frozen=True):
    """The concepts in one language by name, and the phrases of roles.

    ``signs`` tell which of them a text can name; ``denying`` are those whose phrases, or those they are
    made of, hold a negator.
    """

    entries: Mapping[str, Entry]
    signs: Signs
    vocabulary: Vocabulary
    denying: frozenset[str]
    roles: Mapping[str, tuple[Program, ...]]


RolePhrases = Mapping[str, Mapping[Language, tuple[str, ...]]]


class Lexicon:
    """All concepts. A language is made ready when it is first asked for: a draft mostly needs one.

    ``order`` names the concepts so that each comes after those it is made of.
    """

    def __init__(self, order: Sequence[str], concepts: Mapping[str, Concept], roles: RolePhrases) -> None:
        self.order = order
        self.roles = roles
        self._concepts = concepts
        self._ready: dict[Language, LanguageLexicon] = {}

    def make_ready(self, languages: Iterable[Language]) -> None:
        """Make several languages ready at once.

        Raises:
            RulesetError: With every phrase that cannot be read in any of them.
        """
        problems: list[Problem] = []
        for language in languages:
            try:
                self.of(language)
            except RulesetError as error:
                problems.extend(error.problems)
        if problems:
            raise RulesetError(*problems)

    def is_ready(self, language: Language) -> bool:
        """Whether the lexicon of a language was made or put."""
        return language in self._ready

    def put(self, language: Language, ready: LanguageLexicon) -> None:
        """Give the lexicon of a language as it was made before, of the same concepts."""
        self._ready[language] = ready

    def of(self, language: Language) -> LanguageLexicon:
        """The lexicon of one language.

        Raises:
            RulesetError: Phrases that cannot be read.
        """
        if language not in self._ready:
            problems: list[Problem] = []
            vocabulary = Vocabulary(language)
            entries = tuple(_entry(self._concepts[name], vocabulary, problems) for name in self.order)
            roles = {
                role: _programs(Concept(role, texts, path="roles.yaml"), texts, vocabulary, problems)
                for role, texts in self.roles.items()
            }
            if problems:
                raise RulesetError(*problems)
            by_name = {entry.concept: entry for entry in entries}
            signs = signs_of([(entry.concept, entry.phrases, entry.includes) for entry in entries])
            self._ready[language] = LanguageLexicon(by_name, signs, vocabulary, _denying(entries), roles)
        return self._ready[language]


def _denying(entries: Sequence[Entry]) -> frozenset[str]:
    names: set[str] = set()
    for entry in entries:
        made_of = set(entry.includes).union(*(program.slots for program in entry.phrases))
        if any(program.denies for program in entry.phrases) or made_of & names:
            names.add(entry.concept)
    return frozenset(names)


def build_lexicon(
    concepts: Mapping[str, Concept],
    *,
    roles: RolePhrases | None = None,
    languages: Iterable[Language] = LANGUAGES,
) -> Lexicon:
    """Put the concepts in order, and make ``languages`` ready at once.

    ``roles`` gives, per part a body plays («decides», «asks»), the phrases that show it; in them
    ``<body>`` and ``<act>`` stand for the body and the act in question.

    Raises:
        RulesetError: Slots that name no concept, concepts made of themselves, and in ``languages``
            phrases that cannot be read.
    """
    problems: list[Problem] = []
    lexicon = Lexicon(_order(concepts, problems), concepts, roles or {})
    try:
        lexicon.make_ready(languages)
    except RulesetError as error:
        problems.extend(error.problems)
    if problems:
        raise RulesetError(*problems)
    return lexicon


def _entry(concept: Concept, vocabulary: Vocabulary, problems: list[Problem]) -> Entry:
    return Entry(
        concept.id,
        _programs(concept, concept.phrases, vocabulary, problems),
        _programs(concept, concept.not_this, vocabulary, problems),
        concept.includes,
    )


def _programs(
    concept: Concept,
    texts: Mapping[Language, tuple[str, ...]],
    vocabulary: Vocabulary,
    problems: list[Problem],
) -> tuple[Program, ...]:
    programs = []
    for text in texts.get(vocabulary.language, ()):
        try:
            programs.append(compile_phrase(parse_phrase(text, vocabulary.language), vocabulary))
        except PhraseError as error:
            problems.append(_phrase_problem(concept, text, error))
    return tuple(programs)


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


def reached(names: Iterable[str], concepts: Mapping[str, Concept]) -> set[str]:
    """These concepts and all that they are made of, of those that exist."""
    left = set(names)
    found: set[str] = set()
    while left:
        name = left.pop()
        if name in concepts and name not in found:
            found.add(name)
            left |= needs(concepts[name])
    return found


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
