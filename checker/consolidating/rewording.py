"""Units given a new wording, new numbers, or repealed."""

from __future__ import annotations

from checker.amending.instruction import Instruction, Step
from checker.consolidating.editing import circles_of
from checker.consolidating.law import Law, plain_number
from checker.consolidating.messages import Misfit, said
from checker.consolidating.places import Place
from checker.consolidating.wording import new_units, new_words, take_print
from checker.consolidating.words import replaced
from checker.draft import Draft
from checker.language.figures import whole
from checker.structure.node import Node

_MOST_UNITS = 10_000
"""Renumbered by one command; more is a misprint, and its numbers would fill the memory."""


def reword(law: Law, places: list[Place], instruction: Instruction, amending: Draft) -> None:
    """Give units, or a part of one, the wording that the draft quotes.

    Raises:
        Misfit: The draft gives no new wording.
    """
    if places[0].part != "all":
        text = new_words(amending, instruction)
        if not text:
            raise Misfit("words-not-found", said("no-wording", None, place=law.label(places[0].node)))
        for place in places:
            _put_text(law, place, text)
        return
    units = new_units(amending, instruction)
    if not units:
        raise Misfit("words-not-found", said("no-wording", None, place=law.label(places[0].node)))
    if len(instruction.targets) > 1 and len(units) < len(places):
        first = law.label(places[0].node)
        told = said("uneven", None, place=first, count=len(places), other=len(units))
        raise Misfit("provision-not-found", told)
    _pair(law, [place.node for place in places], units)


def _put_text(law: Law, place: Place, text: str) -> None:
    field = next(circles_of(law, (place,)))[0]
    field.write(text)
    law.touch(place.node)


def _pair(law: Law, olds: list[Node], news: list[Node]) -> None:
    """Each new unit takes the place of the one with its number; the others follow, or go."""
    left = list(olds)
    last: Node | None = None
    for unit in news:
        match = _match(left, unit, len(news))
        if match is not None:
            left.remove(match)
            take_over(law, match, unit)
            last = match
        else:
            parent = (last or olds[0]).parent or law.root
            spot = parent.children.index(last or olds[0]) + (last is not None)
            take_print(unit, parent.children)
            law.put(unit, parent, spot)
            last = unit
    for node in left:
        law.take_out(node)


def _match(left: list[Node], unit: Node, count: int) -> Node | None:
    if len(left) == 1 and count == 1:
        return left[0]
    numbered = [one for one in left if one.number and plain_number(one.number) == plain_number(unit.number)]
    if numbered:
        return numbered[0]
    return left[0] if left and not unit.number and not left[0].number else None


def take_over(law: Law, old: Node, new: Node) -> None:
    """Make a unit say what a new one says; units below that stay as they were are not touched."""
    before = (old.heading, old.text)
    old.heading = new.heading or (old.heading if old.kind == "article" and new.kind == "article" else "")
    old.text = new.text
    if new.number and plain_number(new.number) != plain_number(old.number):
        law.renumber(old, new.number)
    if (old.heading, old.text) != before:
        law.touch(old)
    _children(law, old, new)


def _children(law: Law, old: Node, new: Node) -> None:
    left = [one for one in law.live_children(old) if one.role == "norm"]
    spot = 0
    for child in list(new.children):
        match = next((one for one in left if _same_unit(one, child)), None)
        if match is None:
            law.put(child, old, spot)
            spot += 1
            continue
        for passed in left[: left.index(match)]:
            law.take_out(passed)
        left = left[left.index(match) + 1 :]
        take_over(law, match, child)
        spot = old.children.index(match) + 1
    for node in left:
        law.take_out(node)


def _same_unit(old: Node, new: Node) -> bool:
    if old.style or new.style:
        return old.style == new.style and plain_number(old.number) == plain_number(new.number)
    return old.kind == new.kind and old.number == new.number


def renumber(law: Law, places: list[Place], instruction: Instruction) -> None:
    """Give units new numbers, in their order.

    Raises:
        Misfit: There are more or fewer units than new numbers.
    """
    numbers = [number for step in instruction.added for number in numbers_of(step)]
    if len(numbers) != len(places):
        place = law.label(places[0].node)
        told = said("uneven", None, place=place, count=len(places), other=len(numbers))
        raise Misfit("provision-not-found", told)
    for one, number in zip(places, numbers, strict=True):
        law.renumber(one.node, number)


def numbers_of(step: Step) -> list[str]:
    """The numbers from the first to the last of a step.

    >>> numbers_of(Step("point", "4", "6")), numbers_of(Step("point", "b", "d"))
    (['4', '5', '6'], ['b', 'c', 'd'])
    """
    first, last = step.number, step.through
    if not last:
        return [first]
    if first.isdecimal() and last.isdecimal():
        return _counted("", first, last)
    if len(first) == len(last) == 1:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    head, _, tail = first.rpartition("-")
    same_head, _, end = last.rpartition("-")
    if head and head == same_head and tail.isdecimal() and end.isdecimal() and whole(tail) < whole(end):
        return _counted(f"{head}-", tail, end)
    return [first, last]


def _counted(head: str, first: str, last: str) -> list[str]:
    """The numbers of a range; its ends alone where no law has so many units."""
    start, end = whole(first), whole(last)
    if end - start > _MOST_UNITS:
        return [head + first, head + last]
    return [f"{head}{number}" for number in range(start, end + 1)]


def repeal(law: Law, place: Place) -> None:
    """Take a unit, or a part of one, out of the law; the whole act leaves nothing in force."""
    node = place.node
    if node is law.root:
        for child in node.children:
            law.take_out(child)
    elif place.part == "all":
        law.take_out(node)
    elif place.part == "heading":
        node.heading = ""
        law.touch(node)
    elif place.part == "sentence":
        node.text = replaced(node.text, (place.start, place.end), "")
        law.touch(node)
    else:
        node.text = ""
        law.touch(node)
