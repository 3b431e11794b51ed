"""HTML: the law of a page in blocks, with headings, lists, tables and footnotes."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from functools import partial

from lxml import etree

from checker.patterns import regex
from checker.readers.bilingual import LanguageColumns
from checker.readers.characters import raised, raised_numbers
from checker.readers.comparison import Comparison
from checker.readers.html_main import SILENT, outside_the_law, shown_text
from checker.readers.html_marks import is_raised, list_number
from checker.readers.html_pairs import Pair, language_pairs
from checker.readers.html_tables import Row, grid_of, is_layout, marker_and_text, rows_of
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
_BOLD_STYLE = regex(r"font-weight:\s*(?:bold|[6-9]00)|^(?:bold|W4)$")
_HIDDEN = regex(r"display:\s*none|visibility:\s*hidden")
_NOTE_NAMES = regex(
    r"(?:^|[\s_-])(?:sd|oj-)?(?:foot|end)?note(?:s|text)?[\s_-]?\d*(?:$|[\s_-])|^_?(?:ftn|edn|fn)-?\d+$", re.I
)
_NOTE_BLOCK = regex(r"(?:foot|end)note|^_?(?:ftn|edn|fn)-?\d+$", re.I)


def read_html(file: File) -> Reading:
    """The blocks of the page's law; menus and the like are set aside with their reason."""
    root = parsed_html(file)
    reading = Reading()
    for title in root.iterfind(".//head/title"):
        reading.title = title.text or ""
        reading.set_aside(reading.title, "page title", "title of the web page")
    body = root.find(".//body")
    walk = _Walk(reading, {} if body is None else outside_the_law(body))
    walk.pairs = {} if body is None else language_pairs(body, walk.left_out)
    walk.enter(root if body is None else body)
    walk.flush()
    walk.comparison.finish()
    heading = next(
        (block.text for block in reading.blocks if block.kind == "heading" and block.depth == 1), ""
    )
    reading.title = heading or reading.title
    return reading


@dataclasses.dataclass(slots=True)
class _Walk:
    reading: Reading
    left_out: dict[etree._Element, str]
    pieces: list[str] = dataclasses.field(default_factory=list)
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
    pairs: Mapping[etree._Element, Pair] = dataclasses.field(default_factory=dict)
    law_cell: bool = False
    comparison: Comparison = dataclasses.field(init=False)
    languages: LanguageColumns = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.comparison = Comparison(self.reading)
        self.languages = LanguageColumns(self.reading)

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
        elif node in self.pairs:
            self._pair(self.pairs[node])
        elif name in _BLOCKS:
            self._block(node, name)
        elif is_raised(node, name):
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
            self.item, self.number = True, list_number(node)
        self._inside(node)
        self.flush()
        if name in ("li", "dd"):
            self.number = ""
        self.heading, self.lists, self.item, self.note = before

    def _table(self, table: etree._Element) -> None:
        self.flush()
        grid = grid_of(table, f"table {self.tables + 1}", self._law_cell)
        if self.comparison.take(grid) or self.languages.take(grid):
            self.tables += 1
            return
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

    def _law_cell(self, cell: etree._Element, where: str) -> None:
        """Reads a cell whose paragraphs are text of the law, as in a comparative table."""
        outer = (self.cell, self.law_cell)
        self.cell, self.law_cell = where, True
        self._inside(cell)
        self.flush()
        self.cell, self.law_cell = outer

    def _pair(self, pair: Pair) -> None:
        """Two boxes that say the same in two languages."""
        self.flush()
        self.languages.law(self.reading.apart(partial(self._box, pair.main)))
        self.languages.other(self.reading.apart(partial(self._box, pair.other)))

    def _box(self, box: etree._Element) -> None:
        self.enter(box)
        self.flush()

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
        if self.cell and not self.law_cell:
            return "cell"
        return "heading" if self.heading else "item" if self.item else "text"

    def _where(self) -> str:
        return self.cell or f"paragraph {self.paragraph}"
