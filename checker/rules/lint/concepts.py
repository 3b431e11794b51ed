"""A check that cannot work in a language, because its concepts have no phrases there."""

from __future__ import annotations

from collections.abc import Iterator

from checker.draft import LANGUAGE_NAMES, LANGUAGES, Language
from checker.errors import Problem, shown_path
from checker.rule import Check
from checker.rules.lint.sites import rules_with_files
from checker.rules.lint.speech import speakable
from checker.rules.loading import Gathered
from checker.rules.yaml_nodes import Path_


def lint_concepts(gathered: Gathered) -> Iterator[Problem]:
    """Sets of concepts of which a check needs one, and none can be found in a language of the check."""
    concepts = gathered.ruleset.concepts
    spoken = speakable(concepts)
    for rule, document in rules_with_files(gathered):
        needed: list[tuple[Path_, tuple[str, ...], tuple[Language, ...]]] = [
            (("topic",), rule.topic, LANGUAGES)
        ]
        for number, check in enumerate(rule.checks):
            at: Path_ = ("checks", number, check.kind)
            languages = check.languages or LANGUAGES
            needed += [((*at, *inner), names, languages) for inner, names in _sets(check)]
        for place, names, languages in needed:
            silent = [
                LANGUAGE_NAMES[language]
                for language in languages
                if all(name in concepts for name in names) and not spoken[language] & set(names)
            ]
            if silent:
                shown = ", ".join(f"«{name}»" for name in names)
                message = f"{shown}: no phrases in {', '.join(silent)}, so this can never hold there"
                first = concepts[names[0]]
                home = f"{shown_path(first.path)}:{first.line}"
                advice = (
                    f"add phrases to «{first.id}» ({home}), or say with «languages:» what the check is for"
                )
                yield document.problem(place, message, advice)


def _sets(check: Check) -> Iterator[tuple[Path_, tuple[str, ...]]]:
    """Each set of which one concept must be found, with its key path in the check."""
    where = check.where
    yield ("any",), check.any
    if check.decided_by:
        yield ("decided_by",), check.decided_by
    for key, groups in (
        ("with", where.with_),
        ("article_with", where.article_with),
        ("heading_with", where.heading_with),
        ("draft_with", where.draft_with),
    ):
        for number, group in enumerate(groups):
            yield (key, number), group
    for number, one in enumerate(check.must):
        yield ("must", number, "any"), one.any
