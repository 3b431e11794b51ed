"""From the grown tree to the provisions of a draft: names, roles, and what each item is read with."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from msgspec import Struct

from checker.draft import Language, Provision, Role
from checker.structure.forms import Style
from checker.structure.labels import Tradition, division_label, eid_step, joined_label
from checker.structure.letters import language_of
from checker.structure.node import Node
from checker.structure.printing import mark_of
from checker.structure.roles import DEFINITION, DEFINITION_HEADING, DEFINITION_LEAD, is_lead_in
from checker.structure.transitional import is_transitional

_DEPTHS = ("paragraph", "point", "subpoint", "indent")
_STYLE_DEPTH: dict[Style, int] = {
    "1.": 0,
    "(1)": 0,
    "1)": 1,
    "(a)": 1,
    "a)": 2,
    "(i)": 2,
    "i)": 2,
    "(A)": 3,
    "(I)": 3,
}
_LONGEST_LIST = 500  # items; words after more of them close no sentence that the first one opened
_DIVISIONS = {"book", "part", "subpart", "chapter", "section", "title", "schedule"}


class _Seen(Struct):
    """What the ancestors of a node say of it."""

    eid: str = ""
    label: str = ""
    article: str = ""
    language: Language = "en"
    context: str = ""
    tail: str = ""
    role: Role = "norm"
    defining: bool = False
    depth: int = -1
    in_quotation: bool = False
    transitional: bool = False


class Finisher:
    """Numbers the nodes in reading order and makes a provision of each."""

    def __init__(self, tradition: Tradition) -> None:
        self._tradition = tradition
        self._ids: Counter[str] = Counter()
        self._provisions: list[Provision | None] = []

    def finish(self, root: Node) -> tuple[Provision, ...]:
        """The provisions below ``root``."""
        top = _Seen(language=self._tradition.language)
        self._below(root, None, top)
        return tuple(provision for provision in self._provisions if provision is not None)

    def _below(self, node: Node, index: int | None, seen: _Seen) -> tuple[int, ...]:
        ordinals: Counter[str] = Counter({"indent": 1 if node.text and node.kind != "act" else 0})
        made = []
        for position, child in enumerate(node.children):
            kind = _kind(child, seen.depth)
            ordinals[
                child.role if child.role in {"note", "contents", "explanatory", "preamble"} else kind
            ] += 1
            ordinal = ordinals[child.role] or ordinals[kind]
            inherited = _for_child(node, position, seen)
            made.append(self._provision(child, kind, ordinal, index, inherited))
        return tuple(made)

    def _provision(self, node: Node, kind: str, ordinal: int, parent: int | None, seen: _Seen) -> int:
        index = len(self._provisions)
        self._provisions.append(None)
        language = language_of(f"{node.heading} {node.text}", seen.language)
        role = _role(node, seen)
        quoted = seen.in_quotation or node.quoted
        inner: Role = "schedule" if seen.role == "schedule" else role
        own = _Seen(
            eid=self._eid(node, kind, ordinal, seen),
            label=self._label(node, kind, ordinal, seen, language),
            article=node.number if kind == "article" and not quoted else seen.article,
            language=language if kind in _DIVISIONS or kind == "article" else seen.language,
            context=seen.context,
            tail=seen.tail,
            role=inner,
            defining=_defines(node, seen),
            depth=_DEPTHS.index(kind) if kind in _DEPTHS else -1,
            in_quotation=quoted,
            transitional=seen.transitional or (not quoted and is_transitional(node.heading, node.text)),
        )
        children = self._below(node, index, own)
        self._provisions[index] = Provision(
            index, own.eid, kind, node.number, own.article, own.label, node.heading, node.text,
            parent, children, _read_with(node, seen), seen.tail, role, language, node.where,
            mark_of(node), quoted, transitional=own.transitional,
        )  # fmt: skip
        return index

    def _eid(self, node: Node, kind: str, ordinal: int, seen: _Seen) -> str:
        name = node.role if node.role in {"note", "contents", "explanatory"} else kind
        step = eid_step(name, node.number, ordinal)
        starts = kind == "article" and not (seen.in_quotation or node.quoted) and seen.role != "schedule"
        eid = step if starts or not seen.eid else f"{seen.eid}__{step}"
        self._ids[eid] += 1
        return eid if self._ids[eid] == 1 else self._eid_again(eid)

    def _eid_again(self, eid: str) -> str:
        again = f"{eid}_{self._ids[eid]}"
        self._ids[again] += 1
        return again

    def _label(self, node: Node, kind: str, ordinal: int, seen: _Seen, language: Language) -> str:
        if kind in _DIVISIONS:
            own = division_label(node, language)
            return f"{seen.label} «{own}»" if node.quoted and seen.label else own
        unit = self._tradition.unit(node, kind, ordinal, seen.language if kind != "article" else language)
        if node.quoted and not seen.in_quotation:
            return f"{seen.label} «{unit}»"
        if seen.in_quotation and seen.label.endswith("»"):
            head, _, quoted = seen.label[:-1].rpartition("«")
            return f"{head}«{joined_label(quoted, unit)}»"
        base = "" if kind == "article" and seen.role != "schedule" else seen.label
        return joined_label(base, unit)


def _kind(node: Node, parent_depth: int) -> str:
    if node.kind != "item":
        return node.kind
    depth = _STYLE_DEPTH.get(node.style, 3)
    if node.style == "a)" and node.number.isascii():
        depth = 1  # treaties number points «a)»; the Cyrillic «а)» is a sub-point of «1)»
    return _DEPTHS[min(max(depth, parent_depth + 1 if parent_depth < len(_DEPTHS) else 0), len(_DEPTHS) - 1)]


def _for_child(node: Node, position: int, seen: _Seen) -> _Seen:
    """What a child inherits: the lead-in it carries on and the closing words after it."""
    child = node.children[position]
    lead = is_lead_in(node.text)
    context = f"{seen.context} {node.text}".strip() if lead else ""
    closing = " ".join(later.text for later in node.children[position + 1 : position + 2] if later.closing)
    if not closing and not child.closing and child.style:
        closing = _closing_after(node, position)
    return _Seen(
        seen.eid, seen.label, seen.article, seen.language, context,
        "" if child.closing else f"{closing} {seen.tail if lead or not node.text else ''}".strip(),
        seen.role, seen.defining, seen.depth, seen.in_quotation, seen.transitional,
    )  # fmt: skip


def _closing_after(node: Node, position: int) -> str:
    for later in islice(node.children, position + 1, position + 1 + _LONGEST_LIST):
        if later.closing:
            return later.text
        if later.style != node.children[position].style and later.role == "norm":
            return ""
    return ""


def _read_with(node: Node, seen: _Seen) -> str:
    """A proviso is read with what it modifies, even though that sentence has ended."""
    if node.proviso and node.parent is not None and not seen.context:
        return node.parent.text
    return seen.context


def _role(node: Node, seen: _Seen) -> Role:
    if node.role != "norm":
        return node.role
    if seen.role in {"schedule", "definition"}:
        return seen.role
    if node.text and seen.defining and not node.proviso and DEFINITION.match(node.text):
        return "definition"
    if node.text[:1] in '“"‘«' and not node.quoted and DEFINITION.match(node.text):
        return "definition"
    return "norm"


def _defines(node: Node, seen: _Seen) -> bool:
    if node.kind == "article":
        return bool(DEFINITION_HEADING.search(node.heading) or DEFINITION_LEAD.search(node.text[:400]))
    return seen.defining or bool(DEFINITION_LEAD.match(node.text[:400]))
