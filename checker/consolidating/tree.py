"""A draft as a tree that can be changed, and back: names and contexts by the structure stage's own rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from checker.draft import Coverage, Draft, Provision, Role
from checker.structure.coverage import count_characters
from checker.structure.finish import Finisher
from checker.structure.forms import Style
from checker.structure.labels import Tradition, is_closing_label
from checker.structure.node import Node
from checker.structure.numbers import roman_key
from checker.structure.roles import STANDALONE_PROVISO

_DEPTHS = frozenset({"paragraph", "point", "subpoint", "indent"})
_DASHES = frozenset("-–—•·●")
_ROMAN: dict[Style, Style] = {"(a)": "(i)", "a)": "i)", "(A)": "(I)"}


def tree_of(draft: Draft) -> tuple[Node, list[Node]]:
    """The root, and the node of every provision by its index."""
    root = Node("act")
    nodes = [node_of(provision) for provision in draft.provisions]
    for provision, node in zip(draft.provisions, nodes, strict=True):
        (root if provision.parent is None else nodes[provision.parent]).add(node)
    for parent in (root, *nodes):
        tell_numerals(parent.children)
    return root, nodes


def node_of(provision: Provision) -> Node:
    """The node of one provision, without parent and children."""
    style = style_of(provision.mark) if provision.kind in _DEPTHS else ""
    node = Node(
        "item" if style else provision.kind,
        provision.number,
        provision.heading,
        provision.text,
        style=style,
        role=_role(provision),
        where=provision.where,
        quoted=provision.quoted,
    )
    node.word = "" if style else _word(provision)
    plain = not style and provision.kind in _DEPTHS
    node.proviso = plain and bool(STANDALONE_PROVISO.match(provision.text))
    node.closing = plain and is_closing_label(provision.label)
    return node


def style_of(mark: str) -> Style:
    """How a list prints its numbers, by one of its marks; numerals look like letters here.

    >>> style_of("(2)"), style_of("3-1)"), style_of("4."), style_of("(iv)")
    ('(1)', '1)', '1.', '(a)')
    """
    if mark in _DASHES or not mark:
        return "-" if mark else ""
    if mark.endswith("."):
        return "1."
    digits, capitals = mark.lstrip("(")[:1].isdigit(), mark.lstrip("(")[:1].isupper()
    if mark.startswith("("):
        return "(1)" if digits else "(A)" if capitals else "(a)"
    return "1)" if digits else "a)"


def _word(provision: Provision) -> str:
    if not provision.number:
        return provision.mark
    before, _, after = provision.mark.rpartition(provision.number)
    return f"{before}{after}".strip(" .-")


def _role(provision: Provision) -> Role:
    """What the structure stage works out from the text is left to it."""
    inherited = provision.role == "schedule" and provision.kind != "schedule"
    return "norm" if provision.role == "definition" or inherited else provision.role


def tell_numerals(siblings: Sequence[Node]) -> None:
    """Make «(i)» a numeral where its list counts in numerals: it opens with i and has no other letters."""
    for letters, numerals in _ROMAN.items():
        run: list[Node] = []
        for node in siblings:
            if node.style == letters:
                if run and node.number.lower() == "i" and run[-1].number.lower() != "h":
                    _to_numerals(run, numerals)
                    run = []
                run.append(node)
        _to_numerals(run, numerals)


def _to_numerals(run: Iterable[Node], numerals: Style) -> None:
    nodes = list(run)
    if nodes and nodes[0].number.lower()[:1] == "i" and all(roman_key(node.number) for node in nodes):
        for node in nodes:
            node.style = numerals


def below(node: Node) -> Iterator[Node]:
    """The nodes below one, in reading order."""
    stack = list(reversed(node.children))
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children))


def tradition_of(draft: Draft) -> Tradition:
    """The words that a draft uses for its units."""
    text = " ".join(f"{one.heading} {one.text}" for one in draft.provisions)
    return Tradition.of(draft.title, text, draft.language)


def draft_of(root: Node, base: Draft) -> Draft:
    """The tree as a draft that changes ``base``."""
    provisions = Finisher(tradition_of(base)).finish(root)
    if len({one.language for one in base.provisions}) == 1:
        provisions = tuple(replace(one, language=base.language) for one in provisions)
    size = sum(count_characters(one.number + one.heading + one.text) for one in provisions)
    unplaced = base.coverage.unplaced
    characters = size + sum(count_characters(piece.text) for piece in unplaced)
    coverage = Coverage(characters, size, unplaced, base.coverage.set_aside)
    return replace(base, provisions=provisions, coverage=coverage, before=base, remarks=())
