"""Which provision of a text carries on which of an earlier one, although renumbered, moved or reworded.

Articles are aligned first, each by all it says, then the provisions within aligned articles, then
what is left anywhere. Each step takes the surest hint that is left: the row of a comparative table, the
same words, the same number with similar words, the same heading, the likeness of the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from checker.comparing.likeness import alike, likeness, plain
from checker.draft import Draft, Provision
from checker.finding import Pair
from checker.language.reading import articles

SIMILAR_AT_PLACE = 0.5
"""Enough where number and article are the same."""
SIMILAR_IN_ARTICLE = 0.6
SIMILAR_ANYWHERE = 0.72
_TELLING = 25
"""Code points; shorter words («repealed») say nothing of where they come from."""


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
        first, second = _by_key(left[0], self.before, key), _by_key(left[1], self.after, key)
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


def _by_key(
    numbers: Iterable[int], side: Side, key: Callable[[Side, int], Hashable]
) -> dict[Hashable, list[int]]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        name = key(side, number)
        if name:
            members[name].append(number)
    return members


def pairs_of(before: Draft, after: Draft) -> tuple[Pair, ...]:
    """Every provision of both texts in exactly one pair, in the order of ``after``."""
    alignment = Alignment(Side(before), Side(after))
    _align_rows(alignment)
    _align_articles(alignment)
    for home, other in sorted(alignment.to_after.items()):
        if alignment.before.home[home] == home and alignment.after.home[other] == other:
            _align_within(alignment, alignment.before.within[home], alignment.after.within[other])
    _align_anywhere(alignment)
    return _as_pairs(alignment)


def _align_rows(alignment: Alignment) -> None:
    """What stands in one row of a comparative table belongs together."""
    rows = [_by_key(range(len(side.own)), side, _row) for side in (alignment.before, alignment.after)]
    for row, ones in rows[0].items():
        _align_within(alignment, ones, rows[1].get(row, []))
        left = alignment.left(ones, rows[1].get(row, []))
        if len(left[0]) == len(left[1]) == 1:
            alignment.join(left[0][0], left[1][0])


def _row(side: Side, number: int) -> int:
    return side.draft.provisions[number].row


def _align_articles(alignment: Alignment) -> None:
    before, after = alignment.before, alignment.after
    homes, others = list(before.within), list(after.within)
    wholes = {id(side): {home: side.whole(home) for home in side.within} for side in (before, after)}

    def same_words(side: Side, home: int) -> str:
        whole = wholes[id(side)][home]
        return whole if len(whole) >= _TELLING else ""

    def similar(one: int, other: int) -> bool:
        said = wholes[id(before)][one], wholes[id(after)][other]
        return said == ("", "") or likeness(*said) >= SIMILAR_AT_PLACE

    alignment.by_key(homes, others, lambda side, home: (side.place[home], wholes[id(side)][home]))
    alignment.by_key(homes, others, same_words)
    alignment.by_key(homes, others, lambda side, home: side.place[home], similar)
    alignment.by_key(homes, others, lambda side, home: side.heading[home])
    left = alignment.left(homes, others)
    alignment.by_likeness(
        (
            {home: wholes[id(before)][home] for home in left[0]},
            {home: wholes[id(after)][home] for home in left[1]},
        ),
        SIMILAR_IN_ARTICLE,
    )


def _align_within(alignment: Alignment, ones: list[int], others: list[int]) -> None:
    below = len(alignment.before.place[ones[0]]) if ones else 0
    above = len(alignment.after.place[others[0]]) if others else 0

    def relative(side: Side, number: int) -> tuple[str, ...]:
        return side.place[number][below if side is alignment.before else above :]

    alignment.by_key(ones, others, lambda side, number: (*relative(side, number), side.said(number)))
    alignment.by_key(ones, others, Side.said)
    alignment.by_key(ones, others, relative, alignment.similar)
    left = alignment.left(ones, others)
    if left[0] and left[1]:
        alignment.by_likeness(
            (_said(alignment.before, left[0]), _said(alignment.after, left[1])), SIMILAR_IN_ARTICLE
        )


def _align_anywhere(alignment: Alignment) -> None:
    everywhere = range(len(alignment.before.own)), range(len(alignment.after.own))

    def telling(side: Side, number: int) -> str:
        said = side.said(number)
        return said if len(said) >= _TELLING else ""

    alignment.by_key(*everywhere, telling)
    left = alignment.left(*everywhere)
    alignment.by_likeness(
        (_said(alignment.before, left[0]), _said(alignment.after, left[1])), SIMILAR_ANYWHERE
    )


def _said(side: Side, numbers: Iterable[int]) -> dict[int, str]:
    return {number: said for number in numbers if len(said := side.said(number)) >= _TELLING}


def _as_pairs(alignment: Alignment) -> tuple[Pair, ...]:
    before, after = alignment.before, alignment.after
    pairs: list[Pair] = []
    told = 0
    gone = [number for number in range(len(before.own)) if number not in alignment.to_after]
    for other in range(len(after.own)):
        one = alignment.to_before.get(other)
        if one is None:
            pairs.append(Pair(None, other))
            continue
        while told < len(gone) and gone[told] < one:
            pairs.append(Pair(gone[told], None))
            told += 1
        pairs.append(Pair(one, other, _moved(alignment, one, other), before.said(one) != after.said(other)))
    pairs.extend(Pair(number, None) for number in gone[told:])
    return tuple(pairs)


def _moved(alignment: Alignment, one: int, other: int) -> bool:
    """Whether the numbers that lead to it differ; an unnumbered provision has the place of its parent."""
    return _numbers(alignment.before, one) != _numbers(alignment.after, other)


def _numbers(side: Side, number: int) -> tuple[str, ...]:
    provision = side.draft.provisions[number]
    if not provision.article:
        return (provision.kind, provision.number)
    chain = (provision, *side.draft.ancestors(provision))
    return tuple(one.number for one in chain if one.number and side.home[one.index] == side.home[number])


def pairs_by_place(before: Draft, after: Draft) -> tuple[Pair, ...]:
    """The provisions of two languages of one law, aligned by their numbers alone.

    ``moved`` and ``reworded`` say nothing here: every pair is of other words.
    """
    alignment = Alignment(Side(before), Side(after))
    alignment.by_key(
        range(len(before.provisions)), range(len(after.provisions)), lambda side, number: side.place[number]
    )
    return _as_pairs(alignment)
