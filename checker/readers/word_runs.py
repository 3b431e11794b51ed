"""The runs of a DOCX paragraph as one line of text, with the notes and boxes that hang on it."""

from __future__ import annotations

import dataclasses

from lxml import etree
from msgspec import Struct, field

from checker.readers.characters import raised
from checker.readers.markup import local_name
from checker.readers.reading import Reading
from checker.readers.word_comments import Anchor, Ranges
from checker.readers.word_package import switched_on, value, w
from checker.readers.word_small_print import is_small
from checker.readers.word_styles import Styles

#: Field codes, properties and the picture for old programs repeat or steer text that stands elsewhere.
_NO_TEXT = frozenset(
    {"pPr", "rPr", "instrText", "Fallback", "sdtPr", "sdtEndPr", "tblPr", "fldData", "binData"}
)
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Line(Struct):
    """The text of a paragraph; ``\\n`` stands for a line break that the author set.

    ``side`` is what stands among its words as a note in the margin.
    """

    text: str = ""
    bold: bool = False
    side: str = ""
    notes: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    comments: list[Anchor] = field(default_factory=list)


@dataclasses.dataclass(slots=True)
class Runs:
    """Turns paragraphs into lines; hidden text goes aside.

    ``closed`` are the comments whose ranges come to an end.
    """

    styles: Styles
    reading: Reading
    small: float = 0.0
    closed: frozenset[str] = frozenset()
    ranges: Ranges = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.ranges = Ranges(closed=self.closed)

    def line(self, paragraph: etree._Element, where: str) -> Line:
        """The text of the paragraph with what hangs on it."""
        walk = _Paragraph(self.styles, self.reading, where, self.small, self.ranges)
        walk.enter_all(paragraph)
        walk.line.comments = self.ranges.paragraph(walk.pieces)
        walk.line.text = "".join(walk.pieces)
        walk.line.side = " ".join(walk.side)
        letters = len(walk.line.text.strip())
        walk.line.bold = letters > 0 and walk.bold_letters > 0.8 * letters
        return walk.line


class _Paragraph(Struct):
    styles: Styles
    reading: Reading
    where: str
    small: float
    ranges: Ranges
    line: Line = field(default_factory=Line)
    pieces: list[str] = field(default_factory=list)
    side: list[str] = field(default_factory=list)
    bold_letters: int = 0

    def enter_all(self, parent: etree._Element) -> None:
        for node in parent:
            name = local_name(node)
            if name == "r":
                self._run(node)
            elif name == "commentRangeStart":
                self.ranges.begin(value(node, "id"), len(self.pieces))
            elif name == "commentRangeEnd":
                self.ranges.end(value(node, "id"), self.pieces)
            elif name == "txbxContent":
                self.line.boxes.append(node)
            elif name not in _NO_TEXT and name:
                self.enter_all(node)

    def _run(self, run: etree._Element) -> None:
        if switched_on(self.styles.run_property(run, "vanish")):
            self._aside(run, "hidden text")
            return
        if self.small and is_small(run, self.styles, self.small):
            self.side.extend(part.text or "" for part in run.iter(w("t")))
            self.pieces.append(" ")
            return
        up = value(self.styles.run_property(run, "vertAlign")) == "superscript"
        strong = switched_on(self.styles.run_property(run, "b"))
        for node in run:
            self._part(node, up=up, strong=strong)

    def _part(self, node: etree._Element, *, up: bool, strong: bool) -> None:
        name = local_name(node)
        if name == "t":
            self._text(node.text or "", up=up, strong=strong)
        elif name in _SIGNS:
            # A page or column break ends no sentence; only a line break does.
            self.pieces.append(" " if value(node, "type") in ("page", "column") else _SIGNS[name])
        elif name.endswith("Reference"):
            self._reference(name.removesuffix("Reference"), value(node, "id"))
        elif name == "sym":
            self.pieces.append(_symbol(value(node, "char")))
        elif name == "txbxContent":
            self.line.boxes.append(node)
        elif name not in _NO_TEXT and name:
            for child in node:
                self._part(child, up=up, strong=strong)

    def _reference(self, kind: str, identity: str) -> None:
        if kind == "comment":
            self.ranges.mark(identity)
        elif kind in ("footnote", "endnote"):
            self.line.notes.append(f"{kind} {identity}")

    def _text(self, text: str, *, up: bool, strong: bool) -> None:
        self.pieces.append(raised("".join(self.pieces[-6:]), text) if up and self.pieces else text)
        self.bold_letters += len(text.strip()) if strong else 0

    def _aside(self, node: etree._Element, reason: str) -> None:
        text = "".join(part.text or "" for part in node.iter(w("t")))
        self.reading.set_aside(text, self.where, reason)


def _symbol(code: str) -> str:
    """The letter of a symbol font; its private-use code tells nothing but that a sign stands there."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if "\ud800" <= sign <= "\udfff":  # half a letter, which no file can hold
        return ""
    return "•" if "\ue000" <= sign <= "\uf8ff" else sign
