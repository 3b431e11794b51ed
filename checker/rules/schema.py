"""The shape of a rule file: what an author may write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from checker.patterns import regex
from checker.rules.shapes import (
    Hours,
    LanguageName,
    Names,
    SeverityName,
    Shape,
    TextsShape,
    as_word,
    word_choice,
)

RULE_ID = regex(r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")


class CitationShape(Shape):
    """Where a standard stands."""

    instrument: str
    """The instrument by its name in an instruments file of the ruleset."""
    at: str = ""
    """Article, paragraph or page, as one cites it: «9(3)», «paras 32-33»."""
    note: str = ""
    """What the reader should know of this source, for example which later text replaces it."""


class WhereShape(Shape):
    """The surroundings a check asks for."""

    with_: list[Names] = Field(default=[], alias="with")
    """Sets of concepts: of each set one must stand near, in the window."""
    without: Names = []
    """Concepts of which none may stand in the window."""
    window: Literal["sentence", "provision", "article"] = "sentence"
    """How far «with» and «without» look."""
    article_with: list[Names] = []
    """Sets of concepts: of each set one must stand in the article or the headings above it."""
    article_without: Names = []
    """Concepts of which none may stand in the article or the headings above it."""
    heading_with: list[Names] = []
    """Sets of concepts: of each set one must stand in the headings."""
    heading_without: Names = []
    """Concepts of which none may stand in the headings."""
    draft_with: list[Names] = []
    """Sets of concepts: of each set one must stand somewhere in the draft."""
    draft_without: Names = []
    """Concepts of which none may stand anywhere in the draft."""
    negated: Annotated[
        Literal["no", "yes", "either"], BeforeValidator(as_word), word_choice("no", "yes", "either")
    ] = "no"
    """Whether the act must be allowed (no), must itself be forbidden (yes), or either."""
    struck: bool = False
    """true: the words must be ones that an amending law takes out."""


class CheckShape(WhereShape):
    """What every kind of check may say."""

    any: Names = Field(min_length=1)
    """The concepts to look for; the finding marks the one found."""
    languages: list[LanguageName] = []
    """The languages this check is for; all if left out."""
    severity: SeverityName | None = None
    """If it differs from that of the rule."""
    confidence: float = Field(default=0.9, gt=0, le=1)
    """How sure a finding of this check is, above 0 and up to 1."""
    verdict: Literal["incompatible", "missing", "review"] | None = None
    """What a finding says; review where the words alone cannot tell."""
    message: TextsShape | None = None
    """The message if it differs from that of the rule."""


class ForbidShape(CheckShape):
    """A norm that says this is incompatible."""


class LimitShape(CheckShape):
    """The quantity tied to this must be at most, or no less than, so much."""

    at_most: Hours | None = None
    """The longest term allowed: «48 hours»."""
    no_less: Hours | None = None
    """The shortest term allowed: «10 days»."""
    critical_above: Hours | None = None
    """Beyond this term a finding is critical."""

    @model_validator(mode="after")
    def _has_a_limit(self) -> LimitShape:
        if self.at_most is None and self.no_less is None:
            raise ValueError("a limit needs at_most or no_less")
        return self


class AuthorityShape(CheckShape):
    """This act may be decided only by these bodies."""

    decided_by: Names = Field(min_length=1)
    """The bodies that may not decide the act."""
    allowed: Names = []
    """The bodies that may."""


class RequirementShape(Shape):
    """One safeguard that must be found."""

    name: TextsShape
    """What the message calls it."""
    any: Names = Field(min_length=1)
    """The concepts that show it; one is enough."""


class RequireShape(CheckShape):
    """A draft that regulates this must say that."""

    must: list[RequirementShape] = Field(min_length=1)
    """The safeguards."""
    scope: Literal["sentence", "provision", "article", "draft"] = "article"
    """Where a safeguard may stand."""
    at_least: int = Field(default=1, ge=1)
    """In how many provisions «any» must stand before anything is asked."""
    place: Names = []
    """With scope draft: where the finding should stand if the draft has such a place."""


class CheckEntry(Shape):
    """One check under the name of its kind."""

    forbid: ForbidShape | None = None
    """A norm that says this is incompatible."""
    limit: LimitShape | None = None
    """The quantity tied to this must be at most, or no less than, so much."""
    authority: AuthorityShape | None = None
    """This act may be decided only by certain bodies."""
    require: RequireShape | None = None
    """A draft that regulates this must say that."""

    @model_validator(mode="after")
    def _has_one_kind(self) -> CheckEntry:
        if sum(one is not None for one in (self.forbid, self.limit, self.authority, self.require)) != 1:
            raise ValueError("write one of forbid, limit, authority, require")
        return self


class ExampleShape(Shape):
    """A provision, and why it is or is not found."""

    text: str = Field(min_length=1)
    """The provision; what must be found stands between [[ and ]]."""
    why: str = ""
    """What the example shows."""
    message: str = ""
    """What the finding's message must hold, in the language of the example."""


def _example(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


_EXAMPLE_OR_TEXT = {"anyOf": [{"type": "string"}, ExampleShape.model_json_schema()]}
ExampleEntry = Annotated[ExampleShape, BeforeValidator(_example), WithJsonSchema(_EXAMPLE_OR_TEXT)]


class ExamplesShape(Shape):
    """Provisions that must and must not be found."""

    incompatible: list[ExampleEntry] = Field(min_length=1)
    """Must be found, at the words between [[ and ]]."""
    compliant: list[ExampleEntry] = Field(min_length=1)
    """Must not be found: the standard itself, and the traps."""


class LanguagesShape(Shape):
    """Examples in each language."""

    en: ExamplesShape
    """In English."""
    ru: ExamplesShape
    """In Russian."""
    kk: ExamplesShape
    """In Kazakh."""


class RuleShape(Shape):
    """A rule file."""

    id: str = Field(pattern=RULE_ID.pattern)
    """Capital letters and figures parted by hyphens: HC-01. The file bears the same name."""
    group: str
    """One of the groups of ruleset.yaml."""
    severity: SeverityName
    """How grave a finding is unless a check says otherwise."""
    title: TextsShape
    """The standard in a few words."""
    standard: TextsShape
    """What the standard asks."""
    reason: TextsShape
    """Why it matters, and how grave a breach is."""
    message: TextsShape
    """What a finding says. {found}: the words found; {absent}: what is missing; {hours}: the term."""
    recommendation: TextsShape
    """What to change."""
    proposed_wording: TextsShape
    """The wording to propose."""
    sources: list[CitationShape] = Field(min_length=1)
    """Where the standard stands."""
    report: list[str] = []
    """The recommendations of the report that the rule answers, as in recommendations.yaml."""
    topic: Names = Field(min_length=1)
    """Concepts that show that a draft speaks of the subject."""
    met_by: Names = []
    """Concepts that by themselves show that a draft meets the standard."""
    exceptions: Names = []
    """Concepts that silence the rule in their sentence."""
    checks: list[CheckEntry] = Field(min_length=1)
    """What is looked for."""
    examples: LanguagesShape
    """Provisions that prove the rule."""
