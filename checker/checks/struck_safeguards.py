"""Safeguards that an instruction strikes out of the law it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.checks.exchange import Exchange, Swap
from checker.checks.matter import told_outside
from checker.language.reading import Mention
from checker.rule import Check, Requirement, Rule


def struck_safeguards(swap: Swap, rules: Sequence[Rule]) -> Iterator[Exchange]:
    """Yield the rules whose safeguards stand in the words struck and not in those put in.

    A rule is the right one where the instruction is about its matter, or where the words name its
    safeguard in more than one way.
    """
    if swap.old is None or swap.inserted:
        return
    for rule in rules:
        needs, votes = _struck(swap, rule)
        ranked = sorted((-swap.evidence(rule, check), order) for order, (check, _) in enumerate(needs))
        certainty = -ranked[0][0] if ranked else 0
        if certainty or len(votes) > 1:
            check, lacking = needs[ranked[0][1]]
            shown = tuple(votes.values())[:1]
            names, near = (*rule.topic, *check.any), swap.matter.near(swap.instruction)
            certain = told_outside(swap.old, names, near, swap.reading)
            weight = 2 * certainty + len(votes)
            yield Exchange(
                "safeguard", rule, check, True, certain, weight, swap.old, swap.new, shown, lacking
            )  # fmt: skip


def _struck(swap: Swap, rule: Rule) -> tuple[list[tuple[Check, Requirement]], dict[str, Mention]]:
    """The needs of a rule that fall away, and the concepts that name them."""
    votes: dict[str, Mention] = {}
    needs: list[tuple[Check, Requirement]] = []
    for check in (one for one in rule.checks if one.kind == "require"):
        for one in check.must:
            gone = swap.named(swap.old, one.any)
            if gone and not swap.named(swap.new, one.any):
                votes |= {mention.concept: mention for mention in gone}
                needs.append((check, one))
    return needs, votes
