"""The notes of a report: every finding with its number, its place and its standard."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence

from msgspec import Struct

from checker.amending.instruction import Amendments
from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Evidence, Finding
from checker.patterns import regex
from checker.rendering.articles import articles_of
from checker.rendering.place_names import names_of
from checker.rendering.quoting import pieces_of
from checker.rendering.reading_order import in_reading_order
from checker.rendering.wording import Told, Words
from checker.rule import Citation, Concept, Instrument, Rule

_FIGURES = regex(r"\d[\w().-]*(?:, \(?\w[\w().-]*)*", re.ASCII)
_SEVERAL = regex(r"(?:, |(?<=\d)[–-])\d")
"""More than one article: «9(1), 14», «13-14», but neither «14(3)(b), (d)» nor «9(3)-(4)»."""


class Place(Struct, frozen=True):
    """Where a provision stands on the page, and what a lawyer calls it; ``short`` tells no place twice."""

    label: str
    anchor: str
    language: Language
    short: str = ""


class Reading(Struct, frozen=True):
    """A concept as it was read: its name, the words that named it, how surely."""

    concept: Told
    quote: str
    score: float


class Source(Struct, frozen=True):
    """A citation with the title of its instrument."""

    instrument: str
    title: Told
    at: str
    note: str


class Note(Struct, frozen=True):
    """One finding as the page shows it.

    ``place`` is None for a finding on the draft as a whole. ``lead`` is the number of the
    first note of its rule, which carries the recommendation. ``words`` is the anchor
    of the marked words, empty where there are none to mark. ``as_note`` is the number of the note that
    says the same of the same article in full (0: this one does). ``pieces`` are the message with the words
    it quotes apart, each in its language; ``language`` is that of the law's words.
    """

    number: int
    finding: Finding
    rule: Rule
    anchor: str
    words: str
    place: Place | None
    message: Told
    evidence: tuple[Reading, ...]
    absent: tuple[Told, ...]
    sources: tuple[Source, ...]
    lead: int
    as_note: int = 0
    pieces: tuple[Told, ...] = ()
    language: Language = "en"


def places_of(draft: Draft, words: Words, amendments: Amendments | None = None) -> tuple[Place, ...]:
    """A place for every provision; anchors are the eIds, made unique where a draft repeats one.

    With the ``amendments`` of the draft its commands are named by the articles they change.
    """
    anchors = unique_anchors(provision.id for provision in draft.provisions)
    names = names_of(draft, amendments)
    unnumbered = words.gettext("unnumbered provision").capitalize()
    return tuple(
        Place(name.full, anchor, provision.language, name.short)
        if name.full
        else Place(unnumbered, anchor, words.language, unnumbered)
        for provision, anchor, name in zip(draft.provisions, anchors, names, strict=True)
    )


def own_amendments(checked: CheckedDraft) -> Amendments | None:
    """The commands of the draft itself; None where they were carried out and count in another text."""
    return None if checked.amending else checked.amendments


def notes_of(checked: CheckedDraft, places: tuple[Place, ...], words: Words) -> tuple[Note, ...]:
    """All findings in reading order, numbered from 1."""
    findings = in_reading_order(checked.findings)
    anchors = unique_anchors(f"finding-{finding.id}" for finding in findings)
    rules = checked.rules()
    concepts = checked.concepts()
    instruments = instruments_of(checked)
    articles = articles_of(checked.draft)
    told: dict[Hashable, int] = {}
    leads: dict[str, int] = {}
    rule_sources = {
        rule: sources_of(rules[rule], instruments, words) for rule in {one.rule for one in findings}
    }
    notes = []
    for number, (finding, anchor) in enumerate(zip(findings, anchors, strict=True), start=1):
        own = finding.wording or finding.dismissed
        lead = number if own else leads.setdefault(finding.rule, number)
        message = words.told(finding.message)
        notes.append(
            Note(
                number=number,
                finding=finding,
                rule=rules[finding.rule],
                anchor=anchor,
                words=anchor.replace("finding-", "words-", 1) if finding.start < finding.end else "",
                place=places[finding.provision] if finding.provision >= 0 else None,
                message=message,
                evidence=_readings(finding, concepts, words),
                absent=_absent(finding, message, words),
                sources=rule_sources[finding.rule],
                lead=lead,
                language=_language(finding, checked.draft),
                pieces=pieces_of(message, finding, checked.draft),
                as_note=_told_before(told, finding, articles, number),
            )
        )
    return tuple(notes)


def notes_by_provision(notes: Iterable[Note]) -> dict[int, list[Note]]:
    """The notes of each provision; those on the draft as a whole stand under -1."""
    by_provision: dict[int, list[Note]] = {}
    for note in notes:
        by_provision.setdefault(max(-1, note.finding.provision), []).append(note)
    return by_provision


def sources_of(rule: Rule, instruments: Mapping[str, Instrument], words: Words) -> tuple[Source, ...]:
    """The sources of a rule with titles, the report behind the rules last: its recommendations are told too.

    An instrument that is not listed keeps its id.
    """
    named = [(citation, instruments.get(citation.instrument)) for citation in rule.sources]
    named.sort(key=lambda pair: pair[1] is not None and pair[1].kind == "report")
    return tuple(_source(citation, instrument, words) for citation, instrument in named)


def instruments_of(checked: CheckedDraft) -> dict[str, Instrument]:
    """The instruments of all rulesets by id."""
    return {key: value for ruleset in checked.rulesets for key, value in ruleset.instruments.items()}


def unique_anchors(wanted: Iterable[str]) -> tuple[str, ...]:
    """Anchors that a link can name: no spaces, none empty, none twice."""
    taken: dict[str, int] = {}
    anchors = []
    for name in wanted:
        anchor = re.sub(r"[^\w.-]+", "-", name) or "provision"
        while anchor in taken:
            taken[anchor] += 1
            anchor = f"{anchor}--{taken[anchor]}"
        taken[anchor] = 1
        anchors.append(anchor)
    return tuple(anchors)


def _language(finding: Finding, draft: Draft) -> Language:
    return draft.provisions[finding.provision].language if finding.provision >= 0 else draft.language


def _told_before(told: dict[Hashable, int], finding: Finding, articles: Sequence[int], number: int) -> int:
    """The number of the earlier note that says the same of the article; 0 for the first, which is kept.

    What an expert decided on is always told in full, and nothing is told by it.
    """
    if finding.decision is not None:
        return 0
    article = articles[finding.provision] if finding.provision >= 0 else -1
    absent = tuple(tuple(sorted(texts.items())) for texts in finding.absent)
    key = (article, finding.rule, finding.check, finding.verdict, finding.severity, absent)
    first = told.setdefault(key, number)
    return first if first != number else 0


def _source(citation: Citation, instrument: Instrument | None, words: Words) -> Source:
    title = words.told(instrument.title) if instrument else Told(citation.instrument, "en")
    at = _numbered(words.cited(citation.at), instrument, words)
    return Source(citation.instrument, title, at, citation.note)


def _numbered(at: str, instrument: Instrument | None, words: Words) -> str:
    """Bare figures are articles of a treaty and paragraphs of any other text."""
    if instrument is None or not _FIGURES.fullmatch(at):
        return at
    several = bool(_SEVERAL.search(at))
    if instrument.kind == "treaty":
        return words.ngettext("article %(numbers)s", "articles %(numbers)s", 1 + several) % {"numbers": at}
    return words.cited(f"paras {at}" if several else f"para {at}")


def _absent(finding: Finding, message: Told, words: Words) -> tuple[Told, ...]:
    """The safeguards looked for in vain that the message does not name itself."""
    absent = (words.told(texts) for texts in finding.absent)
    return tuple(one for one in absent if one.text.casefold() not in message.text.casefold())


def _readings(finding: Finding, concepts: Mapping[str, Concept], words: Words) -> tuple[Reading, ...]:
    """The evidence, words within words that are shown already left out."""
    longest = sorted(finding.evidence, key=lambda part: -len(part.quote))
    kept: list[Evidence] = []
    for part in longest:
        if not part.quote or not any(part.quote in one.quote for one in kept):
            kept.append(part)
    shown = [part for part in finding.evidence if any(part is one for one in kept)]
    return tuple(_reading(part, concepts, words) for part in shown)


def _reading(part: Evidence, concepts: Mapping[str, Concept], words: Words) -> Reading:
    """The evidence with a name a reader knows; the id serves where there is nothing else to show."""
    name = _concept_name(concepts.get(part.concept), words)
    if not name and (words.language == "en" or not part.quote):
        return Reading(Told(part.concept.replace("-", " "), "en"), part.quote, part.score)
    return Reading(Told(name, words.language), part.quote, part.score)


def _concept_name(concept: Concept | None, words: Words) -> str:
    """A concept's first phrase in the reader's language that is words alone, without slots."""
    phrases = concept.phrases.get(words.language, ()) if concept else ()
    return next((phrase for phrase in phrases if re.fullmatch(r"[\w\s'’-]+", phrase)), "")
