"""Two rulesets together: what they say alike is shared, what they say differently stays apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.checks.engine import check_draft
from checker.draft import Draft
from checker.errors import RulesetError
from checker.rule import Check, Concept, Rule, Ruleset, Where
from checker.rules.joining import join_rulesets

EVERY = {"en": "{found}", "ru": "{found}", "kk": "{found}"}
LAW = "The minister appoints the judge. The minister dismisses the guard."


def _ruleset(name: str, act: str, *, where: Where | None = None) -> Ruleset:
    """A ruleset whose rule marks the act, which is named through a concept of its own."""
    concepts = {
        "minister": Concept("minister", {"en": ("minister",)}),
        "verb": Concept("verb", {"en": (act,)}),
        "act": Concept("act", {"en": ("<minister> <verb>",)}),
    }
    check = Check("forbid", ("act",), where=where or Where())
    texts = (EVERY,) * 6
    rule = Rule(f"{name.upper()}-01", "all", "minor", *texts, (), (), (), (), (), (check,), (), ruleset=name)
    return Ruleset(name, "1", EVERY, "", {"all": EVERY}, (rule,), concepts, {})


def _found(draft: Draft, *rulesets: Ruleset) -> dict[str, list[str]]:
    joined, lexicon = join_rulesets(rulesets)
    found: dict[str, list[str]] = {}
    for finding in check_draft(draft, joined, lexicon).findings:
        found.setdefault(finding.rule, []).append(finding.quote)
    return found


@pytest.fixture
def law(make_draft: Callable[..., Draft]) -> Draft:
    return make_draft(LAW, language="en")


def test_one_name_for_two_things_is_two_concepts(law: Draft) -> None:
    found = _found(law, _ruleset("one", "appoint"), _ruleset("two", "dismiss"))

    assert found == {"ONE-01": ["minister appoints"], "TWO-01": ["minister dismisses"]}


def test_the_order_of_rulesets_changes_nothing(law: Draft) -> None:
    one, two = _ruleset("one", "appoint"), _ruleset("two", "dismiss")

    assert _found(law, one, two) == _found(law, two, one)


def test_what_is_said_alike_is_shared() -> None:
    joined, lexicon = join_rulesets([_ruleset("one", "appoint"), _ruleset("two", "dismiss")])

    assert sorted(lexicon.of("en").entries) == ["act", "minister", "two:act", "two:verb", "verb"]
    assert joined[1].rules[0].concepts() == {"two:act"}


def test_every_place_where_a_rule_names_a_concept_is_followed() -> None:
    where = Where(with_=(("verb",),), without=("verb",), article_with=(("verb", "minister"),))
    two = _ruleset("two", "dismiss", where=where)
    two = replace(two, rules=(replace(two.rules[0], topic=("verb",), exceptions=("act",)),))
    joined, _ = join_rulesets([_ruleset("one", "appoint"), two])

    assert joined[1].rules[0].concepts() == {"two:act", "two:verb", "minister"}
    assert joined[1].rules[0].checks[0].where.article_with == (("two:verb", "minister"),)


def test_a_rule_id_stands_in_one_ruleset_only() -> None:
    one = _ruleset("one", "appoint")

    with pytest.raises(RulesetError, match="ONE-01 is also in the ruleset one"):
        join_rulesets([one, replace(one, id="two")])


def test_two_rulesets_do_not_share_an_id() -> None:
    one = replace(_ruleset("one", "appoint"), path="here")

    with pytest.raises(RulesetError, match="there: the ruleset one is also in here"):
        join_rulesets([one, replace(one, path="there", rules=())])
