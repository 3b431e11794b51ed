"""One step down the ladder of a law: the units that a word of the drafting tradition may name.

Answers come in tiers, the strictest first: units that bear this name in the law's own tradition, then
units of another rank with the same number, then units that only have this number since an earlier
instruction gave it to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.amending.instruction import Step, Unit
from checker.consolidating.law import Law, plain_number
from checker.language.figures import whole
from checker.language.letters import fold
from checker.structure.forms import Style
from checker.structure.node import Node
from checker.structure.numbers import number_key

Tier = list[Node]

_CODE: Mapping[Unit, tuple[Style, ...]] = {
    "paragraph": ("1.", "(1)"), "point": ("1)",), "subpoint": ("a)", "(a)"),
}  # fmt: skip
_LAW: Mapping[Unit, tuple[Style, ...]] = {
    "paragraph": (), "point": ("1.", "(1)"), "subpoint": ("1)",),
}  # fmt: skip
_ENGLISH: Mapping[Unit, tuple[Style, ...]] = {
    "paragraph": ("(1)", "1."), "point": ("(a)", "1)", "a)"), "subpoint": ("(i)", "i)", "(A)"),
}  # fmt: skip
LISTED: frozenset[Unit] = frozenset({"paragraph", "point", "subpoint"})
_DIVISIONS: Mapping[Unit, tuple[str, ...]] = {
    "part": ("part", "book", "subpart"), "chapter": ("chapter",), "section": ("section", "subpart"),
    "schedule": ("schedule",),
}  # fmt: skip
_ROMAN_LETTERS = str.maketrans("ХІСV", "XICV")


def styles_of(law: Law, unit: Unit) -> tuple[Style, ...]:
    """The prints of a numbered unit in the law's own tradition."""
    table = _ENGLISH if law.base.language == "en" else _CODE if law.tradition.code else _LAW
    return table.get(unit, ())


def units(law: Law, node: Node, step: Step) -> list[Tier]:
    """The nodes that the step may name below ``node``, tier by tier; no tier is empty."""
    if step.unit == "article":
        tiers = _articles(law, node, step)
    elif step.unit in _DIVISIONS:
        tiers = _divisions(law, node, step)
        tiers += _articles(law, node, step) if step.unit == "section" and not tiers else []
    else:
        tiers = list(_listed(law, node, step))
        if node is law.root and step.unit == "point":
            tiers += [[one for one in tier if not one.word] for tier in _articles(law, node, step)]
    return [tier for tier in tiers if tier]


def _articles(law: Law, node: Node, step: Step) -> list[Tier]:
    if not step.number:
        return [_only(one for many in law.articles.values() for one in many if _is_below(one, node))]
    named = [one for one in law.articles.get(plain_number(step.number), ()) if _is_below(one, node)]
    own = [one for one in named if not (one.quoted or _in_schedule(one))] or named
    if own:
        return _by_age(law, own)
    return [[one for one, number in law.numbers.items() if one.kind == "article" and _bears(number, step)]]


def _divisions(law: Law, node: Node, step: Step) -> list[Tier]:
    kinds = _DIVISIONS[step.unit]
    there = [one for one in law.divisions if one.kind in kinds and _is_below(one, node)]
    if not step.number:
        return [_only(there)]
    wanted = step.number.translate(_ROMAN_LETTERS)
    found = [one for one in there if plain_number(_division_number(one)) == plain_number(wanted)]
    return _by_age(law, found)


def _division_number(node: Node) -> str:
    """A schedule is numbered in its heading or in the word before it («1-қосымша», «Schedule 2»)."""
    if node.number:
        return node.number.translate(_ROMAN_LETTERS)
    figures = "".join(letter if letter.isdigit() else " " for letter in f"{node.heading[:8]} {node.word}")
    return next(iter(figures.split()), "")


def _listed(law: Law, node: Node, step: Step) -> Iterator[Tier]:
    """Numbered units of the right print, the shallowest first; those counted; those of any print."""
    levels = list(_levels(node)) if step.unit in LISTED else []
    styles = styles_of(law, step.unit)
    for level in levels:
        yield from _numbered(law, [one for one in level if one.style in styles], step)
    yield from _ordinal(law, node, step)
    for level in levels if step.number else ():
        yield from _numbered(law, [one for one in level if one.style], step)
    for level in levels:
        yield [one for one in level if one in law.numbers and _bears(law.numbers[one], step)]


def _numbered(law: Law, fitting: list[Node], step: Step) -> list[Tier]:
    if not step.number:
        return [_only(fitting)]
    if step.number == "last":
        return [[one for one in fitting if one not in law.added][-1:]]
    return _by_age(law, [one for one in fitting if _bears(one.number, step)])


def _ordinal(law: Law, node: Node, step: Step) -> Iterator[Tier]:
    """Units without a number, counted: the own text is the first («часть первая», «абзац первый»)."""
    if step.unit not in {"paragraph", "indent"}:
        return
    lines = plain_lines(law, node)
    yield _at(lines, step.number)
    if step.unit == "indent":  # every line counted, numbered or not
        every = [child for child in node.children if child.role == "norm" and child not in law.added]
        yield _at([node, *every] if node.text else every, step.number)
        newly = [child for child in node.children if child in law.added and not child.style]
        yield newly[-1:] if step.number == "last" else []


def plain_lines(law: Law, node: Node) -> list[Node]:
    """The paragraphs without number in a unit, as the law stood; the unit itself stands for its own text."""
    plain = [
        child
        for child in node.children
        if not child.style and child.role in {"norm", "preamble"} and child.kind in {"indent", "paragraph"}
    ]
    as_it_stood = [child for child in plain if child not in law.added]
    return [node, *as_it_stood] if node.text and node.kind != "act" else as_it_stood


def _at(lines: Sequence[Node], number: str) -> Tier:
    if number == "last":
        return list(lines[-1:])
    return [lines[whole(number) - 1]] if 0 < whole(number) <= len(lines) else []


def _levels(node: Node) -> Iterator[list[Node]]:
    """The units below a node by their depth; articles inside are not entered."""
    level = [child for child in node.children if child.kind != "article"]
    while level:
        yield level
        level = [child for one in level for child in one.children if child.kind != "article"]


def _by_age(law: Law, nodes: Sequence[Node]) -> list[Tier]:
    """Units of the law as it stood, then those that this law adds; repealed ones where no other is left."""
    old = [one for one in nodes if one not in law.added]
    live = [one for one in old if law.is_live(one)]
    return [live or old, [one for one in nodes if one in law.added]]


def _bears(number: str, step: Step) -> bool:
    return plain_number(number) == plain_number(step.number)


def _only(nodes: Sequence[Node] | Iterator[Node]) -> Tier:
    """The only one of its kind; where there are several, none is meant."""
    found = list(nodes)
    return found if len(found) == 1 else []


def _is_below(node: Node, above: Node) -> bool:
    current: Node | None = node
    while current is not None and current is not above:
        current = current.parent
    return current is above


def _in_schedule(node: Node) -> bool:
    current = node.parent
    while current is not None:
        if current.kind == "schedule":
            return True
        current = current.parent
    return False


def range_from(law: Law, first: Node, through: str) -> Tier:
    """The units from one to another in the same list, both included; empty where there is no other."""
    siblings = [one for one in (first.parent or law.root).children if one.style == first.style]
    siblings = [one for one in siblings if one.kind == first.kind and one not in law.added]
    if first.kind == "article":
        siblings = [one for many in law.articles.values() for one in many if one not in law.added]
        siblings = sorted((one for one in siblings if not one.quoted), key=lambda one: law.index[one])
    if not first.style and first.kind != "article":
        return _plain_range(law, first, through)
    last = [one for one in siblings if plain_number(one.number) == plain_number(through)]
    if not last:
        return []
    low, high = number_key(first.number), number_key(last[0].number)
    return [one for one in siblings if low <= number_key(one.number) <= high]


def _plain_range(law: Law, first: Node, through: str) -> Tier:
    parent = first.parent or law.root
    lines = plain_lines(law, parent)
    last = _at(lines, through)
    if not last or first not in lines:
        return []
    return lines[lines.index(first) : lines.index(last[0]) + 1]


def defined_in(node: Node, term: str) -> Tier:
    """The units below a node that begin with a defined term."""
    wanted = fold(term).strip('«»"“” ')
    stack, found = list(reversed(node.children)), []
    while stack:
        current = stack.pop()
        if wanted and fold(current.text).lstrip('«"“ ').startswith(wanted):
            found.append(current)
        stack.extend(reversed(current.children))
    return found
