"""The justification of a proposal: what is wrong, what is asked for, on what authority."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.patterns import regex
from checker.rendering.notes import Note, Source
from checker.rendering.word.comments import Line, Piece, source_line
from checker.rendering.word.printing import quoted
from checker.rendering.wording import Words
from checker.rule import Instrument

_MOST_SOURCES = 6
_WEIGHT = ("domestic", "treaty", "treaty-body", "case", "soft-law")
_QUOTED = regex('«[^»]*»|“[^”]*”|"[^"]*"')
_LED_BY_QUOTE = regex(r"(?P<quote>«[^»]*»|“[^”]*”|\"[^\"]*\"): (?P<rest>.+)", re.DOTALL)
_SHORT = (("(не найдено: ", "(в тексте отсутствует: "), ("(табылмады: ", "(мәтінде жоқ: "))


def justification(
    notes: Sequence[Note], instruments: Mapping[str, Instrument], words: Words
) -> Iterator[Line]:
    """The paragraphs: objection, standard, sources, recommendations of the report."""
    yield tuple(_objection(notes, words))
    rule = notes[0].rule
    standard = words.told(rule.standard)
    if standard.text:
        yield (Piece(standard.text, standard.language),)
    sources = _chosen(notes[0].sources, instruments)
    if sources:
        cited = "; ".join(map(source_line, sources))
        based = words.gettext("The proposal is based on the following instruments: %(sources)s.")
        yield (Piece(based % {"sources": cited}, words.language),)
    if rule.report:
        yield (Piece(_recommended(notes[0], instruments, words), words.language),)


def _objection(notes: Sequence[Note], words: Words) -> Iterator[Piece]:
    """The messages as sentences; where several say the same of other words, those words are added."""
    said: dict[str, list[Note]] = {}
    for note in notes:
        said.setdefault(_QUOTED.sub("", note.message.text), []).append(note)
    for order, same in enumerate(said.values()):
        message = same[0].message
        yield Piece((" " if order else "") + _sentence(message.text, words), message.language)
        others = dict.fromkeys(note.finding.quote for note in same[1:] if note.finding.quote)
        others.pop(same[0].finding.quote, None)
        if others:
            quotes = ", ".join(quoted(quote, words.language) for quote in others)
            also = words.gettext("The same applies to the words %(quotes)s.")
            yield Piece(f" {also % {'quotes': quotes}}", words.language)


def _sentence(message: str, words: Words) -> str:
    """A message as a person writes it, also where it begins with the words it is about («…»: …)."""
    for short, full in _SHORT:
        message = message.replace(short, full)
    led = _LED_BY_QUOTE.fullmatch(message)
    if led is None:
        return message
    whole = words.gettext("The provision with the words %(quote)s calls for an objection: %(objection)s")
    return whole % {"quote": led["quote"], "objection": led["rest"]}


def _chosen(sources: Sequence[Source], instruments: Mapping[str, Instrument]) -> list[Source]:
    """The weightiest sources, the binding ones first; the report has a sentence of its own."""
    known = [one for one in sources if _kind(one, instruments) in _WEIGHT]
    return sorted(known, key=lambda one: _WEIGHT.index(_kind(one, instruments)))[:_MOST_SOURCES]


def _kind(source: Source, instruments: Mapping[str, Instrument]) -> str:
    return instruments[source.instrument].kind if source.instrument in instruments else "soft-law"


def _recommended(note: Note, instruments: Mapping[str, Instrument], words: Words) -> str:
    ids = ", ".join(note.rule.report)
    carried = words.ngettext(
        "It carries out recommendation %(ids)s",
        "It carries out recommendations %(ids)s",
        len(note.rule.report),
    ) % {"ids": ids}
    report = next((one for one in instruments.values() if one.kind == "report"), None)
    return f"{carried} ({words.told(report.title).text})." if report else f"{carried}."
