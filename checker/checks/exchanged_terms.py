"""Whether an instruction lengthens a term beyond a limit, strikes it, or brings it within the limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks.exchange import Exchange, Swap
from checker.checks.limit import is_beyond
from checker.checks.matter import hours_in_quoted
from checker.rule import Check, Rule


def exchanged_terms(swap: Swap, rules: Sequence[Rule]) -> Iterator[Exchange]:
    """Yield the limits that an instruction breaks or comes to keep."""
    before = hours_in_quoted(swap.old, swap.reading) if swap.old and not swap.inserted else None
    after = hours_in_quoted(swap.new, swap.reading) if swap.new else None
    if before is None or before == after or (swap.new is not None and after is None):
        return
    for rule in rules:
        for check in (one for one in rule.checks if one.kind == "limit"):
            if check.languages and swap.reading.draft.language not in check.languages:
                continue
            worse = _is_worse(before, after, check)
            certainty = swap.evidence(rule, check) if worse is not None else 0
            if worse is not None and certainty:
                yield _exchange(swap, rule, check, (before, after, worse, certainty))


def _exchange(swap: Swap, rule: Rule, check: Check, told: tuple[float, float | None, bool, int]) -> Exchange:
    before, after, worse, certainty = told
    weight = certainty + len(check.where.with_) / 10 + _nearness(before, check)
    critical = check.critical_above is not None and (after or 0) > check.critical_above
    severity = "critical" if critical else check.severity
    return Exchange(
        "term", rule, check, worse, certainty > 1, weight, swap.old, swap.new, severity=severity
    )  # fmt: skip


def _nearness(before: float, check: Check) -> float:
    """A term that is the limit itself is the sign that the limit is meant."""
    return 1.0 if before in (check.at_most, check.no_less) else 0.0


def _is_worse(before: float, after: float | None, check: Check) -> bool | None:
    if after is None:
        return None if is_beyond(before, check) or check.at_most is None else True
    if is_beyond(after, check):
        further = after > before if check.at_most is not None else after < before
        return True if further else None
    return False if is_beyond(before, check) else None
