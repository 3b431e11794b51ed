"""Two texts side by side: the provisions and articles of one that carry on those of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from checker.comparing.likeness import plain
from checker.draft import Draft
from checker.finding import Pair
from checker.language.reading import articles


class Correspondence:
    """What in ``before`` answers to what in ``after``, by the pairs of both."""

    def __init__(self, before: Draft, after: Draft, pairs: Sequence[Pair]) -> None:
        self.before = before
        self.after = after
        self.pairs = pairs
        self.to_after = {one.before: one.after for one in pairs if _whole(one)}
        self.to_before = {one.after: one.before for one in pairs if _whole(one)}
        self.home_before = articles(before)
        self.home_after = articles(after)
        self.changed = {one.after for one in pairs if one.before is None or one.reworded}

    @cached_property
    def homes_after(self) -> Mapping[int, frozenset[int]]:
        """For each article of ``before`` those of ``after`` that hold any of it."""
        return _homes(self.to_after, self.home_before, self.home_after)

    @cached_property
    def homes_before(self) -> Mapping[int, frozenset[int]]:
        """For each article of ``after`` those of ``before`` that it holds any of."""
        return _homes(self.to_before, self.home_after, self.home_before)

    @cached_property
    def altered(self) -> frozenset[int]:
        """The articles of ``after`` in which any word is new, other or gone."""
        homes = {self.home_after[number] for number in self.changed if number is not None}
        for one in self.pairs:
            if one.after is None and one.before is not None:
                homes |= self.homes_after.get(self.home_before[one.before], frozenset())
        return frozenset(homes)

    def turned(self) -> Correspondence:
        """The same, the other way round."""
        pairs = [Pair(one.after, one.before, one.moved, one.reworded) for one in self.pairs]
        return Correspondence(self.after, self.before, pairs)


def _whole(pair: Pair) -> bool:
    return pair.before is not None and pair.after is not None


def _homes(
    mates: Mapping[int | None, int | None], own: Sequence[int], others: Sequence[int]
) -> Mapping[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in mates.items():
        if one is not None and other is not None:
            found[own[one]].add(others[other])
    return {home: frozenset(homes) for home, homes in found.items()}


def plain_provision(draft: Draft, number: int) -> str:
    """The folded words of a provision's own text; empty for the draft as a whole."""
    return plain(draft.provisions[number].text) if number >= 0 else ""
