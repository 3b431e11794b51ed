"""An instruction as a row of nodes: words of command, quotations, references, names of acts, marks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.amending.acts import ActReader, act_name
from checker.amending.forms import Forms
from checker.amending.notation import ACT, LINK, PLACERS, QUOTATION, ROLES, UNKNOWN
from checker.amending.numbers import Word
from checker.amending.places import Steps, joined, rank
from checker.amending.quotations import quotations
from checker.amending.references import Reference, ReferenceReader
from checker.amending.tokens import Token, tokens_of

MOST_TOKENS = 3000
"""A line with more words and marks outside its quotations is no instruction."""


class Node(Struct, frozen=True):
    """One part of an instruction; ``code`` is its letter in the patterns of the forms.

    ``start`` and ``end`` are code points. ``routes`` are the places of a reference, ``text`` the words of
    a quotation or the name of an act.
    """

    code: str
    start: int
    end: int
    text: str = ""
    routes: tuple[Steps, ...] = ()


class Line(Struct, frozen=True):
    """A text as nodes; ``codes`` are their letters, ``flags`` its asides with their places in the nodes.

    ``whole`` is unset where the text was too long to be read.
    """

    nodes: tuple[Node, ...]
    codes: str
    flags: tuple[tuple[str, int], ...]
    whole: bool = True


def line_of(text: str, forms: Forms) -> Line:
    """The nodes of a text."""
    tokens = tokens_of(text, quotations(text, forms.outside))
    words = _words(tokens[:MOST_TOKENS], forms)
    nodes, flags = _Joining(text, words, forms).nodes()
    codes = "".join(node.code for node in nodes)
    return Line(tuple(nodes), codes, tuple(flags), len(tokens) <= MOST_TOKENS)


def _words(tokens: Sequence[Token], forms: Forms) -> list[Word]:
    """The tokens with their meanings; a phrase becomes one word."""
    texts = [token.form if token.kind == "word" else "\0" for token in tokens]
    words: list[Word] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        found = forms.vocabulary.meaning(texts, place) if token.kind == "word" else None
        length = found[1] if found else 1
        whole = token if length == 1 else _phrase(tokens[place : place + length])
        if not (found and found[0].kind == "self"):
            words.append(Word(whole, found[0] if found else None, whole.end))
        place += length
    return words


def _phrase(tokens: Sequence[Token]) -> Token:
    form = " ".join(token.form for token in tokens)
    return Token("word", form, tokens[0].start, tokens[-1].end, capital=tokens[0].capital)


class _Joining:
    """Makes nodes of words, references and names of acts first."""

    def __init__(self, text: str, words: list[Word], forms: Forms) -> None:
        self.text, self.words, self.forms = text, words, forms
        self.references = ReferenceReader(words, forms)
        self.acts = ActReader(words, forms)
        self.found: list[Node] = []
        self.flags: list[tuple[str, int]] = []

    def nodes(self) -> tuple[list[Node], list[tuple[str, int]]]:
        place = 0
        while place < len(self.words):
            act = self.acts.read(place)
            if act is not None and act.bare:
                place = act.stop
                continue
            if act is not None:
                name = act_name(self.text, self.words[act.start].token, self.words[act.stop - 1].token)
                self.found.append(Node(ACT, *self._span(place, act.stop), name))
                place = act.stop
                continue
            reference = self.references.read(place)
            if reference is not None:
                self._add_reference(reference, place)
                place = reference.stop
                continue
            self._add_word(self.words[place])
            place += 1
        return self.found, self.flags

    def _span(self, start: int, stop: int) -> tuple[int, int]:
        return self.words[start].token.start, self.words[stop - 1].end

    def _add_word(self, word: Word) -> None:
        token, meaning = word.token, word.meaning
        if meaning is not None and meaning.kind == "flag":
            self.flags.append((meaning.name, len(self.found)))
            return
        if meaning is not None and (
            meaning.kind in ("filler", "chain", "range", "version") or meaning.name == "in"
        ):
            return
        self.found.append(Node(self._code(word), token.start, token.end, token.form))

    def _code(self, word: Word) -> str:
        token, meaning = word.token, word.meaning
        if token.kind == "quotation":
            return QUOTATION
        if token.kind in ("mark", "dash"):
            return "-" if token.kind == "dash" else token.form
        if meaning is not None and meaning.kind in ("word", "preposition"):
            return self.forms.codes[meaning.name] if meaning.kind == "word" else PLACERS[meaning.name]
        return LINK if meaning is not None and meaning.kind == "link" else UNKNOWN

    def _add_reference(self, reference: Reference, place: int) -> None:
        """A reference, joined to the one before it where both are said with «and»."""
        start, end = self._span(place, reference.stop)
        node = Node(ROLES[reference.role], start, end, routes=reference.routes)
        before = self._joinable(node)
        if before:
            first = self.found[-before]
            routes = joined(first.routes, node.routes, inner_first=self.forms.inner_first)
            node = Node(first.code, first.start, end, routes=tuple(dict.fromkeys(routes)))
            del self.found[-before:]
        elif self.found and self._narrows(node):
            node = self._narrowed(node)
        elif self.found and self._holds(node):
            inner = self.found.pop()
            held = tuple(outer + steps for outer in node.routes for steps in inner.routes)
            node = Node(inner.code, inner.start, end, routes=held)
        self.found.append(node)

    def _joinable(self, node: Node) -> int:
        """How many nodes back the reference stands that this one goes on: after «,», «и» or both."""
        back = 0
        while back < 2 and back < len(self.found) and self.found[-1 - back].code in (",", LINK):
            back += 1
        if not back or back >= len(self.found):
            return 0
        first = self.found[-1 - back]
        if _names_again(node, first):
            return 0
        same = first.code == node.code or (node.code in "WO" and first.code in "IABW")
        if not same or not first.routes:
            return 0
        linked = any(self.found[-1 - step].code == LINK for step in range(back))
        union = linked or rank(node.routes[0][0]) <= rank(first.routes[-1][-1])
        return back + 1 if union else 0

    def _narrows(self, node: Node) -> bool:
        """«in section 4, in subsection (1)»: the second is inside the first."""
        before = self.found[-2] if len(self.found) > 1 and self.found[-1].code == "," else self.found[-1]
        opens = (
            "IOW" if self.forms.numbers == "after" and node.code == "W" else "IO"
        )  # «Article 14, part two»
        if before.code not in opens or node.code not in "IW" or not before.routes:
            return False
        return rank(node.routes[0][0]) > rank(before.routes[-1][-1])

    def _holds(self, node: Node) -> bool:
        """«the definition of “port” in section 2»: the second holds the first."""
        before = self.found[-1]
        if self.forms.numbers != "after" or node.code != "I" or before.code != "W" or not before.routes:
            return False
        return rank(node.routes[0][-1]) < rank(before.routes[0][0])

    def _narrowed(self, node: Node) -> Node:
        if self.found[-1].code == ",":
            self.found.pop()
        outer = self.found.pop()
        routes = tuple(steps + inner for steps in outer.routes for inner in node.routes)
        return Node(node.code, outer.start, node.end, routes=routes)


def _names_again(node: Node, first: Node) -> bool:
    """«for section 9, the following section …»: the unit without a number is no further place."""
    last = node.routes[0][-1]
    return not last.number and first.routes != () and last.unit in ("article", first.routes[-1][-1].unit)
