"""What a rule says: a standard made checkable. Data only; the checks give it its effect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from checker.draft import Language

Severity = Literal["critical", "major", "minor"]
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")
Texts = Mapping[Language, str]
CheckKind = Literal["forbid", "require", "limit", "authority"]
CHECK_KINDS: tuple[CheckKind, ...] = ("forbid", "require", "limit", "authority")
CONCEPTS_OF_THE_CHECKS = ("prohibition", "exception-words", "may", "must", "amending-law")
"""Concepts that the checks themselves look for, whatever the rules name."""


class Citation(Struct, frozen=True):
    """Where a standard stands: an instrument of the ruleset's list, and the article or paragraph."""

    instrument: str
    at: str
    note: str = ""


class Where(Struct, frozen=True):
    """The surroundings a check asks for.

    Each entry of ``with_`` is a set of concepts of which one must be there; no concept of
    ``without`` may be. ``window`` says how far to look; the ``article_``, ``heading_`` and
    ``draft_`` fields look in the whole article (with the headings above it), in the headings
    alone, and in the whole draft. ``struck`` asks for words that an amending law takes out.
    """

    with_: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    window: Literal["sentence", "provision", "article"] = "sentence"
    article_with: tuple[tuple[str, ...], ...] = ()
    article_without: tuple[str, ...] = ()
    heading_with: tuple[tuple[str, ...], ...] = ()
    heading_without: tuple[str, ...] = ()
    struck: bool = False
    draft_with: tuple[tuple[str, ...], ...] = ()
    draft_without: tuple[str, ...] = ()
    negated: Literal["no", "yes", "either"] = "no"

    def concepts(self) -> set[str]:
        """Every concept the surroundings name."""
        groups = (*self.with_, *self.article_with, *self.heading_with, *self.draft_with)
        barred = (self.without, self.article_without, self.heading_without, self.draft_without)
        return {name for names in (*groups, *barred) for name in names}


class Requirement(Struct, frozen=True):
    """One safeguard that must be found: any of the concepts will do."""

    name: Texts
    any: tuple[str, ...]


class Check(Struct, frozen=True):
    """One question of a rule; the fields its kind does not use stay empty.

    ``any`` are the concepts whose mention the finding marks (the trigger, for ``require``).
    Limits are in hours.
    """

    kind: CheckKind
    any: tuple[str, ...]
    where: Where = field(default=Where())
    languages: tuple[Language, ...] = ()
    must: tuple[Requirement, ...] = ()
    scope: Literal["sentence", "provision", "article", "draft"] = "article"
    at_least: int = 1
    place: tuple[str, ...] = ()
    at_most: float | None = None
    no_less: float | None = None
    critical_above: float | None = None
    decided_by: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float = 0.9
    verdict: Literal["incompatible", "missing", "review"] | None = None
    message: Texts = field(default_factory=dict)

    def concepts(self) -> set[str]:
        """Every concept the check names."""
        required = (name for one in self.must for name in one.any)
        return self.where.concepts() | {*self.any, *self.place, *self.decided_by, *self.allowed, *required}


class Example(Struct, frozen=True):
    """A provision that must (marked words) or must not be found; ``text`` is free of marks.

    ``message`` is what the finding's message must hold, in the example's language.
    """

    language: Language
    text: str
    marks: tuple[tuple[int, int], ...]
    line: int = 0
    why: str = ""
    message: str = ""


class Rule(Struct, frozen=True):
    """One standard made checkable, with its reason, its sources and the words to propose.

    ``topic`` are concepts that show that a draft speaks of the subject, ``met_by`` those that by
    themselves show that it meets the standard.
    """

    id: str
    group: str
    severity: Severity
    title: Texts
    standard: Texts
    reason: Texts
    message: Texts
    recommendation: Texts
    proposed_wording: Texts
    sources: tuple[Citation, ...]
    report: tuple[str, ...]
    exceptions: tuple[str, ...]
    topic: tuple[str, ...]
    met_by: tuple[str, ...]
    checks: tuple[Check, ...]
    examples: tuple[Example, ...]
    ruleset: str = ""
    path: str = ""
    line: int = 0

    def concepts(self) -> set[str]:
        """Every concept the rule names, the exceptions and those of its verdict among them."""
        own = {*self.exceptions, *self.topic, *self.met_by}
        return own.union(*(check.concepts() for check in self.checks))

    def speaks_of(self) -> set[str]:
        """The concepts of which a draft must name one to have a finding or be told as more than silent."""
        marked = (name for check in self.checks for name in check.any)
        return {*self.topic, *self.met_by, *marked}


class Concept(Struct, frozen=True):
    """A thing of law and the phrases that name it in each language.

    ``not_this`` are false friends, ``includes`` other concepts whose mentions count too; ``places``
    gives line and column of each phrase in the file.
    """

    id: str
    phrases: Mapping[Language, tuple[str, ...]]
    not_this: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    includes: tuple[str, ...] = ()
    gloss: str = ""
    path: str = ""
    line: int = 0
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)


class Instrument(Struct, frozen=True):
    """A treaty, body's text or judgment that rules cite."""

    id: str
    title: Texts
    kind: Literal["treaty", "treaty-body", "case", "soft-law", "domestic", "report"]
    date: str = ""
    superseded_by: str = ""


class Recommendation(Struct, frozen=True):
    """A recommendation of the report behind a ruleset, and what answers it.

    ``reason`` says why no rule does, or why a draft's text shows it in part only.
    """

    id: str
    text: Texts
    checkable: Literal["yes", "partly", "no"]
    rules: tuple[str, ...] = ()
    reason: Texts = field(default_factory=dict)


class Ruleset(Struct, frozen=True):
    """A folder of rules with its lexicon, groups and instruments; ``recommendations`` may be absent.

    ``print`` tells the state of the files that it was read from, with all others it is used with; empty where
    none is known. Whoever changes its rules takes it off.
    """

    id: str
    version: str
    title: Texts
    publisher: str
    groups: Mapping[str, Texts]
    rules: tuple[Rule, ...]
    concepts: Mapping[str, Concept]
    instruments: Mapping[str, Instrument]
    roles: Mapping[str, Mapping[Language, tuple[str, ...]]] = field(default_factory=dict)
    recommendations: Mapping[str, Recommendation] = field(default_factory=dict)
    path: str = ""
    print: str = ""
