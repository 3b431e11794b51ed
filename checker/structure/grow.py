"""The tree of a law grown line by line.

A line's number decides where it hangs: it carries on the innermost open list in which it may come
next, else it opens a list below the last unit. Inside a quotation nothing may leave the instruction
that quotes it. Paragraphs without a number stay with the item whose list still goes on.
"""

from __future__ import annotations

from itertools import islice

from checker.draft import Role
from checker.structure.headings import add_side_note, head_and_body, is_side_note, takes_line
from checker.structure.items import Level, Place, breaks_off, style_for
from checker.structure.lines import Line, is_article
from checker.structure.marks import Heading, Item, read_items
from checker.structure.node import Node
from checker.structure.roles import (
    ENACTING,
    REMARK,
    SIGNATURE,
    STANDALONE_PROVISO,
    is_closing,
    opens_list,
)

_MAX_HEADING = 200
_SET_ASIDE: dict[str, Role] = {"note": "note", "contents": "contents"}


class Grower:
    """Hangs lines into a tree; ``root`` holds the law, front matter first."""

    def __init__(self, lines: list[Line]) -> None:
        self.root = Node("act")
        self._lines = lines
        self._next = _next_numbered(lines)
        self._divisions: list[Node] = [self.root]
        self._place = Place(self.root)
        self._outer: Place | None = None
        self._began = self._unnumbered = not any(is_article(line) for line in lines)
        self._last: Node | None = None

    def grow(self) -> Node:
        """The whole tree."""
        for index, line in enumerate(self._lines):
            self._set_quotation(line)
            if line.heading is None or line.heading.kind != "article":
                add_side_note(self._place.top(), line)
            if line.role in {"note", "contents", "explanatory"}:
                self._aside(line)
            elif line.heading:
                self._heading(line, line.heading)
            elif line.items:
                self._items(line, index)
            else:
                self._paragraph(line, index)
        return self.root

    def _set_quotation(self, line: Line) -> None:
        if line.role:
            return
        if line.quoted and self._outer is None:
            self._outer = self._place
            self._place = Place(self._place.innermost(), quoted=True)
        elif not line.quoted and self._outer is not None:
            self._place, self._outer = self._outer, None
            self._place.drop_unnumbered()

    def _aside(self, line: Line) -> None:
        node = self._new(line, "indent")
        node.text = line.text
        node.role = _SET_ASIDE.get(line.role, "explanatory")
        home = self._place.article or self._divisions[-1]
        (self.root if node.role != "note" else home).add(node)

    def _heading(self, line: Line, heading: Heading) -> None:
        self._began = True
        if heading.kind == "article":
            self._article(line, heading)
        elif line.quoted:
            node = self._new(line, heading.kind, heading.number, heading.word)
            node.heading, node.heading_open = heading.rest, True
            self._place.restart(self._place.base.add(node), keep_base=True)
        else:
            self._division(line, heading)

    def _article(self, line: Line, heading: Heading) -> None:
        open_article = self._place.article
        if line.again and open_article and not open_article.text and not open_article.children:
            open_article.printed = heading.number
            self._body(line, open_article, heading.rest)
            return
        node = self._new(line, "article", heading.number, heading.word)
        node.heading, body = head_and_body(heading, line.block.kind == "heading")
        if body and not node.heading and not line.quoted:
            node.heading = self._title_above()
        if line.quoted:
            self._place.article_home().add(node)
        else:
            self._divisions[-1].add(node)
        add_side_note(node, line)
        node.heading_open = not body and not node.heading
        self._place.restart(node, keep_base=line.quoted)
        self._last = None
        if body:
            self._body(line, node, body)

    def _body(self, line: Line, article: Node, body: str) -> None:
        """Text on the line of the article number, which may open with a number of its own."""
        rest = Line(line.block, body, quoted=line.quoted)
        rest.items, rest.rest = read_items(body)
        if rest.items:
            self._items(rest, -1)
        else:
            article.say(body)

    def _title_above(self) -> str:
        """The side heading printed on the line above a section («Remand» / «7. (1) Any person …»)."""
        node = self._last
        if (
            node is None
            or node.children
            or node.parent is None
            or node.role not in {"norm", "heading"}
            or node.parent.children[-1] is not node
        ):
            return ""
        if (
            len(node.text) > _MAX_HEADING
            or node.text.endswith((".", ";", ":", ",", "-", "—"))
            or not node.text[:1].isupper()
        ):
            return ""
        node.parent.children.pop()
        return node.text

    def _division(self, line: Line, heading: Heading) -> None:
        node = self._new(line, heading.kind, heading.number, heading.word)
        node.heading, node.heading_open = heading.rest, True
        node.role = "schedule" if heading.kind == "schedule" else "heading"
        if heading.kind == "schedule":
            self._divisions = [self.root]
        while self._divisions[-1].kind == "section" and not self._divisions[-1].word:
            self._divisions.pop()
        kinds = [open_node.kind for open_node in self._divisions]
        if heading.kind in kinds:
            del self._divisions[kinds.index(heading.kind) :]
        self._divisions[-1].add(node)
        self._divisions.append(node)
        self._place = Place(node)
        self._outer = None
        self._last = None

    def _items(self, line: Line, index: int) -> None:
        coming = self._next[index] if index >= 0 else None
        if not self._began:
            self._front(line)
            return
        for item in line.items:
            style = style_for(item, self._place, coming)
            home = self._place.home_for(Item(style, item.number))
            node = home.add(self._new(line, "item", item.number))
            node.style = style
            self._place.open(Level(node, style, item.number))
        node.text = line.rest
        self._last = None

    def _paragraph(self, line: Line, index: int) -> None:
        text, target = line.text, self._place.article or self._divisions[-1]
        divides = self._unnumbered and line.block.kind == "heading" and not line.quoted
        if divides and target.heading and not text.isupper():
            target.heading_open = False
        if takes_line(target, line, self._following(index)):
            target.heading = f"{target.heading} {text}".strip()
            return
        if not self._began or ENACTING.match(text):
            self._front(line)
            return
        if divides:
            self._division(line, Heading("section", "", "", text, "en"))
            self._divisions[-1].heading_open = False
            return
        if SIGNATURE.match(text) and self._outer is None:
            self._place = Place(self.root)
        if self._place.article and is_side_note(self._place.article, line):
            self._last = self._place.article.add(self._new(line, "indent"))
            self._last.text, self._last.role = text, "heading"
            return
        self._text(line, text, index)

    def _front(self, line: Line) -> None:
        node = self.root.add(self._new(line, "preamble"))
        node.text, node.role = line.text, "preamble"

    def _text(self, line: Line, text: str, index: int) -> None:
        open_unit = self._place.innermost()
        if breaks_off(open_unit, text):
            open_unit.say(text)
            return
        owner = self._place.owner_of_text(text, self._next[index])
        before = owner.last_words()
        if not owner.text and not owner.children and owner.kind in {"article", "item"}:
            owner.say(text)
            return
        if not owner.children and owner.text.endswith((",", "–", "—", " -")) and is_closing(text, before):
            owner.say(text)
            return
        node = owner.add(self._new(line, "indent"))
        node.text = text
        node.proviso = bool(STANDALONE_PROVISO.match(text))
        node.remark = bool(REMARK.match(text))
        node.closing = not node.proviso and ends_list(owner, text, before)
        if opens_list(text) or not node.closing:
            self._place.open(Level(node, "", ""))
        self._last = node

    def _following(self, index: int) -> Line | None:
        return next((line for line in self._lines[index + 1 : index + 6] if not line.role), None)

    def _new(self, line: Line, kind: str, number: str = "", word: str = "") -> Node:
        return Node(kind, number, word=word, where=line.block.where, quoted=line.quoted)


def ends_list(owner: Node, text: str, before: str) -> bool:
    """True when the text, the last child of its owner, closes the sentence of a numbered list."""
    above = (one.style for one in islice(reversed(owner.children), 1, None) if one.role == "norm")
    return bool(next(above, "")) and is_closing(text, before)


def _next_numbered(lines: list[Line]) -> list[Item | None]:
    """For each line the number that the next numbered line of the same article opens with.

    Inside a quotation only the quoted numbers count, outside only the law's own.
    """
    found: list[Item | None] = [None] * len(lines)
    own: Item | None = None
    quoted: Item | None = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        found[index] = quoted if line.quoted else own
        if line.role:
            continue
        opened = line.items[0] if line.items and line.items[0].style != "-" else None
        if line.quoted:
            quoted = None if line.heading else opened or quoted
        else:
            quoted = None
            own = None if line.heading else opened or own
    return found
