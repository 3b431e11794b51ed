"""Decisions carried over to the next version of a draft."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from checker.decision import OWN, Added, Decision, Review
from checker.draft import Draft
from checker.finding import CheckedDraft, Finding
from checker.reviewing.applying import apply_review


class Carried(Struct, frozen=True):
    """A review for the next version: how many decisions stand, how many want a second look, and the rest.

    ``own`` counts the expert's own findings that were found again; ``gone`` and ``homeless`` have no place
    in the next version and stay with the one before. ``kept`` counts findings that were decided on already.
    """

    review: Review
    exact: int
    again: int
    own: int
    kept: int
    gone: tuple[Decision, ...]
    homeless: tuple[Added, ...]


def carry_over(review: Review, checked: CheckedDraft, there: Review) -> Carried:
    """The decisions on the version before laid on ``checked``, beside those that are ``there`` already.

    A decision on the same words is taken over with its new place; one on other words stays as it was, so that
    it is shown for a second look. What is decided there already is not touched.
    """
    applied = apply_review(checked, review)
    known = {one.finding for one in there.decisions} | {one.id for one in there.added}
    found = [one for one in applied.findings if one.decision and one.check != OWN]
    free = [one for one in found if one.id not in known]
    decisions = [_decision(one, checked.draft) for one in free]
    own = [one for one in applied.findings if one.check == OWN and one.id not in known]
    added = list(_added(review.added, own, checked.draft))
    again = sum(one.second_look for one in free)
    return Carried(
        review=Review((*there.decisions, *decisions), (*there.added, *added)),
        exact=len(free) - again,
        again=again,
        own=len(added),
        kept=len(found) - len(free),
        gone=applied.orphaned,
        homeless=applied.homeless,
    )


def decided_on(finding: Finding, draft: Draft, decision: Decision) -> Decision:
    """The decision with what an expert sees of the finding: its fingerprint, words and place."""
    provision = draft.provisions[finding.provision] if finding.provision >= 0 else None
    return replace(
        decision,
        finding=finding.id,
        rule=finding.rule,
        quote=finding.quote,
        provision=provision.label if provision else "",
        text=provision.text if provision else "",
    )


def _decision(finding: Finding, draft: Draft) -> Decision:
    decision = finding.decision
    if decision is None:
        raise ValueError(f"{finding.id} bears no decision")
    return decision if finding.second_look else decided_on(finding, draft, decision)


def _added(added: Iterable[Added], found: Iterable[Finding], draft: Draft) -> Iterable[Added]:
    places = {one.id: draft.provisions[one.provision] for one in found}
    for one in added:
        if one.id in places:
            yield replace(one, provision=places[one.id].id, label=places[one.id].label)
