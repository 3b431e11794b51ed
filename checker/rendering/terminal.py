"""What the command line says of a draft: a few plain lines."""

from __future__ import annotations

from checker.draft import Language
from checker.finding import CheckedDraft
from checker.rendering.deciding import is_reviewed, standing, tally_line
from checker.rendering.overview import severity_counts, verdict_counts
from checker.rendering.wording import words_for


def summary_lines(checked: CheckedDraft, *, language: Language) -> tuple[str, ...]:
    """Title and file, findings by severity, standards by verdict."""
    words = words_for(language)
    draft = checked.draft
    findings = len(standing(checked.findings))
    total = words.ngettext("%(figure)s finding", "%(figure)s findings", findings) % {
        "figure": words.number(findings)
    }
    severities = severity_counts(checked).items()
    graded = ", ".join(
        f"{words.severity(name)}: {words.number(count)}" for name, count in severities if count
    )
    verdicts = verdict_counts(checked).items()
    judged = ", ".join(f"{words.verdict(name)}: {words.number(count)}" for name, count in verdicts if count)
    lines = [
        f"{plain(draft.title or draft.path)} ({plain(draft.path)})",
        f"  {total}" + (f" ({graded})" if graded else ""),
        f"  {words.gettext('Standards')}: {judged or words.number(0)}",
    ]
    if is_reviewed(checked):
        lines.append(f"  {words.gettext('Decisions')}: {tally_line(checked, words)}")
    if draft.coverage.unplaced:
        share = words.percent(draft.coverage.placed, draft.coverage.characters)
        lines.append(f"  {words.gettext('Text read')}: {share}")
    return tuple(lines)


def report_line(report: str, language: Language) -> tuple[str, ...]:
    """Where the report lies; no line where there is none."""
    return (f"  {words_for(language).gettext('Report')}: {plain(report)}",) if report else ()


def plain(text: str) -> str:
    """The text without control characters, which a draft could use to rewrite the terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
