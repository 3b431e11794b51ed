"""YAML with the line of every value. Safe: no tags that build objects, no aliases, no double keys."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field

from checker.errors import Problem, RulesetError
from checker.rules.yaml_faults import broken_yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path_ = tuple[str | int, ...]
_KINDS = {"int": "a whole number", "float": "a number", "bool": "yes or no", "null": "nothing"}
_LARGEST = 5_000_000
"""Bytes; a file with all the phrases of one language has a tenth of it."""
_DEEPEST = 20
"""No file of a ruleset needs half of it; without a limit a hostile one exhausts the stack."""


class Document(Struct):
    """A YAML file's value, and for each key path in it the line and column (from 1).

    ``seen`` are the nodes already turned into values: one that comes again is an alias, which could
    make a small file a huge value. ``faults`` are what YAML allows and rulesets do not.
    """

    path: str
    value: Any
    places: Mapping[Path_, tuple[int, int]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    faults: list[Problem] = field(default_factory=list)

    def problem(self, at: Path_, message: str, advice: str = "", *, warning: bool = False) -> Problem:
        """A problem at the nearest place known for a key path."""
        while at and at not in self.places:
            at = at[:-1]
        line, column = self.places.get(at, (1, 1))
        return Problem(self.path, message, advice, line, column, warning)


def load_yaml(path: Path) -> Document:
    """Read a YAML file.

    Raises:
        RulesetError: The file cannot be read or is no plain YAML.
    """
    try:
        if path.stat().st_size > _LARGEST:
            message = f"cannot be read: it has more than {_LARGEST // 1_000_000} MB"
            raise RulesetError(Problem(str(path), message, "part it into several files"))
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        advice = "check the name and the right to read it"
        raise RulesetError(Problem(str(path), f"cannot be read: {error.strerror}", advice)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = "cannot be read: it is not in UTF-8"
        raise RulesetError(Problem(str(path), message, "save it as UTF-8 text", line)) from error
    return parse_yaml(text, str(path))


def parse_yaml(text: str, path: str) -> Document:
    """Parse YAML text; ``path`` names it in errors."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise RulesetError(broken_yaml(error, text, path)) from error
    except yaml.YAMLError as error:
        raise RulesetError(Problem(path, f"no valid YAML: {error}", "save it as UTF-8 text")) from error
    document = Document(path, None, {})
    document.value = _value(node, (), document, _Loader("")) if node is not None else {}
    if document.faults:
        raise RulesetError(*document.faults)
    return document


def _note(document: Document, message: str, node: Any, advice: str) -> None:
    mark = node.start_mark
    document.faults.append(Problem(document.path, message, advice, mark.line + 1, mark.column + 1))


def _value(node: Any, at: Path_, document: Document, scalars: Any) -> Any:
    places: dict[Path_, tuple[int, int]] = document.places  # type: ignore[assignment]
    if len(at) > _DEEPEST:
        _note(document, f"values stand more than {_DEEPEST} deep", node, "take out brackets or indentation")
        return None
    if id(node) in document.seen:
        _note(document, "an alias (*name) is not allowed", node, "write the value out")
        return None
    document.seen.add(id(node))
    places[at] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*at, number), document, scalars) for number, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, child in node.value:
            name = str(key.value)
            if name in mapping:
                _note(document, f"the key «{name}» stands twice", key, "keep one")
            mapping[name] = _value(child, (*at, name), document, scalars)
            places[(*at, name)] = (key.start_mark.line + 1, key.start_mark.column + 1)
        return mapping
    return _scalar(node, document, scalars)


def _scalar(node: Any, document: Document, scalars: Any) -> Any:
    tag = node.tag.rpartition(":")[2]
    if tag not in ("str", "int", "float", "bool", "null", "timestamp"):
        _note(document, f"the tag «{node.tag}» is not allowed", node, "write plain text")
        return None
    if tag in ("timestamp", "str"):
        return node.value
    try:
        return scalars.construct_object(node)
    except (ValueError, KeyError, OverflowError):
        _note(document, f"«{node.value[:40]}» cannot be read as {_KINDS[tag]}", node, "put it into quotes")
        return None
