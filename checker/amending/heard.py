"""What was read in one text, on its way to the instructions of the draft."""

from __future__ import annotations

from msgspec import Struct, field

from checker.amending.instruction import Instruction, Target, Unread


class Reading(Struct):
    """What was read in one text. ``lead`` is the place that a colon at its end opens for the lines below.

    ``awaits`` is set where the new wording of the last instruction stands in the provisions that follow,
    ``lists`` where what is repealed is listed in the lines below. ``outer`` is the place for the numbered
    items below where the first of them stands in this same text.
    """

    instructions: list[Instruction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    lead: tuple[Target, ...] = (Target(),)
    outer: tuple[Target, ...] | None = None
    awaits: bool = False
    open_quotation: bool = False
    act: str = ""
    lists: bool = False
