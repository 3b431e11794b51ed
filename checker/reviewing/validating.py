"""A review file's values checked, every fault with its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from checker.decision import CHOICES, Added, Decision, Review
from checker.errors import CheckerError, Problem
from checker.rule import SEVERITIES
from checker.rules.yaml_nodes import Document, Path_

_NEEDED = {Decision: ("finding", "rule", "choice"), Added: ("id", "rule", "quote", "message")}
_CHOSEN = {"choice": CHOICES, "severity": SEVERITIES}


def review_of(document: Document) -> Review:
    """The review that a YAML document holds.

    Raises:
        CheckerError: With every fault found.
    """
    problems: list[Problem] = []
    value = document.value if isinstance(document.value, Mapping) else None
    if value is None:
        problems.append(document.problem((), "is no review file", "write «decisions:» and «added:»"))
        value = {}
    for key in value:
        if key not in ("decisions", "added"):
            problems.append(
                document.problem((key,), f"the key «{key}» is not known", "write decisions or added")
            )
    decisions = _entries(document, value, "decisions", Decision, problems)
    added = _entries(document, value, "added", Added, problems)
    problems.extend(_dismissed_without_reason(document, decisions))
    if problems:
        raise CheckerError(*problems)
    return Review(tuple(Decision(**one) for one in decisions), tuple(Added(**one) for one in added))


def _entries(
    document: Document, value: Mapping[str, Any], key: str, kind: type[Struct], problems: list[Problem]
) -> list[dict[str, Any]]:
    entries = value.get(key) or []
    if not isinstance(entries, list):
        problems.append(document.problem((key,), f"«{key}» is no list", "begin each entry with «- »"))
        return []
    known = [field.name for field in fields(kind)]
    kept = []
    for number, entry in enumerate(entries):
        faults = list(_faults(document, (key, number), entry, known, _NEEDED[kind]))
        problems.extend(faults)
        if not faults:
            kept.append({name: str(value) for name, value in entry.items() if value is not None})
    return kept


def _faults(
    document: Document, at: Path_, entry: Any, known: list[str], needed: tuple[str, ...]
) -> list[Problem]:
    if not isinstance(entry, Mapping):
        return [document.problem(at, "is no entry with keys", "write «finding: …», «choice: …»")]
    faults = [
        document.problem((*at, name), f"the key «{name}» is not known", f"write one of {', '.join(known)}")
        for name in entry
        if name not in known
    ]
    faults += [
        document.problem(at, f"the key «{name}» is missing", "write it, or delete the entry")
        for name in needed
        if not entry.get(name)
    ]
    for name, allowed in _CHOSEN.items():
        if name in entry and entry[name] not in allowed:
            advice = f"write {', '.join(allowed)}"
            faults.append(document.problem((*at, name), f"«{entry[name]}» is no {name}", advice))
    return faults


def _dismissed_without_reason(document: Document, decisions: list[dict[str, Any]]) -> list[Problem]:
    return [
        document.problem(
            ("decisions", number), "a finding is dismissed without a reason", "write «reason: …»"
        )
        for number, one in enumerate(decisions)
        if one["choice"] == "dismissed" and not one.get("reason", "").strip()
    ]
