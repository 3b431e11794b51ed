"""What became of the proposals on a draft in its next version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from rapidfuzz import fuzz

from checker.decision import OWN, Review
from checker.draft import Draft
from checker.finding import CheckedDraft, Finding, Mended
from checker.reviewing.applying import agreed_only, apply_review

_CLOSE = 75
"""Likeness (0–100) from which a new text is close to the wording that was proposed."""


class Proposal(Struct, frozen=True):
    """A finding that asked for a change, and whether the next version made it.

    ``close`` tells whether the new text is like the wording proposed; None where none was proposed or the
    new text is not known. ``now`` is that text.
    """

    finding: Finding
    taken_up: bool
    close: bool | None = None
    now: str = ""


def proposals_on(compared: CheckedDraft, review: Review) -> tuple[Proposal, ...]:
    """The proposals on the version before, as the next one (``compared``) answers them.

    Where an expert decided anything, what was agreed to was proposed; else every finding was.
    """
    before = compared.change.before if compared.change else None
    if before is None:
        return ()
    judged = agreed_only(apply_review(before, review)) if review else before
    return tuple(_proposals(judged, compared))


def _proposals(judged: CheckedDraft, compared: CheckedDraft) -> Iterator[Proposal]:
    mended = {_key(one.finding): one for one in (compared.change.mended if compared.change else ())}
    rules = compared.rules()
    for finding in judged.findings:
        known = finding.rule in rules
        takes_rule = known and finding.check != OWN
        wording = finding.wording or (rules[finding.rule].proposed_wording if takes_rule else {})
        text = wording.get(compared.draft.language, "")
        if finding.check == OWN:
            yield _own(finding, text, compared)
        elif _key(finding) in mended:
            now = _now(mended[_key(finding)], compared.draft)
            yield Proposal(finding, True, is_close(text, now) if text and now else None, now)
        else:
            yield Proposal(finding, False)


def is_close(wording: str, text: str) -> bool:
    """Whether a text is like a wording, or holds one that is like it."""
    wording, text = wording.casefold(), text.casefold()
    likeness = fuzz.token_sort_ratio(wording, text)
    if len(text) >= len(wording):
        likeness = max(likeness, fuzz.partial_ratio(wording, text))
    return likeness >= _CLOSE


def _own(finding: Finding, wording: str, compared: CheckedDraft) -> Proposal:
    """An expert's own finding is answered when its words are gone from the text."""
    if any(finding.quote in provision.text for provision in compared.draft.provisions):
        return Proposal(finding, False)
    after = _after(compared).get(finding.provision)
    now = compared.draft.provisions[after].text if after is not None else ""
    return Proposal(finding, True, is_close(wording, now) if wording and now else None, now)


def _after(compared: CheckedDraft) -> Mapping[int, int]:
    pairs = compared.change.pairs if compared.change else ()
    return {one.before: one.after for one in pairs if one.before is not None and one.after is not None}


def _now(mended: Mended, draft: Draft) -> str:
    """The provision that mends a finding, else the words alone; none where the provision is gone."""
    if mended.provision is not None and mended.provision >= 0:
        return draft.provisions[mended.provision].text or mended.now
    return mended.now


def _key(finding: Finding) -> tuple[str, int, int]:
    return (finding.id, finding.provision, finding.start)
