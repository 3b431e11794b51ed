"""A law of our own in three languages, and instructions made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checker.amending.instruction import Amendments, Instruction, Quoted, Step, Target
from checker.consolidating import Consolidated, consolidate
from checker.draft import Draft
from checker.readers import read_bytes
from checker.structure import build_draft

LAWS = Path(__file__).parent / "laws"


def law_of(text: str) -> Draft:
    return build_draft(read_bytes("law.txt", text.encode()))


def steps(path: str) -> tuple[Step, ...]:
    """Steps written «article 3 / point 1–2»."""
    found = []
    for part in path.split(" / ") if path else ():
        unit, _, number = part.partition(" ")
        first, _, through = number.partition("–")
        found.append(Step(unit, first, through))
    return tuple(found)


def said(text: str) -> Quoted:
    return Quoted(text, 0, 0, len(text))


def order(operation: str, *paths: str, **parts: object) -> Instruction:
    """An instruction; texts and paths may be given as they are written."""
    made: dict[str, object] = {}
    for name, value in parts.items():
        if name in {"old", "new", "stretch"}:
            made[name] = tuple(said(one) for one in ([value] if isinstance(value, str) else value))
        elif name == "anchor":
            made[name] = said(str(value))
        elif name == "at":
            made[name] = steps(str(value))[0]
        elif name == "added":
            made[name] = steps(str(value))
        else:
            made[name] = value
    targets = tuple(Target("", steps(path)) for path in paths)
    return Instruction(0, 0, 4, operation, targets, **made)


AMENDING = Draft.of_texts(["said"], "en")


@pytest.fixture
def carry() -> Callable[..., Consolidated]:
    """Carry out instructions on a law given as text."""

    def run(text: str, *orders: Instruction, amending: Draft = AMENDING) -> Consolidated:
        return consolidate(law_of(text), amending, Amendments(tuple(orders)))

    return run


def lines(result: Consolidated) -> Sequence[str]:
    """Mark, heading and text of every unit."""
    return [
        " ".join(part for part in (one.mark, one.heading, one.text) if part)
        for one in result.draft.provisions
    ]
