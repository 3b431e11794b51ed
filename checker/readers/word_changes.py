"""Tracked changes of a DOCX file: the tree as it reads with all of them accepted, or all rejected.

What Word records (ISO/IEC 29500-1, 17.13.5): runs and rows put in or taken out, moves, and paragraph marks.
A paragraph whose mark is gone runs together with the next one, whose properties hold for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from checker.readers.markup import local_name
from checker.readers.word_package import w

_PUT_IN, _TAKEN_OUT = ("ins", "moveTo"), ("del", "moveFrom")
_TRACKED = tuple(
    w(name) for name in (*_PUT_IN, *_TAKEN_OUT, "cellIns", "cellDel", "pPrChange", "numberingChange")
)
_ANCHORS = frozenset(
    w(name) for name in ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd")
)
_PROPERTIES = frozenset(w(name) for name in ("pPr", "rPr", "trPr", "tcPr", "numPr"))


class _View(Struct, frozen=True):
    """What a view drops with all it holds, and what it keeps without a trace of the change."""

    dropped: tuple[str, ...]
    kept: tuple[str, ...]
    cell: str
    rejecting: bool

    def is_dropped(self, properties: etree._Element | None) -> bool:
        """Whether the properties of a mark or a row say that it is not in this view."""
        return properties is not None and any(properties.find(w(name)) is not None for name in self.dropped)


_ACCEPTED = _View(_TAKEN_OUT, _PUT_IN, "cellDel", rejecting=False)
_REJECTED = _View(_PUT_IN, _TAKEN_OUT, "cellIns", rejecting=True)


def has_changes(root: etree._Element | None) -> bool:
    """Whether anything in the part is tracked."""
    return root is not None and next(root.iter(*_TRACKED), None) is not None


def accepted(root: etree._Element) -> etree._Element:
    """A copy with all changes accepted."""
    return _resolved(root, _ACCEPTED)


def rejected(root: etree._Element) -> etree._Element:
    """A copy as it was before all changes."""
    return _resolved(root, _REJECTED)


def deleted_texts(root: etree._Element) -> Iterator[str]:
    """The words that the changes take out, change by change."""
    for node in root.iter(*map(w, _TAKEN_OUT)):
        yield "".join(part.text or "" for part in node.iter(w("t"), w("delText")))


def _resolved(root: etree._Element, view: _View) -> etree._Element:
    root = deepcopy(root)
    if view.rejecting:
        _restore_properties(root)
    _drop_rows_and_cells(root, view)
    _join_paragraphs(root, view)
    for node in list(root.iter(*map(w, view.dropped))):
        _take_out(node)
    for node in list(root.iter(*map(w, view.kept))):
        _unwrap(node)
    if view.rejecting:
        for node in root.iter(w("delText")):
            node.tag = w("t")
    return root


def _restore_properties(root: etree._Element) -> None:
    """Paragraph properties as they were; how letters looked is of no interest here."""
    for change in list(root.iter(w("pPrChange"))):
        properties, former = change.getparent(), change.find(w("pPr"))
        if properties is None:
            continue
        mark = properties.find(w("rPr"))
        for child in list(properties):
            if child is not mark:
                properties.remove(child)
        properties.extend([] if former is None else [child for child in former if child.tag != w("rPr")])
    for inserted in list(root.iter(w("numPr"))):
        if inserted.find(w("ins")) is not None:
            _remove(inserted)


def _drop_rows_and_cells(root: etree._Element, view: _View) -> None:
    for row in list(root.iter(w("tr"))):
        if view.is_dropped(row.find(w("trPr"))):
            _remove(row)
    for mark in list(root.iter(w(view.cell))):
        cell = next(mark.iterancestors(w("tc")), None)
        if cell is not None:
            _remove(cell)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            _remove(table)


def _join_paragraphs(root: etree._Element, view: _View) -> None:
    """Joins each paragraph whose mark is not in this view to the one after it."""
    for parent in {node.getparent() for node in root.iter(w("p"))}:
        if parent is None:
            continue
        waiting: list[etree._Element] = []
        for child in list(parent):
            if child.tag == w("p"):
                waiting = _joined(child, waiting, view)
            elif waiting and local_name(child) in ("tbl", "sectPr", "sdt"):
                waiting = _stand_alone(parent, child, waiting)
        if waiting:
            _stand_alone(parent, None, waiting)


def _joined(paragraph: etree._Element, waiting: list[etree._Element], view: _View) -> list[etree._Element]:
    """What still waits for a paragraph after this one."""
    properties = paragraph.find(w("pPr"))
    mark = None if properties is None else properties.find(w("rPr"))
    if view.is_dropped(mark):
        waiting = [*waiting, paragraph] if len(waiting) < 2 else [*_run_on(waiting), paragraph]
        _remove(paragraph)
        return waiting
    place = 0 if properties is None else paragraph.index(properties) + 1
    for former in waiting:
        for content in list(former):
            if content.tag != w("pPr"):
                paragraph.insert(place, content)
                place += 1
    return []


def _run_on(waiting: list[etree._Element]) -> list[etree._Element]:
    """The waiting paragraphs as one, so that a long chain of them costs no more than its length."""
    first = waiting[0]
    for later in waiting[1:]:
        first.extend(content for content in list(later) if content.tag != w("pPr"))
    return [first]


def _stand_alone(
    parent: etree._Element, before: etree._Element | None, waiting: list[etree._Element]
) -> list[etree._Element]:
    """A paragraph without mark before a table or the end stays one, if it still says anything."""
    [paragraph] = _run_on(waiting)
    if before is None:
        parent.append(paragraph)
    else:
        before.addprevious(paragraph)
    return []


def _take_out(node: etree._Element) -> None:
    """Removes a change with what it holds; the ends of comment ranges stay in their place."""
    parent = node.getparent()
    if parent is None or parent.tag in _PROPERTIES:
        return
    for anchor in [one for one in node.iter() if one.tag in _ANCHORS]:
        node.addprevious(anchor)
    _remove(node)


def _unwrap(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is None or parent.tag in _PROPERTIES:
        return
    for child in list(node):
        node.addprevious(child)
    _remove(node)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
