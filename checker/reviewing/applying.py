"""Decisions laid on the findings of a checked draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz

from checker.decision import OWN, Added, Decision, Review
from checker.draft import LANGUAGES, Draft
from checker.finding import CheckedDraft, Finding, FindingVerdict, Standard
from checker.rule import Texts

_GRAVEST_FIRST: tuple[FindingVerdict, ...] = ("incompatible", "missing", "review")
_STILL_LIKE = 60
"""Likeness (0–100) of provision and quotation from which a decision on other words is shown again."""


def apply_review(checked: CheckedDraft, review: Review) -> CheckedDraft:
    """The draft with each decision at its finding, and the expert's own findings among the others.

    A decision is found again by the fingerprint; where the words were changed, by rule and likeness: it is
    then marked for a second look. What finds no place is kept as orphaned or homeless.
    A standard is told by the findings that stand: where all were dismissed, it is left for review.
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
    standing = [one for one in findings if not one.dismissed]
    touched = {one.rule for one in findings if one.dismissed or one.check == OWN}
    return replace(
        checked,
        findings=tuple(findings),
        standards=_standards(checked, standing, touched),
        orphaned=tuple(orphaned),
        homeless=tuple(homeless),
    )


def apply_reviews(compared: CheckedDraft, old: Review, new: Review) -> CheckedDraft:
    """Two versions compared, with the decisions on each; a finding that was mended bears the old one's."""
    applied = apply_review(compared, new)
    change = applied.change
    if change is None or change.before is None:
        return applied
    before = apply_review(change.before, old)
    decided = {_place(one): one for one in before.findings}
    mended = tuple(
        replace(one, finding=decided.get(_place(one.finding), one.finding)) for one in change.mended
    )
    return replace(applied, change=replace(change, before=before, mended=mended))


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.id, finding.provision, finding.start


def agreed_only(checked: CheckedDraft) -> CheckedDraft:
    """The draft with the findings that an expert agreed to, on the words as they stand.

    The others are left out; a standard that they alone spoke against is left for review.
    """
    kept = tuple(one for one in checked.findings if _is_agreed(one))
    left = tuple(one for one in checked.findings if not _is_agreed(one))
    touched = {one.rule for one in left}
    return replace(checked, findings=kept, left_out=left, standards=_standards(checked, kept, touched))


def _is_agreed(finding: Finding) -> bool:
    return finding.decision is not None and finding.decision.choice == "agreed" and not finding.second_look


def _standards(
    checked: CheckedDraft, findings: Iterable[Finding], touched: Collection[str]
) -> tuple[Standard, ...]:
    """The standards; those whose findings an expert touched are told by the findings that stand."""
    standing: dict[str, list[Finding]] = {}
    for finding in findings:
        standing.setdefault(finding.rule, []).append(finding)
    return tuple(
        _standard(one, standing.get(one.rule, ())) if one.rule in touched else one
        for one in checked.standards
    )


def _standard(standard: Standard, standing: Sequence[Finding]) -> Standard:
    found = {one.verdict for one in standing}
    verdict = next((one for one in _GRAVEST_FIRST if one in found), _GRAVEST_FIRST[-1])
    places = sorted({one.provision for one in standing if one.provision >= 0})
    return replace(standard, verdict=verdict, provisions=tuple(places) or standard.provisions)


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
        check=OWN,
        wording=_everywhere(added.wording) if added.wording else {},
        decision=decision,
    )
