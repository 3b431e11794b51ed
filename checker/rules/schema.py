"""The shape of rule, concept, instrument and ruleset files: what an author may write."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from checker.language.numerals import HOURS_PER_UNIT

RULE_ID = re.compile(r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")


def _hours(value: object) -> object:
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+?)s?\s*", value)
        if found and found[2] in HOURS_PER_UNIT:
            return float(found[1]) * HOURS_PER_UNIT[found[2]]
    raise ValueError("write a number and a unit, for example «48 hours», «10 days», «2 months»")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Hours = Annotated[float, BeforeValidator(_hours)]
Names = Annotated[list[str], BeforeValidator(_listed)]
Group = Annotated[list[str], BeforeValidator(_listed)]


class Shape(BaseModel):
    """A mapping that allows its own keys only."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class TextsShape(Shape):
    """A text in each language."""

    en: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    kk: str = Field(min_length=1)


class CitationShape(Shape):
    """Where a standard stands."""

    instrument: str
    at: str = ""
    note: str = ""


class WhereShape(Shape):
    """The surroundings a check asks for."""

    with_: list[Group] = Field(default=[], alias="with")
    without: Names = []
    window: Literal["sentence", "provision", "article"] = "sentence"
    article_with: list[Group] = []
    article_without: Names = []
    heading_with: list[Group] = []
    heading_without: Names = []
    draft_with: list[Group] = []
    draft_without: Names = []
    negated: Literal["no", "yes", "either"] = "no"
    struck: bool = False


class CheckShape(WhereShape):
    """What every kind of check may say."""

    any: Names = Field(min_length=1)
    languages: list[Literal["en", "ru", "kk"]] = []
    severity: Literal["critical", "major", "minor"] | None = None
    confidence: float = Field(default=0.9, gt=0, le=1)
    verdict: Literal["incompatible", "missing", "review"] | None = None
    message: TextsShape | None = None


class ForbidShape(CheckShape):
    """A norm that says this is incompatible."""


class LimitShape(CheckShape):
    """The quantity tied to this must be at most, or no less than, so much."""

    at_most: Hours | None = None
    no_less: Hours | None = None
    critical_above: Hours | None = None

    @model_validator(mode="after")
    def _has_a_limit(self) -> LimitShape:
        if self.at_most is None and self.no_less is None:
            raise ValueError("a limit needs at_most or no_less")
        return self


class AuthorityShape(CheckShape):
    """This act may be decided only by these bodies."""

    decided_by: Names = Field(min_length=1)
    allowed: Names = []


class RequirementShape(Shape):
    """One safeguard that must be found."""

    name: TextsShape
    any: Names = Field(min_length=1)


class RequireShape(CheckShape):
    """A draft that regulates this must say that."""

    must: list[RequirementShape] = Field(min_length=1)
    scope: Literal["sentence", "provision", "article", "draft"] = "article"
    at_least: int = Field(default=1, ge=1)
    place: Names = []


class CheckEntry(Shape):
    """One check under the name of its kind."""

    forbid: ForbidShape | None = None
    limit: LimitShape | None = None
    authority: AuthorityShape | None = None
    require: RequireShape | None = None

    @model_validator(mode="after")
    def _has_one_kind(self) -> CheckEntry:
        if sum(one is not None for one in (self.forbid, self.limit, self.authority, self.require)) != 1:
            raise ValueError("write one of forbid, limit, authority, require")
        return self


class ExampleShape(Shape):
    """A provision, and why it is or is not found."""

    text: str = Field(min_length=1)
    why: str = ""


def _example(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class ExamplesShape(Shape):
    """Provisions that must and must not be found."""

    incompatible: list[Annotated[ExampleShape, BeforeValidator(_example)]] = Field(min_length=1)
    compliant: list[Annotated[ExampleShape, BeforeValidator(_example)]] = Field(min_length=1)


class LanguagesShape(Shape):
    """Examples in each language."""

    en: ExamplesShape
    ru: ExamplesShape
    kk: ExamplesShape


class RuleShape(Shape):
    """A rule file."""

    id: str = Field(pattern=RULE_ID.pattern)
    group: str
    severity: Literal["critical", "major", "minor"]
    title: TextsShape
    standard: TextsShape
    reason: TextsShape
    message: TextsShape
    recommendation: TextsShape
    proposed_wording: TextsShape
    sources: list[CitationShape] = Field(min_length=1)
    report: list[str] = []
    topic: Names = Field(min_length=1)
    met_by: Names = []
    exceptions: Names = []
    checks: list[CheckEntry] = Field(min_length=1)
    examples: LanguagesShape


class FalseFriendsShape(Shape):
    """Phrases that look like the concept and are not."""

    en: Names = []
    ru: Names = []
    kk: Names = []


class ConceptShape(Shape):
    """A concept of a lexicon file."""

    gloss: str = ""
    any: Names = []
    en: Names = []
    ru: Names = []
    kk: Names = []
    not_: FalseFriendsShape = Field(default=FalseFriendsShape(), alias="not")


class RolePhrasesShape(Shape):
    """The phrases that show the part a body plays."""

    en: Names = []
    ru: Names = []
    kk: Names = []


class InstrumentShape(Shape):
    """A treaty, a body's text or a judgment."""

    title: TextsShape
    kind: Literal["treaty", "treaty-body", "case", "soft-law", "domestic", "report"]
    date: str = ""
    superseded_by: str = ""


class RulesetShape(Shape):
    """The file ruleset.yaml."""

    id: str
    version: str
    title: TextsShape
    publisher: str | TextsShape
    lexicon: Names = ["lexicon"]
    groups: dict[str, TextsShape]
