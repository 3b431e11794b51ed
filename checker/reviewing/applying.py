"""Decisions laid on the findings of a checked draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from checker.decision import Added, Decision, Review
from checker.draft import LANGUAGES, Draft
from checker.finding import CheckedDraft, Finding
from checker.rule import Texts

_STILL_LIKE = 60
"""Likeness (0–100) of provision and quotation from which a decision on other words is shown again."""


def apply_review(checked: CheckedDraft, review: Review) -> CheckedDraft:
    """The draft with each decision at its finding, and the expert's own findings among the others.

    A decision is found again by the fingerprint; where the words were changed, by rule and likeness: it is
    then marked for a second look. What finds no place is kept as orphaned or homeless.
    """
    by_print = {decision.finding: decision for decision in review.decisions}
    decided = [_decided(finding, by_print.get(finding.id), again=False) for finding in checked.findings]
    placed = {finding.id for finding in checked.findings}
    left = [decision for decision in review.decisions if decision.finding not in placed]
    orphaned = []
    for decision in left:
        place = _like(decision, decided, checked.draft)
        if place is None:
            orphaned.append(decision)
        else:
            decided[place] = _decided(decided[place], decision, again=True)
    own, homeless = _own_findings(checked, review.added)
    findings = sorted((*decided, *own), key=lambda one: (one.provision, one.start, one.end, one.rule))
    return replace(checked, findings=tuple(findings), orphaned=tuple(orphaned), homeless=tuple(homeless))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of a draft have which decision."""

    agreed: int = 0
    dismissed: int = 0
    discuss: int = 0
    undecided: int = 0
    second_look: int = 0


def tally_of(findings: Iterable[Finding]) -> Tally:
    """The findings counted by decision; one that wants a second look counts as undecided too."""
    counts = {"agreed": 0, "dismissed": 0, "discuss": 0, "undecided": 0, "second_look": 0}
    for finding in findings:
        settled = finding.decision is not None and not finding.second_look
        counts[finding.decision.choice if settled and finding.decision else "undecided"] += 1
        counts["second_look"] += finding.second_look
    return Tally(**counts)


def agreed_only(checked: CheckedDraft) -> CheckedDraft:
    """The draft with the findings that an expert agreed to, on the words as they stand."""
    kept = (one for one in checked.findings if one.decision and one.decision.choice == "agreed")
    return replace(checked, findings=tuple(one for one in kept if not one.second_look))


def _decided(finding: Finding, decision: Decision | None, *, again: bool) -> Finding:
    if decision is None:
        return finding
    message = _everywhere(decision.message) if decision.message else finding.message
    wording = _everywhere(decision.wording) if decision.wording else finding.wording
    return replace(finding, decision=decision, second_look=again, message=message, wording=wording)


def _everywhere(text: str) -> Texts:
    """An expert writes in one language; the words are shown as they are in every report."""
    return dict.fromkeys(LANGUAGES, text)


def _like(decision: Decision, findings: Sequence[Finding], draft: Draft) -> int | None:
    """The undecided finding of the same rule whose words are most like those decided on."""
    best, place = float(_STILL_LIKE), None
    for number, finding in enumerate(findings):
        if finding.rule != decision.rule or finding.decision is not None:
            continue
        text = draft.provisions[finding.provision].text if finding.provision >= 0 else ""
        likeness = max(fuzz.ratio(decision.text, text), fuzz.partial_ratio(decision.quote, finding.quote))
        if decision.text and text:
            likeness = (likeness + fuzz.token_set_ratio(decision.text, text)) / 2
        if likeness > best:
            best, place = likeness, number
    return place


def _own_findings(checked: CheckedDraft, added: Iterable[Added]) -> tuple[list[Finding], list[Added]]:
    rules = checked.rules()
    findings, homeless = [], []
    for one in added:
        place = next(_places(one, checked.draft), None) if one.rule in rules else None
        if place is None:
            homeless.append(one)
        else:
            findings.append(_as_finding(one, *place))
    return findings, homeless


def _places(added: Added, draft: Draft) -> Iterator[tuple[int, int]]:
    """Where the quoted words stand: in the provision named first, then anywhere."""
    named = [one for one in draft.provisions if one.id == added.provision]
    for provision in (*named, *draft.provisions):
        start = provision.text.find(added.quote)
        if start >= 0:
            yield provision.index, start


def _as_finding(added: Added, provision: int, start: int) -> Finding:
    decision = Decision(
        added.id, added.rule, "agreed", added.author, added.day, provision=added.label, quote=added.quote
    )
    return Finding(
        id=added.id,
        rule=added.rule,
        verdict="incompatible",
        severity=added.severity,
        confidence=1.0,
        provision=provision,
        start=start,
        end=start + len(added.quote),
        quote=added.quote,
        message=_everywhere(added.message),
        check="expert",
        wording=_everywhere(added.wording) if added.wording else {},
        decision=decision,
    )
