"""Concepts that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import Problem
from checker.language.lexicon import needs, reached
from checker.rule import CONCEPTS_OF_THE_CHECKS, Concept
from checker.rules.lint.sites import is_own
from checker.rules.loading import Gathered
from checker.rules.naming import concept_names


def lint_unused(gathered: Gathered) -> Iterator[Problem]:
    """Concepts of the ruleset's own lexicon that no rule reaches."""
    for concept in _unused(gathered):
        if is_own(concept.path, gathered):
            yield _problem(concept, gathered, warning=False)


def lint_shared(rulesets: Sequence[Gathered]) -> Iterator[Problem]:
    """Concepts of a shared lexicon that none of the rulesets reaches: worth a look, no fault."""
    left: dict[tuple[str, str], list[Gathered]] = {}
    for gathered in rulesets:
        for concept in _unused(gathered):
            if not is_own(concept.path, gathered):
                left.setdefault((concept.path, concept.id), []).append(gathered)
    for (path, name), unused_in in left.items():
        if len(unused_in) == sum(path in gathered.documents for gathered in rulesets):
            yield _problem(unused_in[0].ruleset.concepts[name], unused_in[0], warning=True)


def _problem(concept: Concept, gathered: Gathered, *, warning: bool) -> Problem:
    document = gathered.documents[concept.path]
    message = f"no rule uses the concept «{concept.id}»"
    return document.problem((concept.id,), message, "use it in a rule or take it out", warning=warning)


def _unused(gathered: Gathered) -> list[Concept]:
    concepts = gathered.ruleset.concepts
    if gathered.names.concepts is None or any(Path(path).parent.name == "rules" for path in gathered.unread):
        return []  # a rule or a concept that cannot be read may use any of them
    used = reached(_named(gathered), concepts)
    return [concept for name, concept in concepts.items() if name not in used]


def _named(gathered: Gathered) -> set[str]:
    """The concepts that rules (sound or not), role phrases and the checks themselves name."""
    named = set(CONCEPTS_OF_THE_CHECKS)
    for document in gathered.documents.values():
        named |= {name for _, name in concept_names(document.value)}
    for role, texts in gathered.ruleset.roles.items():
        named |= needs(Concept(role, texts))
    return named
