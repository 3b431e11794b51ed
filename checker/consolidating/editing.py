"""Words replaced, struck and inserted in the places that an instruction names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from checker.amending.instruction import Instruction
from checker.consolidating.inflecting import inflected
from checker.consolidating.law import Law
from checker.consolidating.messages import Misfit, said
from checker.consolidating.near import nearest_words
from checker.consolidating.places import Place, Reading
from checker.consolidating.tree import below
from checker.consolidating.words import (
    Span,
    appended,
    inflected_places,
    inserted,
    places_in,
    replaced,
)
from checker.draft import Language
from checker.language.letters import fold
from checker.patterns import regex
from checker.rule import Texts
from checker.structure.node import Node

_TELLING = 6
"""New words of so many code points, found in the law, are a sign that it has the change already."""


class Field(Struct, frozen=True):
    """A text of a node in which words are sought: from ``start`` to ``end`` (-1: to its end)."""

    node: Node
    name: Literal["text", "heading"]
    start: int = 0
    end: int = -1

    def read(self) -> str:
        """The words as they now are."""
        whole = self.node.text if self.name == "text" else self.node.heading
        return whole if self.end < 0 else whole[self.start : self.end]

    def write(self, words: str) -> None:
        """Put other words in their stead."""
        whole = self.node.text if self.name == "text" else self.node.heading
        if self.end >= 0:
            words = f"{whole[: self.start]}{words}{whole[self.end :]}"
        if self.name == "text":
            self.node.text = words
        else:
            self.node.heading = words


Hit = tuple[Field, Span]
_LAST_MARK = regex(r"[.;:]?\s*$")


def change_words(law: Law, reading: Reading, instruction: Instruction, new: str) -> list[Texts]:
    """Carry out an instruction on words; gives remarks on words that stand in a form left unchanged.

    ``new`` are the words to insert.

    Raises:
        Misfit: The words are not there, or more often than the draft says.
    """
    if instruction.operation == "insert-words":
        _insert(law, reading, instruction, new)
        return []
    olds = _stretch(law, reading, instruction) or [quoted.text for quoted in instruction.old]
    news = [quoted.text for quoted in instruction.new] if instruction.operation == "replace-words" else []
    if not olds:
        raise Misfit("words-not-found", said("no-wording", None, place=law.label(reading[0].node)))
    if instruction.inflected and len(news) == 1:
        olds = _without_forms(olds, law.base.language)
    pairs = [(old, _paired(news, len(olds), place)) for place, old in enumerate(olds)]
    sought = [(old, put, _sought(law, reading, (old, put), instruction)) for old, put in pairs]
    remarks: list[Texts] = []
    for old, put, hit in _from_the_end(sought):
        remarks.extend(_replace(law, hit, old, put))
    return remarks


def _stretch(law: Law, reading: Reading, instruction: Instruction) -> list[str]:
    """The words from the first to the last that a draft quotes, or to the end of the place.

    Raises:
        Misfit: The first or the last words are not there, or more often than once.
    """
    if not instruction.stretch:
        return []
    first, *others = [quoted.text for quoted in instruction.stretch]
    (field, (start, end)), *_ = _sought(law, reading, (first, ""), instruction)
    text = field.read()
    closing = places_in(text[end:], others[-1]) if others else [(0, len(_LAST_MARK.sub("", text[end:])))]
    if not closing:
        raise _not_there(law, [field], others[-1], law.label(field.node))
    return [text[start : end + closing[0][1]]]


def _without_forms(olds: Sequence[str], language: Language) -> list[str]:
    """The words without those that are forms of an earlier one: all stand for one new word."""
    kept: list[str] = []
    for old in olds:
        if not any(inflected_places(old, one, language) == [(0, len(old))] for one in kept):
            kept.append(old)
    return kept


def _paired(news: Sequence[str], count: int, place: int) -> str:
    if not news:
        return ""
    if len(news) == 1:
        return news[0]
    if count == 1:
        return " ".join(news)
    return news[min(place, len(news) - 1)]


def _from_the_end(sought: list[tuple[str, str, list[Hit]]]) -> Iterator[tuple[str, str, Hit]]:
    """Every hit once, the last of each text first, so that places before it stay true.

    Two forms of one word find each other's places: a place goes to the form that stands there.
    """
    hits = [(old, new, hit) for old, new, several in sought for hit in several]
    hits.sort(key=lambda one: (one[2][1], _reads(one[2]) == fold(one[0])), reverse=True)
    taken: dict[tuple[Node, str], int] = {}
    for old, new, (field, (start, end)) in hits:
        if end <= taken.get((field.node, field.name), end):
            taken[field.node, field.name] = start
            yield old, new, (field, (start, end))


def _reads(hit: Hit) -> str:
    field, (start, end) = hit
    return fold(field.read()[start:end])


def _replace(law: Law, hit: Hit, old: str, new: str) -> Iterator[Texts]:
    field, (start, end) = hit
    text = field.read()
    language = law.base.language
    words = inflected(text[start:end], old, new, language) if new else ""
    if words is None:
        values = {"place": law.label(field.node), "words": text[start:end], "new": new}
        yield said("uninflected", None, **values)
    field.write(replaced(text, (start, end), new if words is None else words))
    law.touch(field.node)


def _sought(law: Law, reading: Reading, pair: tuple[str, str], instruction: Instruction) -> list[Hit]:
    """Where the old words of a pair stand: once in the nearest circle of texts with them, or throughout."""
    words, new = pair
    every = instruction.throughout or instruction.inflected
    circles = list(circles_of(law, reading))
    for circle in circles[-1:] if every else circles:
        hits = list(_hits(law, circle, words, instruction))
        if len(hits) > 1 and not every:
            values = {"words": words, "place": law.label(reading[0].node)}
            raise Misfit("words-ambiguous", said("many-words", None, count=len(hits), **values))
        if hits:
            return hits
    if len(new) >= _TELLING and any(places_in(field.read(), new) for field in circles[-1]):
        values = {"words": words, "new": new, "place": law.label(reading[0].node)}
        raise Misfit("words-not-found", said("done", None, **values))
    raise _not_there(law, circles[-1], words, law.label(reading[0].node))


def _hits(law: Law, circle: Sequence[Field], words: str, instruction: Instruction) -> Iterator[Hit]:
    for field in circle:
        text = field.read()
        if instruction.inflected:
            spans = inflected_places(text, words, law.base.language)
        else:
            spans = places_in(text, words)
        yield from ((field, span) for span in spans)


def _not_there(law: Law, circle: Sequence[Field], words: str, place: str) -> Misfit:
    near = nearest_words(words, [field.read() for field in circle])
    if near:
        return Misfit("words-not-found", said("near-words", None, words=words, place=place, near=near))
    return Misfit("words-not-found", said("no-words", None, words=words, place=place))


def circles_of(law: Law, reading: Reading) -> Iterator[list[Field]]:
    """The texts of a place from the inside out: its own words, all below it, the headings too."""
    if reading[0].part != "all":
        yield [_field(place) for place in reading]
        return
    own = [Field(place.node, "text") for place in reading]
    if any(field.node.text for field in own):
        yield own
    nodes = [one for place in reading for one in (place.node, *below(place.node)) if law.is_live(one)]
    nodes = list(dict.fromkeys(nodes))
    law_text = [Field(one, "text") for one in nodes if one.role not in {"note", "contents", "explanatory"}]
    yield law_text
    yield [*law_text, *(Field(one, "heading") for one in nodes if one.heading)]


def _field(place: Place) -> Field:
    if place.part == "heading":
        return Field(place.node, "heading")
    if place.part == "sentence":
        return Field(place.node, "text", place.start, place.end)
    return Field(place.node, "text")


def _insert(law: Law, reading: Reading, instruction: Instruction, new: str) -> None:
    if not new:
        raise Misfit("words-not-found", said("no-wording", None, place=law.label(reading[0].node)))
    if instruction.anchor is None:
        for place in reading:
            _insert_at_edge(law, place, new, instruction)
        return
    hits = _sought(law, reading, (instruction.anchor.text, ""), instruction)
    for field, (start, end) in sorted(hits, key=lambda hit: hit[1], reverse=True):
        edge = start if instruction.position == "before" else end
        field.write(inserted(field.read(), edge, new))
        law.touch(field.node)


def _insert_at_edge(law: Law, place: Place, new: str, instruction: Instruction) -> None:
    """Words without an anchor go to the start or the end of the place, or beside the sentence it is."""
    field = _field(place if place.part != "all" else Place(_last_text(law, place.node), "text"))
    if instruction.position in {"start", "before"}:
        field = _field(place if place.part != "all" else Place(place.node, "text"))
        field.write(inserted(field.read(), 0, new))
    elif place.part == "sentence" and instruction.position == "after":
        field.write(inserted(field.read(), len(field.read()), new))
    else:
        field.write(appended(field.read(), new))
    law.touch(field.node)


def _last_text(law: Law, node: Node) -> Node:
    """Where the words of a unit end: in the last unit below it."""
    last = node
    while children := [one for one in law.live_children(last) if one.role == "norm" and one not in law.added]:
        last = children[-1]
    return last
