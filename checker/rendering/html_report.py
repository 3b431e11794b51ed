"""One draft as one annotated page: complete without scripts, offline, on a screen or on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup

from checker import __version__
from checker.aside import aside
from checker.draft import Draft, Language
from checker.finding import CheckedDraft
from checker.rendering.changes import change_view, turns_between
from checker.rendering.chart import chart_rows
from checker.rendering.deciding import review_view
from checker.rendering.drafting import flaw_notes
from checker.rendering.edits import edits_of
from checker.rendering.law_text import law_rows
from checker.rendering.margin import margins_of
from checker.rendering.notes import notes_by_provision, notes_of, own_amendments, places_of
from checker.rendering.overview import (
    ground_of,
    groups_of,
    key_findings,
    severity_counts,
    verdict_counts,
)
from checker.rendering.strip import strip_of
from checker.rendering.templating import address_of, environment
from checker.rendering.wording import words_for

_WORTH_SHARING = 400
"""Provisions: the page of a shorter draft is made in the time in which a process begins."""
FIRST_KEY_FINDINGS = 9
"""As many as the first sheet of paper holds."""


def html_report(
    checked: CheckedDraft, *, language: Language, day: date | None = None, parallel: str = ""
) -> str:
    """The report of one draft; ``day`` is printed when given, so that the same input gives the same bytes.

    ``parallel`` is the file that holds the report on the same law in its other language, if there is one.
    """
    return "".join(html_chunks(checked, language=language, day=day, parallel=parallel))


def ready_for(language: Language) -> None:
    """Read the templates of the report, for whoever has time before there is something to report."""
    environment(language).get_template("report.html.j2")


def html_chunks(
    checked: CheckedDraft, *, language: Language, day: date | None = None, parallel: str = ""
) -> Iterator[str]:
    """The report in pieces, for a caller that writes it as it is made."""
    template = environment(language).get_template("report.html.j2")
    beside = address_of(parallel) if parallel else ""
    contents = {"day": day, "version": __version__, "parallel": beside, **report_contents(checked, language)}
    if len(checked.draft.provisions) >= _WORTH_SHARING:
        law = environment(language).get_template("law.html.j2")
        begun = aside(lambda: law.render(contents), str)
        if begun.is_beside:
            contents["law"] = lambda: Markup(begun.wait())
    yield from template.generate(contents)


def report_contents(checked: CheckedDraft, language: Language) -> dict[str, Any]:
    """What the templates of a report are filled with."""
    words, draft = words_for(language), checked.draft
    places = places_of(draft, words, own_amendments(checked))
    notes = notes_of(checked, places, words)
    by_provision = notes_by_provision(notes)
    standing = [note for note in notes if not note.finding.dismissed]
    ground = ground_of(checked, standing, places, words)
    keys, groups = key_findings(ground), groups_of(ground)
    change = change_view(checked, edits_of(checked), places, words)
    flaws = flaw_notes(checked, places, words)
    unlike = [flaw for flaw in flaws if checked.parallel and flaw.kind == "languages-differ"]
    margins = margins_of(checked, change, flaws)
    return {
        "checked": checked,
        "draft": draft,
        "places": places,
        "notes": notes,
        "whole": by_provision.get(-1, ()),
        "first_keys": keys[:FIRST_KEY_FINDINGS],
        "more_keys": keys[FIRST_KEY_FINDINGS:],
        "groups": groups,
        "chart": chart_rows(groups),
        "verdicts": verdict_counts(checked),
        "severities": severity_counts(checked),
        "strip": strip_of(draft, places, standing),
        "change": change,
        "review": review_view(checked, notes),
        "flaws": [flaw for flaw in flaws if flaw not in unlike],
        "unlike": unlike,
        "differences": turns_between(checked.parallel, checked),
        "rows": law_rows(draft, places, by_provision, margins, change.edits),
        "languages": _languages(draft),
    }


def _languages(draft: Draft) -> list[Language]:
    """The draft's language first, then those of single provisions."""
    others = {provision.language for provision in draft.provisions} - {draft.language}
    return [draft.language, *sorted(others)]
