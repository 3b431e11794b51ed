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


UNMARKED_QUOTES = {"DEBT-01", "EQA-06", "EQA-13", "JUD-04", "JURY-09", "PAR-01", "PAR-02", "SECDET-01"}
"""Rules with an example whose message quotes words that are not marked."""

LOOSE_MARKS = frozenset("EQA-08 HC-03 JURY-04 NPM-06 PAR-07 PRIS-06 PSI-05 PUB-01 TORT-12 SHIELD-01".split())
"""Rules with an example whose mark and words found share less than half of the shorter."""


@pytest.mark.parametrize(("ruleset", "rule"), RULES, ids=_id)
def test_the_examples_hold(ruleset: Ruleset, rule: Rule) -> None:
    faults = [
        f"{proof.rule.path}:{proof.example.line}: {proof.example.text!r}: {fault}"
        for proof in prove(rule, ruleset, _book().lexicon)
        for fault in proof.faults
        if rule.id not in UNMARKED_QUOTES or not fault.startswith("the message quotes")
        if rule.id not in LOOSE_MARKS or not fault.startswith(("the mark ", "the words found "))
    ]

    assert faults == []


@pytest.mark.parametrize(("ruleset", "rule"), RULES, ids=_id)
def test_incompatible_examples_are_marked_in_each_language(ruleset: Ruleset, rule: Rule) -> None:
    for language in LANGUAGES:
        own = [example for example in rule.examples if example.language == language]

        assert any(example.marks for example in own)
        assert any(not example.marks for example in own)


def test_every_card_of_the_four_first_groups_is_encoded() -> None:
    expected = {
        *(f"HC-{number:02}" for number in range(1, 9)),
        *(f"JRD-{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 11)),
        *(f"EQA-{number:02}" for number in range(1, 15)),
        *(f"ADM-{number:02}" for number in range(1, 11)),
    }

    assert expected <= {rule.id for _, rule in RULES}


def test_the_default_rulesets_lie_beside_the_program() -> None:
    assert "eu-kz-2009" in {folder.name for folder in default_rulesets()}


@pytest.mark.xfail(reason="faults that lint shows in rules written before it could")
@pytest.mark.parametrize("folder", default_rulesets(), ids=lambda folder: folder.name)
def test_lint_finds_no_fault(folder: Path) -> None:
    assert [str(problem) for problem in lint([folder]) if not problem.warning] == []
