"""JSON Schemas of the files an author writes, for editors; they accept the shorthand that loading does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, RootModel

from checker.rules.lexicon_schema import (
    ConceptShape,
    InstrumentShape,
    RecommendationsShape,
    RolePhrasesShape,
    RulesetShape,
)
from checker.rules.schema import RuleShape

SCHEMA_FOLDER = "schema"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Lexicon(RootModel[dict[str, ConceptShape]]):
    """A lexicon file: concepts by name."""


class Roles(RootModel[dict[str, RolePhrasesShape]]):
    """The file roles.yaml: the phrases that show the part a body plays."""


class Instruments(RootModel[dict[str, InstrumentShape]]):
    """An instruments file: what rules cite, by name."""


_SHAPES: Mapping[str, type[BaseModel]] = {
    "rule": RuleShape,
    "lexicon": Lexicon,
    "roles": Roles,
    "instruments": Instruments,
    "ruleset": RulesetShape,
    "recommendations": RecommendationsShape,
}
KINDS = tuple(_SHAPES)


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file."""
    return {"$schema": _DRAFT, **_SHAPES[kind].model_json_schema(by_alias=True)}


def schema_text(kind: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema_file(kind: str) -> str:
    """The name of the file that holds the schema of a kind."""
    return f"{kind}.schema.json"
