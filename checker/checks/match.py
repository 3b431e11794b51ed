"""What a check hands to the engine: a place, why, and what was looked for in vain."""

from __future__ import annotations

from msgspec import Struct

from checker.language.reading import Mention
from checker.rule import Requirement, Severity


class Match(Struct, frozen=True):
    """One answer of a check: the mention to mark, the other mentions it rests on, what is absent.

    ``hours`` is the value a limit found; ``severity`` overrides the rule's when the check says so.
    """

    mark: Mention
    evidence: tuple[Mention, ...] = ()
    absent: tuple[Requirement, ...] = ()
    hours: float | None = None
    severity: Severity | None = None
