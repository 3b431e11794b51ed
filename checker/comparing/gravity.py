"""Whether a finding is graver than the one it carries on."""

from __future__ import annotations

from checker.comparing.matching import finding_names
from checker.draft import Language
from checker.finding import Finding, FindingVerdict
from checker.language.quantities import find_quantities
from checker.language.words import words_of
from checker.rule import SEVERITIES, Rule

_LIGHTEST_FIRST: tuple[FindingVerdict, ...] = ("review", "missing", "incompatible")


def is_graver(after: Finding, before: Finding, rule: Rule, language: Language) -> bool:
    """Whether severity, verdict, quantity or what is missing got worse from ``before`` to ``after``."""
    if SEVERITIES.index(after.severity) != SEVERITIES.index(before.severity):
        return SEVERITIES.index(after.severity) < SEVERITIES.index(before.severity)
    if after.verdict != before.verdict:
        return _LIGHTEST_FIRST.index(after.verdict) > _LIGHTEST_FIRST.index(before.verdict)
    if after.check == before.check == "limit" and _is_further(after, before, rule, language):
        return True
    return set(finding_names(after)) > set(finding_names(before))


def _is_further(after: Finding, before: Finding, rule: Rule, language: Language) -> bool:
    """Whether a term that breaks a limit breaks it by more; rules with limits both ways tell nothing."""
    caps = {check.at_most is not None for check in rule.checks if check.kind == "limit"}
    hours = hours_of(after.quote, language), hours_of(before.quote, language)
    if hours[0] is None or hours[1] is None or len(caps) != 1:
        return False
    return hours[0] > hours[1] if caps == {True} else hours[0] < hours[1]


def hours_of(text: str, language: Language) -> float | None:
    """The longest duration that a text names, in hours."""
    quantities = find_quantities([word.form for word in words_of(text)], language)
    return max((one.hours for one in quantities if one.hours is not None), default=None)
