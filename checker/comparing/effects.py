"""What a draft does to the wording it changes: what it introduces, worsens, keeps and mends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from checker.checks.standing import bits_of, first_place, met_in, sentences_of_provision, speaks_of
from checker.comparing.aligning import pairs_of
from checker.comparing.correspondence import Correspondence
from checker.comparing.counterpart import counterpart, most_like, sentence_at
from checker.comparing.gravity import is_graver
from checker.comparing.judging import Judged
from checker.comparing.likeness import likeness, plain
from checker.comparing.matching import finding_names, is_of_the_draft, matched
from checker.comparing.safeguards import lost_and_gained
from checker.finding import Change, CheckedDraft, Effect, Finding, Mended
from checker.rule import Rule

_SAME_SENTENCE = 0.45


def with_change(before: Judged, after: Judged, touched: frozenset[int] | None = None) -> CheckedDraft:
    """The checked draft ``after``, each finding with its effect on ``before``, and what is mended.

    With ``touched`` (provisions of ``after``) only what was touched is told: the findings there, those
    that a touched article brought about, and those of the draft as a whole that are new.
    """
    correspondence = Correspondence(before.draft, after.draft, pairs_of(before.draft, after.draft))
    comparison = _Comparison(before, after, correspondence)
    findings = tuple(_effects(comparison))
    if touched is not None:
        findings = tuple(one for one in findings if _is_told(one, touched, comparison))
    lost, gained = lost_and_gained(
        after.rules, after.concepts, (before.reading, after.reading), correspondence
    )
    mended = tuple(_mended(comparison))
    change = Change(before.checked, tuple(correspondence.pairs), mended, lost, gained)
    return replace(after.checked, findings=findings, change=change)


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

    def homes_before(self, finding: Finding) -> frozenset[int]:
        """The articles before that the article of a finding carries on."""
        if finding.provision < 0:
            return frozenset()
        home = self.correspondence.home_after[finding.provision]
        return self.correspondence.homes_before.get(home, frozenset())

    def homes_after(self, finding: Finding) -> frozenset[int]:
        """The articles after that carry on the article of a finding of before."""
        if finding.provision < 0:
            return frozenset()
        home = self.correspondence.home_before[finding.provision]
        return self.correspondence.homes_after.get(home, frozenset())


def _effects(comparison: _Comparison) -> Iterator[Finding]:
    before = comparison.before.checked.findings
    for number, finding in enumerate(comparison.after.checked.findings):
        known = comparison.same.get(number)
        if known is None:
            effect, former = _effect_of_new(finding, comparison)
            yield replace(finding, effect=effect, former=former)
            continue
        rule = comparison.after.rules[finding.rule]
        worse = is_graver(finding, before[known], rule, comparison.after.draft.language)
        former = before[known].quote if before[known].quote != finding.quote else ""
        yield replace(finding, effect="worsens" if worse else "keeps", former=former)


def _effect_of_new(finding: Finding, comparison: _Comparison) -> tuple[Effect, str]:
    """Whether a finding that did not stand before is new matter or a change for the worse, and what stood."""
    rule = comparison.after.rules[finding.rule]
    if finding.check == "require":
        return _safeguard_was_there(finding, rule, comparison)
    mate = comparison.correspondence.to_before.get(finding.provision)
    if mate is None:
        return "introduces", ""
    if comparison.correspondence.home_after[finding.provision] not in comparison.correspondence.altered:
        return "keeps", ""
    text, former = _texts(comparison, finding.provision, mate)
    words = counterpart(text, finding.start, finding.end, former)
    unchanged = plain(words) == plain(finding.quote)
    if mate in met_in(rule, comparison.before.reading) or _spoke_of_it(finding, rule, mate, comparison):
        return "worsens", "" if unchanged else words
    return "introduces", ""


def _texts(comparison: _Comparison, after: int, before: int) -> tuple[str, str]:
    return comparison.after.draft.provisions[after].text, comparison.before.draft.provisions[before].text


def _spoke_of_it(finding: Finding, rule: Rule, mate: int, comparison: _Comparison) -> bool:
    """Whether the sentence that became the finding's spoke of the rule's matter."""
    text, former = _texts(comparison, finding.provision, mate)
    own = sentence_at(text, finding.start)
    like = most_like(own, former)
    if likeness(plain(own), plain(like)) < _SAME_SENTENCE:
        return False
    reading = comparison.before.reading
    words = set(plain(like).split())
    numbers = (
        number
        for number in sentences_of_provision(mate, reading)
        if words <= set(" ".join(reading.sentences[number].forms).split())
    )
    return speaks_of(rule, numbers, reading)


def _safeguard_was_there(finding: Finding, rule: Rule, comparison: _Comparison) -> tuple[Effect, str]:
    reading = comparison.before.reading
    homes = comparison.homes_before(finding)
    whole = is_of_the_draft(finding, rule)
    met = met_in(rule, reading)
    if not whole and not any(reading.article_of[place] in homes for place in met):
        return "introduces", ""
    if whole and not met:
        return "introduces", ""
    place = first_place(_wanted(finding, rule), -1 if whole else bits_of(homes, reading), reading)
    return ("worsens", _sentence_around(place, comparison.before)) if place else ("introduces", "")


def _wanted(finding: Finding, rule: Rule) -> Iterable[str]:
    """The concepts of the safeguards that a finding misses."""
    missing = set(finding_names(finding))
    needs = (one for check in rule.checks for one in check.must if str(dict(one.name)) in missing)
    return dict.fromkeys(name for one in needs for name in one.any)


def _sentence_around(place: tuple[int, str], judged: Judged) -> str:
    text = judged.draft.provisions[place[0]].text
    return sentence_at(text, text.find(place[1]))


def _mended(comparison: _Comparison) -> Iterator[Mended]:
    kept = set(comparison.same.values())
    for number, finding in enumerate(comparison.before.checked.findings):
        if number not in kept:
            yield from _mending(finding, comparison)


def _mending(finding: Finding, comparison: _Comparison) -> Iterator[Mended]:
    """How a finding that stands no more was mended; nothing if no word of its article was changed."""
    rule = comparison.before.rules[finding.rule]
    mate = comparison.correspondence.to_after.get(finding.provision)
    homes = comparison.homes_after(finding)
    if finding.check == "require":
        whole = is_of_the_draft(finding, rule)
        reading = comparison.after.reading
        place = first_place(_wanted(finding, rule), -1 if whole else bits_of(homes, reading), reading)
        if place is not None:
            yield Mended(finding, place[0], _sentence_around(place, comparison.after))
            return
    if mate is None:
        yield Mended(finding, None)
    elif homes & comparison.correspondence.altered or finding.check == "require":
        text, former = _texts(comparison, mate, finding.provision)
        yield Mended(finding, mate, counterpart(former, finding.start, finding.end, text))


def _is_told(finding: Finding, touched: frozenset[int], comparison: _Comparison) -> bool:
    if finding.provision in touched:
        return True
    if finding.effect == "keeps":
        return False
    homes = {comparison.correspondence.home_after[number] for number in touched}
    inside = finding.provision >= 0 and comparison.correspondence.home_after[finding.provision] in homes
    return inside or is_of_the_draft(finding, comparison.after.rules[finding.rule])
