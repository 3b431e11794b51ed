"""Decisions meet the draft again: after edits elsewhere, after rewording, after the words are gone."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.checks.engine import check_draft
from checker.decision import Added, Decision, Review
from checker.draft import Draft
from checker.finding import CheckedDraft, tally_of
from checker.reviewing.applying import agreed_only, apply_review
from checker.rulebook import open_rulebook

HELD = "The prosecutor may authorise the detention of a suspect for up to ten days."
RAISED = "The prosecutor may authorise the detention of a suspect for up to twenty days."
OTHER = "The law applies to citizens and foreigners alike."
Check = Callable[..., CheckedDraft]


@pytest.fixture(scope="module")
def rulebook():
    book = open_rulebook([])
    book.make_ready(["en"])
    return book


@pytest.fixture
def check(rulebook, make_draft: Callable[..., Draft]) -> Check:
    return lambda *texts: check_draft(make_draft(*texts), rulebook.rulesets, rulebook.lexicon)


def decide(checked: CheckedDraft, choice: str = "agreed", **fields: str) -> Review:
    return Review(
        tuple(
            Decision(
                finding.id,
                finding.rule,
                choice,  # type: ignore[arg-type]
                "A. B.",
                "2026-11-29",
                reason="seen",
                quote=finding.quote,
                text=checked.draft.provisions[finding.provision].text if finding.provision >= 0 else "",
                **fields,
            )
            for finding in checked.findings
        )
    )


def test_decisions_survive_renumbering_and_edits_elsewhere(check: Check) -> None:
    review = decide(check(HELD, OTHER))

    again = apply_review(check(OTHER, "A new first article.", HELD), review)

    on_held = [one for one in again.findings if one.provision >= 0]
    assert on_held
    assert all(one.decision and not one.second_look for one in on_held)


def test_a_reworded_provision_wants_a_second_look(check: Check) -> None:
    first = check(HELD, OTHER)
    placed = replace(first, findings=tuple(one for one in first.findings if one.provision >= 0))

    again = apply_review(check(RAISED, OTHER), decide(placed))

    on_held = [one for one in again.findings if one.provision >= 0]
    assert on_held
    assert all(one.second_look for one in on_held)
    assert tally_of(on_held).undecided == tally_of(on_held).second_look == len(on_held)


def test_a_decision_without_its_finding_is_orphaned(check: Check) -> None:
    review = decide(check(HELD))

    again = apply_review(check(OTHER), review)

    assert again.findings == ()
    assert again.orphaned == review.decisions


def test_the_experts_words_stand_in_every_language(check: Check) -> None:
    checked = check(HELD)

    again = apply_review(checked, decide(checked, message="Too long.", wording="two days"))

    assert {text for one in again.findings for text in one.message.values()} == {"Too long."}
    assert {text for one in again.findings for text in one.wording.values()} == {"two days"}


def test_the_final_report_holds_what_was_agreed(check: Check) -> None:
    checked = check(HELD)
    review = decide(checked)
    first = replace(review.decisions[0], choice="dismissed")
    mixed = Review((first, *review.decisions[1:]))

    again = apply_review(checked, mixed)

    assert len(agreed_only(again).findings) == len(checked.findings) - 1
    assert tally_of(again.findings).dismissed == 1


def test_a_standard_whose_findings_were_all_dismissed_is_left_for_review(check: Check) -> None:
    """That nothing speaks against it is no evidence that it is met."""
    checked = check(HELD)
    review = decide(checked)
    rule = checked.findings[0].rule
    turned = tuple(replace(one, choice="dismissed") if one.rule == rule else one for one in review.decisions)

    applied = apply_review(checked, replace(review, decisions=turned))

    verdicts = {one.rule: one.verdict for one in applied.standards}
    before = {one.rule: one.verdict for one in checked.standards}
    assert before[rule] in ("incompatible", "missing")
    assert verdicts == {**before, rule: "review"}


def test_an_experts_own_finding_is_found_again_where_its_words_moved(check: Check) -> None:
    own = Added("f00d", "HC-01", "up to ten days", "No judge for ten days.", "art_1", severity="critical")

    again = apply_review(check(OTHER, HELD), Review((), (own,)))

    (found,) = [one for one in again.findings if one.id == "f00d"]
    text = again.draft.provisions[found.provision].text
    assert (found.provision, text[found.start : found.end]) == (1, "up to ten days")
    assert (found.severity, found.message["kk"]) == ("critical", "No judge for ten days.")


@pytest.mark.parametrize("fields", [{"quote": "words that are gone"}, {"rule": "ZZ-99"}])
def test_an_own_finding_without_a_place_is_told(check: Check, fields: dict[str, str]) -> None:
    own = replace(Added("f00d", "HC-01", "ten days", "No judge.", "art_1"), **fields)

    assert apply_review(check(HELD), Review((), (own,))).homeless == (own,)
