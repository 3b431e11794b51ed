"""New wording that an amending law quotes, as units that can be hung into the law."""

from __future__ import annotations

from collections.abc import Sequence

from checker.amending.instruction import Instruction, Step
from checker.consolidating.tree import below, node_of, tell_numerals
from checker.draft import Draft, Provision
from checker.patterns import regex
from checker.structure.forms import EN_NUMBERED, Style
from checker.structure.headings import head_and_body
from checker.structure.marks import Heading, read_heading, read_items
from checker.structure.node import Node

_OPENING = regex(r"^\s*[«“„\"‘]\s*")
_CLOSING = regex(r"\s*[»”\"’]\s*[.;,]*\s*(?:and|or)?\s*$")
_RANKS = {"book": 0, "part": 1, "subpart": 2, "title": 3, "chapter": 4, "section": 5, "article": 6}
_ARTICLE_WORDS = {"ru": "Статья", "kk": "бап", "en": ""}


def new_units(amending: Draft, instruction: Instruction) -> list[Node]:
    """The roots of the new wording, without the quotation marks round it.

    Wording quoted in the line of the instruction becomes a unit for each step that is added.
    """
    roots = [_copied(amending.provisions[index], amending) for index in instruction.wording]
    for root in roots:
        _unquote(root)
    roots = _folded(roots) or _inline(instruction, amending)
    if len(roots) == len(instruction.added):
        for root, step in zip(roots, instruction.added, strict=True):
            _fit(root, step, amending)
    return roots


def _folded(roots: list[Node]) -> list[Node]:
    """Articles quoted after the heading of a chapter stand in it, chapters in their part."""
    top: list[Node] = []
    open_units: list[Node] = []
    for root in roots:
        rank = _RANKS.get(root.kind, len(_RANKS))
        while open_units and _RANKS[open_units[-1].kind] >= rank:
            open_units.pop()
        if open_units:
            open_units[-1].add(root)
        else:
            top.append(root)
        if root.kind in _RANKS and root.kind != "article":
            open_units.append(root)
    return top


def new_words(amending: Draft, instruction: Instruction) -> str:
    """New wording as running words: those quoted in the line, else those of the units quoted below it."""
    inline = " ".join(quoted.text for quoted in instruction.new)
    if inline:
        return inline
    units = new_units(amending, instruction)
    words = [part for unit in units for one in (unit, *below(unit)) for part in (one.heading, one.text)]
    return " ".join(filter(None, words))


def _copied(provision: Provision, draft: Draft) -> Node:
    node = node_of(provision)
    node.quoted, node.where = False, ""
    for index in provision.children:
        node.add(_copied(draft.provisions[index], draft))
    tell_numerals(node.children)
    return node


def _unquote(root: Node) -> None:
    nodes = [root, *below(root)]
    first, last = nodes[0], nodes[-1]
    words = " ".join(f"{one.heading} {one.text}" for one in nodes)
    opened = bool(_OPENING.match(first.heading or first.text)) and _wraps(words)
    if opened:
        first.heading = _OPENING.sub("", first.heading) if first.heading else ""
        first.text = first.text if first.heading else _OPENING.sub("", first.text)
    if opened or _closes_more(words):
        last.text = _CLOSING.sub("", last.text)
        last.heading = last.heading if last.text else _CLOSING.sub("", last.heading)


def _balance(words: str) -> int:
    pairs = sum(words.count(mark) for mark in "«“„") - sum(words.count(mark) for mark in "»”")
    return pairs


def _closes_more(words: str) -> bool:
    """Whether a quotation ends here that began before the number, where the mark was read over."""
    return bool(_CLOSING.search(words)) and (_balance(words) < 0 or words.count('"') % 2 == 1)


def _wraps(words: str) -> bool:
    """Whether the mark that opens the words is closed at their end and not before, or not at all."""
    text = words.strip()
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter in "«“„") - (letter in "»”")
        if depth == 0 and place and letter in "»”":
            return not text[place + 1 :].strip(" .;,")
    return depth > 0 or (text.startswith('"') and bool(_CLOSING.search(text)) and text.count('"') != 1)


def _inline(instruction: Instruction, amending: Draft) -> list[Node]:
    language = amending.language
    return [unit_from(quoted.text, language) for quoted in instruction.new]


def unit_from(text: str, language: str) -> Node:
    """The unit that a text with or without a number of its own is.

    >>> node = unit_from("3-1) a lawyer;", "en")
    >>> (node.style, node.number, node.text)
    ('1)', '3-1', 'a lawyer;')
    """
    heading = read_heading(text)
    if heading is not None:
        node = Node(heading.kind, heading.number, word=heading.word)
        node.heading, body = head_and_body(heading, False)
        node.text = body
        node.role = "norm" if heading.kind == "article" else "heading"
        return node
    items, rest = read_items(text)
    if items and items[0].style != "-":
        return Node("item", items[0].number, text=rest, style=items[0].style)
    return Node("indent", text=text)


def _fit(root: Node, step: Step, amending: Draft) -> None:
    """Make of the unit what the instruction calls it: a section quoted as «43B. …» is no item."""
    if step.unit == "article" and root.kind != "article":
        _make_article(root, step, amending)
    elif step.unit in _STYLES and root.kind == "indent" and step.number and not root.style:
        root.number = step.number


def _make_article(root: Node, step: Step, amending: Draft) -> None:
    printed = EN_NUMBERED.match(root.text) if not root.number else None
    number = root.number or (printed["number"] if printed else step.number)
    rest = printed["rest"].strip() if printed else root.text
    root.kind, root.style, root.number = "article", "", number
    root.word = _ARTICLE_WORDS[amending.language]
    root.heading, root.text = head_and_body(Heading("article", "", number, rest, "en"), False)


_STYLES = frozenset({"paragraph", "point", "subpoint"})


def take_print(node: Node, siblings: Sequence[Node]) -> None:
    """Print a new unit as its neighbours are printed: unnumbered parts beside unnumbered parts."""
    plain = not node.style and node.kind in {"indent", "paragraph"}
    styles = [one.style for one in siblings if one.style]
    if plain and node.number and styles:
        node.kind, node.style = "item", _print_for(node.number, styles)
    elif plain and any(one.kind == "paragraph" for one in siblings):
        node.kind, node.number = "paragraph", ""
    elif plain:
        node.number = ""


def _print_for(number: str, styles: Sequence[Style]) -> Style:
    digits = number[:1].isdigit()
    fitting = [style for style in styles if (style.strip("()")[:1] == "1") == digits]
    return (fitting or styles)[-1]
