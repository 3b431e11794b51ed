"""The shapes of lexicon, instrument, ruleset and recommendation files: what an author may write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from checker.rules.shapes import Names, Shape, TextsShape, as_word, word_choice


class FalseFriendsShape(Shape):
    """Phrases that look like the concept and are not."""

    en: Names = []
    """In English."""
    ru: Names = []
    """In Russian."""
    kk: Names = []
    """In Kazakh."""


class ConceptShape(Shape):
    """A concept of a lexicon file."""

    gloss: str = ""
    """What it means, for other authors."""
    any: Names = []
    """Other concepts whose mentions are mentions of this one."""
    en: Names = []
    """English phrases."""
    ru: Names = []
    """Russian phrases."""
    kk: Names = []
    """Kazakh phrases."""
    not_: FalseFriendsShape = Field(default=FalseFriendsShape(), alias="not")
    """False friends: phrases that look like it and are not."""


class RolePhrasesShape(Shape):
    """The phrases that show the part a body plays; <body> and <act> stand for the two."""

    en: Names = []
    """In English."""
    ru: Names = []
    """In Russian."""
    kk: Names = []
    """In Kazakh."""


class InstrumentShape(Shape):
    """A treaty, a body's text or a judgment."""

    title: TextsShape
    """Its name, as one cites it."""
    kind: Literal["treaty", "treaty-body", "case", "soft-law", "domestic", "report"]
    """What it is."""
    date: str = ""
    """Year or day of adoption: «1966», «2009-06-29»."""
    superseded_by: str = ""
    """The instrument that replaces it, by its name in an instruments file."""


class RulesetShape(Shape):
    """The file ruleset.yaml."""

    id: str
    """A short name: letters, figures, hyphens."""
    version: str
    """The version of the ruleset, in quotes: "1.0"."""
    title: TextsShape
    """What the report calls the ruleset."""
    publisher: str | TextsShape
    """Who answers for it."""
    lexicon: Names = ["lexicon"]
    """Folders of lexicon files, seen from this file; «common» is the lexicon that comes with the checker."""
    groups: dict[str, TextsShape]
    """The groups of rules, in the order of the report."""


class RecommendationShape(Shape):
    """A recommendation of the report behind the ruleset."""

    text: TextsShape
    """What it asks, in a few words of our own."""
    checkable: Annotated[
        Literal["yes", "partly", "no"], BeforeValidator(as_word), word_choice("yes", "partly", "no")
    ]
    """Whether the text of a draft can show it."""
    rules: Names = []
    """The rules that answer it."""
    reason: str | TextsShape = ""
    """Why no rule does, or what remains: a name from «reasons», or a text in each language."""


class RecommendationsShape(Shape):
    """The file recommendations.yaml: what of the report the rules cover."""

    reasons: dict[str, TextsShape] = {}
    """Reasons that several recommendations share, by name."""
    recommendations: dict[str, RecommendationShape]
    """The recommendations by id."""
