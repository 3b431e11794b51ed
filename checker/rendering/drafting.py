"""Faults of drafting: instructions that could not be read, references that lead nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from checker.draft import Language
from checker.finding import CheckedDraft, FlawKind
from checker.rendering.notes import Place
from checker.rendering.wording import Told, Words


@dataclass(frozen=True, slots=True)
class FlawNote:
    """One fault, the words it lies in and the provision they stand in (None: the draft as a whole)."""

    anchor: str
    kind: FlawKind
    name: str
    message: Told
    quote: str
    language: Language
    beside: int | None
    place: Place | None


def flaw_notes(checked: CheckedDraft, places: tuple[Place, ...], words: Words) -> tuple[FlawNote, ...]:
    """The flaws and the instructions that were not read, in reading order.

    An instruction that a flaw already tells of is told once.
    """
    told = {(flaw.provision, flaw.start) for flaw in checked.flaws}
    unread: FlawKind = "unread-instruction"
    found = [
        (flaw.provision, flaw.start, flaw.kind, words.told(flaw.message), flaw.quote)
        for flaw in checked.flaws
    ]
    found += [
        (one.provision, one.start, unread, Told("", words.language), one.text)
        for one in checked.amendments.unread
        if (one.provision, one.start) not in told
    ]
    return tuple(
        FlawNote(
            anchor=f"flaw-{number}",
            kind=kind,
            name=words.flaw(kind),
            message=message,
            quote=quote,
            language=checked.draft.provisions[index].language if index >= 0 else checked.draft.language,
            beside=index if index >= 0 else None,
            place=places[index] if index >= 0 else None,
        )
        for number, (index, _, kind, message, quote) in enumerate(sorted(found, key=lambda one: one[:2]), 1)
    )
