"""The opening page: what is wrong, how serious, on what authority; what is met; what is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.finding import CheckedDraft, Effect, FindingVerdict, Standard, Verdict
from checker.patterns import regex
from checker.rendering.articles import article_order, articles_of
from checker.rendering.changes import EFFECTS
from checker.rendering.notes import Note, Place
from checker.rendering.quoting import pieces_of, with_short_quotes
from checker.rendering.seats import Seat, seats_of
from checker.rendering.standard_text import StandardText, standard_texts
from checker.rendering.wording import VERDICTS, Told, Words
from checker.rule import SEVERITIES, Rule, Severity

_SENTENCE_END = regex(r"(?:(?<=\w{3})|(?<=\d)|(?<=\)))[»”\")]*\.(?= [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ«“\"])")


class KeyFinding(Struct, frozen=True):
    """All that one rule reports, told by the first sentence of its gravest note, in pieces."""

    rule: Rule
    severity: Severity
    verdict: FindingVerdict
    fact: tuple[Told, ...]
    notes: tuple[Note, ...]
    seats: tuple[Seat, ...]

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What the draft does here to the wording it changes, the worst first."""
        found = {note.finding.effect for note in self.notes}
        return tuple(effect for effect in EFFECTS if effect in found)


class StandardDetail(Struct, frozen=True):
    """One standard with its verdict, the provisions it rests on and its notes."""

    rule: Rule
    anchor: str
    verdict: Verdict
    places: tuple[Place, ...]
    notes: tuple[Note, ...]
    seats: tuple[Seat, ...]
    text: StandardText


class Group(Struct, frozen=True):
    """The standards of one group, in the order of the ruleset, and sorted by verdict."""

    title: Told
    anchor: str
    standards: tuple[StandardDetail, ...]

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each severity the group has."""
        counted = Counter(note.finding.severity for standard in self.standards for note in standard.notes)
        return {severity: counted[severity] for severity in SEVERITIES}

    def of(self, verdict: Verdict) -> tuple[StandardDetail, ...]:
        """The standards of the group with this verdict."""
        return tuple(standard for standard in self.standards if standard.verdict == verdict)


class Ground(Struct, frozen=True):
    """What the overviews are made from: the checked draft and the places of its provisions."""

    checked: CheckedDraft
    places: Sequence[Place]
    words: Words
    by_rule: Mapping[str, tuple[Note, ...]]
    articles: Sequence[int]
    order: Sequence[int]

    def seats(self, rule: str) -> tuple[Seat, ...]:
        """Where a rule has findings."""
        return seats_of(self.by_rule.get(rule, ()), self.places, self.articles, self.order)


def ground_of(checked: CheckedDraft, notes: Iterable[Note], places: Sequence[Place], words: Words) -> Ground:
    """The ground of all overviews of one draft."""
    by_rule: dict[str, list[Note]] = {}
    for note in notes:
        by_rule.setdefault(note.rule.id, []).append(note)
    articles = articles_of(checked.draft)
    held = {rule: tuple(found) for rule, found in by_rule.items()}
    return Ground(checked, places, words, held, articles, article_order(articles, checked.draft))


def key_findings(ground: Ground) -> tuple[KeyFinding, ...]:
    """One entry per rule: the most severe first, then what the draft brings in, then the most places."""
    found = (_key_finding(notes, ground) for notes in ground.by_rule.values())
    return tuple(sorted(found, key=_weight))


def groups_of(ground: Ground) -> tuple[Group, ...]:
    """Every standard that was checked, by group, in the order of the rulesets."""
    checked, words = ground.checked, ground.words
    standards = {standard.rule: standard for standard in checked.standards}
    texts = standard_texts(checked.rulesets, words.language)
    groups: dict[str, list[StandardDetail]] = {}
    for rule in checked.rules().values():
        if rule.id in standards:
            groups.setdefault(rule.group, []).append(
                _detail(standards[rule.id], rule, ground, texts[rule.id])
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
    """How many findings have each severity; those that an expert dismissed are counted apart."""
    counted = Counter(finding.severity for finding in checked.findings if not finding.dismissed)
    return {severity: counted[severity] for severity in SEVERITIES}


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence: a full stop after a word or figure, and a capital letter.

    >>> first_sentence("A prosecutor decides. This may be incompatible.")
    'A prosecutor decides.'
    """
    end = _SENTENCE_END.search(text)
    return text[: end.end()] if end else text


def _key_finding(notes: tuple[Note, ...], ground: Ground) -> KeyFinding:
    gravest = min(notes, key=lambda note: (*_gravity(note), note.number))
    finding = gravest.finding
    sentence = replace(gravest.message, text=first_sentence(gravest.message.text))
    fact = with_short_quotes(pieces_of(sentence, finding, ground.checked.draft))
    seats = ground.seats(gravest.rule.id)
    return KeyFinding(gravest.rule, finding.severity, finding.verdict, fact, notes, seats)


def _gravity(note: Note) -> tuple[int, int, int]:
    finding = note.finding
    effect = EFFECTS.index(finding.effect) if finding.effect else len(EFFECTS)
    return SEVERITIES.index(finding.severity), effect, VERDICTS.index(finding.verdict)


def _weight(key: KeyFinding) -> tuple[int, int, int, int, int]:
    gravity = min(map(_gravity, key.notes))
    return (*gravity, -len(key.notes), key.notes[0].number)


def _detail(standard: Standard, rule: Rule, ground: Ground, text: StandardText) -> StandardDetail:
    return StandardDetail(
        rule=rule,
        anchor=f"standard-{rule.id}",
        verdict=standard.verdict,
        places=tuple(ground.places[index] for index in standard.provisions),
        notes=ground.by_rule.get(rule.id, ()),
        seats=ground.seats(rule.id),
        text=text,
    )
