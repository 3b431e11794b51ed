"""«A norm that says this is incompatible»: marks each mention in fitting surroundings."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.match import Match
from checker.checks.surroundings import candidates
from checker.language.reading import Reading
from checker.rule import Check, Rule


def find_forbidden(rule: Rule, check: Check, reading: Reading) -> Iterator[Match]:
    """Yield each sentence that says what the check forbids."""
    for mark, shown in candidates(rule, check, reading):
        yield Match(mark, shown)
