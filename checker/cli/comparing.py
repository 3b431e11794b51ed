"""``checker compare``: what the new version of a draft mends, keeps, breaks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from checker.cli.app import LANGUAGE, RULESET
from checker.cli.checking import status_of, today
from checker.cli.files import chosen_folders, refuse_confusion, write_file
from checker.comparing.judging import Judged, judge
from checker.comparing.whole import compare_drafts, languages_of
from checker.decision import Review
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError, Problem
from checker.finding import CheckedDraft
from checker.opening import open_draft
from checker.rendering.comparison import outcome_of
from checker.rendering.comparison_json import comparison_document
from checker.rendering.comparison_lines import comparison_lines
from checker.rendering.comparison_page import comparison_page
from checker.reviewing.applying import apply_reviews
from checker.reviewing.carrying import Carried, carry_over
from checker.reviewing.files import load_review, review_path, update_review
from checker.rule import SEVERITIES
from checker.rulebook import Rulebook, open_rulebook

_NAME = "comparison"
_FORMATS = ("html", "json")


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    unknown = [name for name in names if name not in _FORMATS]
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)}; write html, json or both: html,json")
    return names


@click.command()
@click.argument("old")
@click.argument("new")
@RULESET
@click.option(
    "--language", type=click.Choice(["auto", *LANGUAGES]), default="auto", help="Language of both drafts."
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("reports"), help="Folder for files.")
@click.option(
    "--format", "formats", default="", callback=_formats, help="Files to write: html, json or both."
)
@click.option("--output", metavar="FILE", help="File for the comparison (json); - for the screen.")
@click.option("--report-language", type=LANGUAGE, help="Language of the report. Default: that of NEW.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="never",
    help="Exit with 1 if a finding is new or worse.",
)
@click.option(
    "--carry", is_flag=True, help="Carry the decisions on OLD over to NEW: its review file is written."
)
def compare(old: str, new: str, **options: Any) -> None:
    """Compare two versions of a draft: what NEW mends, keeps, worsens and introduces.

    Versions in two languages are compared for what they say differently.
    """
    refuse_confusion((old, new), options["output"])
    book = open_rulebook(chosen_folders(options["rulesets"]))
    language = None if options["language"] == "auto" else options["language"]
    checked = compare_drafts(*(judged_file(path, book, language) for path in (old, new)))
    told: Language = options["report_language"] or checked.draft.language
    to_screen = options["output"] == "-"
    for line in comparison_lines(checked, language=told):
        click.echo(line, err=to_screen)
    if options["carry"]:
        _carry(old, new, checked, to_screen=to_screen)
    checked = apply_reviews(checked, *(load_review(review_path(path)) for path in (old, new)))
    asked = (*options["formats"], *(("json",) if options["output"] else ()))
    for name in dict.fromkeys(asked):
        _write(name, checked, told, options)
    outcome = outcome_of(checked)
    sys.exit(status_of({one.severity for one in (*outcome.worse, *outcome.introduced)}, options["fail_on"]))


def _carry(old: str, new: str, checked: CheckedDraft, *, to_screen: bool) -> None:
    """Write the decisions on OLD that have a place in NEW into its review file; tells what became of them."""
    review = load_review(review_path(old))
    if not review:
        advice = "decide on its findings first, or leave out --carry"
        raise CheckerError(Problem(old, "has no decisions to carry over", advice))
    carried: list[Carried] = []

    def change(there: Review) -> Review:
        carried.append(carry_over(review, checked, there))
        return carried[-1].review

    update_review(review_path(new), change)
    told = carried[-1]
    line = f"{told.exact} carried over, {told.again} for a second look, {told.own} own findings found again"
    gone = f"{len(told.gone)} without a finding and {len(told.homeless)} without their words stay with {old}"
    kept = f"; {told.kept} decided there already" if told.kept else ""
    click.echo(f"{review_path(new)}: {line}; {gone}{kept}", err=to_screen)


def judged_file(path: str, book: Rulebook, language: Language | None) -> Judged:
    """A version of a draft, read and judged.

    Raises:
        DraftError: It cannot be read.
    """
    draft = open_draft(path, language=language)
    book.make_ready(languages_of(draft))
    return judge(draft, book.rulesets, book.lexicon)


def _write(name: str, checked: CheckedDraft, language: Language, options: dict[str, Any]) -> None:
    if name == "json":
        content = comparison_document(checked, language=language)
    else:
        content = comparison_page(checked, language=language, day=today())
    if name == "json" and options["output"] == "-":
        click.echo(content, nl=False)
        return
    given = options["output"] if name == "json" else None
    path = Path(given) if given else options["out"] / f"{_NAME}.{name}"
    write_file(path, content.encode("utf-8", "replace"))
    click.echo(str(path), err=options["output"] == "-")
