"""The names that rules use: whether concept, instrument, group and recommendation exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from checker.errors import Problem
from checker.rule import Rule
from checker.rules.validating import nearest_name
from checker.rules.yaml_nodes import Document, Path_

_CONCEPT_KEYS = frozenset(
    (
        "any with without article_with article_without heading_with heading_without "
        "draft_with draft_without decided_by allowed place"
    ).split()
)


class Names(Struct, frozen=True):
    """The names that rules may use; None where they are not known, so that any may exist.

    ``recommendations`` is None too if the ruleset has no map of them.
    """

    concepts: Collection[str] | None
    instruments: Collection[str] | None
    groups: Collection[str] | None
    recommendations: Collection[str] | None = None


def check_names(rule: Rule, document: Document, names: Names) -> Iterator[Problem]:
    """Every name a rule uses that does not exist."""
    used: list[tuple[Path_, str, str, Collection[str] | None]] = [
        (at, "concept", name, names.concepts) for at, name in concept_names(document.value)
    ]
    used += [
        (("sources", number, "instrument"), "instrument", citation.instrument, names.instruments)
        for number, citation in enumerate(rule.sources)
    ]
    used.append((("group",), "group", rule.group, names.groups))
    used += [
        (("report", number), "recommendation", name, names.recommendations)
        for number, name in enumerate(rule.report)
    ]
    for at, kind, name, known in used:
        if known is not None and name not in known:
            yield document.problem(at, f"no {kind} «{name}»", nearest_name(name, known))


def concept_names(value: object) -> list[tuple[Path_, str]]:
    """Each concept name a rule file uses, with its key path; the file need not be sound."""
    found: list[tuple[Path_, str]] = []
    if isinstance(value, dict):
        for key in ("topic", "met_by", "exceptions"):
            _collect(value.get(key), (key,), found)
        _walk(value.get("checks"), ("checks",), found)
    return found


def _walk(value: object, at: Path_, found: list[tuple[Path_, str]]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _CONCEPT_KEYS:
                _collect(inner, (*at, key), found)
            else:
                _walk(inner, (*at, key), found)
    elif isinstance(value, list):
        _walk_all(value, at, found)


def _walk_all(values: Sequence[object], at: Path_, found: list[tuple[Path_, str]]) -> None:
    for number, inner in enumerate(values):
        _walk(inner, (*at, number), found)


def _collect(value: object, at: Path_, found: list[tuple[Path_, str]]) -> None:
    if isinstance(value, str):
        found.append((at, value))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _collect(inner, (*at, number), found)
