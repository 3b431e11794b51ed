"""The versions of a draft read one after the other: what each answered to the proposals on the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.comparing.judging import Judged
from checker.comparing.whole import compare_drafts
from checker.decision import Review
from checker.finding import CheckedDraft
from checker.rendering.comparison import outcome_of
from checker.rendering.history_page import Answer, Reading
from checker.reviewing.applying import apply_review
from checker.reviewing.uptake import Proposal, proposals_on


def readings_of(versions: Iterable[tuple[Judged, Review]]) -> tuple[Reading, ...]:
    """A reading of each version, the first one first; dismissed findings are not counted.

    The versions are taken one by one and two are held at a time: they may be made as they are asked for.
    """
    return tuple(_readings(versions))


def _readings(versions: Iterable[tuple[Judged, Review]]) -> Iterator[Reading]:
    last: tuple[Judged, Review] | None = None
    for judged, review in versions:
        if last is None:
            yield _reading(judged.checked, review)
        else:
            yield _next(compare_drafts(last[0], judged), last[1], review)
        last = judged, review


def _reading(checked: CheckedDraft, review: Review) -> Reading:
    draft = checked.draft
    standing = [one for one in apply_review(checked, review).findings if not one.dismissed]
    return Reading(draft.path, draft.title, draft.language, len(standing))


def _next(compared: CheckedDraft, old: Review, new: Review) -> Reading:
    draft, outcome = compared.draft, outcome_of(compared)
    dismissed = {one.id for one in apply_review(compared, new).findings if one.dismissed}
    kept, worse, introduced = (
        sum(one.id not in dismissed for one in those)
        for those in (outcome.kept, outcome.worse, outcome.introduced)
    )
    set_aside = {one.finding for one in old.decisions if one.choice == "dismissed"}
    fixed = sum(one.finding.id not in set_aside for one in outcome.fixed)
    answers = tuple(_answer(one, compared) for one in proposals_on(compared, old))
    findings = _reading(compared, new).findings
    return Reading(draft.path, draft.title, draft.language, findings, fixed, kept, worse, introduced, answers)


def _answer(proposal: Proposal, compared: CheckedDraft) -> Answer:
    finding, rules = proposal.finding, compared.rules()
    before = compared.change.before if compared.change else None
    placed = before is not None and finding.provision >= 0
    label = before.draft.provisions[finding.provision].label if before is not None and placed else ""
    return Answer(
        rule=finding.rule,
        title=rules[finding.rule].title if finding.rule in rules else {},
        severity=finding.severity,
        label=label,
        message=finding.message,
        taken_up=proposal.taken_up,
        close=proposal.close,
        now=proposal.now,
    )
