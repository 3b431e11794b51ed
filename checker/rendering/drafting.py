"""Faults of drafting: instructions that could not be read, references that lead nowhere."""

from __future__ import annotations

from msgspec import Struct

from checker.draft import Language
from checker.finding import CheckedDraft, Flaw, FlawKind
from checker.rendering.notes import Place
from checker.rendering.wording import Told, Words


class FlawNote(Struct, frozen=True):
    """One fault, the words it lies in and the provision they stand in (None: the draft as a whole)."""

    anchor: str
    kind: FlawKind
    name: str
    message: Told
    quote: str
    language: Language
    beside: int | None
    place: Place | None


def faults_of(checked: CheckedDraft) -> tuple[Flaw, ...]:
    """The flaws and the instructions that were not read, in reading order.

    An instruction that a flaw already tells of is told once; one that none tells of has no message.
    """
    told = {(flaw.provision, flaw.start) for flaw in checked.flaws}
    unread = (
        Flaw("unread-instruction", one.provision, one.start, one.end, one.text, {})
        for one in checked.amendments.unread
        if (one.provision, one.start) not in told
    )
    return tuple(sorted((*checked.flaws, *unread), key=lambda flaw: (flaw.provision, flaw.start)))


def flaw_notes(checked: CheckedDraft, places: tuple[Place, ...], words: Words) -> tuple[FlawNote, ...]:
    """The faults of drafting as the page shows them, in reading order."""
    return tuple(
        FlawNote(
            anchor=f"flaw-{number}",
            kind=flaw.kind,
            name=words.flaw(flaw.kind),
            message=words.told(flaw.message),
            quote=flaw.quote,
            language=_language(flaw, checked),
            beside=flaw.provision if flaw.provision >= 0 else None,
            place=places[flaw.provision] if flaw.provision >= 0 else None,
        )
        for number, flaw in enumerate(faults_of(checked), 1)
    )


def _language(flaw: Flaw, checked: CheckedDraft) -> Language:
    draft = checked.draft
    return draft.provisions[flaw.provision].language if flaw.provision >= 0 else draft.language
