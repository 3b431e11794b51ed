"""Which provision of a text carries on which of an earlier one, although renumbered, moved or reworded.

Articles are aligned first, each by all it says, then the provisions within aligned articles, then
what is left anywhere. Each step takes the surest hint that is left: the row of a comparative table, the
same words, the same number with similar words, the same heading, the likeness of the words.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.comparing.alignment import (
    NEARLY_SAME,
    SIMILAR_AT_PLACE,
    Alignment,
    Side,
    by_key,
    fill_gaps,
)
from checker.comparing.likeness import likeness
from checker.draft import Draft
from checker.finding import Pair

SIMILAR_IN_ARTICLE = 0.6
SIMILAR_ANYWHERE = 0.72
_TELLING = 25
"""Code points; shorter words («repealed») say nothing of where they come from."""


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
    rows = [by_key(range(len(side.own)), side, _row) for side in (alignment.before, alignment.after)]
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
    fill_gaps(alignment, homes, others, (wholes[id(before)], wholes[id(after)]))


def _align_within(alignment: Alignment, ones: list[int], others: list[int]) -> None:
    below = len(alignment.before.place[ones[0]]) if ones else 0
    above = len(alignment.after.place[others[0]]) if others else 0

    def relative(side: Side, number: int) -> tuple[str, ...]:
        return side.place[number][below if side is alignment.before else above :]

    alignment.by_key(ones, others, lambda side, number: (*relative(side, number), side.said(number)))
    alignment.by_key(ones, others, Side.said)
    _by_likeness(alignment, ones, others, NEARLY_SAME)
    alignment.by_key(ones, others, relative, alignment.similar)
    _by_likeness(alignment, ones, others, SIMILAR_IN_ARTICLE)
    fill_gaps(alignment, ones, others, (_said(alignment.before, ones), _said(alignment.after, others)))


def _align_anywhere(alignment: Alignment) -> None:
    everywhere = range(len(alignment.before.own)), range(len(alignment.after.own))

    def telling(side: Side, number: int) -> str:
        said = side.said(number)
        return said if len(said) >= _TELLING else ""

    alignment.by_key(*everywhere, telling)
    _by_likeness(alignment, *everywhere, SIMILAR_ANYWHERE)


def _by_likeness(alignment: Alignment, ones: Iterable[int], others: Iterable[int], least: float) -> None:
    left = alignment.left(ones, others)
    if left[0] and left[1]:
        texts = _said(alignment.before, left[0]), _said(alignment.after, left[1])
        alignment.by_likeness(texts, least)


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
