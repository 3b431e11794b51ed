"""What the shapes of all files share: strict mappings, texts in three languages, shorthand."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from checker.language.numerals import HOURS_PER_UNIT

_NAME_OR_NAMES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_TERM = r"^\s*\d+(\.\d+)?\s*(minute|hour|day|week|month|year|fortnight)s?\s*$"


def as_hours(value: object) -> float:
    """A term as an author writes it, in hours; ValueError says what to write instead."""
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+?)s?\s*", value)
        if found and found[2] in HOURS_PER_UNIT:
            return float(found[1]) * HOURS_PER_UNIT[found[2]]
    raise ValueError("write a number and a unit, for example «48 hours», «10 days», «2 months»")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def as_word(value: object) -> object:
    """YAML reads a bare yes or no as true or false; an author means the word."""
    return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


Hours = Annotated[float, BeforeValidator(as_hours), WithJsonSchema({"type": "string", "pattern": _TERM})]
Names = Annotated[list[str], BeforeValidator(_listed), WithJsonSchema(_NAME_OR_NAMES)]
LanguageName = Literal["en", "ru", "kk"]
SeverityName = Literal["critical", "major", "minor"]


def word_choice(*words: str) -> Any:
    """The JSON Schema of a choice of words of which YAML may read yes and no as true and false."""
    return WithJsonSchema({"enum": [*words, *(value for value in (True, False) if as_word(value) in words)]})


class Shape(BaseModel):
    """A mapping that allows its own keys only."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, use_attribute_docstrings=True
    )


class TextsShape(Shape):
    """A text in each language."""

    en: str = Field(min_length=1)
    """In English."""
    ru: str = Field(min_length=1)
    """In Russian."""
    kk: str = Field(min_length=1)
    """In Kazakh."""
