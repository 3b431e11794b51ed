"""What stands in the slots of a form that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.amending.instruction import Step
from checker.amending.nodes import Node
from checker.amending.places import Steps


class Slots:
    """The nodes that stand in the slots of a form."""

    def __init__(self, match: re.Match[str], number: int, nodes: Sequence[Node]) -> None:
        self.match, self.number, self.nodes = match, number, nodes

    def has(self, name: str) -> bool:
        """True where the form has the slot and something fills it."""
        key = f"{name}_{self.number}"
        return key in self.match.re.groupindex and self.match.start(key) >= 0

    def of(self, name: str) -> Sequence[Node]:
        """The nodes in a slot; none where it is empty."""
        if not self.has(name):
            return ()
        start, end = self.match.span(f"{name}_{self.number}")
        return self.nodes[start:end]


def added_steps(slots: Slots) -> tuple[Step, ...]:
    """Each provision that comes in; «after clause (b) … the following clause» is of the unit of that one."""
    beside = last_step(slots.of("AFTER") or slots.of("BEFORE"))
    added = [steps[-1] for node in slots.of("ADDED") for steps in node.routes]
    if beside is not None:
        unit = beside.unit
        added = [step if step.number or step.unit != "article" else Step(unit) for step in added]
    return tuple(added)


def last_step(nodes: Sequence[Node]) -> Step | None:
    """The innermost step of the first reference."""
    routes: Iterator[Steps] = iter(nodes[0].routes if nodes else ())
    return next((steps[-1] for steps in routes), None)
