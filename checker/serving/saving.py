"""One decision saved: on the state its author saw, or not at all."""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from checker.decision import CHOICES, OWN, Added, Choice, Decision, Review
from checker.finding import CheckedDraft, Finding
from checker.reviewing.applying import apply_review
from checker.reviewing.carrying import decided_on
from checker.reviewing.files import update_review
from checker.rule import SEVERITIES, Severity

_LONGEST = 20_000
"""Code points of one text."""

Fields = Mapping[str, str]


class RefusedError(Exception):
    """A decision that cannot be saved as it is; ``why`` is a key for the page."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class ConflictError(Exception):
    """The entry was changed since its author saw it; ``there`` is what stands there now."""

    def __init__(self, there: Finding | None) -> None:
        super().__init__("changed meanwhile")
        self.there = there


class Said(Struct, frozen=True):
    """What the page sends: on which finding, what was seen there, and what is decided now.

    ``choice`` is empty to take a decision back.
    """

    finding: str
    seen: str
    choice: Choice | None
    author: str
    reason: str
    message: str
    wording: str
    severity: Severity = "major"
    rule: str = ""
    quote: str = ""
    provision: str = ""


def said_of(fields: Fields) -> Said:
    """The fields of a request, cleaned.

    Raises:
        RefusedError: A choice that is none, or a dismissal without a reason.
    """
    texts = {
        name: _clean(fields.get(name, "")) for name in ("author", "reason", "message", "wording", "quote")
    }
    choice: Choice | None = next((one for one in CHOICES if one == fields.get("choice")), None)
    if choice is None and fields.get("choice"):
        raise RefusedError("choice")
    if choice == "dismissed" and not texts["reason"]:
        raise RefusedError("reason")
    severity: Severity = next((one for one in SEVERITIES if one == fields.get("severity")), "major")
    named = {name: fields.get(name, "") for name in ("finding", "seen", "rule", "provision")}
    return Said(choice=choice, severity=severity, **named, **texts)


def version_of(finding: Finding) -> str:
    """A short print of what stands on a finding in the review file; empty where nothing does."""
    if finding.decision is None:
        return ""
    told: list[dict[str, str]] = [asdict(finding.decision)]
    if finding.check == OWN:
        told.append(
            {
                "message": finding.message["en"],
                "wording": finding.wording.get("en", ""),
                "severity": finding.severity,
            }
        )
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def save(path: Path, checked: CheckedDraft, said: Said, day: date) -> Review:
    """Save one decision into the review file ``path``; ``checked`` bears no decisions.

    Raises:
        RefusedError: There is no such finding.
        ConflictError: Something else stands on the finding than its author saw.
        CheckerError: The file cannot be read or written.
    """

    def change(review: Review) -> Review:
        there = _finding(apply_review(checked, review), said.finding)
        if there is None or version_of(there) != said.seen:
            raise ConflictError(there)
        if there.check == OWN:
            return _own_changed(review, said, day)
        bare = _finding(checked, said.finding)
        if bare is None:
            raise RefusedError("finding")
        return _decided(review, bare, there, _decision(said, bare, checked, day))

    if _finding(checked, said.finding) is None and not said.seen:
        raise RefusedError("finding")
    return update_review(path, change)


def add(path: Path, checked: CheckedDraft, said: Said, day: date) -> str:
    """Add an expert's own finding to the review file; gives its id.

    Raises:
        RefusedError: The words are not in the draft, the standard is none, or nothing is said.
        CheckerError: The file cannot be read or written.
    """
    if said.rule not in checked.rules():
        raise RefusedError("rule")
    if not said.message:
        raise RefusedError("message")
    provisions = sorted(checked.draft.provisions, key=lambda one: one.id != said.provision)
    place = next((one for one in provisions if said.quote and said.quote in one.text), None)
    if place is None:
        raise RefusedError("quote")
    own = Added(
        id=secrets.token_hex(8),
        rule=said.rule,
        quote=said.quote,
        message=said.message,
        provision=place.id,
        label=place.label,
        severity=said.severity,
        wording=said.wording,
        author=said.author,
        day=day.isoformat(),
    )
    update_review(path, lambda review: replace(review, added=(*review.added, own)))
    return own.id


def _finding(checked: CheckedDraft, name: str) -> Finding | None:
    return next((one for one in checked.findings if one.id == name), None)


def _decision(said: Said, bare: Finding, checked: CheckedDraft, day: date) -> Decision | None:
    """The decision to write; texts that are the checker's own are left out."""
    if said.choice is None:
        return None
    rule = checked.rules()[bare.rule]
    decision = Decision(
        bare.id,
        bare.rule,
        said.choice,
        said.author,
        day.isoformat(),
        said.reason,
        "" if said.message in map(_clean, bare.message.values()) else said.message,
        "" if said.wording in map(_clean, rule.proposed_wording.values()) else said.wording,
    )
    return decided_on(bare, checked.draft, decision)


def _decided(review: Review, bare: Finding, there: Finding, decision: Decision | None) -> Review:
    """The review with the decision in the place of the one that stands there, on these words or older."""
    old = {bare.id, there.decision.finding if there.decision else bare.id}
    kept = tuple(one for one in review.decisions if one.finding not in old)
    return replace(review, decisions=kept if decision is None else (*kept, decision))


def _own_changed(review: Review, said: Said, day: date) -> Review:
    """An own finding reworded; taken out again where it was dismissed or taken back."""
    if said.choice in (None, "dismissed"):
        return replace(review, added=tuple(one for one in review.added if one.id != said.finding))
    if not said.message:
        raise RefusedError("message")

    def reworded(one: Added) -> Added:
        return replace(
            one, message=said.message, wording=said.wording, author=said.author, day=day.isoformat()
        )

    return replace(
        review, added=tuple(reworded(one) if one.id == said.finding else one for one in review.added)
    )


def _clean(text: str) -> str:
    """The text without control characters and half letters, in lines of one kind.

    Raises:
        RefusedError: It is longer than any comment.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
    if len(kept) > _LONGEST:
        raise RefusedError("length")
    return kept.strip()
