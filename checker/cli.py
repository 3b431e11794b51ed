"""The command line: the only place that reads arguments, prints and sets an exit status."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from checker import __version__
from checker.delivery import Delivery
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError, Problem
from checker.finding import CheckedDraft
from checker.pipeline import (
    Job,
    check_files,
    find_drafts,
    open_draft,
)
from checker.proving import prove
from checker.rendering import RENDERERS
from checker.rendering.terminal import summary_lines
from checker.rule import SEVERITIES, Rule
from checker.rulebook import default_rulesets, open_rulebook
from checker.rules.joining import lexicon_of
from checker.rules.loading import gather_ruleset
from checker.rules.manual import rule_page, rule_schema
from checker.structure.outline import outline

RULESET = click.option(
    "--ruleset",
    "rulesets",
    multiple=True,
    metavar="DIR",
    help="Folder of a ruleset; repeatable. Default: those that come with the checker.",
)
LANGUAGE = click.Choice(LANGUAGES)
_RARE_COLLECTION = (100_000, 20, 20)
"""A rulebook is 100,000 small objects that stay: walking them often costs a fifth of the time."""


class Commands(click.Group):
    """Turns faults of the input into plain lines and exit status 2."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; a fault of the input is told, never raised."""
        gc.set_threshold(*_RARE_COLLECTION)
        try:
            return super().main(*args, **extra)
        except CheckerError as error:
            _tell(error.problems)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="checker")
def main() -> None:
    """Read a draft law beside human-rights standards and report what may not comply."""


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    unknown = [name for name in names if name not in RENDERERS]
    if unknown or not names:
        raise click.BadParameter(
            f"{', '.join(unknown) or value!r}; write one or more of {', '.join(RENDERERS)}"
        )
    return names


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@RULESET
@click.option(
    "--language", type=click.Choice(["auto", *LANGUAGES]), default="auto", help="Language of the drafts."
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("reports"), help="Folder for reports.")
@click.option("--format", "formats", default="html", callback=_formats, help="html, json or both: html,json.")
@click.option(
    "--output", metavar="FILE", help="File for the findings of all drafts (json); - for the screen."
)
@click.option("--report-language", type=LANGUAGE, help="Language of the report. Default: that of the draft.")
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="never", help="Exit with 1 if found."
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="How many drafts to check at a time.")
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check drafts: files, folders, or - for standard input."""
    language = None if options["language"] == "auto" else options["language"]
    folders = tuple(str(Path(folder).resolve()) for folder in options["rulesets"])
    if not folders:
        folders = tuple(str(folder) for folder in default_rulesets())
    to_screen = options["output"] == "-"
    delivery = Delivery(options["out"], options["formats"], options["report_language"], _today())
    files = find_drafts(paths)
    if not files:
        raise CheckerError(Problem(", ".join(paths), "holds no draft that can be read", "name a file"))
    problems: list[Problem] = []
    worst: set[str] = set()
    for result in check_files(files, Job(folders, language), jobs=options["jobs"]):
        if isinstance(result, CheckedDraft):
            worst |= {finding.severity for finding in result.findings}
            _summary(result, delivery.add(result), options["report_language"], to_screen=to_screen)
        else:
            problems.extend(result)
            _tell(result)
    _finish(delivery, options["output"], problems, several=len(files) > 1)
    sys.exit(2 if problems else _status(worst, options["fail_on"]))


def _today() -> date:
    """The day to print; SOURCE_DATE_EPOCH (seconds) sets it for reports that must not change by the day."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else date.today()


def _status(found: set[str], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    return int(bool(found & set(SEVERITIES[: SEVERITIES.index(fail_on) + 1])))


def _summary(
    checked: CheckedDraft, reports: Sequence[Path], language: Language | None, *, to_screen: bool
) -> None:
    report = ", ".join(str(path) for path in reports)
    for line in summary_lines(checked, language=language or checked.draft.language, report=report):
        click.echo(line, err=to_screen)


def _finish(delivery: Delivery, output: str | None, problems: Sequence[Problem], *, several: bool) -> None:
    if output == "-":
        for _, content in delivery.together():
            sys.stdout.buffer.write(content)
    else:
        for path in delivery.write_together(Path(output) if output else None):
            click.echo(str(path))
    if several and delivery.entries:
        click.echo(str(delivery.write_index(problems)), err=output == "-")


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(" ".join(str(problem).split()), err=True)


@main.command()
@click.argument("path")
def show(path: str) -> None:
    """Print the provision tree of a draft as it was read, and what could not be placed."""
    click.echo(outline(open_draft(path)))


@main.group()
def rules() -> None:
    """Look at rulesets, prove them, and learn their language."""


def _all_rules(rulesets: Sequence[str]) -> list[Rule]:
    book = open_rulebook([Path(folder) for folder in rulesets])
    return [rule for ruleset in book.rulesets for rule in ruleset.rules]


@rules.command("list")
@RULESET
@click.option("--report-language", type=LANGUAGE, default="en", help="Language of the titles.")
def list_rules(rulesets: tuple[str, ...], report_language: Language) -> None:
    """List every rule: id, group, severity, title."""
    for rule in _all_rules(rulesets):
        click.echo(f"{rule.id}\t{rule.group}\t{rule.severity}\t{rule.title[report_language]}")


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@RULESET
@click.option("--report-language", type=LANGUAGE, default="en", help="Language of the texts.")
def show_rule(rule_id: str, rulesets: tuple[str, ...], report_language: Language) -> None:
    """Print one rule: what it finds, why it matters, examples, what to write instead, sources."""
    for rule in _all_rules(rulesets):
        if rule.id.lower() == rule_id.lower():
            click.echo(rule_page(rule, report_language))
            return
    raise CheckerError(Problem(rule_id, "no such rule", "see «checker rules list»"))


@rules.command()
@RULESET
def lint(rulesets: tuple[str, ...]) -> None:
    """Report every fault of the rulesets with file, line and column."""
    folders = [Path(folder) for folder in rulesets] or default_rulesets()
    problems = [problem for folder in folders for problem in gather_ruleset(folder)[1]]
    if problems:
        raise CheckerError(*problems)
    lexicon_of(open_rulebook(folders).rulesets)
    click.echo(f"{len(folders)} ruleset(s): no fault found")


@rules.command()
@click.argument("rule_ids", nargs=-1, metavar="[ID]...")
@RULESET
def test(rule_ids: tuple[str, ...], rulesets: tuple[str, ...]) -> None:
    """Prove rules by their own examples."""
    book = open_rulebook([Path(folder) for folder in rulesets])
    chosen = [
        (rule, ruleset)
        for ruleset in book.rulesets
        for rule in ruleset.rules
        if not rule_ids or rule.id in rule_ids
    ]
    held = failed = 0
    for rule, ruleset in chosen:
        for proof in prove(rule, ruleset, book.lexicon):
            held += not proof.faults
            failed += bool(proof.faults)
            for fault in proof.faults:
                click.echo(
                    f"{rule.path}:{proof.example.line}: {rule.id} ({proof.example.language}): {fault}",
                    err=True,
                )
    click.echo(f"{held} passed, {failed} failed")
    sys.exit(2 if failed else 0)


@rules.command()
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    click.echo(json.dumps(rule_schema(), ensure_ascii=False, indent=2))
