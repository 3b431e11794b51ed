"""``checker rules lint``: every fault of rulesets, for people and for editors."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from checker.cli.app import RULESET
from checker.cli.files import chosen_folders
from checker.errors import Problem, shown_path
from checker.rules.lint import lint as lint_rulesets
from checker.rules.lint import rulesets_of


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@RULESET
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="json is for editors."
)
def lint(paths: tuple[Path, ...], rulesets: tuple[str, ...], form: str) -> None:
    """Report every fault of rulesets.

    With file, line and column, and what to write instead; of PATHs only, if given.

    A fault makes exit status 2; a warning does not.
    """
    folders = chosen_folders([*rulesets, *(folder for path in paths for folder in rulesets_of(path))])
    problems = [
        replace(one, path=shown_path(one.path))
        for one in lint_rulesets(folders)
        if not paths or _concerns(one, paths)
    ]
    faults = sum(not problem.warning for problem in problems)
    if form == "json":
        click.echo(json.dumps([_entry(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        _print(problems, faults, len(folders))
    sys.exit(2 if faults else 0)


def _print(problems: Sequence[Problem], faults: int, rulesets: int) -> None:
    for problem in problems:
        click.echo(" ".join(str(problem).split()), err=True)
    warnings = len(problems) - faults
    said = f"{faults} fault(s)" if faults else "no fault found"
    click.echo(f"{rulesets} ruleset(s): {said}" + (f", {warnings} warning(s)" if warnings else ""))


def _concerns(problem: Problem, paths: Sequence[Path]) -> bool:
    return any(Path(problem.path).resolve().is_relative_to(path.resolve()) for path in paths)


def _entry(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": "warning" if problem.warning else "error",
        "message": problem.message,
        "advice": problem.advice,
    }
