"""What an expert decides on findings, and the findings an expert adds."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from checker.rule import Severity

REVIEW_SUFFIX = ".review.yaml"
"""The ending that the name of a draft gets for its review file."""
OWN = "expert"
"""The check of a finding that an expert added by hand."""
Choice = Literal["agreed", "dismissed", "discuss"]
CHOICES: tuple[Choice, ...] = ("agreed", "dismissed", "discuss")


class Decision(Struct, frozen=True):
    """An expert's word on one finding.

    ``finding`` is the fingerprint of rule and words. ``quote``, ``text`` (the provision's own text) and
    ``provision`` (its label) are what the expert saw, so that the decision can be found again when the
    words were changed. ``message`` and ``wording`` stand in place of the checker's when not empty;
    ``reason`` is required to dismiss. ``day`` is a date, year first («2026-11-29»).
    """

    finding: str
    rule: str
    choice: Choice
    author: str = ""
    day: str = ""
    reason: str = ""
    message: str = ""
    wording: str = ""
    provision: str = ""
    quote: str = ""
    text: str = ""


class Added(Struct, frozen=True):
    """A finding that an expert adds by hand: on words of a provision, under a standard.

    ``provision`` is its eId and ``label`` its name, both as they were when the finding was added.
    """

    id: str
    rule: str
    quote: str
    message: str
    provision: str = ""
    label: str = ""
    severity: Severity = "major"
    wording: str = ""
    author: str = ""
    day: str = ""


class Review(Struct, frozen=True):
    """The decisions on one draft, as they stand in its review file."""

    decisions: tuple[Decision, ...] = field(default=())
    added: tuple[Added, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.decisions or self.added)
