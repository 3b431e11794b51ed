"""From a reference to the place it means: steps followed down the tree, the strictest reading first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from checker.amending.instruction import Step
from checker.consolidating.law import Law
from checker.consolidating.messages import Misfit, listed, said
from checker.consolidating.rungs import LISTED, Tier, defined_in, plain_lines, range_from, styles_of, units
from checker.language.words import sentence_spans
from checker.structure.node import Node
from checker.structure.roles import REMARK

Part = Literal["all", "text", "heading", "sentence"]


class Place(Struct, frozen=True):
    """A unit, or a part of it: its own words, its heading, a sentence (code points of the own text)."""

    node: Node
    part: Part = "all"
    start: int = 0
    end: int = 0


Reading = tuple[Place, ...]


def readings(law: Law, steps: Sequence[Step], start: Place | None = None) -> list[Reading]:
    """The places that steps may mean, the strictest reading first; a reading is one place or a range.

    The steps lead down from ``start``, the whole act if none is given.

    Raises:
        Misfit: No unit of the law fits, or several do and nothing tells which is meant.
    """
    found: list[Reading] = [(start or Place(law.root),)]
    for step in steps:
        further: list[Reading] = []
        misfit: Misfit | None = None
        for reading in found:
            try:
                further.extend(_down(law, reading, step))
            except Misfit as error:
                misfit = misfit or error
        if not further:
            raise misfit or Misfit("provision-not-found", said("no-such", step, place=law.base.title))
        found = further
    return found


def _down(law: Law, reading: Reading, step: Step) -> list[Reading]:
    if len(reading) == 1:
        return _below(law, reading[0], step)
    firsts = [_below(law, place, step)[0] for place in reading]
    return [tuple(place for first in firsts for place in first)]


def _below(law: Law, place: Place, step: Step) -> list[Reading]:
    part = _part(law, place, step)
    if part is not None:
        return [part]
    tiers = units(law, place.node, step)
    if not tiers and not step.number and step.unit in {*LISTED, "article", "indent"}:
        return [(place,)]
    if not tiers:
        raise _missing(law, place.node, step)
    if len(tiers[0]) > 1:
        there = listed([law.label(one) for one in tiers[0]])
        values = {"place": law.label(place.node), "there": there}
        raise Misfit("provision-not-found", said("many-units", step, **values))
    return _distinct([_reading(law, place.node, tier, step) for tier in tiers if len(tier) == 1])


def _reading(law: Law, above: Node, tier: Tier, step: Step) -> Reading:
    (node,) = tier
    if step.through:
        nodes = range_from(law, node, step.through)
        if not nodes:
            raise _missing(law, above, Step(step.unit, step.through))
        return tuple(_place(above, one, step) for one in nodes)
    return (_place(above, node, step),)


def _place(above: Node, node: Node, step: Step) -> Place:
    """A unit that stands for its own text is meant without what is listed below it."""
    return Place(node, "text") if node is above and (step.unit == "indent" or node.children) else Place(node)


def _distinct(found: list[Reading]) -> list[Reading]:
    return list(dict.fromkeys(found))


def _part(law: Law, place: Place, step: Step) -> Reading | None:
    node = place.node
    if step.unit == "act":
        return (Place(law.root),)
    if step.unit == "heading":
        return (Place(node, "heading"),)
    if step.unit == "chapeau":
        return (Place(node, "text"),)
    if step.unit == "sentence":
        return _sentences(law, place, step)
    if step.unit in {"title", "preamble", "note", "proviso", "definition"}:
        nodes = _aside(law, node, step)
        if not nodes:
            raise Misfit("provision-not-found", said("no-such", step, place=law.label(node)))
        return tuple(Place(one) for one in nodes)
    return None


def _aside(law: Law, node: Node, step: Step) -> list[Node]:
    if step.unit == "definition":
        return defined_in(node, step.number)[:1]
    if step.unit in {"title", "preamble"}:
        return [one for one in law.root.children if one.role == "preamble"]
    if step.unit == "proviso":
        return [one for one in node.children if one.proviso]
    return [one for one in node.children if one.role == "note" or REMARK.match(one.text)]


def _sentences(law: Law, place: Place, step: Step) -> Reading:
    text = place.node.text
    spans = sentence_spans(text)
    numbers = [step.number, step.through or step.number]
    ends = [len(spans) if number == "last" else int(number or 0) for number in numbers if number in _ORDINAL]
    if len(ends) < len(numbers) or not 0 < ends[0] <= ends[1] <= len(spans):
        there = f"1–{len(spans)}" if len(spans) > 1 else str(len(spans))
        raise Misfit("provision-not-found", said("no-unit", step, place=law.label(place.node), there=there))
    return (Place(place.node, "sentence", spans[ends[0] - 1][0], spans[ends[1] - 1][1]),)


_ORDINAL = frozenset({"last", *map(str, range(1, 100))})


def _missing(law: Law, node: Node, step: Step) -> Misfit:
    """What is there instead: the numbers of the units of that name."""
    there = _numbers_there(law, node, step)
    label = law.label(node)
    if not there:
        return Misfit("provision-not-found", said("no-such", step, place=label))
    return Misfit("provision-not-found", said("no-unit", step, place=label, there=there))


def _numbers_there(law: Law, node: Node, step: Step) -> str:
    if step.unit == "article":
        there = [one for many in law.articles.values() for one in many if one in law.index]
        numbers = [one.number for one in there if not one.quoted]
    elif step.unit in LISTED:
        styles = styles_of(law, step.unit)
        children = [one for one in node.children if one.style and one not in law.added]
        numbers = [one.number for one in children if one.style in styles] or [one.number for one in children]
    else:
        numbers = [one.number for one in law.divisions if one.kind == step.unit]
    plain = len(plain_lines(law, node)) if step.unit in {"indent", "paragraph"} else 0
    if not numbers and plain > 1:
        return f"1–{plain}"
    return f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else "".join(numbers)
