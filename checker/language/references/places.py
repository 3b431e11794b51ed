"""Where a reference leads in a draft, allowing for what the drafting traditions call their units.

A code says «часть 2» and «пункт 2)» where a Kazakhstan law says «пункт 2» and «подпункт 2)»; a part may
be a paragraph without number. So a step is looked for by its number in the nearest rank that has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.amending.instruction import Step, Target
from checker.draft import Draft, Provision
from checker.language.figures import whole
from checker.language.references.reference import Reference
from checker.patterns import regex

_PARTS = regex(r"\d+|[^\W\d_]+")
_ASIDE = frozenset(("contents", "note", "explanatory", "preamble", "heading"))
_MOST = 12
"""A reference to more provisions than this («articles 5 to 90») leads to no particular one."""
Key = tuple[tuple[int, str], ...]


def key_of(number: str) -> Key:
    """Sort key of a printed number.

    >>> key_of("14-1") < key_of("15"), key_of("4A") == key_of("4a")
    (True, True)
    """
    return tuple(
        (whole(part), "") if part.isdigit() else (0, part.lower()) for part in _PARTS.findall(number)
    )


class Places:
    """The provisions of a draft by their numbers. Quoted wording and schedules have no place here."""

    def __init__(self, draft: Draft, article_of: Sequence[int]) -> None:
        self._draft = draft
        self._article_of = article_of
        own = [one for one in draft.provisions if is_own_article(one, draft)]
        counts = Counter(key_of(one.number) for one in own)
        self.articles = {key_of(one.number): one.index for one in own if counts[key_of(one.number)] == 1}
        self.repeated = any(count > 1 for count in counts.values())

    def of(self, reference: Reference, provision: int) -> tuple[int, ...]:
        """The provisions a reference made in ``provision`` leads to; none where any of it is not found."""
        found: list[int] = []
        for target in reference.targets:
            places = list(self.of_target(target, provision))
            if not places:
                return ()
            found.extend(place for place in places if place not in found)
        return tuple(found) if len(found) <= _MOST else ()

    def of_target(self, target: Target, provision: int) -> Iterator[int]:
        """The provisions that one target is."""
        steps = target.steps
        if not steps:
            yield self._article_of[provision]
            return
        if steps[0].unit == "article":
            homes = list(self._articles(steps[0]))
            steps = steps[1:]
        else:
            homes = [self._article_of[provision]]
        for home in homes if len(homes) == 1 or not steps else ():
            yield from self.below(home, steps)

    def _articles(self, step: Step) -> Iterator[int]:
        first, last = key_of(step.number), key_of(step.through or step.number)
        place = self.articles.get(first)
        if place is not None and not step.through:
            yield place
        if not step.through and (place is not None or not _is_range(step.number)):
            return
        if not step.through:
            first, last = first[:1], first[1:]
        for key, place in self.articles.items():
            if first <= key <= last or key[:1] == last[:1]:
                yield place

    def below(self, place: int, steps: Sequence[Step]) -> Iterator[int]:
        """The provisions below one that further steps lead to."""
        if not steps:
            yield place
            return
        for child in self._step(place, steps[0]):
            yield from self.below(child, steps[1:])

    def _step(self, place: int, step: Step) -> Iterator[int]:
        rank = self.children(place)
        while rank:
            found = _among(rank, step) or self._unnumbered(place, step)
            if found:
                yield from found
                return
            if any(one.number and one.kind == step.unit for one in rank):
                return  # the units of this name are counted here, and it is none of them
            rank = [below for one in rank for below in self.children(one.index)]

    def _unnumbered(self, place: int, step: Step) -> list[int]:
        """«Часть вторая» of an article whose parts have no numbers; the opening words are the first."""
        last = step.through or step.number
        if step.unit not in ("paragraph", "indent") or not (step.number.isdigit() and last.isdigit()):
            return []
        plain = [one.index for one in self.children(place) if not one.number]
        if self._draft.provisions[place].text:
            plain.insert(0, place)
        return plain[whole(step.number) - 1 : whole(last)] if whole(last) <= len(plain) else []

    def end_of(self, place: int, step: Step) -> str:
        """The number at which the units below a provision end, where a step surely lies beyond it.

        Empty where that is not certain: they must count from 1 without a gap.
        """
        numbers = [one.number for one in self.children(place) if one.number]
        counted = [str(number) for number in range(1, len(numbers) + 1)]
        wanted = step.through or step.number
        sure = len(numbers) > 1 and numbers == counted and wanted.isdigit() and step.unit != "indent"
        return numbers[-1] if sure and whole(wanted) > len(numbers) else ""

    def children(self, place: int) -> list[Provision]:
        """The provisions of the law itself right below one."""
        below = (self._draft.provisions[index] for index in self._draft.provisions[place].children)
        return [one for one in below if one.role not in _ASIDE and not one.quoted]


def _among(rank: Sequence[Provision], step: Step) -> list[int]:
    """The provisions of one rank that a step names; «1-3» is a range where no number is printed so."""
    numbered = [(key_of(one.number), one.index) for one in rank if one.number]
    first, last = key_of(step.number), key_of(step.through or step.number)
    found = [index for key, index in numbered if first <= key <= last]
    if not found and not step.through and _is_range(step.number):
        return [index for key, index in numbered if first[:1] <= key <= first[1:]]
    return found if step.through else found[:1]


def _is_range(number: str) -> bool:
    """Whether a number that is not printed anywhere may be a range set with a hyphen: «17-24»."""
    first, _, last = number.partition("-")
    return first.isdigit() and last.isdigit() and whole(first) < whole(last)


def is_own_article(provision: Provision, draft: Draft) -> bool:
    """Whether it is an article of the draft itself, neither quoted new wording nor of a schedule's text."""
    if provision.kind != "article" or provision.quoted or provision.role in (*_ASIDE, "schedule"):
        return False
    return not any(
        above.kind == "article" or above.role == "schedule" for above in draft.ancestors(provision)
    )
