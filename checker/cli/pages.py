"""``checker rules pages``: a page for each rule in three languages, and an index."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from checker.cli.app import RULESET, tell
from checker.cli.files import chosen_folders, write_file
from checker.errors import Problem, RulesetError, shown_path
from checker.rendering.rule_pages import pages as pages_of
from checker.rules.loading import gather

FOLDER = "pages"


@click.command()
@RULESET
@click.option("--check", is_flag=True, help="Write nothing; exit status 2 if a page is not as it should be.")
def pages(rulesets: tuple[str, ...], *, check: bool) -> None:
    """Write a page for each rule.

    And an index, in three languages, into the folder «pages» of the ruleset.
    """
    stale: list[Problem] = []
    count = 0
    for folder in chosen_folders(rulesets):
        gathered = gather(folder, mapped=True)
        if gathered.problems:
            raise RulesetError(*gathered.problems)
        made = {folder / FOLDER / name: text for name, text in pages_of(gathered.ruleset).items()}
        count += len(made)
        if check:
            stale += _stale(folder, made)
        else:
            _write(folder, made)
            click.echo(f"wrote {shown_path(str(folder / FOLDER))}")
    tell(stale)
    click.echo(f"{count} pages" + (f", {len(stale)} not as they should be" if check else ""))
    sys.exit(2 if stale else 0)


def _write(folder: Path, made: Mapping[Path, str]) -> None:
    for path, text in made.items():
        write_file(path, text)
    for path in _left_over(folder, made):
        path.unlink()


def _left_over(folder: Path, made: Mapping[Path, str]) -> list[Path]:
    """Pages of rules that are no more."""
    return sorted(set((folder / FOLDER).glob("*/*.md")) - set(made))


def _stale(folder: Path, made: Mapping[Path, str]) -> list[Problem]:
    advice = "run «checker rules pages»"
    found = []
    for path, text in made.items():
        if not path.is_file():
            found.append(Problem(str(path), "is missing", advice))
        elif path.read_text(encoding="utf-8") != text:
            found.append(Problem(str(path), "is not as the rule says", advice))
    found += [Problem(str(path), "belongs to no rule", advice) for path in _left_over(folder, made)]
    return found
