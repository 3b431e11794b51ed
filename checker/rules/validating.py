"""Checks a YAML value against its shape and says every fault with its place and what to write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from checker.errors import Problem
from checker.rules.yaml_nodes import Document, Path_

ShapeType = TypeVar("ShapeType", bound=BaseModel)
_MOST_LIKE = 60.0
_MOST_LISTED = 12
_PLAIN = {
    "string_type": ("is not text", "put it into quotes"),
    "string_too_short": ("is empty", "write the text"),
    "string_pattern_mismatch": ("does not fit", "write capital letters and figures with hyphens: HC-01"),
    "list_type": ("must be a list", "put it into square brackets, or each entry on a line after «- »"),
    "too_short": ("is empty", "add at least one entry"),
    "model_type": ("must hold keys with values", "write «key: value» lines under it"),
    "dict_type": ("must hold names with values", "write «name: value» lines under it"),
    "bool_type": ("is neither true nor false", "write true or false"),
    "bool_parsing": ("is neither true nor false", "write true or false"),
    "float_parsing": ("is no number", "write a number, for example 0.9"),
    "int_parsing": ("is no whole number", "write a number, for example 2"),
    "greater_than": ("is too small", "write a number above 0, up to 1"),
    "greater_than_equal": ("is too small", "write 1 or more"),
    "less_than_equal": ("is too great", "write a number above 0, up to 1"),
}
"""What pydantic's kinds of fault mean to an author, and what to do."""


def validate(
    shape: type[ShapeType], document: Document, value: Any, at: Path_, problems: list[Problem]
) -> ShapeType | None:
    """The value in its shape; None, and the faults added to ``problems``, if it does not fit."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            problems.append(_problem(document, fault, at, shape, value))
        return None


def _problem(document: Document, fault: Any, at: Path_, shape: type[BaseModel], value: Any) -> Problem:
    inner: Path_ = tuple(step for step in fault["loc"] if step not in ("str", "TextsShape"))
    place = (*at, *inner)
    name = str(inner[-1]) if inner else ""
    kind = fault["type"]
    if kind == "model_type" and isinstance(fault.get("input"), int | float):
        kind = "string_type"  # a text that looks like a number: only examples may be either
    if kind == "extra_forbidden":
        return document.problem(place, f"unknown key «{name}»", _where_to_put(inner, shape, value))
    if kind == "missing":
        message = f"{_label(inner[:-1])}the key «{name}» is missing"
        return document.problem(place[:-1], message, f"add «{name}:»")
    given = fault.get("input")
    shown = f"«{given}» " if isinstance(given, str | int | float) and given != "" else ""
    label = _label(inner)
    if kind == "literal_error":
        choices = str(fault["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        advice = _nearest(str(given), choices) if isinstance(given, str) else ""
        return document.problem(place, f"{label}{shown}is none of {', '.join(choices)}", advice)
    if kind in _PLAIN:
        message, advice = _PLAIN[kind]
        return document.problem(place, f"{label}{shown}{message}", advice)
    message = str(fault["msg"]).removeprefix("Value error, ")
    return document.problem(place, f"{label}{shown.strip()}{': ' if shown else ''}{message}")


def _label(inner: Path_) -> str:
    """The key a fault is about, with its number in a list: «any», «incompatible, entry 2»."""
    if not inner:
        return ""
    if isinstance(inner[-1], int):
        return f"{inner[-2]}, entry {inner[-1] + 1}: " if len(inner) > 1 else ""
    return f"{inner[-1]}: "


def _where_to_put(inner: Path_, shape: type[BaseModel], value: Any) -> str:
    """Advice for an unknown key: the empty key it belongs under, the key that is meant, or its home."""
    name, beside = str(inner[-1]), inner[:-1]
    for step in beside:
        value = value[step]
    for key, held in value.items():
        if held is None and name in _keys(shape, (*beside, key)):
            return f"it belongs under «{key}:»: indent it by two spaces more"
    known = _keys(shape, beside)
    homes = [key for key in _keys(shape, ()) if name in _keys(shape, (key,)) and key not in beside]
    if homes and not _nearest(name, known):
        return f"it belongs into an entry of «{homes[0]}»"
    return nearest_name(name, known)


def _keys(shape: type[BaseModel], inner: Path_) -> list[str]:
    """The keys allowed at a key path under a shape."""
    current: Any = shape
    for step in inner:
        if isinstance(step, int):
            continue
        field = next((one for name, one in current.model_fields.items() if step in (name, one.alias)), None)
        if field is None:
            continue  # a name of the author's own: a group, a recommendation
        found = [
            one for one in _types(field.annotation) if isinstance(one, type) and issubclass(one, BaseModel)
        ]
        if not found:
            return []
        current = found[0]
    return [one.alias or name for name, one in current.model_fields.items()]


def _types(annotation: Any) -> Iterable[Any]:
    yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _types(inner)


def nearest_name(name: str, names: Iterable[str]) -> str:
    """Advice for a name that does not exist: the nearest that does, else those that do."""
    known = sorted(names)
    more = ", …" if len(known) > _MOST_LISTED else ""
    listed = f"known are {', '.join(known[:_MOST_LISTED])}{more}" if known else ""
    return _nearest(name, known) or listed


def _nearest(name: str, known: Sequence[str]) -> str:
    best = process.extractOne(name, known, score_cutoff=_MOST_LIKE) if known else None
    return f"did you mean «{best[0]}»?" if best else ""
