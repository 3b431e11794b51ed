"""The one order in which every renderer lists findings, and the place each of them has."""

from __future__ import annotations

from collections.abc import Iterable

from checker.draft import Draft, Provision
from checker.finding import Finding
from checker.rule import SEVERITIES


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as a reader of the law meets them; on the same words the gravest comes first."""
    return tuple(sorted(findings, key=_place))


def provision_of(finding: Finding, draft: Draft) -> Provision | None:
    """The provision of a finding; None for one that concerns the draft as a whole (-1)."""
    return draft.provisions[finding.provision] if finding.provision >= 0 else None


def _place(finding: Finding) -> tuple[int, int, int, int, str, str]:
    gravity = SEVERITIES.index(finding.severity)
    return (finding.provision, finding.start, finding.end, gravity, finding.rule, finding.id)
