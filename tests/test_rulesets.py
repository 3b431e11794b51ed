"""The rulesets that come with the product: sound, complete, and proved by their own examples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from checker.draft import LANGUAGES
from checker.proving import prove
from checker.rule import Rule, Ruleset
from checker.rulebook import Rulebook, default_rulesets, open_rulebook
from checker.rules.lint import lint


@cache
def _book() -> Rulebook:
    return open_rulebook([])


RULES = [(ruleset, rule) for ruleset in _book().rulesets for rule in ruleset.rules]


def _id(value: object) -> str:
    return value.id if isinstance(value, Rule | Ruleset) else ""


@pytest.mark.parametrize(("ruleset", "rule"), RULES, ids=_id)
def test_the_examples_hold(ruleset: Ruleset, rule: Rule) -> None:
    faults = [
        f"{proof.rule.path}:{proof.example.line}: {proof.example.text!r}: {fault}"
        for proof in prove(rule, ruleset, _book().lexicon)
        for fault in proof.faults
    ]

    assert faults == []


@pytest.mark.parametrize(("ruleset", "rule"), RULES, ids=_id)
def test_incompatible_examples_are_marked_in_each_language(ruleset: Ruleset, rule: Rule) -> None:
    for language in LANGUAGES:
        own = [example for example in rule.examples if example.language == language]

        assert any(example.marks for example in own)
        assert any(not example.marks for example in own)


CARDS = {
    "HC": 8, "JRD": 11, "EQA": 14, "PSI": 5, "ADM": 10, "TORT": 12, "JUD": 12, "PUB": 5, "JURY": 14,
    "ENF": 9, "NPM": 8, "PRIS": 17, "PAR": 8, "ALT": 5, "JUV": 7, "CP": 5, "LAW": 3,
}  # fmt: skip
"""How many standards each prefix counts; together the 153 worked out of the report."""


def test_every_standard_of_the_report_is_encoded() -> None:
    expected = {f"{prefix}-{number:02}" for prefix, count in CARDS.items() for number in range(1, count + 1)}

    assert {rule.id for ruleset, rule in RULES if ruleset.id == "eu-kz-2009"} == expected


def test_the_default_rulesets_lie_beside_the_program() -> None:
    assert "eu-kz-2009" in {folder.name for folder in default_rulesets()}


@pytest.mark.parametrize("folder", default_rulesets(), ids=lambda folder: folder.name)
def test_lint_finds_no_fault(folder: Path) -> None:
    assert [str(problem) for problem in lint([folder]) if not problem.warning] == []
