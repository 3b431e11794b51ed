"""What the page of a consolidated law shows, drawn from the result."""

from __future__ import annotations

from collections.abc import Iterator

from checker.consolidating.result import Consolidated
from checker.draft import Draft, Language, Provision
from checker.rendering.consolidated_page import Command, Piece, ShownUnit, consolidated_page, pieces

_DEEPEST = 3
_HEADED = frozenset({"article", "chapter", "part", "section", "schedule", "book", "title", "subpart"})


def page_of(result: Consolidated, amending: Draft, language: Language) -> str:
    """The law with what goes and what comes marked, each change linked to the words that command it."""
    draft = result.draft
    left = [(amending.provisions[one.provision].label, one.text) for one in result.amendments.unread]
    return consolidated_page(
        (draft.title, amending.title or amending.path),
        list(_units(result)),
        list(_commands(result, amending, language)),
        left,
        (language, draft.language),
    )


def _units(result: Consolidated) -> Iterator[ShownUnit]:
    base = result.draft.before or result.draft
    former = {after: before for before, after in enumerate(result.carried) if after is not None}
    by_after = {one.after: one.instructions for one in result.changes if one.after is not None}
    by_before = {one.before: one.instructions for one in result.changes if one.after is None}
    shown = 0
    for provision in result.draft.provisions:
        before = former.get(provision.index)
        while before is not None and shown < before:
            if result.carried[shown] is None:
                yield _removed(base, base.provisions[shown], by_before.get(shown, ()))
            shown += 1
        shown = max(shown, before + 1) if before is not None else shown
        old = base.provisions[before] if before is not None else None
        yield _kept(result.draft, provision, old, by_after.get(provision.index, ()))
    for index in range(shown, len(base.provisions)):
        if result.carried[index] is None:
            yield _removed(base, base.provisions[index], by_before.get(index, ()))


def _kept(draft: Draft, provision: Provision, old: Provision | None, by: tuple[int, ...]) -> ShownUnit:
    return ShownUnit(
        provision,
        provision.id,
        pieces(old.heading if old else "", provision.heading),
        pieces(old.text if old else "", provision.text),
        pieces(old.mark if old else "", provision.mark),
        _depth(draft, provision),
        tuple(number + 1 for number in by),
    )


def _removed(base: Draft, provision: Provision, by: tuple[int, ...]) -> ShownUnit:
    def gone(text: str) -> tuple[Piece, ...]:
        return (Piece("del", text),) if text else ()

    return ShownUnit(
        provision,
        f"was-{provision.id}",
        gone(provision.heading),
        gone(provision.text),
        gone(provision.mark),
        _depth(base, provision),
        tuple(number + 1 for number in by),
    )


def _depth(draft: Draft, provision: Provision) -> int:
    inside = [one for one in draft.ancestors(provision) if one.kind not in _HEADED]
    return min(_DEEPEST, len(inside))


def _commands(result: Consolidated, amending: Draft, language: Language) -> Iterator[Command]:
    for number in result.mine:
        one = result.amendments.instructions[number]
        said = amending.provisions[one.provision]
        place = (one.provision, one.start, one.end)
        faults = [
            flaw.message[language] for flaw in result.flaws if (flaw.provision, flaw.start, flaw.end) == place
        ]
        words = said.text[one.start : one.end]
        yield Command(number + 1, said.label, words, tuple(_anchors(result, number)), tuple(faults))


def _anchors(result: Consolidated, number: int) -> Iterator[tuple[str, str]]:
    base = result.draft.before or result.draft
    for change in result.changes:
        if number not in change.instructions:
            continue
        if change.after is not None:
            provision = result.draft.provisions[change.after]
            yield provision.id, provision.label
        elif change.before is not None:
            provision = base.provisions[change.before]
            yield f"was-{provision.id}", provision.label
