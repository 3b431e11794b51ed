"""The law while instructions are carried out.

Every instruction addresses the law as it stood before. So nothing that is repealed leaves the tree, and
nothing that is renumbered loses its number, before the last instruction has found its place.
"""

from __future__ import annotations

from msgspec import Struct, field

from checker.consolidating.tree import below, tradition_of, tree_of
from checker.draft import Draft
from checker.structure.labels import Tradition
from checker.structure.node import Node


def plain_number(number: str) -> str:
    """A number as it is compared: small letters, one dash, Cyrillic look-alikes of Latin letters as Latin.

    >>> plain_number("43В") == plain_number("43b"), plain_number("3–1")
    (True, '3-1')
    """
    return number.translate(_ONE_FORM).lower().strip(" .)(")


_ONE_FORM = str.maketrans("–—АВСЕНКМОРТХІасеорхі", "--ABCEHKMOPTXIaceopxi")


class Law(Struct):
    """A tree with what has happened to each node.

    ``told`` are the numbers of the instructions for this law, ``current`` that of the one at hand.
    """

    base: Draft
    root: Node
    nodes: list[Node]
    tradition: Tradition
    index: dict[Node, int] = field(default_factory=dict)
    articles: dict[str, list[Node]] = field(default_factory=dict)
    divisions: list[Node] = field(default_factory=list)
    gone: set[Node] = field(default_factory=set)
    added: set[Node] = field(default_factory=set)
    numbers: dict[Node, str] = field(default_factory=dict)
    touched: dict[Node, list[int]] = field(default_factory=dict)
    told: list[int] = field(default_factory=list)
    current: int = 0

    @classmethod
    def of(cls, base: Draft) -> Law:
        """The law as it stands."""
        root, nodes = tree_of(base)
        law = cls(base, root, nodes, tradition_of(base))
        law.index = {node: number for number, node in enumerate(nodes)}
        for node in nodes:
            law.enter(node)
        return law

    def enter(self, node: Node) -> None:
        """Make an article or division findable by its number."""
        if node.kind == "article":
            self.articles.setdefault(plain_number(node.number), []).append(node)
        elif node.role in {"heading", "schedule"} and node.kind not in {"item", "indent", "paragraph"}:
            self.divisions.append(node)

    def touch(self, node: Node) -> None:
        """Note that the instruction at hand changed the node."""
        told = self.touched.setdefault(node, [])
        if self.current not in told:
            told.append(self.current)

    def put(self, node: Node, parent: Node, place: int) -> None:
        """Hang a new node, with all below it, under a parent."""
        node.parent = parent
        parent.children.insert(place, node)
        for one in (node, *below(node)):
            self.added.add(one)
            self.enter(one)
            self.touch(one)

    def take_out(self, node: Node) -> None:
        """Repeal a node with all below it."""
        self.gone.add(node)
        for one in (node, *below(node)):
            self.touch(one)

    def renumber(self, node: Node, number: str) -> None:
        """Give a node another number when all is done."""
        self.numbers[node] = number
        self.touch(node)

    def number_of(self, node: Node) -> str:
        """The number that a node will have."""
        return self.numbers.get(node, node.number)

    def is_live(self, node: Node) -> bool:
        """Whether neither the node nor anything above it is repealed."""
        current: Node | None = node
        while current is not None:
            if current in self.gone:
                return False
            current = current.parent
        return True

    def live_children(self, node: Node) -> list[Node]:
        """The children that are not repealed, in their order."""
        return [child for child in node.children if child not in self.gone]

    def label(self, node: Node) -> str:
        """What a lawyer calls the node: the label in the law as it stood, or the number of a new unit."""
        if node in self.index:
            return self.base.provisions[self.index[node]].label
        above = (
            f"{self.label(node.parent)}, " if node.parent is not None and node.parent is not self.root else ""
        )
        return self.base.title if node is self.root else f"{above}{node.number or node.heading or node.kind}"
