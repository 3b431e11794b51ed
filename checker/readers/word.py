"""DOCX: the law as it reads with all tracked changes accepted, and the wording before them."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from msgspec import Struct

from checker.readers.print_marks import set_printing_aside
from checker.readers.reading import File, Reading
from checker.readers.word_changes import accepted, deleted_texts, has_changes, rejected
from checker.readers.word_comments import Comments
from checker.readers.word_numbering import Numbering
from checker.readers.word_package import Package, opened_package, value, w
from checker.readers.word_runs import Runs
from checker.readers.word_small_print import small_print
from checker.readers.word_styles import Styles
from checker.readers.word_tables import all_text
from checker.readers.word_walk import Walk

_View = Callable[[etree._Element], etree._Element]
_NOTE_PARTS = (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote"))
_DELETED = "deleted in tracked changes"
_DELETED_IN_TABLE = f"{_DELETED}; the former wording is the table's column in force"


def read_word(file: File) -> Reading:
    """The text of a DOCX file with insertions taken in, beside the text before its tracked changes."""
    package = opened_package(file)
    document = _Document(package, Styles.of(package.part("styles.xml")), package.body())
    notes = [root for part, _ in _NOTE_PARTS if (root := package.part(part)) is not None]
    tracked = any(map(has_changes, [document.root, *notes]))
    reading = document.read(accepted if tracked else _as_it_is)
    if tracked:
        _compare(document, notes, reading)
    for kind, what in (("header", "page header"), ("footer", "page footer")):
        for name, root in package.named(kind):
            reading.set_aside(all_text(root), name.removesuffix(".xml"), what)
    return reading


def _compare(document: _Document, notes: list[etree._Element], reading: Reading) -> None:
    """Keeps what was deleted: in the former wording, or aside where a table tells that wording."""
    if reading.before:
        for root in (document.root, *notes):
            for text in deleted_texts(root):
                reading.set_aside(text, "tracked changes", _DELETED_IN_TABLE)
        return
    former = document.read(rejected).blocks
    words = [(block.number, block.heading, block.text) for block in reading.blocks]
    if [(block.number, block.heading, block.text) for block in former] != words:
        reading.before = former


class _Document(Struct, frozen=True):
    package: Package
    styles: Styles
    root: etree._Element

    def read(self, view: _View) -> Reading:
        """The body and its notes in one view of the tracked changes."""
        reading = Reading()
        body = view(self.root).find(w("body"))
        comments = Comments.of(self.package.part("comments.xml"), body)
        small = 0.0 if body is None else small_print(body, self.styles)
        runs = Runs(self.styles, reading, small, comments.closed)
        numbering = Numbering.of(self.package.part("numbering.xml"), self.styles)
        walk = Walk(reading, self.styles, numbering, runs, self._notes(view, body), comments=comments)
        if body is not None:
            walk.enter_all(body)
        walk.finish()
        comments.finish(reading)
        set_printing_aside(reading)
        heading = next(
            (block.text for block in reading.blocks if block.kind == "heading" and block.depth == 1), ""
        )
        reading.title = " ".join(walk.title) or heading
        return reading

    def _notes(self, view: _View, body: etree._Element | None) -> dict[str, etree._Element]:
        """Foot- and endnotes by kind and id; separators are drawing, and a note goes with its reference."""
        found = {}
        for part, name in _NOTE_PARTS:
            root = self.package.part(part)
            lost = self._references(self.root, name) - self._references(body, name)
            for note in [] if root is None else view(root).findall(w(name)):
                if value(note, "type") in ("", "normal") and value(note, "id") not in lost:
                    found[f"{name} {value(note, 'id')}"] = note
        return found

    @staticmethod
    def _references(root: etree._Element | None, name: str) -> set[str]:
        nodes = [] if root is None else root.iter(w(f"{name}Reference"))
        return {value(node, "id") for node in nodes}


def _as_it_is(root: etree._Element) -> etree._Element:
    return root
