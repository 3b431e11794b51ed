"""The map of recommendations: rules that do not exist, gaps without a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.draft import LANGUAGES
from checker.errors import Problem
from checker.rule import Recommendation
from checker.rules.lint.texts import is_left_for_later
from checker.rules.loading import RECOMMENDATIONS_FILE, Gathered
from checker.rules.validating import nearest_name
from checker.rules.yaml_nodes import Document


def lint_recommendations(gathered: Gathered) -> Iterator[Problem]:
    """Faults of recommendations.yaml; a ruleset need not have one."""
    document = gathered.documents.get(str(Path(gathered.ruleset.path) / RECOMMENDATIONS_FILE))
    if document is None:
        return
    rules = [rule.id for rule in gathered.ruleset.rules]
    reasons = document.value.get("reasons", {})
    for one in gathered.ruleset.recommendations.values():
        yield from _recommendation(one, document, rules, list(reasons))


def _recommendation(
    one: Recommendation, document: Document, rules: list[str], reasons: list[str]
) -> Iterator[Problem]:
    at = ("recommendations", one.id)
    for number, name in enumerate(one.rules):
        if name not in rules:
            advice = nearest_name(name, [rule for rule in rules if rule[:1] == name[:1]])
            message = f"{one.id}: no rule «{name}»"
            yield document.problem((*at, "rules", number), message, advice, warning=True)
    given = document.value["recommendations"][one.id].get("reason")
    if isinstance(given, str) and given and given not in reasons:
        message = f"{one.id}: no reason «{given}»"
        yield document.problem((*at, "reason"), message, nearest_name(given, reasons))
    elif one.checkable != "no" and not one.rules and not one.reason:
        message = f"{one.id}: neither rule nor reason"
        yield document.problem(at, message, "name the rules that answer it, or say why none does")
    for language in LANGUAGES:
        if is_left_for_later(one.text[language]):
            message = f"{one.id}: the text in «{language}» is missing"
            yield document.problem((*at, "text", language), message, "write it")
