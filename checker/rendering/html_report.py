"""One draft as one annotated page: complete without scripts, offline, on a screen or on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker import __version__
from checker.draft import Draft, Language
from checker.finding import CheckedDraft
from checker.rendering.law_text import law_rows, met_by_provision
from checker.rendering.notes import notes_by_provision, notes_of, places_of
from checker.rendering.overview import groups_of, key_findings, severity_counts, verdict_counts
from checker.rendering.strip import strip_of
from checker.rendering.templating import environment
from checker.rendering.wording import words_for

FIRST_KEY_FINDINGS = 10


def html_report(checked: CheckedDraft, *, language: Language, day: date | None = None) -> str:
    """The report of one draft; ``day`` is printed when given, so that the same input gives the same bytes."""
    return "".join(html_chunks(checked, language=language, day=day))


def html_chunks(checked: CheckedDraft, *, language: Language, day: date | None = None) -> Iterator[str]:
    """The report in pieces, for a caller that writes it as it is made."""
    words = words_for(language)
    draft = checked.draft
    places = places_of(draft, words)
    notes = notes_of(checked, places, words)
    by_provision = notes_by_provision(notes)
    keys = key_findings(notes)
    met = met_by_provision(checked)
    template = environment(language).get_template("report.html.j2")
    yield from template.generate(
        checked=checked,
        draft=draft,
        day=day,
        version=__version__,
        places=places,
        notes=notes,
        whole=by_provision.get(-1, ()),
        first_keys=keys[:FIRST_KEY_FINDINGS],
        more_keys=keys[FIRST_KEY_FINDINGS:],
        groups=groups_of(checked, notes, places, words),
        verdicts=verdict_counts(checked),
        severities=severity_counts(checked),
        strip=strip_of(draft, places, notes),
        rows=law_rows(draft, places, by_provision, met),
        met_count=sum(map(len, met.values())),
        languages=_languages(draft),
    )


def _languages(draft: Draft) -> list[Language]:
    """The draft's language first, then those of single provisions."""
    others = {provision.language for provision in draft.provisions} - {draft.language}
    return [draft.language, *sorted(others)]
