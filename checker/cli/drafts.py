"""``check``: what may not comply in drafts."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from checker.cli.app import LANGUAGE, RULESET, tell
from checker.cli.files import chosen_folders, refuse_confusion
from checker.delivery import Delivery
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError, Problem, own_fault
from checker.finding import CheckedDraft
from checker.opening import find_drafts
from checker.pipeline import Job, check_files
from checker.rendering import RENDERERS
from checker.rendering.deciding import standing
from checker.rendering.terminal import summary_lines
from checker.reviewing.applying import agreed_only
from checker.rule import SEVERITIES

_TOGETHER = tuple(name for name, renderer in RENDERERS.items() if renderer.together)


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    unknown = [name for name in names if name not in RENDERERS]
    if unknown or not names:
        raise click.BadParameter(
            f"{', '.join(unknown) or value!r}; write one or more of {', '.join(RENDERERS)}"
        )
    return names


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@RULESET
@click.option(
    "--language", type=click.Choice(["auto", *LANGUAGES]), default="auto", help="Language of the drafts."
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("reports"), help="Folder for reports.")
@click.option(
    "--format",
    "formats",
    default="html",
    callback=_formats,
    metavar="FORMATS",
    help=f"What to write, with commas between: {', '.join(RENDERERS)}. docx: the draft itself with Word "
    "comments; proposals: a comparative table of proposals in Word.",
)
@click.option(
    "--output",
    metavar="FILE",
    help=f"File for the findings of all drafts (one of {', '.join(_TOGETHER)}); - for the screen.",
)
@click.option("--report-language", type=LANGUAGE, help="Language of the report. Default: that of the draft.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="never",
    help="Exit with 1 if found and not dismissed.",
)
@click.option(
    "--base",
    metavar="LAW",
    help="The law in force that the draft amends: its text with the amendments carried out is checked.",
)
@click.option("--reviewed", is_flag=True, help="Report only the findings that an expert agreed to.")
@click.option("--jobs", type=click.IntRange(1), default=1, help="How many drafts to check at a time.")
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check drafts: files, folders, or - for standard input."""
    _refuse_several(options["formats"], options["output"])
    language = None if options["language"] == "auto" else options["language"]
    folders = tuple(str(folder.resolve()) for folder in chosen_folders(options["rulesets"]))
    to_screen = options["output"] == "-"
    delivery = Delivery(options["out"], options["formats"], options["report_language"], today())
    files = find_drafts(paths)
    if not files:
        raise CheckerError(Problem(", ".join(paths), "holds no draft that can be read", "name a file"))
    _refuse_base(options["base"], files)
    refuse_confusion((*files, *filter(None, [options["base"]])), options["output"])
    problems: list[Problem] = []
    worst: set[str] = set()
    for result in check_files(files, Job(folders, language, options["base"]), jobs=options["jobs"]):
        if isinstance(result, CheckedDraft):
            shown = agreed_only(result) if options["reviewed"] else result
            worst |= {finding.severity for finding in standing(shown.findings)}
            reports = _delivered(delivery, shown, problems)
            _summary(shown, reports, options["report_language"], to_screen=to_screen)
            _tell_notes(delivery)
        else:
            new = [problem for problem in result if problem not in problems]
            problems.extend(new)
            tell(new)
    _finish(delivery, options["output"], problems, several=len(files) > 1)
    sys.exit(2 if problems else status_of(worst, options["fail_on"]))


def _delivered(delivery: Delivery, checked: CheckedDraft, problems: list[Problem]) -> list[Path]:
    """The reports of a draft; a fault in writing them is told and stops no other draft."""
    try:
        return delivery.add(checked)
    except CheckerError:
        raise
    except Exception as error:
        problem = own_fault(checked.draft.path, error)
        problems.append(problem)
        tell([problem])
        return []


def _refuse_base(base: str | None, files: Sequence[str]) -> None:
    """The law in force is read anew for each draft, which standard input cannot be."""
    if base == "-" and len(files) > 1:
        raise CheckerError(Problem("--base -", "serves one draft, and several are given", "name a file"))


def _refuse_several(formats: Sequence[str], output: str | None) -> None:
    """One file cannot hold two formats: the second would be written over the first."""
    named = [name for name in formats if name in _TOGETHER]
    if output is not None and not named:
        advice = f"add one of {', '.join(_TOGETHER)} to --format, or use --out DIR"
        raise CheckerError(Problem(f"--output {output}", "no format that is asked for goes there", advice))
    if output is not None and len(named) > 1:
        message = f"one file cannot hold {' and '.join(named)}"
        advice = "name one of them in --format, or use --out DIR, where each is written to a file of its own"
        raise CheckerError(Problem(f"--output {output}", message, advice))


def today() -> date:
    """The day to print; SOURCE_DATE_EPOCH (seconds) sets it for reports that must not change by the day."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else date.today()


def status_of(found: set[str], fail_on: str) -> int:
    """1 if a severity found is at or above ``fail_on``, else 0."""
    if fail_on == "never":
        return 0
    return int(bool(found & set(SEVERITIES[: SEVERITIES.index(fail_on) + 1])))


def _summary(
    checked: CheckedDraft, reports: Sequence[Path], language: Language | None, *, to_screen: bool
) -> None:
    report = ", ".join(str(path) for path in reports)
    for line in summary_lines(checked, language=language or checked.draft.language, report=report):
        click.echo(line, err=to_screen)


def _tell_notes(delivery: Delivery) -> None:
    tell(delivery.notes)
    delivery.notes.clear()


def _finish(delivery: Delivery, output: str | None, problems: Sequence[Problem], *, several: bool) -> None:
    if output == "-":
        for _, content in delivery.together():
            sys.stdout.buffer.write(content)
    else:
        for path in delivery.write_together(Path(output) if output else None):
            click.echo(str(path))
    if several and delivery.entries:
        click.echo(str(delivery.write_index(problems)), err=output == "-")
