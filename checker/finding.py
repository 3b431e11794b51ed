"""What a check reports: findings and verdicts, frozen and complete when made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.draft import Draft
from checker.rule import Rule, Ruleset, Severity, Texts

FindingVerdict = Literal["incompatible", "missing", "review"]
Verdict = Literal["incompatible", "missing", "review", "met", "not-addressed"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A concept that was read, where (code points of the provision's own text) and how surely.

    ``start`` is -1 where the words stand outside the own text: in the chapeau or the headings.
    """

    concept: str
    quote: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule has something to report.

    ``provision`` is an index into ``Draft.provisions``; ``start`` and ``end`` are code points,
    half open, in that provision's own text. ``absent`` names the safeguards looked for in vain.
    ``message`` is complete, in each language.
    """

    id: str
    rule: str
    verdict: FindingVerdict
    severity: Severity
    confidence: float
    provision: int
    start: int
    end: int
    quote: str
    message: Texts
    check: str
    evidence: tuple[Evidence, ...] = ()
    absent: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """The verdict on one rule for one draft, and the provisions it rests on."""

    rule: str
    verdict: Verdict
    provisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft with all that the rulesets report of it: what every renderer is given."""

    draft: Draft
    rulesets: tuple[Ruleset, ...]
    findings: tuple[Finding, ...]
    standards: tuple[Standard, ...]

    def rules(self) -> Mapping[str, Rule]:
        """All rules of all rulesets by id."""
        return {rule.id: rule for ruleset in self.rulesets for rule in ruleset.rules}
