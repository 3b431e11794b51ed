"""Which concepts a text can name at all, told by its words alone.

Every phrase has a sign: a word without which it stands nowhere. A concept of which no sign stands in the text
need not be looked at, nor even be fetched: so rules on other subjects cost next to nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from checker.language.phrases import Slot
from checker.language.programs import Options, Program, Step, Words, needed_of


class Signs(Struct, frozen=True, array_like=True, gc=False):
    """The signs of all concepts of a language; concepts stand as their places in ``names``.

    ``words`` gives the concepts that a term may announce, ``leads`` those that may be there where another
    concept is; ``always`` are those without a sign.
    """

    names: tuple[str, ...]
    words: Mapping[int, tuple[int, ...]]
    leads: Mapping[int, tuple[int, ...]]
    always: tuple[int, ...]

    def announced(self, terms: Iterable[int], concepts: Iterable[str]) -> set[str]:
        """The concepts that a text with these terms and mentions of these concepts can name."""
        known = set(concepts)
        found: set[int] = set()
        left = [*self.always, *(place for place, name in enumerate(self.names) if name in known)]
        left.extend(chain.from_iterable(self.words.get(term, ()) for term in terms))
        while left:
            place = left.pop()
            if place not in found:
                found.add(place)
                left.extend(self.leads.get(place, ()))
        return known.union(self.names[place] for place in found)


Made = tuple[str, Collection[Program], Collection[str]]
"""A concept: its name, its phrases and the concepts it includes."""


def signs_of(concepts: Collection[Made]) -> Signs:
    """The signs of concepts: of each phrase the word that the fewest phrases need."""
    needed = (step for _, phrases, _ in concepts for phrase in phrases for step in phrase.needed)
    common = Counter(number for step in needed if isinstance(step, Words) for number in step.numbers)
    places: dict[str, int] = {}
    by_sign: dict[int | str | None, dict[int, None]] = defaultdict(dict)
    for name, phrases, includes in concepts:
        place = places.setdefault(name, len(places))
        for sign in chain(includes, *(_signs(phrase.needed, common) for phrase in phrases)):
            by_sign[sign][place] = None
    always = tuple(by_sign.pop(None, ()))
    words = {sign: tuple(held) for sign, held in by_sign.items() if isinstance(sign, int)}
    leads = {
        places.setdefault(sign, len(places)): tuple(held)
        for sign, held in by_sign.items()
        if isinstance(sign, str)
    }
    return Signs(tuple(places), words, leads, always)


def _signs(steps: Collection[Step], common: Counter[int]) -> Iterator[int | str | None]:
    """The words or concepts of which one must be there; None if no word tells.

    Rare words serve best, so a set of words is worth what all of them together are.
    """
    best = min(
        (step for step in steps if isinstance(step, Words)),
        key=lambda step: sum(common[number] for number in step.numbers),
        default=None,
    )
    if best is not None:
        yield from best.numbers
        return
    slot = next((step for step in steps if isinstance(step, Slot)), None)
    if slot is not None:
        yield from slot.concepts
        return
    options = next((step for step in steps if isinstance(step, Options)), None)
    if options is None:
        yield None
        return
    for run in options.runs:
        yield from _signs(needed_of((run,)), common)
