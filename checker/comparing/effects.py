"""What a draft does to the wording it changes: what it introduces, worsens, keeps and mends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from checker.comparing.aligning import pairs_of
from checker.comparing.correspondence import Correspondence
from checker.comparing.facing import Facing
from checker.comparing.gravity import is_graver
from checker.comparing.judging import Judged
from checker.comparing.matching import is_of_the_draft, matched
from checker.comparing.safeguards import lost_and_gained
from checker.finding import Change, CheckedDraft, Effect, Finding, Flaw, Mended


def with_change(before: Judged, after: Judged, touched: frozenset[int] | None = None) -> CheckedDraft:
    """The checked draft ``after``, each finding with its effect on ``before``, and what is mended.

    With ``touched`` (provisions of ``after``) only what was touched is told: the findings there, those
    that a touched article brought about, and those of the draft as a whole that are new.
    """
    correspondence = Correspondence(before.draft, after.draft, pairs_of(before.draft, after.draft))
    comparison = _Comparison(before, after, correspondence)
    findings = tuple(_effects(comparison))
    flaws = after.checked.flaws
    if touched is not None:
        findings = tuple(one for one in findings if _is_told(one, touched, comparison))
        flaws = tuple(_brought_about(comparison, touched))
    lost, gained = lost_and_gained(
        after.rules, after.concepts, (before.reading, after.reading), correspondence
    )
    mended = tuple(_mended(comparison))
    change = Change(before.checked, tuple(correspondence.pairs), mended, lost, gained)
    return replace(after.checked, findings=findings, change=change, flaws=flaws)


@dataclass(frozen=True)
class _Comparison:
    before: Judged
    after: Judged
    correspondence: Correspondence

    @cached_property
    def same(self) -> dict[int, int]:
        """For the findings after those before that they carry on."""
        return matched(
            self.before.checked.findings, self.after.checked.findings, self.correspondence, self.after.rules
        )

    def was(self, finding: Finding) -> Facing:
        """A finding after, faced with the text before."""
        pairs = self.correspondence
        number = finding.provision
        if number < 0:
            return Facing(finding, self.after, self.before, None, frozenset(), altered=True)
        home = pairs.home_after[number]
        homes = pairs.homes_before.get(home, frozenset())
        mate = pairs.to_before.get(number)
        return Facing(finding, self.after, self.before, mate, homes, home in pairs.altered)

    def became(self, finding: Finding) -> Facing:
        """A finding before, faced with the text after."""
        pairs = self.correspondence
        number = finding.provision
        if number < 0:
            return Facing(finding, self.before, self.after, None, frozenset(), altered=True)
        homes = pairs.homes_after.get(pairs.home_before[number], frozenset())
        mate = pairs.to_after.get(number)
        return Facing(finding, self.before, self.after, mate, homes, bool(homes & pairs.altered))


def _effects(comparison: _Comparison) -> Iterator[Finding]:
    before = comparison.before.checked.findings
    for number, finding in enumerate(comparison.after.checked.findings):
        known = comparison.same.get(number)
        if known is None:
            effect, former = _effect_of_new(comparison.was(finding))
            yield replace(finding, effect=effect, former=former)
            continue
        rule = comparison.after.rules[finding.rule]
        worse = is_graver(finding, before[known], rule, comparison.after.draft.language)
        former = before[known].quote if before[known].quote != finding.quote else ""
        yield replace(finding, effect="worsens" if worse else "keeps", former=former)


def _effect_of_new(facing: Facing) -> tuple[Effect, str]:
    """Whether a finding that was not made before is new matter, worse, or about words that stood there."""
    if facing.finding.check == "require":
        place = facing.safeguard if facing.met_there else None
        stood = not place and facing.words_stand
        return ("worsens", place[1]) if place else ("keeps" if stood else "introduces", "")
    if facing.homes and not facing.altered:
        return "keeps", ""
    if facing.gone:
        return "introduces", ""
    if facing.guarded_there or (facing.met_there and not facing.words_stand):
        return "worsens", facing.counterpart
    if facing.words_stand:
        return "keeps", ""
    return ("worsens", facing.counterpart) if facing.spoken_there else ("introduces", "")


def _mended(comparison: _Comparison) -> Iterator[Mended]:
    kept = set(comparison.same.values())
    for number, finding in enumerate(comparison.before.checked.findings):
        if number not in kept:
            yield from _mending(comparison.became(finding))


def _mending(facing: Facing) -> Iterator[Mended]:
    """How a finding that is made no more was mended; nothing if its words stand there still."""
    finding = facing.finding
    if finding.check == "require":
        place = facing.safeguard if facing.met_there else None
        if place or not facing.words_stand:
            yield Mended(finding, *place) if place else Mended(finding, facing.mate)
    elif facing.gone:
        yield Mended(finding, None)
    elif facing.altered and (facing.guarded_there or facing.met_there or not facing.words_stand):
        passage = facing.passage
        yield Mended(finding, passage.provision if passage else facing.mate, facing.counterpart)


def _is_told(finding: Finding, touched: frozenset[int], comparison: _Comparison) -> bool:
    if finding.provision in touched:
        return True
    if finding.effect == "keeps":
        return False
    homes = {comparison.correspondence.home_after[number] for number in touched}
    inside = finding.provision >= 0 and comparison.correspondence.home_after[finding.provision] in homes
    return inside or is_of_the_draft(finding, comparison.after.rules[finding.rule])


def _brought_about(comparison: _Comparison, touched: frozenset[int]) -> Iterator[Flaw]:
    """The flaws in what was touched, and those that stood nowhere before."""
    before = {
        (one.kind, one.quote, comparison.before.draft.provisions[one.provision].text)
        for one in comparison.before.checked.flaws
        if one.provision >= 0
    }
    for one in comparison.after.checked.flaws:
        text = comparison.after.draft.provisions[one.provision].text if one.provision >= 0 else ""
        if one.provision in touched or (one.kind, one.quote, text) not in before:
            yield one
