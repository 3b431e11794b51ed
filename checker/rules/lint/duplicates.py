"""The same thing twice: phrases in a concept, checks in rules."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from msgspec.structs import replace

from checker.errors import Problem
from checker.rule import Check
from checker.rules.lint.sites import PhraseSite, phrase_sites, rules_with_files
from checker.rules.lint.speech import tree
from checker.rules.loading import Gathered


def lint_duplicates(gathered: Gathered) -> Iterator[Problem]:
    """Phrases that find the same in one concept, and checks that ask the same."""
    yield from _phrases(gathered)
    yield from _checks(gathered)


def _phrases(gathered: Gathered) -> Iterator[Problem]:
    seen: dict[Hashable, PhraseSite] = {}
    for site in phrase_sites(gathered):
        phrase = tree(site.text, site.language)
        if isinstance(phrase, str):
            continue
        first = seen.setdefault((site.concept.id, site.language, phrase.sequences), site)
        if first is site:
            continue
        line = first.document.places.get(first.at, (0, 0))[0]
        if first.barred != site.barred:
            yield site.problem(f"stands under «not» and among the phrases (line {line})", "keep one")
        elif first.text == site.text:
            yield site.problem(f"stands twice (also in line {line})", "keep one")
        else:
            message = f"finds the same as «{first.text}» in line {line}"
            yield site.problem(message, "keep one", warning=True)


def _checks(gathered: Gathered) -> Iterator[Problem]:
    seen: list[tuple[Check, str]] = []
    for rule, document in rules_with_files(gathered):
        for number, check in enumerate(rule.checks):
            asks = replace(check, any=tuple(sorted(check.any)), severity=None, confidence=1.0, message={})
            asks = replace(asks, must=tuple(replace(one, name={}) for one in check.must))
            name = f"check {number + 1} of {rule.id}"
            first = next((other for known, other in seen if known == asks), "")
            if first:
                message = f"{name} asks the same as {first}"
                yield document.problem(("checks", number), message, "keep one")
            seen.append((asks, name))
