"""Two texts while they are aligned: their provisions, and who carries on whom so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from checker.comparing.likeness import alike, likeness, plain
from checker.draft import Draft, Provision
from checker.language.reading import articles

SIMILAR_AT_PLACE = 0.5
"""Enough where number and article are the same."""
NEARLY_SAME = 0.85
SIMILAR_IN_GAP = 0.45
"""Enough where the neighbours on both sides are aligned with each other."""
_LONGEST_GAP = 8
"""So many provisions of a gap are compared each with each."""

Texts = tuple[Mapping[int, str], Mapping[int, str]]


class Side:
    """One of two texts: its provisions with their words, and the article each stands in."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.home = articles(draft)
        self.own = [plain(one.text) for one in draft.provisions]
        self.heading = [plain(one.heading) for one in draft.provisions]
        self.within: dict[int, list[int]] = defaultdict(list)
        for number, home in enumerate(self.home):
            self.within[home].append(number)
        self.place = [_place(one, self) for one in draft.provisions]

    def said(self, number: int) -> str:
        """Heading and own words of a provision."""
        return f"{self.heading[number]} {self.own[number]}".strip()

    def whole(self, home: int) -> str:
        """All the words of an article."""
        return " ".join(said for number in self.within[home] if (said := self.said(number)))


def _place(provision: Provision, side: Side) -> tuple[str, ...]:
    """The numbers from the article down to the provision; outside articles its kind and number."""
    if not provision.article:
        return (provision.kind, provision.number)
    home = side.home[provision.index]
    chain = [one for one in (provision, *side.draft.ancestors(provision)) if side.home[one.index] == home]
    return tuple(one.number or one.id.rpartition("__")[2] for one in reversed(chain))


class Alignment:
    """Who carries on whom, made step by step; what is once aligned stays so."""

    def __init__(self, before: Side, after: Side) -> None:
        self.before = before
        self.after = after
        self.to_after: dict[int, int] = {}
        self.to_before: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        """Align two provisions, if neither is yet."""
        if one not in self.to_after and other not in self.to_before:
            self.to_after[one] = other
            self.to_before[other] = one

    def left(self, ones: Iterable[int], others: Iterable[int]) -> tuple[list[int], list[int]]:
        """Those of the provisions that are not aligned yet."""
        return [one for one in ones if one not in self.to_after], [
            other for other in others if other not in self.to_before
        ]

    def by_key(
        self,
        ones: Iterable[int],
        others: Iterable[int],
        key: Callable[[Side, int], Hashable],
        fits: Callable[[int, int], bool] = lambda _one, _other: True,
    ) -> None:
        """Align what has the same key (a false one is none) in both texts equally often, in order."""
        left = self.left(ones, others)
        first, second = by_key(left[0], self.before, key), by_key(left[1], self.after, key)
        for name, members in first.items():
            if len(members) == len(second.get(name, ())):
                for one, other in zip(members, second[name], strict=True):
                    if fits(one, other):
                        self.join(one, other)

    def by_likeness(self, texts: tuple[Mapping[int, str], Mapping[int, str]], least: float) -> None:
        """Align the most alike first; of equals those that stand nearest to each other."""
        found = alike(texts[0], texts[1], least)
        for _, one, other in sorted(found, key=lambda hit: (-hit[0], abs(hit[1] - hit[2]), hit[1] + hit[2])):
            self.join(one, other)

    def similar(self, one: int, other: int) -> bool:
        """Whether two provisions at the same place say something similar, or nothing."""
        said = self.before.said(one), self.after.said(other)
        return said == ("", "") or likeness(*said) >= SIMILAR_AT_PLACE


def by_key(
    numbers: Iterable[int], side: Side, key: Callable[[Side, int], Hashable]
) -> dict[Hashable, list[int]]:
    """Provisions by a key, in order; a false key is none."""
    members: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        name = key(side, number)
        if name:
            members[name].append(number)
    return members


def fill_gaps(
    alignment: Alignment,
    ones: list[int],
    others: list[int],
    texts: Texts,
) -> None:
    """What is left between the same neighbours in both texts needs less likeness."""
    places = {other: place for place, other in enumerate(others)}
    gap: list[int] = []
    last = -1
    for one in (*ones, None):
        mate = len(others) if one is None else places.get(alignment.to_after.get(one, -1), -1)
        if one is not None and one not in alignment.to_after:
            gap.append(one)
        elif mate > last:
            between = [other for other in others[last + 1 : mate] if other not in alignment.to_before]
            hits = [
                (-likeness(texts[0][here], texts[1][there]), here, there)
                for here in gap[:_LONGEST_GAP]
                for there in between[:_LONGEST_GAP]
                if here in texts[0] and there in texts[1]
            ]
            for found, here, there in sorted(hits):
                if -found >= SIMILAR_IN_GAP:
                    alignment.join(here, there)
            gap, last = [], mate
