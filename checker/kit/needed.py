"""The concepts that rules reach: those they name, and all that these are made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.language.lexicon import needs, reached
from checker.rule import CONCEPTS_OF_THE_CHECKS, Concept, Rule, Ruleset


def named_concepts(rules: Iterable[Rule]) -> set[str]:
    """The concepts that rules name themselves."""
    return {name for rule in rules for name in rule.concepts()}


def needed_concepts(rules: Iterable[Rule], ruleset: Ruleset) -> set[str]:
    """The concepts of a ruleset's own that its rules need; those of a common lexicon are others' to prove."""
    own = Path(ruleset.path).resolve()
    reached = _reached(rules, ruleset)
    return {name for name in reached if Path(ruleset.concepts[name].path).resolve().is_relative_to(own)}


def _reached(rules: Iterable[Rule], ruleset: Ruleset) -> set[str]:
    left = named_concepts(rules) | set(CONCEPTS_OF_THE_CHECKS)
    for role, texts in ruleset.roles.items():
        left |= needs(Concept(role, texts))
    return reached(left, ruleset.concepts)
