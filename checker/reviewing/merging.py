"""The decisions of two people on one draft put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from checker.decision import Added, Decision, Review

Entry = TypeVar("Entry", Decision, Added)


class Conflict(Struct, frozen=True):
    """Two entries on one finding that do not say the same; ``keys`` are what they differ in."""

    mine: Decision | Added
    theirs: Decision | Added
    keys: tuple[str, ...]


def merge_reviews(mine: Review, theirs: Review) -> tuple[Review, tuple[Conflict, ...]]:
    """Both reviews as one, in the order of the first; in a conflict the later day stands, else the first.

    Entries that differ in author and day alone are no conflict.
    """
    decisions, first = _merged(mine.decisions, {one.finding: one for one in theirs.decisions}, "finding")
    added, second = _merged(mine.added, {one.id: one for one in theirs.added}, "id")
    return Review(tuple(decisions), tuple(added)), (*first, *second)


def _merged(
    mine: Sequence[Entry], theirs: Mapping[str, Entry], key: str
) -> tuple[list[Entry], list[Conflict]]:
    merged: list[Entry] = []
    conflicts = []
    for one in mine:
        other = theirs.get(getattr(one, key))
        if other is None:
            merged.append(one)
            continue
        keys = _differing(one, other)
        if keys:
            conflicts.append(Conflict(one, other, keys))
        merged.append(other if keys and other.day > one.day else one)
    known = {getattr(one, key) for one in mine}
    merged.extend(one for name, one in theirs.items() if name not in known)
    return merged, conflicts


def _differing(one: Entry, other: Entry) -> tuple[str, ...]:
    same = replace(other, author=one.author, day=one.day)
    return tuple(name for name in one.__struct_fields__ if getattr(one, name) != getattr(same, name))
