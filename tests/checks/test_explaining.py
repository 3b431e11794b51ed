"""An account of a check says what the check does, on every example of every rule."""

from __future__ import annotations

from functools import cache

import pytest

from checker.checks.engine import CHECKS, own_span
from checker.checks.explaining import account_of
from checker.language.reading import read_draft
from checker.proving import example_draft
from checker.rule import Rule
from checker.rulebook import Rulebook, open_rulebook


@cache
def _book() -> Rulebook:
    return open_rulebook([])


RULES = [rule for ruleset in _book().rulesets for rule in ruleset.rules]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_account_agrees_with_its_check(rule: Rule) -> None:
    for example in rule.examples:
        reading = read_draft(example_draft(example), _book().lexicon)
        for check in rule.checks:
            matches = [one for one in CHECKS[check.kind](rule, check, reading) if own_span(one, reading)]
            accounts = [account_of(rule, check, number, reading) for number in range(len(reading.sentences))]
            fired = [account.sentence for account in accounts if account.fired]
            if check.kind == "require" and check.place:
                assert bool(fired) == bool(matches), example.text
            else:
                assert fired == sorted({one.mark.sentence for one in matches}), example.text
