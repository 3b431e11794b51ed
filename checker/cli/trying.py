"""``checker rules try``: one rule over real laws, against its last version."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli.app import RULESET, tell
from checker.cli.files import chosen_folders
from checker.draft import Draft
from checker.errors import CheckerError, Problem
from checker.finding import Finding
from checker.kit.trying import (
    OneRule,
    compare,
    earlier_rule,
    finding_lines,
    in_context,
    open_rule,
    place_of,
)
from checker.kit.versions import Version, earlier_version
from checker.opening import find_drafts, open_draft


class _Trial:
    """Runs a rule, and its earlier version if there is one, over one law after another."""

    def __init__(self, rule: OneRule, earlier: OneRule | None) -> None:
        self.rule = rule
        self.earlier = earlier
        self.found: list[tuple[str, int]] = []
        self.gained: list[str] = []
        self.lost: list[str] = []
        self.unread = 0

    def run(self, path: str) -> None:
        """Try the rule on a law and print what it finds."""
        try:
            draft = open_draft(path)
        except CheckerError as error:
            tell(error.problems)
            self.unread += 1
            return
        findings = self.rule.findings(draft)
        self.found.append((path, len(findings)))
        if findings:
            click.echo(f"{path} ({draft.language}): {_count(len(findings), 'finding')}")
        for finding in findings:
            for line in finding_lines(finding, draft, draft.language):
                click.echo(line)
        if self.earlier is not None:
            difference = compare(findings, self.earlier.findings(draft))
            self.gained += _places(difference.gained, draft, path, "+")
            self.lost += _places(difference.lost, draft, path, "-")

    def sum_up(self, version: Version | None) -> None:
        """Print the counts, and what was gained and lost."""
        total = sum(count for _, count in self.found)
        holding = sum(count > 0 for _, count in self.found)
        laws = _count(len(self.found), "law")
        click.echo("")
        click.echo(f"{self.rule.rule.id}: {_count(total, 'finding')} in {holding} of {laws}")
        for path, count in self.found:
            if count:
                click.echo(f"  {count:5}  {path}")
        if version is None:
            click.echo("Not compared: nothing has changed since the last version in git, or none is kept.")
        elif self.earlier is None:
            click.echo(f"Not compared: the rule is not in {version.name}.")
        else:
            click.echo(f"Against {version.name}: {len(self.gained)} gained, {len(self.lost)} lost")
            for line in (*self.gained, *self.lost):
                click.echo(line)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _places(findings: Sequence[Finding], draft: Draft, path: str, sign: str) -> list[str]:
    return [f"  {sign} {path}, {place_of(one, draft)}: {in_context(one, draft)}" for one in findings]


@click.command("try")
@click.argument("name", metavar="RULE")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@RULESET
@click.option(
    "--against",
    metavar="FOLDER|REVISION",
    help="Compare with this ruleset folder or git revision. Default: the last one, if there are changes.",
)
def try_rule(name: str, paths: tuple[str, ...], rulesets: tuple[str, ...], against: str | None) -> None:
    """Run one rule over real laws.

    RULE is an id or a file. Shows what it finds, and what it gained and lost against its last version.
    """
    rule = open_rule(name, chosen_folders(rulesets))
    files = find_drafts(paths)
    if not files:
        raise CheckerError(Problem(", ".join(paths), "holds no law that can be read", "name a file"))
    with earlier_version(Path(rule.ruleset.path), rule.lexicon_folders(), against) as version:
        trial = _Trial(rule, _earlier(rule, version))
        for path in files:
            trial.run(path)
        trial.sum_up(version)
    sys.exit(2 if trial.unread else 0)


def _earlier(rule: OneRule, version: Version | None) -> OneRule | None:
    if version is None:
        return None
    try:
        return earlier_rule(rule, version.folder)
    except CheckerError as error:
        first = error.problems[0]
        tell([Problem(version.name, f"cannot be compared with: {first.message}", "choose another version")])
        return None
