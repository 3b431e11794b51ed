"""Checks a YAML value against its shape and says every fault with its place and what to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from checker.errors import Problem
from checker.rules.yaml_nodes import Document, Path_

ShapeType = TypeVar("ShapeType", bound=BaseModel)
_MOST_LIKE = 60.0


def validate(
    shape: type[ShapeType], document: Document, value: Any, at: Path_, problems: list[Problem]
) -> ShapeType | None:
    """The value in its shape; None, and the faults added to ``problems``, if it does not fit."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            problems.append(_problem(document, fault, at, shape))
        return None


def _problem(document: Document, fault: Any, at: Path_, shape: type[BaseModel]) -> Problem:
    inner: Path_ = tuple(fault["loc"])
    place = (*at, *inner)
    name = str(inner[-1]) if inner else ""
    kind = fault["type"]
    if kind == "extra_forbidden":
        return document.problem(place, f"unknown key «{name}»", _nearest(name, _keys(shape, inner[:-1])))
    if kind == "missing":
        return document.problem(place[:-1], f"the key «{name}» is missing", f"add «{name}:»")
    message = str(fault["msg"]).removeprefix("Value error, ")
    given = fault.get("input")
    shown = f"«{given}»: " if isinstance(given, str | int | float) else ""
    return document.problem(place, f"{name}: {shown}{message}" if name else message)


def _keys(shape: type[BaseModel], inner: Path_) -> list[str]:
    """The keys allowed at a key path under a shape."""
    current: Any = shape
    for step in inner:
        if isinstance(step, int):
            continue
        field = next((one for name, one in current.model_fields.items() if step in (name, one.alias)), None)
        if field is None:
            return []
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


def _nearest(name: str, names: Iterable[str]) -> str:
    known = sorted(names)
    best = process.extractOne(name, known, score_cutoff=_MOST_LIKE) if known else None
    if best:
        return f"did you mean «{best[0]}»?"
    return f"known are {', '.join(known)}" if known else ""


def nearest_name(name: str, names: Iterable[str]) -> str:
    """Advice for a name that does not exist: the nearest that does."""
    return _nearest(name, names)
