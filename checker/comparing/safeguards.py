"""Safeguards that a text gave and the next one gives no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.checks.standing import Standing, bits_of, holds_still, safeguards_in
from checker.comparing.correspondence import Correspondence, plain_provision
from checker.comparing.likeness import likeness
from checker.draft import Draft
from checker.finding import Safeguard
from checker.language.reading import Reading
from checker.rule import Concept, Rule

_SAME = 0.6
"""Words so much alike are the same safeguard in another article."""


def lost_and_gained(
    rules: Mapping[str, Rule],
    concepts: Mapping[str, Concept],
    readings: tuple[Reading, Reading],
    correspondence: Correspondence,
) -> tuple[tuple[Safeguard, ...], tuple[Safeguard, ...]]:
    """The safeguards that stand in the first text only, and in the second only.

    A safeguard is sought by its concept in the whole article that carries on its own, so that one
    that was moved or worded otherwise is neither. Where the matter that it guards is gone too, or is
    new, it is neither either.
    """
    before, after = readings
    turned = correspondence.turned()
    lost = list(_gone(rules, concepts, (before, after), correspondence))
    gained = list(_gone(rules, concepts, (after, before), turned))
    kept = [one for one in lost if not _is_among(one, gained, before.draft, after.draft)]
    new = [one for one in gained if not _is_among(one, lost, after.draft, before.draft)]
    return tuple(kept), tuple(new)


def _gone(
    rules: Mapping[str, Rule],
    concepts: Mapping[str, Concept],
    readings: tuple[Reading, Reading],
    correspondence: Correspondence,
) -> Iterator[Safeguard]:
    told: set[tuple[int, str]] = set()
    for rule in rules.values():
        for one in safeguards_in(rule, concepts, readings[0]):
            key = (one.home, str(dict(one.name)))
            if key not in told:
                told.add(key)
                if _is_gone(one, readings[1], correspondence):
                    yield Safeguard(one.rule, one.name, one.provision, one.quote)


def _is_gone(one: Standing, after: Reading, correspondence: Correspondence) -> bool:
    homes = set(correspondence.homes_after.get(one.home, ()))
    mate = correspondence.to_after.get(one.provision)
    if mate is not None:
        homes.add(correspondence.home_after[mate])
    if not homes & correspondence.altered:
        return False
    return not holds_still(one, homes, after) and after.holds(one.matter, bits_of(homes, after))


def _is_among(one: Safeguard, others: list[Safeguard], own: Draft, theirs: Draft) -> bool:
    words = plain_provision(own, one.provision)
    return any(
        dict(one.name) == dict(other.name)
        and likeness(words, plain_provision(theirs, other.provision)) >= _SAME
        for other in others
    )
