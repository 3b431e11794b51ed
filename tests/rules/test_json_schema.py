"""The schemas for editors: as printed, and open to all that the validators accept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.rules.json_schema import KINDS, json_schema, schema_file, schema_text
from checker.rules.yaml_nodes import load_yaml, parse_yaml

RULESETS = Path(__file__).resolve().parent.parent.parent / "rulesets"
SCHEMED = sorted(path for path in RULESETS.rglob("*.yaml") if path.parent.name != "amending")
"""The forms of amending laws have a notation of their own, which checks them as it reads them."""


def _kind(path: Path) -> str:
    if path.parent.name == "rules":
        return "rule"
    if path.name == "roles.yaml":
        return "roles"
    if path.parent.name == "lexicon":
        return "lexicon"
    return "instruments" if path.name.startswith("instruments") else path.stem


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_beside_the_rulesets_are_as_printed(kind: str) -> None:
    assert (RULESETS / "schema" / schema_file(kind)).read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("path", SCHEMED, ids=lambda path: path.name)
def test_every_file_of_the_product_fits_its_schema(path: Path) -> None:
    jsonschema.validate(load_yaml(path).value, json_schema(_kind(path)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_is(kind: str) -> None:
    schema = json_schema(kind)
    shapes: list[dict[str, Any]] = [schema, *schema.get("$defs", {}).values()]
    for shape in shapes:
        assert shape.get("description"), shape.get("title")
        for name, key in shape.get("properties", {}).items():
            assert key.get("description"), f"{shape['title']}.{name}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("topic: [custody]", "topic: custody"),
        ("any: [custody]", "any: custody\n      negated: yes\n      with: [custody, [custody]]"),
        ('incompatible: ["in [[custody]]"]', 'incompatible: [{text: "in [[custody]]", message: words}]'),
        ("  - forbid:\n      any: [custody]", "  - limit:\n      any: custody\n      at_most: 48 hours"),
    ],
)
def test_shorthand_is_accepted(folder: Path, old: str, new: str) -> None:
    text = (folder / "rules/X-01.yaml").read_text(encoding="utf-8")
    assert old in text

    jsonschema.validate(parse_yaml(text.replace(old, new), "x").value, json_schema("rule"))


def test_unknown_keys_are_refused(folder: Path) -> None:
    text = (folder / "rules/X-01.yaml").read_text(encoding="utf-8")

    with pytest.raises(jsonschema.ValidationError, match="titel"):
        jsonschema.validate(parse_yaml(text + "titel: x\n", "x").value, json_schema("rule"))
