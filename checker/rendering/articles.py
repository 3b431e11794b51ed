"""Which article holds a provision, and which provisions hold articles."""

from __future__ import annotations

from collections.abc import Sequence

from checker.draft import Draft

CONTAINERS = frozenset({"book", "part", "title", "chapter", "subchapter", "division", "section", "schedule"})


def articles_of(draft: Draft) -> tuple[int, ...]:
    """For each provision the index of the article that holds it; its own where none does."""
    held: list[int] = []
    for provision in draft.provisions:
        parent = provision.parent
        if provision.kind == "article" or parent is None or draft.provisions[parent].kind in CONTAINERS:
            held.append(provision.index)
        else:
            held.append(held[parent])
    return tuple(held)


def article_order(articles: Sequence[int], draft: Draft) -> tuple[int, ...]:
    """The ordinal of the holding article, for each provision: those of neighbours differ by one.

    Articles that an amending law quotes lie apart: what follows article 110 there may be article 150.
    """
    ordinals: dict[int, int] = {}
    last = 0
    for index in dict.fromkeys(articles):
        last += 2 if draft.provisions[index].quoted else 1
        ordinals[index] = last
    return tuple(ordinals[index] for index in articles)
