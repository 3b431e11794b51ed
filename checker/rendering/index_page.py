"""The page that leads to the reports when several drafts are checked at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from checker import __version__
from checker.draft import Language
from checker.errors import Problem
from checker.finding import CheckedDraft, Verdict
from checker.rendering.deciding import standing
from checker.rendering.overview import severity_counts, verdict_counts
from checker.rendering.templating import address_of, environment
from checker.rendering.wording import VERDICTS, Told, Words, words_for
from checker.rule import SEVERITIES, Severity, Texts


class EntryStandard(Struct, frozen=True):
    """What one draft says on one standard, and how many findings its rule has there."""

    id: str
    title: Texts
    severity: Severity
    verdict: Verdict
    findings: int


class IndexEntry(Struct, frozen=True):
    """What the index says of a draft, and where its report lies.

    The draft itself is not held: a batch may be larger than memory.
    """

    title: str
    path: str
    language: Language
    href: str
    characters: int
    placed: int
    severities: Mapping[Severity, int]
    verdicts: Mapping[Verdict, int]
    standards: tuple[EntryStandard, ...] = ()

    @property
    def gravity(self) -> tuple[int, ...]:
        """What the order of the page goes by: more findings of the highest severity come first."""
        return tuple(-count for count in self.severities.values())


class StandardRow(Struct, frozen=True):
    """One standard over all drafts: its findings, and the drafts by number that have them."""

    id: str
    title: Told
    severity: Severity
    findings: int
    verdicts: Mapping[Verdict, int]
    drafts: tuple[tuple[int, str], ...]


def index_entry(checked: CheckedDraft, report: str) -> IndexEntry:
    """The entry of a draft whose report lies at ``report``, a path relative to the index page."""
    draft = checked.draft
    return IndexEntry(
        title=draft.title or draft.path,
        path=draft.path,
        language=draft.language,
        href=address_of(report),
        characters=draft.coverage.characters,
        placed=draft.coverage.placed,
        severities=severity_counts(checked),
        verdicts=verdict_counts(checked),
        standards=_standards(checked),
    )


def index_page(
    entries: Sequence[IndexEntry],
    *,
    language: Language,
    day: date | None = None,
    problems: Sequence[Problem] = (),
) -> str:
    """The index of all reports, the gravest first, with the files that could not be read."""
    template = environment(language).get_template("index.html.j2")
    ordered = sorted(entries, key=lambda entry: entry.gravity)
    return template.render(
        entries=ordered,
        rows=standard_rows(ordered, words_for(language)),
        day=day,
        version=__version__,
        severities=SEVERITIES,
        verdicts=VERDICTS,
        problems=[words_for(language).problem(problem) for problem in problems],
    )


def standard_rows(entries: Sequence[IndexEntry], words: Words) -> tuple[StandardRow, ...]:
    """The standards on which some draft has findings: the gravest first, then those of the most drafts."""
    held: dict[str, list[tuple[int, IndexEntry, EntryStandard]]] = {}
    for number, entry in enumerate(entries, start=1):
        for standard in entry.standards:
            held.setdefault(standard.id, []).append((number, entry, standard))
    rows = [_standard_row(found, words) for found in held.values() if any(one.findings for *_, one in found)]
    return tuple(
        sorted(rows, key=lambda row: (SEVERITIES.index(row.severity), -len(row.drafts), -row.findings))
    )


def _standard_row(found: Sequence[tuple[int, IndexEntry, EntryStandard]], words: Words) -> StandardRow:
    first = found[0][2]
    counted = Counter(one.verdict for *_, one in found)
    return StandardRow(
        id=first.id,
        title=words.told(first.title),
        severity=first.severity,
        findings=sum(one.findings for *_, one in found),
        verdicts={verdict: counted[verdict] for verdict in VERDICTS},
        drafts=tuple(
            (number, f"{entry.href}#standard-{one.id}") for number, entry, one in found if one.findings
        ),
    )


def _standards(checked: CheckedDraft) -> tuple[EntryStandard, ...]:
    rules = checked.rules()
    counted = Counter(finding.rule for finding in standing(checked.findings))
    return tuple(
        EntryStandard(
            one.rule, rules[one.rule].title, rules[one.rule].severity, one.verdict, counted[one.rule]
        )
        for one in checked.standards
        if one.rule in rules
    )
