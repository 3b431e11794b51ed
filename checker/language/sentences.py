"""The sentences of a draft as the matcher sees them: words with places, chapeau joined."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from msgspec import Struct, field

from checker.draft import Draft, Language, Provision
from checker.language.amendments import struck_spans
from checker.language.quantities import Quantity, find_quantities
from checker.language.words import CONTRAST, Word, sentence_spans, words_of

_NOWHERE = (-1, -1)
LONGEST_CHAPEAU = 600
"""Of a longer lead-in only the end is read with each item (code points)."""


class Sentence(Struct):
    """One norm to be judged: a sentence, or a list item read with its chapeau and tail.

    ``starts`` and ``ends`` are code points in the provision's own text; -1 where a word stands in the
    chapeau, the tail or a heading. ``struck`` are words quoted only to be taken out of another law.
    ``clauses`` numbers the parts that a semicolon or a contrasting word («but», «однако») opens.
    """

    number: int
    provision: int
    language: Language
    forms: list[str]
    starts: array[int]
    ends: array[int]
    clauses: array[int]
    heading: bool = False
    quantities: list[Quantity] = field(default_factory=list)
    struck: frozenset[int] = frozenset()

    def own_span(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the words ``first`` to ``last`` (half open) stand in the own text, if any of them does.

        Words that begin in the chapeau and end in the tail are of neither item between the two.
        """
        inside = [place for place in range(first, last) if self.starts[place] >= 0]
        if inside and inside[0] > first and inside[-1] < last - 1:
            return None
        return (self.starts[inside[0]], self.ends[inside[-1]]) if inside else None


def sentences_of(draft: Draft) -> list[Sentence]:
    """Every sentence of the draft, headings and the title among them, in reading order."""
    sentences: list[Sentence] = []
    known: dict[str, str] = {}
    for language, text, provision, offset, own_length, heading in _readings(draft):
        words = words_of(text)
        if not words:
            continue
        forms = [known.setdefault(word.form, word.form) for word in words]
        held = own_length if provision < 0 else min(own_length, len(draft.provisions[provision].text))
        own = [(word.start - offset, word.end - offset) for word in words]
        if own[0][0] < 0 or own[-1][1] > held:
            own = [place if place[0] >= 0 and place[1] <= held else _NOWHERE for place in own]
        sentences.append(
            Sentence(
                number=len(sentences),
                provision=provision,
                language=language,
                forms=forms,
                starts=array("i", [start for start, _ in own]),
                ends=array("i", [end for _, end in own]),
                clauses=_clauses(text, words),
                heading=heading,
                quantities=find_quantities(forms, language),
                struck=_struck(text, words, language),
            )
        )
    return sentences


def _struck(text: str, words: list[Word], language: Language) -> frozenset[int]:
    spans = struck_spans(text, language)
    if not spans:
        return frozenset()
    return frozenset(place for place, word in enumerate(words) if any(a <= word.start < b for a, b in spans))


def _clauses(text: str, words: list[Word]) -> array[int]:
    """The number of the clause that each word stands in."""
    if ";" not in text and CONTRAST.isdisjoint(word.form for word in words):
        return array("H", bytes(2 * len(words)))
    numbers, number, before = array("H"), 0, 0
    for word in words:
        if word.form in CONTRAST or ";" in text[before : word.start]:
            number += 1
        numbers.append(number)
        before = word.end
    return numbers


_Reading = tuple[Language, str, int, int, int, bool]


def _readings(draft: Draft) -> Iterator[_Reading]:
    """Language, text, provision, where the own words start in the text, their length, whether a heading."""
    if draft.title:
        yield draft.language, draft.title, -1, len(draft.title) + 1, 0, True
    for provision in draft.provisions:
        if provision.role in ("contents", "note", "explanatory"):
            continue
        if provision.heading:
            yield provision.language, provision.heading, provision.index, len(provision.heading) + 1, 0, True
        yield from _own_readings(provision)


def _own_readings(provision: Provision) -> Iterator[_Reading]:
    spans = sentence_spans(provision.text)
    for order, (start, end) in enumerate(spans):
        before = _lead_in(provision.context) if order == 0 else ""
        after = provision.tail if order == len(spans) - 1 else ""
        text = f"{before} " if before else ""
        offset = len(text)
        text += provision.text[start:end] + (f" {after}" if after else "")
        heading = provision.role == "heading"
        yield provision.language, text, provision.index, offset - start, end, heading


def _lead_in(context: str) -> str:
    spans = sentence_spans(context)
    if not spans:
        return ""
    last = context[spans[-1][0] :]
    return last if len(last) <= LONGEST_CHAPEAU else last[-LONGEST_CHAPEAU:].partition(" ")[2]
