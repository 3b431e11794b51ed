"""References that lead nowhere, told only where the draft's own numbering is certain.

An excerpt, a truncated file and an amending law refer to what they do not show; so nothing is told of a
draft whose articles do not count from 1 without a gap, or that refers beyond its end again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from checker.amending.instruction import Step, Target
from checker.draft import Draft, Language, Provision
from checker.language.figures import whole
from checker.language.references.places import Places
from checker.language.references.reference import Reference, references_in
from checker.patterns import regex

_SAYS_OWN: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"\bthis\s+\w", re.IGNORECASE),
    "ru": regex(r"настоящ|данн", re.IGNORECASE),
    "kk": regex(r"осы\s", re.IGNORECASE),
}
"""Only words that say «this» are certain to mean the draft itself."""
_FEWEST_ARTICLES = 3
_MOST_BEYOND = 2
_ASIDE = frozenset(("contents", "note", "explanatory", "preamble", "schedule", "heading"))


class Broken(Struct, frozen=True):
    """A reference in ``provision`` to ``step`` of ``inside`` (None: of the draft), which ends at ``last``."""

    provision: int
    start: int
    end: int
    step: Step
    last: str
    inside: int | None


def broken_references(draft: Draft, places: Places) -> tuple[Broken, ...]:
    """The references of a draft to its own provisions that are not there, in reading order."""
    last = _last_article(places)
    if not last:
        return ()
    found = [one for provision in draft.provisions for one in _in_provision(provision, draft, places, last)]
    beyond = {one.step.number for one in found if one.inside is None}
    if len(beyond) > _MOST_BEYOND:
        return ()
    return tuple(found)


def _last_article(places: Places) -> int:
    """The last article of a draft whose articles count from 1 without a gap; 0 for any other."""
    numbers = {key[0][0] for key in places.articles if key}
    last = max(numbers, default=0)
    complete = len(numbers) >= _FEWEST_ARTICLES and numbers == set(range(1, last + 1))
    return last if complete and not places.repeated else 0


def _in_provision(provision: Provision, draft: Draft, places: Places, last: int) -> Iterator[Broken]:
    if (
        provision.quoted
        or provision.role in _ASIDE
        or not _SAYS_OWN[provision.language].search(provision.text)
    ):
        return
    for reference in references_in(provision.text, provision.language):
        if reference.scope not in ("act", "here"):
            continue
        for target in reference.targets:
            one = _fault(reference, target, provision, places, last)
            if one is not None:
                yield one
                break


def _fault(
    reference: Reference, target: Target, provision: Provision, places: Places, last: int
) -> Broken | None:
    steps = target.steps
    if not steps or any(True for _ in places.of_target(target, provision.index)):
        return None
    span = provision.index, reference.start, reference.end
    if steps[0].unit == "article" and reference.scope == "act":
        number = steps[0].through or steps[0].number
        if number.isdigit() and whole(number) > last:
            return Broken(*span, steps[0], str(last), None)
    if steps[0].unit != "article" and not provision.article:
        return None
    home, depth = _deepest(steps, provision, places)
    end = places.end_of(home, steps[depth]) if home is not None else ""
    return Broken(*span, steps[depth], end, home) if end else None


def _deepest(steps: Sequence[Step], provision: Provision, places: Places) -> tuple[int | None, int]:
    """The one provision that the first steps surely lead to, and how many they are; None without such.

    A range («articles 3 to 5») leads to no particular one.
    """
    home, depth = None, 0
    for count in range(int(steps[0].unit == "article"), len(steps)):
        found = list(places.of_target(Target(steps=tuple(steps[:count])), provision.index))
        if len(found) != 1:
            break
        home, depth = found[0], count
    return home, depth
