"""A draft checked, with how it was read: what two texts are compared by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.checks.engine import check_reading
from checker.draft import Draft
from checker.finding import CheckedDraft
from checker.language.lexicon import Lexicon
from checker.language.reading import Reading, read_draft
from checker.rule import Concept, Rule, Ruleset


@dataclass(frozen=True)
class Judged:
    """A draft checked, with the reading it was checked by."""

    checked: CheckedDraft
    reading: Reading

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by id."""
        return self.checked.rules()

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """All concepts by id."""
        return {key: one for ruleset in self.checked.rulesets for key, one in ruleset.concepts.items()}

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.checked.draft


def judge(draft: Draft, rulesets: Sequence[Ruleset], lexicon: Lexicon) -> Judged:
    """Check a draft and keep how it was read."""
    reading = read_draft(draft, lexicon)
    return Judged(check_reading(reading, rulesets), reading)
