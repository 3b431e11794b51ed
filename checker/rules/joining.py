"""Several rulesets side by side: their concepts in one lexicon, none mistaken for another.

Rulesets are written and published by people who do not know each other. Two that say the same of a
concept share it; where they say different things under one name, each keeps its own: that of the
later ruleset, and whatever is made of it, gets the ruleset's id before its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec.structs import fields, replace

from checker.draft import LANGUAGES, Language
from checker.errors import Problem, RulesetError
from checker.language.lexicon import Lexicon, build_lexicon, needs
from checker.patterns import regex
from checker.rule import Check, Concept, Requirement, Rule, Ruleset, Where

Names = Mapping[str, str]
Named = TypeVar("Named", Check, Where, Requirement)
_SLOT = regex(r"<([^<>@]*)")


def join_rulesets(rulesets: Sequence[Ruleset]) -> tuple[tuple[Ruleset, ...], Lexicon]:
    """The rulesets, with names of their own where they clash, and the lexicon of them all.

    No language of the lexicon is made ready.

    Raises:
        RulesetError: A rule id in two rulesets, slots that name no concept, concepts made of themselves.
    """
    _refuse_doubles(rulesets)
    concepts: dict[str, Concept] = {}
    roles: dict[str, Mapping[Language, tuple[str, ...]]] = {}
    joined = []
    for ruleset in rulesets:
        names = {name: f"{ruleset.id}:{name}" for name in _clashing(ruleset.concepts, concepts)}
        own = _renamed_ruleset(ruleset, names) if names else ruleset
        joined.append(own)
        concepts = {**own.concepts, **concepts}
        roles = {**ruleset.roles, **roles}
    return tuple(joined), build_lexicon(concepts, roles=roles, languages=())


def _refuse_doubles(rulesets: Sequence[Ruleset]) -> None:
    """Rulesets are told apart by their id, and findings by the id of their rule."""
    homes: dict[str, str] = {}
    rules: dict[str, str] = {}
    problems = []
    for ruleset in rulesets:
        home = homes.setdefault(ruleset.id, ruleset.path)
        if home != ruleset.path:
            message = f"the ruleset {ruleset.id} is also in {home}"
            problems.append(Problem(ruleset.path, message, "give one of them another id"))
        for rule in ruleset.rules:
            home = rules.setdefault(rule.id, ruleset.id)
            if home != ruleset.id:
                message = f"the rule {rule.id} is also in the ruleset {home}"
                problems.append(Problem(rule.path, message, "rename one", rule.line))
    if problems:
        raise RulesetError(*problems)


def lexicon_of(rulesets: Sequence[Ruleset]) -> Lexicon:
    """The lexicon of rulesets, ready in every language.

    Raises:
        RulesetError: With every phrase that cannot be read.
    """
    lexicon = join_rulesets(rulesets)[1]
    lexicon.make_ready(LANGUAGES)
    return lexicon


def _clashing(own: Mapping[str, Concept], known: Mapping[str, Concept]) -> set[str]:
    """The concepts that say something else than a known one of that name, and those made of them."""
    clashing = {name for name in own if name in known and not _same(own[name], known[name])}
    while clashing:
        grown = clashing | {name for name, concept in own.items() if needs(concept) & clashing}
        if grown == clashing:
            break
        clashing = grown
    return clashing


def _same(one: Concept, other: Concept) -> bool:
    return (one.phrases, one.not_this, one.includes) == (other.phrases, other.not_this, other.includes)


def _renamed_ruleset(ruleset: Ruleset, names: Names) -> Ruleset:
    concepts = (_renamed_concept(concept, names) for concept in ruleset.concepts.values())
    return replace(
        ruleset,
        concepts={concept.id: concept for concept in concepts},
        rules=tuple(_renamed_rule(rule, names) for rule in ruleset.rules),
    )


def _renamed_concept(concept: Concept, names: Names) -> Concept:
    def texts(table: Mapping[Language, tuple[str, ...]]) -> Mapping[Language, tuple[str, ...]]:
        return {language: tuple(_in_slots(text, names) for text in own) for language, own in table.items()}

    return replace(
        concept,
        id=names.get(concept.id, concept.id),
        phrases=texts(concept.phrases),
        not_this=texts(concept.not_this),
        includes=_listed(concept.includes, names),
    )


def _in_slots(phrase: str, names: Names) -> str:
    def renamed(slot: re.Match[str]) -> str:
        return "<" + "|".join(names.get(name.strip(), name.strip()) for name in slot[1].split("|"))

    return _SLOT.sub(renamed, phrase)


def _renamed_rule(rule: Rule, names: Names) -> Rule:
    return replace(
        rule,
        exceptions=_listed(rule.exceptions, names),
        topic=_listed(rule.topic, names),
        met_by=_listed(rule.met_by, names),
        checks=tuple(_renamed_check(check, names) for check in rule.checks),
    )


def _renamed_check(check: Check, names: Names) -> Check:
    where = _fields_renamed(check.where, names)
    must = tuple(_fields_renamed(one, names) for one in check.must)
    return replace(_fields_renamed(check, names), where=where, must=must)


_LISTS = frozenset(
    "any place decided_by allowed without article_without heading_without draft_without".split()
)
_GROUPS = frozenset("with_ article_with heading_with draft_with".split())


def _fields_renamed(value: Named, names: Names) -> Named:
    """The value with each concept name in it changed."""
    changes: dict[str, object] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name in _LISTS:
            changes[field.name] = _listed(held, names)
        elif field.name in _GROUPS:
            changes[field.name] = tuple(_listed(group, names) for group in held)
    return replace(value, **changes)


def _listed(held: Sequence[str], names: Names) -> tuple[str, ...]:
    return tuple(names.get(name, name) for name in held)
