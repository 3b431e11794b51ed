"""New units hung into the law: beside the unit that is named, else in the order of their numbers."""

from __future__ import annotations

from checker.amending.instruction import Instruction, Step
from checker.consolidating.law import Law, plain_number
from checker.consolidating.messages import Misfit, said
from checker.consolidating.places import Place, readings
from checker.consolidating.rungs import LISTED, plain_lines
from checker.consolidating.tree import below
from checker.consolidating.wording import new_units, new_words, take_print
from checker.consolidating.words import appended, inserted
from checker.draft import Draft
from checker.language.figures import whole
from checker.language.words import sentence_spans
from checker.structure.node import Node
from checker.structure.numbers import Key, number_key, roman_key

_DIVISIONS = frozenset({"book", "part", "subpart", "title", "chapter", "section", "schedule"})


def add_units(law: Law, place: Place, instruction: Instruction, amending: Draft) -> None:
    """Add what an instruction brings in.

    Raises:
        Misfit: The unit beside which it belongs is not there, or the draft gives no new wording.
    """
    step = instruction.added[0] if instruction.added else None
    if step is not None and step.unit in {"sentence", "heading", "chapeau"}:
        _add_words(law, place, step, instruction, new_words(amending, instruction))
        return
    units = new_units(amending, instruction)
    if not units:
        raise Misfit("words-not-found", said("no-wording", None, place=law.label(place.node)))
    beside = _beside(law, place, instruction)
    previous: Node | None = None
    for unit in units:
        parent = _parent_for(law, place.node, unit, beside)
        take_print(unit, [one for one in parent.children if one.role in {"norm", unit.role}])
        if previous is not None and previous.parent is parent and not _key(unit):
            spot = parent.children.index(previous) + 1
        else:
            spot = _spot(law, parent, unit, beside, instruction)
        unit.closing = _closes(parent, spot, unit)
        law.put(unit, parent, spot)
        previous = unit


def _closes(parent: Node, spot: int, unit: Node) -> bool:
    listed = spot > 0 and bool(parent.children[spot - 1].style)
    return listed and not unit.style and unit.kind == "indent" and unit.text[:1].islower()


def _beside(law: Law, place: Place, instruction: Instruction) -> Node | None:
    """The sibling that the instruction names, or the target itself where it stands for one."""
    step = instruction.at
    if step is None:
        after = instruction.position in {"after", "before"} and place.node is not law.root
        return place.node if after else None
    node = place.node
    start = node.parent if node.parent is not None and _is_itself(node, step) else node
    reading = readings(law, (step,), Place(start))[0]
    return reading[0 if instruction.position == "before" else -1].node


def _is_itself(node: Node, step: Step) -> bool:
    """«After point 3 of …, add» may name point 3 as the target already."""
    named = bool(step.number) and plain_number(node.number) == plain_number(step.number)
    return named and (bool(node.style) if step.unit in LISTED else node.kind == step.unit)


def _parent_for(law: Law, node: Node, unit: Node, beside: Node | None) -> Node:
    if beside is not None and beside.parent is not None:
        return beside.parent
    if unit.kind == "article" and (node is law.root or node.kind not in _DIVISIONS):
        before = _article_before(law, unit)
        return before.parent or law.root if before is not None else law.root
    if unit.kind in _DIVISIONS and (node is law.root or node.kind == unit.kind):
        same = [one for one in law.divisions if one.kind == unit.kind and one not in law.added]
        return (same[-1].parent or law.root) if same else node
    return _list_home(law, node, unit)


def _list_home(law: Law, node: Node, unit: Node) -> Node:
    """The unit itself, the list it stands in, or the only one below it that has a list of this print."""
    if not unit.style or any(child.style == unit.style for child in node.children):
        return node
    if node.style == unit.style and node.parent is not None:
        return node.parent  # a list does not hold a list of the same print
    homes = {one.parent for one in below(node) if one.style == unit.style and one.parent is not None}
    return homes.pop() if len(homes) == 1 else node


def _article_before(law: Law, unit: Node) -> Node | None:
    """The article after whose number the new one comes."""
    key = number_key(unit.number)
    there = [one for many in law.articles.values() for one in many if one not in law.gone and not one.quoted]
    lower = [one for one in there if number_key(law.number_of(one)) < key]
    return max(lower or there, key=lambda one: number_key(law.number_of(one)), default=None)


def _key(unit: Node, number: str = "") -> Key:
    number = number or unit.number
    if unit.kind in _DIVISIONS or unit.style in {"(i)", "i)", "(I)"}:
        return roman_key(number) or number_key(number)
    return number_key(number)


def _spot(law: Law, parent: Node, unit: Node, beside: Node | None, instruction: Instruction) -> int:
    """Where among its siblings a unit is hung."""
    siblings = parent.children
    if beside is not None and beside in siblings:
        spot = siblings.index(beside) + (instruction.position != "before")
        while spot < len(siblings) and siblings[spot] in law.added and _precedes(law, siblings[spot], unit):
            spot += 1
        return spot
    if instruction.position == "start" and not _key(unit):
        return 0
    same = [one for one in siblings if _is_kin(one, unit) and one not in law.gone]
    if _key(unit) and same:
        lower = [one for one in same if _key(one, law.number_of(one)) < _key(unit)]
        return siblings.index(lower[-1]) + 1 if lower else siblings.index(same[0])
    return _by_ordinal(law, parent, instruction)


def _precedes(law: Law, sibling: Node, unit: Node) -> bool:
    return _key(sibling, law.number_of(sibling)) <= _key(unit) if _key(unit) else True


def _is_kin(one: Node, unit: Node) -> bool:
    return one.style == unit.style and (one.kind == unit.kind or bool(one.style))


def _by_ordinal(law: Law, parent: Node, instruction: Instruction) -> int:
    """An unnumbered unit goes before the line whose place it takes, else to the end."""
    step = instruction.added[0] if instruction.added else None
    if step is None or not step.number.isdecimal():
        return len(parent.children)
    lines = plain_lines(law, parent)
    ordinal = whole(step.number) - 1
    if 0 < ordinal < len(lines) and lines[ordinal] is not parent:
        return parent.children.index(lines[ordinal])
    return len(parent.children)


def _add_words(law: Law, place: Place, step: Step, instruction: Instruction, new: str) -> None:
    """A sentence or a heading that is added to a unit."""
    node = place.node
    if not new:
        raise Misfit("words-not-found", said("no-wording", None, place=law.label(node)))
    if step.unit == "heading":
        node.heading = new
    elif step.unit == "chapeau":
        node.text = inserted(node.text, 0, new)
    else:
        spans = sentence_spans(node.text)
        ordinal = _sentence_before(step, instruction, len(spans))
        end = spans[ordinal - 1][1] if 0 < ordinal <= len(spans) else 0
        whole = not spans or ordinal >= len(spans)
        node.text = appended(node.text, new) if whole else inserted(node.text, end, new)
    law.touch(node)


def _sentence_before(step: Step, instruction: Instruction, count: int) -> int:
    """The ordinal of the sentence after which a new one comes."""
    at = instruction.at
    if at is not None and at.unit == "sentence" and at.number.isdecimal():
        return whole(at.number) - (instruction.position == "before")
    if instruction.position == "start":
        return 0
    return whole(step.number, count + 1) - 1


def taken_numbers(law: Law) -> list[Node]:
    """New or renumbered units whose number another live unit still bears, when all is done."""
    seats: dict[tuple[object, ...], Node] = {}
    for node in below(law.root):
        if node not in law.added and node not in law.numbers and law.is_live(node) and node.number:
            seats.setdefault(_seat(law, node), node)
    for node in law.numbers:
        if law.is_live(node) and _seat(law, node) not in seats and node not in law.added:
            seats[_seat(law, node)] = node
    movers = [one for one in law.touched if one in law.added or one in law.numbers]
    return [one for one in movers if _is_taken(law, one, seats)]


def _is_taken(law: Law, node: Node, seats: dict[tuple[object, ...], Node]) -> bool:
    inside = node in law.added and node.parent in law.added
    bears = bool(law.number_of(node)) and law.is_live(node) and not inside
    return bears and seats.get(_seat(law, node), node) is not node


def _seat(law: Law, node: Node) -> tuple[object, ...]:
    """What no two units of a law share: articles are numbered through, others in their list."""
    number = plain_number(law.number_of(node))
    if node.kind == "article":
        return ("article", number, node.quoted)
    return (node.parent, node.style, "" if node.style else node.kind, number)
