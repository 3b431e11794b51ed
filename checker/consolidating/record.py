"""The consolidated law and the trace of every change, for other programs."""

from __future__ import annotations

import json
from typing import Any

from checker import __version__
from checker.consolidating.result import Consolidated
from checker.draft import Draft, Provision


def record_of(result: Consolidated, amending: Draft) -> str:
    """JSON: the provisions, what was removed, what became of each instruction; ends with a newline."""
    base = result.draft.before or result.draft
    former = {after: before for before, after in enumerate(result.carried) if after is not None}
    by = {one.after: one.instructions for one in result.changes}
    removed = [one for one in result.changes if one.after is None and one.before is not None]
    document = {
        "checker": __version__,
        "law": {"path": base.path, "title": base.title, "language": base.language, "sha256": base.sha256},
        "amending": {"path": amending.path, "title": amending.title, "sha256": amending.sha256},
        "provisions": [
            {
                **_provision(one),
                "before": base.provisions[former[one.index]].id if one.index in former else None,
                "instructions": _numbers(by.get(one.index, ())),
            }
            for one in result.draft.provisions
        ],
        "removed": [
            {**_provision(base.provisions[one.before or 0]), "instructions": _numbers(one.instructions)}
            for one in removed
        ],
        "instructions": [_instruction(result, amending, number) for number in result.mine],
        "for_other_acts": result.others,
        "unread": [
            {"place": amending.provisions[one.provision].label, "words": one.text, "reason": one.reason}
            for one in result.amendments.unread
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _provision(one: Provision) -> dict[str, Any]:
    return {
        "id": one.id, "kind": one.kind, "number": one.number, "label": one.label, "mark": one.mark,
        "heading": one.heading, "text": one.text,
    }  # fmt: skip


def _numbers(instructions: tuple[int, ...]) -> list[int]:
    return [number + 1 for number in instructions]


def _instruction(result: Consolidated, amending: Draft, number: int) -> dict[str, Any]:
    one = result.amendments.instructions[number]
    said = amending.provisions[one.provision]
    place = (one.provision, one.start, one.end)
    return {
        "number": number + 1,
        "operation": one.operation,
        "place": said.label,
        "words": said.text[one.start : one.end],
        "flaws": [
            {"kind": flaw.kind, "message": dict(flaw.message)}
            for flaw in result.flaws
            if (flaw.provision, flaw.start, flaw.end) == place
        ],
    }
