"""The page that leads to the reports when several drafts are checked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from checker import __version__
from checker.draft import Language
from checker.errors import Problem
from checker.finding import CheckedDraft, Verdict
from checker.rendering.overview import severity_counts, verdict_counts
from checker.rendering.templating import environment
from checker.rendering.wording import VERDICTS
from checker.rule import SEVERITIES, Severity


@dataclass(frozen=True, slots=True)
class IndexEntry:
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


def index_entry(checked: CheckedDraft, report: str) -> IndexEntry:
    """The entry of a draft whose report lies at ``report``, a path relative to the index page.

    The leading ``./`` keeps a file name such as ``javascript:x`` from being read as an address.
    """
    draft = checked.draft
    return IndexEntry(
        title=draft.title or draft.path,
        path=draft.path,
        language=draft.language,
        href="./" + quote(report.removeprefix("./")),
        characters=draft.coverage.characters,
        placed=draft.coverage.placed,
        severities=severity_counts(checked),
        verdicts=verdict_counts(checked),
    )


def index_page(
    entries: Sequence[IndexEntry],
    *,
    language: Language,
    day: date | None = None,
    problems: Sequence[Problem] = (),
) -> str:
    """The index of all reports, with the files that could not be read."""
    template = environment(language).get_template("index.html.j2")
    return template.render(
        entries=entries,
        day=day,
        version=__version__,
        severities=SEVERITIES,
        verdicts=VERDICTS,
        problems=[str(problem) for problem in problems],
    )
