"""Comments of a DOCX file: who says what, and on which words."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from msgspec import Struct, field

from checker.readers.characters import one_line, raised_numbers
from checker.readers.reading import Reading
from checker.readers.word_package import value, w
from checker.source import Remark

_UNHELD = "comment by {author} whose place in the text is lost"


class Anchor(Struct, frozen=True):
    """Where a comment hangs in a paragraph; ``quote`` is empty for the paragraph as a whole."""

    comment: str
    quote: str = ""


class Comments(Struct):
    """The comments by their ids; each is told once, at the first paragraph that it hangs on."""

    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, root: etree._Element | None, body: etree._Element | None) -> Comments:
        """The comments of the part ``comments.xml`` to the text in ``body``."""
        nodes = [] if root is None else root.findall(w("comment"))
        said = {value(node, "id"): (value(node, "author"), _text(node)) for node in nodes}
        ends = [] if body is None else body.iter(w("commentRangeEnd"))
        return cls(said, frozenset(value(node, "id") for node in ends))

    def hang(self, anchors: Sequence[Anchor], reading: Reading, first: int) -> None:
        """Turns anchors into remarks on the blocks from ``first`` on; without a block they wait."""
        for anchor in anchors:
            said = self.said.get(anchor.comment)
            if said is None or first >= len(reading.blocks):
                continue
            del self.said[anchor.comment]
            quote = one_line(raised_numbers(anchor.quote))
            places = range(first, len(reading.blocks))
            place = next((one for one in places if quote in reading.blocks[one].text), first)
            quote = quote if quote in reading.blocks[place].text else ""
            reading.remarks.append(Remark("comment", said[1], place, said[0], quote))

    def finish(self, reading: Reading) -> None:
        """Sets aside the comments that hang on nothing in this text."""
        for author, text in self.said.values():
            reading.set_aside(text, "comments", _UNHELD.format(author=author or "an unnamed reader"))
        self.said.clear()


class Ranges(Struct):
    """The ranges of comments that stand open while the paragraphs go by."""

    open: dict[str, int] = field(default_factory=dict)
    found: list[Anchor] = field(default_factory=list)
    closed: frozenset[str] = frozenset()

    def begin(self, comment: str, place: int) -> None:
        """The range begins; one that never ends hangs on its paragraph as a whole."""
        if comment in self.closed:
            self.open[comment] = place
        else:
            self.found.append(Anchor(comment))

    def end(self, comment: str, pieces: Sequence[str]) -> None:
        """The range ends after these pieces of the paragraph."""
        if comment in self.open:
            self.found.append(Anchor(comment, "".join(pieces[self.open.pop(comment) :])))

    def mark(self, comment: str) -> None:
        """The sign of a comment, which hangs on the paragraph where it has no range."""
        self.found.append(Anchor(comment))

    def paragraph(self, pieces: Sequence[str]) -> list[Anchor]:
        """The comments of the paragraph that ends here; open ranges go on if they hold nothing yet."""
        for comment, place in list(self.open.items()):
            quote = "".join(pieces[place:]).strip()
            if quote:
                self.end(comment, pieces)
            else:
                self.open[comment] = 0
        found = sorted(self.found, key=lambda anchor: not anchor.quote)
        self.found = []
        return found


def _text(comment: etree._Element) -> str:
    said = ("".join(part.text or "" for part in node.iter(w("t"))) for node in comment.iter(w("p")))
    return " ".join(filter(None, map(str.strip, said)))
