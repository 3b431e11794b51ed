"""Which finding of a text is which finding of an earlier one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.comparing.correspondence import Correspondence
from checker.comparing.counterpart import sentence_at
from checker.comparing.likeness import likeness, plain
from checker.draft import Draft
from checker.finding import Finding
from checker.rule import Rule

_LEAST = (0.3, 0.6, 0.9)
"""How alike their words must be in the same provision, in the same article, elsewhere."""


def matched(
    before: Sequence[Finding],
    after: Sequence[Finding],
    correspondence: Correspondence,
    rules: Mapping[str, Rule],
) -> dict[int, int]:
    """For positions in ``after`` the position in ``before`` of the same finding, each once."""
    by_rule: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(before):
        by_rule[finding.rule].append(number)
    hits = sorted(
        (*hit, abs(here - there), here, there)
        for there, finding in enumerate(after)
        for here in by_rule.get(finding.rule, ())
        for hit in _hit(before[here], finding, correspondence, rules[finding.rule])
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for *_, here, there in hits:
        if here not in taken and there not in found:
            found[there] = here
            taken.add(here)
    return found


def _hit(
    one: Finding, other: Finding, correspondence: Correspondence, rule: Rule
) -> Iterator[tuple[int, float]]:
    tier = _tier(one, other, correspondence)
    whole = is_of_the_draft(one, rule) and is_of_the_draft(other, rule)
    alike = _alike(one, other, correspondence, tier)
    if whole or alike >= _LEAST[tier] or (tier < 2 and one.check == other.check == "require"):
        yield tier, -alike


def _tier(one: Finding, other: Finding, correspondence: Correspondence) -> int:
    if one.provision < 0 or other.provision < 0:
        return 0 if one.provision == other.provision else 2
    if correspondence.to_after.get(one.provision) == other.provision:
        return 0
    homes = correspondence.homes_after.get(correspondence.home_before[one.provision], frozenset())
    return 1 if correspondence.home_after[other.provision] in homes else 2


def _alike(one: Finding, other: Finding, correspondence: Correspondence, tier: int) -> float:
    sentences = _sentence(one, correspondence.before), _sentence(other, correspondence.after)
    whole = likeness(*sentences)
    return whole if tier == 2 else max(whole, likeness(plain(one.quote), plain(other.quote)))


def _sentence(finding: Finding, draft: Draft) -> str:
    if finding.provision < 0:
        return plain(finding.quote)
    return plain(sentence_at(draft.provisions[finding.provision].text, finding.start))


def is_of_the_draft(finding: Finding, rule: Rule) -> bool:
    """Whether a finding is about what the draft as a whole leaves out."""
    return finding.check == "require" and any(
        check.scope == "draft" and set(finding_names(finding)) <= {str(dict(one.name)) for one in check.must}
        for check in rule.checks
        if check.kind == "require"
    )


def finding_names(finding: Finding) -> tuple[str, ...]:
    """The safeguards that a finding misses, as texts that can be compared."""
    return tuple(str(dict(texts)) for texts in finding.absent)
