"""Whether a decision passes from one body to another, by the bodies that an instruction names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks.exchange import Exchange, Swap
from checker.rule import Check, Rule


def exchanged_bodies(swap: Swap, rules: Sequence[Rule]) -> Iterator[Exchange]:
    """Yield the rules about who decides that an instruction breaks or comes to meet."""
    for rule in rules:
        for check in (one for one in rule.checks if one.kind == "authority"):
            worse = _direction(swap, check)
            certainty = swap.evidence(rule, check) if worse is not None else 0
            if worse is None or not certainty:
                continue
            told = swap.new if worse and swap.new else swap.old
            names = check.decided_by if not worse or swap.new else check.allowed
            shown = tuple(swap.named(told, names)[:1])
            yield Exchange("body", rule, check, worse, certainty > 1, certainty, swap.old, swap.new, shown)


def _direction(swap: Swap, check: Check) -> bool | None:
    """Whether the decision passes to a wrong body (true) or to the right one (false)."""
    wrong_old, right_old = (bool(swap.named(swap.old, one)) for one in (check.decided_by, check.allowed))
    wrong_new, right_new = (bool(swap.named(swap.new, one)) for one in (check.decided_by, check.allowed))
    either_old, either_new = swap.is_alternative(swap.old), swap.is_alternative(swap.new)
    if swap.inserted:
        worsens, mends = right_old and wrong_new and either_new, False
    elif swap.new is None:
        worsens, mends = right_old and not wrong_old, wrong_old and not right_old and either_old
    else:
        worsens = right_old and wrong_new and (not right_new or (not wrong_old and either_new))
        mends = wrong_old and right_new and not (wrong_new and either_new) and (not right_old or either_old)
    return True if worsens else False if mends else None
