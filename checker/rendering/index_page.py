"""The page that leads to the reports when several drafts are checked at once.

It holds ten thousand drafts: the gravest stand in a table, all of them as a line of data each, among which a
script searches; without it the others are a plain list.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup
from msgspec import Struct, field

from checker import __version__
from checker.draft import LANGUAGES, Language
from checker.errors import Problem
from checker.finding import Verdict
from checker.rendering.index_entries import LETTERS, IndexEntry, IndexStandard
from checker.rendering.templating import asset, environment, policy_of
from checker.rendering.wording import VERDICTS, Told, Words, words_for
from checker.rule import SEVERITIES, Severity

SHOWN = 100
"""Drafts in the table at a time."""

_LINKED = 20
"""Drafts that the row of a standard leads to."""

_VERDICT_OF = {letter: verdict for verdict, letter in LETTERS.items()}


class StandardRow(Struct, frozen=True):
    """One standard over all drafts: its findings, the drafts by verdict, and the gravest that have findings.

    ``drafts`` are those with findings; ``linked`` are the first of them: number on the page and address.
    """

    id: str
    title: Told
    severity: Severity
    findings: int
    verdicts: Mapping[Verdict, int]
    drafts: int
    linked: tuple[tuple[int, str], ...]


class _Tally(Struct):
    """What is counted for one standard."""

    standard: IndexStandard
    findings: int = 0
    drafts: int = 0
    letters: Counter[str] = field(default_factory=Counter)
    linked: list[tuple[int, str]] = field(default_factory=list)


def index_page(
    entries: Sequence[IndexEntry],
    *,
    language: Language,
    day: date | None = None,
    problems: Sequence[Problem] = (),
) -> str:
    """The index of all reports, the gravest first, with the files that could not be read."""
    return "".join(index_chunks(entries, language=language, day=day, problems=problems))


def index_chunks(
    entries: Sequence[IndexEntry],
    *,
    language: Language,
    day: date | None = None,
    problems: Sequence[Problem] = (),
) -> Iterator[str]:
    """The page, piece by piece; of the entries only those are held that are written."""
    words = words_for(language)
    gravity = [entry.gravity for entry in entries]
    order = sorted(range(len(gravity)), key=gravity.__getitem__)
    rows = standard_rows((entries[place] for place in order), words)
    style, script = asset("report.css") + asset("index.css"), asset("index.js")
    yield from (
        environment(language)
        .get_template("index.html.j2")
        .generate(
            shown=[entries[place] for place in order[:SHOWN]],
            others=(entries[place] for place in order[SHOWN:]),
            total=len(order),
            data=_data((entries[place] for place in order), words),
            languages=[one for one in LANGUAGES if any(entry.language == one for entry in entries)],
            rows=[row for row in rows if row.findings],
            quiet=[row for row in rows if not row.findings],
            day=day,
            version=__version__,
            severities=SEVERITIES,
            verdicts=VERDICTS,
            problems=[words.problem(problem) for problem in problems],
            style=style,
            script=script,
            policy=policy_of(style, script),
        )
    )


def standard_rows(entries: Iterator[IndexEntry], words: Words) -> tuple[StandardRow, ...]:
    """Every standard: the gravest first, then those with findings in the most drafts."""
    tallies: dict[str, _Tally] = {}
    for number, entry in enumerate(entries, start=1):
        for place, (standard, letter) in enumerate(zip(entry.standards, entry.letters, strict=True)):
            tally = tallies.setdefault(standard.id, _Tally(standard))
            tally.letters[letter] += 1
            if count := entry.found.get(place, 0):
                tally.findings += count
                tally.drafts += 1
                if len(tally.linked) < _LINKED:
                    tally.linked.append((number, f"{entry.href}#standard-{standard.id}"))
    rows = (_row(one, words) for one in tallies.values())
    return tuple(sorted(rows, key=lambda row: (SEVERITIES.index(row.severity), -row.drafts, -row.findings)))


def _row(tally: _Tally, words: Words) -> StandardRow:
    return StandardRow(
        id=tally.standard.id,
        title=words.told(tally.standard.title),
        severity=tally.standard.severity,
        findings=tally.findings,
        verdicts={verdict: tally.letters[letter] for letter, verdict in _VERDICT_OF.items()},
        drafts=tally.drafts,
        linked=tuple(tally.linked),
    )


def _data(entries: Iterator[IndexEntry], words: Words) -> Iterator[Markup]:
    """What the script searches: a row for every draft in the order of the page, then the standards."""
    standards: tuple[IndexStandard, ...] = ()
    separator = ""
    yield Markup('{"drafts":[')
    for entry in entries:
        standards = standards or entry.standards
        row = [
            entry.title,
            entry.path,
            entry.language,
            entry.href,
            words.percent(entry.placed, entry.characters),
            list(entry.severities.values()),
            list(entry.verdicts.values()),
            entry.packed,
        ]
        yield separator + _inert(row)
        separator = ",\n"
    told = {
        "standards": [one.id for one in standards],
        "letters": {verdict: letter for verdict, letter in LETTERS.items()},
        "languages": {language: words.language_name(language) for language in LANGUAGES},
        "thousands": words.number(1000)[1:-3],
        "shown": SHOWN,
    }
    yield Markup("],") + _inert(told)[1:]


def _inert(value: object) -> Markup:
    """A value as JSON that no browser takes for the end of the script it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
