"""Reads law texts in XML by a small description of their vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from checker.language.figures import whole
from checker.readers.characters import raised
from checker.readers.markup import local_name
from checker.readers.reading import Reading
from checker.source import Block, BlockKind


class Vocabulary(Struct, frozen=True):
    """What the elements of one XML vocabulary mean; names without namespace.

    ``levels`` maps elements that hold provisions to Akoma Ntoso names («*» as a value: the
    element's ``name`` attribute); ``paragraphs`` end a run of text; ``aside`` maps elements
    that are not law to the reason; ``after`` are closing words that follow nested levels;
    ``headings_stand_alone`` are headings that open a level without holding it.
    """

    name: str
    levels: Mapping[str, str]
    numbers: frozenset[str]
    headings: frozenset[str]
    paragraphs: frozenset[str]
    aside: Mapping[str, str]
    after: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    spaces: frozenset[str] = frozenset({"eol", "br"})
    raised: frozenset[str] = frozenset({"sup"})
    titles: frozenset[str] = frozenset()
    headings_stand_alone: frozenset[str] = frozenset()


def read_legal_xml(root: etree._Element, vocabulary: Vocabulary) -> Reading:
    """The provisions of the law as blocks: one per level, more where a level has more paragraphs.

    A level's block carries its number, heading and first paragraph; further paragraphs follow
    without level, one step deeper; closing words after nested levels have the level «wrapUp».
    """
    walk = _Walk(vocabulary, Reading())
    walk.enter(root)
    walk.finish()
    return walk.reading


class _Walk(Struct):
    vocabulary: Vocabulary
    reading: Reading
    pieces: list[str] = field(default_factory=list)
    opened: Block | None = None
    depth: int = 0
    closing: bool = False
    kind: BlockKind = "text"
    quoted: int = 0
    where: str = ""
    place: str = ""
    tables: int = 0

    def enter(self, node: etree._Element) -> None:
        """Goes through an element and what it holds."""
        name, words = local_name(node), self.vocabulary
        if name in words.aside:
            self.reading.set_aside("".join(map(str, node.itertext())), _place(node), words.aside[name])
        elif name in words.levels:
            self._level(node, name)
        elif name in words.quotes or name in words.headings_stand_alone or name == "table":
            self._apart(node, name)
        elif name in words.paragraphs or name in words.after or name in words.titles:
            self._paragraph(node, name)
        elif name in words.raised:
            self.pieces.append(raised("".join(self.pieces[-3:]), "".join(map(str, node.itertext()))))
        elif name:
            self.pieces.append(" " if name in words.spaces else "")
            self._inside(node)

    def _apart(self, node: etree._Element, name: str) -> None:
        if name == "table":
            self._table(node)
        elif name in self.vocabulary.quotes:
            self._quote(node)
        else:
            self._stand_alone(node)

    def _inside(self, node: etree._Element, skip: frozenset[etree._Element] = frozenset()) -> None:
        self.pieces.append(node.text or "")
        for child in node:
            if child not in skip:
                self.enter(child)
            self.pieces.append(child.tail or "")

    def _level(self, node: etree._Element, name: str) -> None:
        self.finish()
        level = self.vocabulary.levels[name]
        level = (node.get("name") or name) if level == "*" else level
        numbers = [child for child in node if local_name(child) in self.vocabulary.numbers]
        headings = [child for child in node if local_name(child) in self.vocabulary.headings]
        self.depth += 1
        self.opened = Block(
            "",
            kind="item" if level == "item" else self.kind,
            level="quotedStructure" if self.quoted else level,
            number=" ".join(self._wording(child) for child in numbers[:1]),
            heading=" — ".join(filter(None, map(self._wording, headings))),
            depth=self.depth,
            where=self.where or _place(node),
        )
        self._inside(node, frozenset([*numbers[:1], *headings]))
        self.finish()
        self.depth -= 1

    def _wording(self, node: etree._Element) -> str:
        """The text of a number or heading; notes inside it are set aside as elsewhere."""
        outer, self.pieces = self.pieces, []
        if local_name(node) in self.vocabulary.paragraphs:
            self._inside(node)
        else:
            for_text = _Walk(self.vocabulary, Reading(aside=self.reading.aside))
            for_text._inside(node)
            held = [block.text for block in for_text.reading.blocks]
            self.pieces = [*(text + " " for text in held), *for_text.pieces]
        text, self.pieces = " ".join("".join(self.pieces).split()), outer
        return text

    def _stand_alone(self, node: etree._Element) -> None:
        self.finish()
        numbers = [child for child in node if local_name(child) in self.vocabulary.numbers]
        rest = [child for child in node if child not in numbers]
        depth = node.get("level", "")
        self.reading.place(
            Block(
                " ".join(filter(None, [(node.text or "").strip(), *map(self._wording, rest)])),
                kind="heading",
                number=" ".join(map(self._wording, numbers)),
                depth=whole(depth, self.depth + 1),
                where=_place(node),
            )
        )

    def _quote(self, node: etree._Element) -> None:
        """Text that an amending law puts into another law: its units are not this law's own."""
        self.flush()
        self.quoted += 1
        opening, closing = node.get("startQuote", ""), node.get("endQuote", "")
        self.pieces.append(opening)
        self._inside(node)
        self.pieces.append(closing)
        self.finish()
        self.quoted -= 1

    def _paragraph(self, node: etree._Element, name: str) -> None:
        self.flush()
        self.place = _place(node) or self.place
        outer = self.closing
        if name in self.vocabulary.after:
            self.finish()
            self.closing = True
        if name in self.vocabulary.titles and not self.reading.title:
            self.reading.title = " ".join("".join(map(str, node.itertext())).split())
        self._inside(node)
        self.flush()
        self.closing = outer

    def _table(self, table: etree._Element) -> None:
        self.finish()
        self.tables += 1
        outer = (self.kind, self.where)
        ordinal = self.tables
        for caption in (node for node in table if local_name(node) == "caption"):
            self._paragraph(caption, "caption")
        rows = [node for node in table.iter() if local_name(node) == "tr"]
        for row_number, row in enumerate(rows, 1):
            for column, cell in enumerate((node for node in row if local_name(node) in ("td", "th")), 1):
                self.kind, self.where = "cell", f"table {ordinal}, row {row_number}, column {column}"
                self._inside(cell)
                self.finish()
        self.kind, self.where = outer

    def flush(self) -> None:
        """Places the text gathered so far as a paragraph of the level it stands in."""
        text, self.pieces = " ".join("".join(self.pieces).split()), []
        if not text:
            return
        if self.opened is not None:
            self.reading.place(replace(self.opened, text=text))
            self.opened = None
            return
        level = "wrapUp" if self.closing else "quotedStructure" if self.quoted else ""
        self.reading.place(
            Block(text, kind=self.kind, level=level, depth=self.depth + 1, where=self.where or self.place)
        )

    def finish(self) -> None:
        """Places what is gathered, and a level that turned out to have no text of its own."""
        self.flush()
        if self.opened is not None:
            bare = self.opened.kind == "text" and bool(self.opened.heading)
            self.reading.place(replace(self.opened, kind="heading") if bare else self.opened)
            self.opened = None


def _place(node: etree._Element) -> str:
    return f"line {node.sourceline}" if node.sourceline else ""
