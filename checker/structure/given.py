"""The tree of a format that knows it: Akoma Ntoso, LIMS and other XML of legislation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.draft import Role
from checker.patterns import regex
from checker.source import Block
from checker.structure.forms import Style
from checker.structure.marks import read_items
from checker.structure.node import Node
from checker.structure.roles import STANDALONE_PROVISO, is_closing

_LEAD_IN = regex(r"(?:--|[:—–,])\s*$")  # some files tag the opening words of a list as its heading
_DIVISION_WORD = regex(r"(?:part|chapter|division|schedule)\b", re.I)
_ARTICLES = {"article", "section", "clause", "rule"}
_DIVISIONS = {
    "part",
    "chapter",
    "title",
    "division",
    "subpart",
    "subchapter",
    "book",
    "tome",
    "crossheading",
    "hcontainer",
}
_ROLES: dict[str, Role] = {
    "preamble": "preamble", "preface": "preamble", "longtitle": "preamble", "recital": "preamble",
    "schedule": "schedule", "attachment": "schedule", "annex": "schedule", "note": "note",
    "conclusions": "note", "toc": "contents",
}  # fmt: skip
_SET_APART = {"quotedstructure", "wrapup", "proviso", *_ROLES}
_DIVISION_KIND = {
    "division": "section", "subchapter": "section", "crossheading": "section", "hcontainer": "section",
    "book": "part", "tome": "part",
}  # fmt: skip


def given_tree(blocks: Sequence[Block]) -> Node:
    """The tree that the blocks' levels and depths describe."""
    root = Node("act")
    open_nodes: list[tuple[int, Node]] = [(-1, root)]
    for block in blocks:
        if not block.level and block.kind == "heading":
            _open_division(root, open_nodes, block)
            continue
        if not block.level:
            _say(open_nodes[-1][1], block)
            continue
        while len(open_nodes) > 1 and open_nodes[-1][0] >= block.depth:
            open_nodes.pop()
        parent = open_nodes[-1][1]
        node = _unnumbered_text(block, parent) or parent.add(_node(block, parent))
        open_nodes.append((block.depth, node))
    return root


def _unnumbered_text(block: Block, parent: Node) -> Node | None:
    """The parent, where a level without number only wraps its first paragraph."""
    bare = not (block.number or block.heading) and block.level.lower() not in _SET_APART
    if bare and parent.kind in {"article", "item"} and block.text and not (parent.text or parent.children):
        parent.text = block.text
        return parent
    return None


def _open_division(root: Node, open_nodes: list[tuple[int, Node]], block: Block) -> None:
    """A heading that stands alone: what follows at its depth is below it only in print."""
    while len(open_nodes) > 1 and open_nodes[-1][0] >= block.depth:
        open_nodes.pop()
    home = next((node for _, node in reversed(open_nodes) if node.kind in _DIVISIONS or node is root), root)
    word = _DIVISION_WORD.match(block.number)
    kind = word.group().lower() if word else "section"
    heading = home.add(
        Node(
            _DIVISION_KIND.get(kind, kind),
            _bare(block.number),
            block.heading or block.text,
            word=word.group() if word else "",
            where=block.where,
        )
    )
    heading.role = "heading"


def _node(block: Block, parent: Node) -> Node:
    level = block.level.lower()
    number = _bare(block.number)
    node = Node(_kind(level, parent), number, block.heading, block.text, where=block.where)
    node.printed = block.number.replace(number, " ")
    node.quoted = level == "quotedstructure"
    node.closing = level == "wrapup"
    node.role = _ROLES.get(level, "heading" if node.kind in _DIVISIONS or level in _DIVISIONS else "norm")
    if block.kind in {"note", "footnote"}:
        node.role = "note"
    if level == "article":
        node.word = "Article"
    if node.kind == "item":
        if node.heading and not node.text and _LEAD_IN.search(node.heading):
            node.heading, node.text = "", node.heading
        node.style = _style(block.number)
        node.kind = "item" if node.style else "indent"
        node.closing = (
            not node.style
            and level != "item"
            and bool(parent.children)
            and is_closing(block.text, parent.last_words())
        )
        node.proviso = bool(STANDALONE_PROVISO.match(block.text))
    return node


def _kind(level: str, parent: Node) -> str:
    if level in _ROLES:
        return {"schedule": "schedule", "attachment": "schedule", "annex": "schedule"}.get(level, "preamble")
    if level in _DIVISIONS:
        return _DIVISION_KIND.get(level, level)
    above: Node | None = parent
    while above is not None:
        if above.kind == "article":
            return "item"
        above = above.parent
    return "article" if level in _ARTICLES else "item"


def _bare(number: str) -> str:
    found = re.search(
        r"[\w–-]+(?:\.\d+)*",
        re.sub(r"^(?:Article|Section|Part|Chapter|PART|CHAPTER|Schedule)\s+", "", number.strip()),
    )
    return found.group().rstrip(".").replace("–", "-") if found else ""


def _style(number: str) -> Style:
    items, _ = read_items(number.strip() + " x")
    if items:
        return items[0].style
    bare = _bare(number)
    if not bare:
        return ""
    return "(1)" if bare[0].isdigit() else "(A)" if bare.isupper() else "(a)"


def _ends_list(parent: Node) -> bool:
    styled = [child for child in parent.children if child.role == "norm" and child.text]
    return bool(styled and styled[-1].style)


def _say(node: Node, block: Block) -> None:
    """Text without a level of its own: the unit's text, or the words after its list."""
    if node.kind != "act" and not node.text and not node.children:
        node.text = block.text
        return
    child = node.add(Node("indent", heading=block.heading, text=block.text, where=block.where))
    child.closing = _ends_list(node) and is_closing(block.text, node.text)
    child.role = (
        "preamble" if node.kind == "act" else "note" if block.kind in {"note", "footnote"} else "norm"
    )
