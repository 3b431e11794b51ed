"""What a draft does to the wording it changes, as the page shows it: mended, lost, gained, turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from checker.draft import Draft, Language
from checker.finding import Change, CheckedDraft, Effect, Safeguard, Verdict
from checker.rendering.edits import Edits
from checker.rendering.notes import Place
from checker.rendering.wording import Told, Words
from checker.rule import Rule, Severity

EFFECTS: tuple[Effect, ...] = ("introduces", "worsens", "keeps")


class MendedNote(Struct, frozen=True):
    """A fault of the former wording that the draft does away with.

    ``beside`` is the provision of the draft it stands beside, None where the provision is gone.
    """

    anchor: str
    rule: Rule
    severity: Severity
    message: Told
    quote: str
    now: str
    language: Language
    beside: int | None
    place: Place | None


class SafeguardNote(Struct, frozen=True):
    """A safeguard that the draft takes away (``lost``) or brings in; ``beside`` as in a mended note."""

    anchor: str
    lost: bool
    rule: Rule
    name: Told
    quote: str
    language: Language
    beside: int | None
    place: Place | None


class Turn(Struct, frozen=True):
    """A standard whose verdict the draft changes."""

    rule: Rule
    before: Verdict
    after: Verdict


class ChangeView(Struct, frozen=True):
    """All that the opening page says of the change; ``known`` is False where no former wording is."""

    known: bool = False
    effects: Mapping[Effect, int] = field(default_factory=dict)
    mended: tuple[MendedNote, ...] = ()
    lost: tuple[SafeguardNote, ...] = ()
    gained: tuple[SafeguardNote, ...] = ()
    turns: tuple[Turn, ...] = ()
    edits: Edits = field(default_factory=Edits)

    @property
    def safeguards(self) -> tuple[SafeguardNote, ...]:
        """Those lost, then those gained."""
        return (*self.lost, *self.gained)


class _Scene(Struct, frozen=True):
    """What the notes are made from."""

    draft: Draft
    before: Draft
    rules: Mapping[str, Rule]
    places: Sequence[Place]
    edits: Edits
    words: Words

    def place(self, index: int | None) -> Place | None:
        return self.places[index] if index is not None and index >= 0 else None


def change_view(checked: CheckedDraft, edits: Edits, places: Sequence[Place], words: Words) -> ChangeView:
    """The change of a draft, ready to show; empty where the draft changes no wording that is known."""
    change = checked.change
    if change is None:
        return ChangeView()
    before = change.before.draft if change.before else checked.draft
    scene = _Scene(checked.draft, before, checked.rules(), places, edits, words)
    counted = Counter(finding.effect for finding in checked.findings)
    return ChangeView(
        known=True,
        effects={effect: counted[effect] for effect in EFFECTS},
        mended=_mended(change, scene),
        lost=_safeguards(change.lost, scene, lost=True),
        gained=_safeguards(change.gained, scene, lost=False),
        turns=turns_between(change.before, checked),
        edits=edits,
    )


def turns_between(before: CheckedDraft | None, after: CheckedDraft) -> tuple[Turn, ...]:
    """The standards on which two checked texts differ, in the order of the rules."""
    if before is None:
        return ()
    former = {standard.rule: standard.verdict for standard in before.standards}
    rules = after.rules()
    return tuple(
        Turn(rules[one.rule], former[one.rule], one.verdict)
        for one in after.standards
        if one.rule in rules and former.get(one.rule, one.verdict) != one.verdict
    )


def _mended(change: Change, scene: _Scene) -> tuple[MendedNote, ...]:
    return tuple(
        MendedNote(
            anchor=f"mended-{number}",
            rule=scene.rules[one.finding.rule],
            severity=one.finding.severity,
            message=scene.words.told(one.finding.message),
            quote=one.finding.quote,
            now=one.now,
            language=_language(scene.before, one.finding.provision),
            beside=one.provision,
            place=scene.place(one.provision),
        )
        for number, one in enumerate(change.mended, start=1)
        if one.finding.rule in scene.rules
    )


def _safeguards(found: Sequence[Safeguard], scene: _Scene, *, lost: bool) -> tuple[SafeguardNote, ...]:
    notes = []
    for number, one in enumerate(found, start=1):
        draft = scene.before if lost else scene.draft
        same_text = draft is scene.draft
        beside = one.provision if same_text else scene.edits.now.get(one.provision)
        if one.rule in scene.rules:
            notes.append(
                SafeguardNote(
                    anchor=f"{'lost' if lost else 'gained'}-{number}",
                    lost=lost,
                    rule=scene.rules[one.rule],
                    name=scene.words.told(one.name),
                    quote=one.quote,
                    language=_language(draft, one.provision),
                    beside=beside,
                    place=scene.place(beside),
                )
            )
    return tuple(notes)


def _language(draft: Draft, index: int) -> Language:
    return draft.provisions[index].language if 0 <= index < len(draft.provisions) else draft.language
