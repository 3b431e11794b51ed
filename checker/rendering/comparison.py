"""What became of a draft from one version to the next, sorted for every output of a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from checker.errors import mark
from checker.finding import CheckedDraft, Effect, Finding, Flaw, Mended, Pair, Safeguard
from checker.rendering.reading_order import in_reading_order

PAIR_NAMES: Mapping[str, str] = {
    "new": mark("new provision"),
    "gone": mark("provision gone"),
    "moved": mark("moved"),
    "reworded": mark("reworded"),
}


class Outcome(Struct, frozen=True):
    """Findings by what became of them, in reading order; safeguards; pairs of provisions.

    ``old`` is None only where the draft was compared with nothing.
    """

    old: CheckedDraft | None
    new: CheckedDraft
    fixed: tuple[Mended, ...]
    kept: tuple[Finding, ...]
    worse: tuple[Finding, ...]
    introduced: tuple[Finding, ...]
    gained: tuple[Safeguard, ...]
    lost: tuple[Safeguard, ...]
    pairs: tuple[Pair, ...]
    flaws: tuple[Flaw, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many provisions are new, gone, moved and reworded."""
        found = Counter(kind for pair in self.pairs for kind in kinds_of(pair))
        return {kind: found[kind] for kind in PAIR_NAMES}


def outcome_of(checked: CheckedDraft) -> Outcome:
    """The outcome of a comparison; of two languages of one draft only the flaws are told."""
    change = checked.change
    findings = in_reading_order(checked.findings)

    def those(effect: Effect) -> tuple[Finding, ...]:
        return tuple(one for one in findings if one.effect == effect)

    return Outcome(
        old=change.before if change else checked.parallel,
        new=checked,
        fixed=change.mended if change else (),
        kept=those("keeps"),
        worse=those("worsens"),
        introduced=those("introduces"),
        gained=change.gained if change else (),
        lost=change.lost if change else (),
        pairs=change.pairs if change else (),
        flaws=tuple(one for one in checked.flaws if one.kind == "languages-differ"),
    )


def kinds_of(pair: Pair) -> tuple[str, ...]:
    """What happened to a provision; nothing if it stands as it stood."""
    if pair.before is None:
        return ("new",)
    if pair.after is None:
        return ("gone",)
    return tuple(kind for kind, true in (("moved", pair.moved), ("reworded", pair.reworded)) if true)
