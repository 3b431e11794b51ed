"""The opening page: what is wrong, how serious, on what authority; what is met; what is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.finding import CheckedDraft, FindingVerdict, Standard, Verdict
from checker.rendering.notes import Note, Place, Source, instruments_of, sources_of
from checker.rendering.wording import VERDICTS, Told, Words
from checker.rule import SEVERITIES, Rule, Severity


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """All that one rule reports, told by its gravest note."""

    rule: Rule
    severity: Severity
    verdict: FindingVerdict
    message: Told
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class StandardDetail:
    """One standard with its verdict, the provisions it rests on and its notes."""

    rule: Rule
    anchor: str
    verdict: Verdict
    places: tuple[Place, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The standards of one group, in the order of the ruleset, and sorted by verdict."""

    title: Told
    anchor: str
    standards: tuple[StandardDetail, ...]

    def of(self, verdict: Verdict) -> tuple[StandardDetail, ...]:
        """The standards of the group with this verdict."""
        return tuple(standard for standard in self.standards if standard.verdict == verdict)


def key_findings(notes: Iterable[Note]) -> tuple[KeyFinding, ...]:
    """One entry per rule, the most severe first, then what stands in most places."""
    by_rule: dict[str, list[Note]] = {}
    for note in notes:
        by_rule.setdefault(note.rule.id, []).append(note)
    return tuple(sorted(map(_key_finding, by_rule.values()), key=_weight))


def groups_of(
    checked: CheckedDraft, notes: Iterable[Note], places: Sequence[Place], words: Words
) -> tuple[Group, ...]:
    """Every standard that was checked, by group, in the order of the rulesets."""
    by_rule: dict[str, list[Note]] = {}
    for note in notes:
        by_rule.setdefault(note.rule.id, []).append(note)
    standards = {standard.rule: standard for standard in checked.standards}
    instruments = instruments_of(checked)
    groups: dict[str, list[StandardDetail]] = {}
    for rule in checked.rules().values():
        if rule.id in standards:
            sources = sources_of(rule, instruments, words)
            found = tuple(by_rule.get(rule.id, ()))
            groups.setdefault(rule.group, []).append(
                _detail(standards[rule.id], rule, found, places, sources)
            )
    titles = {key: texts for ruleset in checked.rulesets for key, texts in ruleset.groups.items()}
    return tuple(
        Group(words.told(titles.get(key, {"en": key})), f"group-{key}", tuple(details))
        for key, details in groups.items()
    )


def verdict_counts(checked: CheckedDraft) -> Mapping[Verdict, int]:
    """How many standards have each verdict."""
    counted = Counter(standard.verdict for standard in checked.standards)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def severity_counts(checked: CheckedDraft) -> Mapping[Severity, int]:
    """How many findings have each severity."""
    counted = Counter(finding.severity for finding in checked.findings)
    return {severity: counted[severity] for severity in SEVERITIES}


def _key_finding(notes: list[Note]) -> KeyFinding:
    gravest = min(notes, key=lambda note: (*_gravity(note), note.number))
    finding = gravest.finding
    return KeyFinding(gravest.rule, finding.severity, finding.verdict, gravest.message, tuple(notes))


def _gravity(note: Note) -> tuple[int, int]:
    return SEVERITIES.index(note.finding.severity), VERDICTS.index(note.finding.verdict)


def _weight(key: KeyFinding) -> tuple[int, int, int, int]:
    gravity = SEVERITIES.index(key.severity), VERDICTS.index(key.verdict)
    return (*gravity, -len(key.notes), key.notes[0].number)


def _detail(
    standard: Standard,
    rule: Rule,
    notes: tuple[Note, ...],
    places: Sequence[Place],
    sources: tuple[Source, ...],
) -> StandardDetail:
    return StandardDetail(
        rule=rule,
        anchor=f"standard-{rule.id}",
        verdict=standard.verdict,
        places=tuple(places[index] for index in standard.provisions),
        notes=notes,
        sources=sources,
    )
