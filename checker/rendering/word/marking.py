"""Puts comment marks round words of a Word file: runs are cut at the letters, nothing else is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree
from msgspec import Struct, field

from checker.rendering.word.edges import Edge, back_over, on_over, outer_signs
from checker.rendering.word.letters import Letters, offset_of
from checker.rendering.word.locating import Spot
from checker.rendering.word.names import SPACE, made, namespace

#: What may stand between a paragraph and its runs, and may hold marks (ISO/IEC 29500-1, 17.13.4).
_WRAPPERS = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo"}
)


class Mark(Struct, frozen=True):
    """A comment by its number, the letters it hangs on and the quotation, whose signs are taken in too.

    ``beside`` is a run it hangs on instead of the letters.
    """

    number: int
    spot: Spot
    quote: str = ""
    beside: etree._Element | None = None


def put_marks(letters: Letters, marks: Sequence[Mark], root: etree._Element) -> None:
    """Sets begin, end and reference of every comment; those without letters stand in the first paragraph."""
    lettered = [mark for mark in marks if mark.beside is None and mark.spot.start < mark.spot.end]
    edges = {mark.number: _edges(letters, mark) for mark in lettered}
    cutter = _Cutter(letters.nodes)
    for first, last in edges.values():
        cutter.cut(first)
        cutter.cut(last)
    cutter.finish()
    units = {number: (cutter.after(first), cutter.before(last)) for number, (first, last) in edges.items()}
    units |= {mark.number: (mark.beside, mark.beside) for mark in marks if mark.beside is not None}
    for number, (opening, _) in units.items():
        opening.addprevious(made(namespace(opening), "commentRangeStart", id=str(number)))
    for number, (_, closing) in reversed(list(units.items())):
        _close(closing, number)
    if unplaced := [mark.number for mark in marks if mark.number not in units]:
        _mark_first(root, unplaced)


def in_box(letters: Letters, spot: Spot) -> bool:
    """Whether the letters stand in a text box, which can be marked only as a whole."""
    node = letters.nodes[letters.node_at(spot.start)]
    return next(node.iterancestors(f"{{{namespace(node)}}}txbxContent"), None) is not None


def note_reference(letters: Letters, spot: Spot, root: etree._Element) -> etree._Element | None:
    """The run of the main part that refers to the note the letters stand in.

    A comment in the note itself is more than some programs can open.
    """
    node, space = letters.nodes[letters.node_at(spot.start)], namespace(root)
    for kind in ("footnote", "endnote"):
        note = next(node.iterancestors(f"{{{space}}}{kind}"), None)
        number = None if note is None else note.get(f"{{{space}}}id")
        for reference in root.iter(f"{{{space}}}{kind}Reference") if number else ():
            if reference.get(f"{{{space}}}id") == number:
                return _unit_of(reference)
    return None


def _edges(letters: Letters, mark: Mark) -> tuple[Edge, Edge]:
    first, last = letters.node_at(mark.spot.start), letters.node_at(mark.spot.end - 1)
    begin = offset_of(letters.nodes[first].text or "", mark.spot.start - letters.starts[first])
    end = offset_of(letters.nodes[last].text or "", mark.spot.end - 1 - letters.starts[last]) + 1
    head, tail = outer_signs(mark.quote)
    return back_over(letters, Edge(first, begin), head), on_over(letters, Edge(last, end), tail)


class _Cutter(Struct):
    """Cuts the runs of text elements at edges; afterwards tells what stands before and after each."""

    nodes: Sequence[etree._Element]
    cuts: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _around: dict[Edge, tuple[etree._Element, etree._Element]] = field(default_factory=dict)

    def cut(self, edge: Edge) -> None:
        """Asks for a cut."""
        self.cuts[edge.node].add(edge.offset)

    def finish(self) -> None:
        """Makes all cuts, run by run."""
        runs: dict[etree._Element, dict[etree._Element, int]] = defaultdict(dict)
        for number in sorted(self.cuts):
            node = self.nodes[number]
            unit = _unit_of(node)
            if unit is node.getparent() and _name(unit) == "r":
                runs[unit][node] = number
            else:
                self._around |= {Edge(number, offset): (unit, unit) for offset in self.cuts[number]}
        for run, texts in runs.items():
            self._cut_run(run, texts)

    def before(self, edge: Edge) -> etree._Element:
        """The run or other unit that ends at the edge."""
        return self._around[edge][0]

    def after(self, edge: Edge) -> etree._Element:
        """The run or other unit that begins at the edge."""
        return self._around[edge][1]

    def _cut_run(self, run: etree._Element, texts: dict[etree._Element, int]) -> None:
        """The run as several, each with its properties; every child goes to the run it falls in."""
        groups: list[list[etree._Element]] = [[]]
        edges: dict[Edge, int] = {}
        for child in [one for one in run if not (isinstance(one.tag, str) and _name(one) == "rPr")]:
            number = texts.get(child)
            if number is None:
                groups[-1].append(child)
                continue
            for offset, piece in _pieces(child, sorted(self.cuts[number])):
                if offset is not None:
                    groups = [*groups, []] if groups[-1] else groups
                    edges[Edge(number, offset)] = len(groups) - 1
                if piece is not None:
                    groups[-1].append(piece)
        runs = _as_runs(run, [group for group in groups if group])
        for edge, place in edges.items():
            self._around[edge] = (runs[max(place - 1, 0)], runs[min(place, len(runs) - 1)])


def _pieces(node: etree._Element, cuts: list[int]) -> Iterator[tuple[int | None, etree._Element | None]]:
    """The text element in pieces, each with the cut before it; the first piece stays the element itself."""
    text = node.text or ""
    bounds = [*([] if cuts[0] == 0 else [0]), *cuts]
    for begin, end in zip(bounds, [*bounds[1:], len(text)], strict=True):
        cut = begin if begin in cuts else None
        if begin == end:
            yield cut, None
            continue
        piece = node if begin == bounds[0] else deepcopy(node)
        piece.tail = None
        piece.text = text[begin:end]
        if (begin and text[begin].isspace()) or (end < len(text) and text[end - 1].isspace()):
            piece.set(SPACE, "preserve")
        yield cut, piece


def _as_runs(run: etree._Element, groups: list[list[etree._Element]]) -> list[etree._Element]:
    properties = run.find(f"{{{namespace(run)}}}rPr")
    runs = [run]
    for group in groups[1:]:
        more = run.makeelement(run.tag)
        for name, value in run.attrib.items():
            more.set(name, value)
        if properties is not None:
            more.append(deepcopy(properties))
        more.extend(group)
        runs[-1].addnext(more)
        runs.append(more)
    return runs


def _unit_of(text: etree._Element) -> etree._Element:
    """What a mark may stand beside: the run of the text, or what holds it whole (formula, text box, ruby)."""
    path = [text, *text.iterancestors()]
    outermost = max(place for place, node in enumerate(path) if _name(node) == "p")
    place = outermost - 1
    while place and _name(path[place]) in _WRAPPERS:
        place -= 1
    return path[place]


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname


def _close(unit: etree._Element, number: int) -> None:
    """End and reference of a comment, behind the unit."""
    end, reference = _end_and_reference(namespace(unit), number)
    unit.addnext(reference)
    unit.addnext(end)


def _end_and_reference(space: str, number: int) -> tuple[etree._Element, etree._Element]:
    reference = made(space, "r")
    reference.append(made(space, "commentReference", id=str(number)))
    return made(space, "commentRangeEnd", id=str(number)), reference


def _mark_first(root: etree._Element, numbers: Sequence[int]) -> None:
    space = namespace(root)
    paragraph = next(root.iter(f"{{{space}}}p"), None)
    if paragraph is None:
        paragraph = made(space, "p")
        root[0].insert(0, paragraph)
    for number in numbers:
        paragraph.append(made(space, "commentRangeStart", id=str(number)))
        paragraph.extend(_end_and_reference(space, number))
