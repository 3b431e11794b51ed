"""HTML: the law of a page in blocks, with headings, lists, tables and footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from checker.readers.characters import raised, raised_numbers
from checker.readers.html_main import SILENT, outside_the_law, shown_text
from checker.readers.html_tables import Row, is_layout, marker_and_text, rows_of
from checker.readers.markup import local_name, parsed_html
from checker.readers.paragraphs import paragraphs, starts_unit
from checker.readers.reading import File, Reading
from checker.source import Block, BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article main header footer aside nav form fieldset address blockquote center pre hr dl"
    " dt dd ul ol menu li table caption figure figcaption details summary body html".split()
) | frozenset(_HEADINGS)
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|^(?:bold|W4)$")
#: «W9» is the raised figure in the pages of the Russian state system of legal information.
_RAISED_CLASSES = frozenset({"W9", "sup", "super", "superscript"})
_RAISED_STYLE = re.compile(r"vertical-align:\s*super")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden")
_NOTE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:sd|oj-)?(?:foot|end)?note(?:s|text)?[\s_-]?\d*(?:$|[\s_-])|^_?(?:ftn|edn|fn)-?\d+$", re.I
)
_NOTE_BLOCK = re.compile(r"(?:foot|end)note|^_?(?:ftn|edn|fn)-?\d+$", re.I)
_NUMBER_STYLES = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def read_html(file: File) -> Reading:
    """The blocks of the page's law; menus and the like are set aside with their reason."""
    root = parsed_html(file)
    reading = Reading()
    for title in root.iterfind(".//head/title"):
        reading.title = title.text or ""
        reading.set_aside(reading.title, "page title", "title of the web page")
    body = root.find(".//body")
    walk = _Walk(reading, {} if body is None else outside_the_law(body))
    walk.enter(root if body is None else body)
    walk.flush()
    heading = next(
        (block.text for block in reading.blocks if block.kind == "heading" and block.depth == 1), ""
    )
    reading.title = heading or reading.title
    return reading


@dataclass(slots=True)
class _Walk:
    reading: Reading
    left_out: dict[etree._Element, str]
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    bold_characters: int = 0
    heading: int = 0
    lists: int = 0
    number: str = ""
    item: bool = False
    note: bool = False
    cell: str = ""
    tables: int = 0
    paragraph: int = 0

    def enter(self, node: etree._Element) -> None:
        """Goes through an element and what it holds."""
        name = local_name(node)
        if name and name not in SILENT and name != "head":
            self._enter(node, name)

    def _enter(self, node: etree._Element, name: str) -> None:
        if node in self.left_out:
            self.flush()
            self.reading.set_aside(shown_text(node), self._where(), self.left_out[node])
        elif _HIDDEN.search(node.get("style") or "") or node.get("hidden") is not None:
            self.reading.set_aside(shown_text(node), self._where(), "hidden on the page")
        elif name == "br":
            self.pieces.append(" " if self.heading else "\n")
        elif name == "table":
            self._table(node)
        elif name in _BLOCKS:
            self._block(node, name)
        elif _is_raised(node, name):
            self._raised(node)
        else:
            self._inline(node, name)

    def _inside(self, node: etree._Element) -> None:
        self._say(node.text)
        for child in node:
            self.enter(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        self.pieces.append(text.replace("\n", " "))
        if self.bold:
            self.bold_characters += len(text.strip())

    def _inline(self, node: etree._Element, name: str) -> None:
        strong = name in _BOLD or bool(_BOLD_STYLE.search(node.get("style") or node.get("class") or ""))
        self.bold += strong
        self._inside(node)
        self.bold -= strong

    def _raised(self, node: etree._Element) -> None:
        text = "".join(str(piece) for piece in node.itertext())
        around = [node, *node.iterdescendants("a"), *node.iterancestors("a")]
        links = [link for link in around if local_name(link) == "a"]
        note = any(
            _NOTE_NAMES.search(link.get(key) or "")
            or "note" in (link.get("href") or "").lower()
            or "_ftn" in (link.get("href") or "")
            for link in links
            for key in ("class", "id", "name")
        )
        self._say(raised("".join(self.pieces[-4:]), text, note=note))

    def _block(self, node: etree._Element, name: str) -> None:
        self.flush()
        before = (self.heading, self.lists, self.item, self.note)
        self.heading = _HEADINGS.get(name, self.heading)
        self.note = self.note or bool(
            _NOTE_BLOCK.search(node.get("id") or "") or _NOTE_BLOCK.search(node.get("class") or "")
        )
        if name in ("ul", "ol", "menu", "dl"):
            self.lists += 1
        if name in ("li", "dd"):
            self.item, self.number = True, _list_number(node)
        self._inside(node)
        self.flush()
        if name in ("li", "dd"):
            self.number = ""
        self.heading, self.lists, self.item, self.note = before

    def _table(self, table: etree._Element) -> None:
        self.flush()
        rows = rows_of(table)
        if is_layout(rows):
            for row in rows:
                for cell in row.cells:
                    self._inside(cell)
                    self.flush()
            return
        self.tables += 1
        ordinal = self.tables
        for caption in table.iterchildren("caption"):
            self._block(caption, "caption")
        for row in rows:
            self._row(row, ordinal)

    def _row(self, row: Row, table: int) -> None:
        where = f"table {table}, row {row.number}"
        numbered = marker_and_text(row)
        if numbered is not None:
            self.item, item = True, self.item
            self.number = numbered[0]
            self._inside(numbered[1])
            self.flush()
            self.item, self.number = item, ""
            return
        outer = self.cell
        for column, cell in enumerate(row.cells, 1):
            self.cell = f"{where}, column {column}"
            self._inside(cell)
            self.flush()
        self.cell = outer

    def flush(self) -> None:
        """Places the text gathered so far; line breaks inside it part paragraphs as in plain text."""
        text = raised_numbers("".join(self.pieces))
        strong = self.bold_characters > 0.8 * len("".join(self.pieces).strip())
        self.pieces, self.bold_characters = [], 0
        if not text.strip():
            return
        for part in paragraphs(text.split("\n"), 0):
            self.paragraph += 1
            number = "" if starts_unit(part.text) else self.number
            self.number = ""
            self.reading.place(
                Block(
                    part.text,
                    kind=self._kind(),
                    number=number,
                    depth=self.heading or (self.lists if self.item else 0),
                    bold=strong,
                    where=self._where(),
                )
            )

    def _kind(self) -> BlockKind:
        if self.note:
            return "footnote"
        if self.cell:
            return "cell"
        return "heading" if self.heading else "item" if self.item else "text"

    def _where(self) -> str:
        return self.cell or f"paragraph {self.paragraph}"


def _is_raised(node: etree._Element, name: str) -> bool:
    classes = (node.get("class") or "").split()
    return (
        name == "sup"
        or bool(_RAISED_CLASSES.intersection(classes))
        or bool(_RAISED_STYLE.search(node.get("style") or ""))
    )


def _list_number(node: etree._Element) -> str:
    """The number a browser prints before the item of an ordered list."""
    parent = node.getparent()
    if parent is None or local_name(parent) != "ol":
        return ""
    number = _whole(parent.get("start"), 1)
    for item in parent.iterchildren("li"):
        number = _whole(item.get("value"), number)
        if item is node:
            break
        number += 1
    letters = _NUMBER_STYLES.get(parent.get("type") or "", "")
    if letters and 0 < number <= len(letters):
        return f"{letters[number - 1]}."
    return f"{number}."


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.strip().isdigit() else otherwise
