"""A draft checked, with how it was read: what two texts are compared by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.checks.engine import check_reading
from checker.checks.standing import met_in
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
        return self.checked.concepts()

    @cached_property
    def within(self) -> Mapping[int, Sequence[int]]:
        """The provisions of each article, the article among them."""
        members: dict[int, list[int]] = defaultdict(list)
        for number, home in enumerate(self.reading.article_of):
            members[home].append(number)
        return members

    @cached_property
    def _met(self) -> dict[str, frozenset[int]]:
        return {}

    def met(self, rule: Rule) -> frozenset[int]:
        """The provisions that meet a rule."""
        if rule.id not in self._met:
            self._met[rule.id] = met_in(rule, self.reading)
        return self._met[rule.id]

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.checked.draft


def judge(draft: Draft, rulesets: Sequence[Ruleset], lexicon: Lexicon) -> Judged:
    """Check a draft and keep how it was read."""
    reading = read_draft(draft, lexicon)
    return Judged(check_reading(reading, rulesets), reading)
