"""How the provisions of a draft carry on those of the wording it changes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from checker.draft import Draft, Provision
from checker.finding import Change, CheckedDraft


class Edits(Struct, frozen=True):
    """What became of each provision, by index in the draft.

    ``former`` holds the former wording of those that were reworded, ``moved`` of those that stood
    elsewhere; ``new`` had none. ``gone`` are provisions of the former text that the draft drops, under the
    provision they would follow (-1: they come first). ``now`` leads from the former text to the draft.
    """

    former: Mapping[int, Provision] = field(default_factory=dict)
    moved: Mapping[int, Provision] = field(default_factory=dict)
    new: frozenset[int] = frozenset()
    gone: Mapping[int, tuple[Provision, ...]] = field(default_factory=dict)
    now: Mapping[int, int] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Whether there is a former text that the draft carries on."""
        return bool(self.now)

    @property
    def gone_count(self) -> int:
        """How many provisions the draft drops."""
        return sum(map(len, self.gone.values()))


NO_EDITS = Edits()


def edits_of(checked: CheckedDraft) -> Edits:
    """The edits of a draft; none where no former text is known or nothing of it is carried on."""
    change = checked.change
    if change is None or change.before is None:
        return NO_EDITS
    before = change.before.draft.provisions
    now = {
        pair.before: pair.after for pair in change.pairs if pair.before is not None and pair.after is not None
    }
    if not now:
        return NO_EDITS
    carried = [
        (pair.after, before[pair.before], pair)
        for pair in change.pairs
        if pair.before is not None and pair.after is not None
    ]
    return Edits(
        former={after: old for after, old, pair in carried if pair.reworded},
        moved={after: old for after, old, pair in carried if pair.moved},
        new=_new(change, checked.draft),
        gone=_gone(change, before, now),
        now=now,
    )


def _new(change: Change, draft: Draft) -> frozenset[int]:
    """The provisions without a forerunner; title and heading above a comparative table have none to have."""
    tabled = any(provision.row for provision in draft.provisions)
    return frozenset(
        pair.after
        for pair in change.pairs
        if pair.before is None and pair.after is not None
        if draft.provisions[pair.after].row or not tabled
    )


def _gone(
    change: Change, before: tuple[Provision, ...], now: Mapping[int, int]
) -> dict[int, tuple[Provision, ...]]:
    """The provisions dropped, each under the one that follows its nearest kept forerunner."""
    dropped = {pair.before for pair in change.pairs if pair.after is None and pair.before is not None}
    gone: dict[int, list[Provision]] = {}
    last = -1
    for provision in before:
        if provision.index in dropped:
            gone.setdefault(last, []).append(provision)
        else:
            last = now.get(provision.index, last)
    return {after: tuple(those) for after, those in gone.items()}
