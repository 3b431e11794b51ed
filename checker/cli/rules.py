"""``checker rules``: look at rulesets, prove them, write them."""

from __future__ import annotations

import click

from checker.cli.app import LANGUAGE, RULESET
from checker.cli.beginning import new
from checker.cli.choosing import chosen_rules, gather_chosen, open_chosen, rules_named
from checker.cli.coverage import coverage
from checker.cli.explaining import explain
from checker.cli.files import chosen_folders
from checker.cli.linting import lint
from checker.cli.pages import pages
from checker.cli.proving import test
from checker.cli.schemas import schema
from checker.cli.trying import try_rule
from checker.draft import Language
from checker.rendering.rule_pages import rule_page
from checker.rendering.wording import words_for


@click.group()
def rules() -> None:
    """Look at rules, prove them, write them."""


@rules.command("list")
@RULESET
@click.option("--report-language", type=LANGUAGE, default="en", help="Language of the list.")
def list_rules(rulesets: tuple[str, ...], report_language: Language) -> None:
    """List every rule: id, group, severity, title."""
    book = open_chosen(rulesets)
    for rule, ruleset in chosen_rules(book, ()):
        group = ruleset.groups[rule.group][report_language]
        severity = words_for(report_language).severity(rule.severity)
        click.echo(f"{rule.id}\t{group}\t{severity}\t{rule.title[report_language]}")


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@RULESET
@click.option("--report-language", type=LANGUAGE, default="en", help="Language of the texts.")
def show_rule(rule_id: str, rulesets: tuple[str, ...], report_language: Language) -> None:
    """Print one rule as a page.

    What it finds, why it matters, an example, what to write instead, sources, traps.
    """
    wanted = (rule_id,)
    rulesets_read = [gather_chosen(folder, wanted).ruleset for folder in chosen_folders(rulesets)]
    for rule, ruleset in rules_named(rulesets_read, (rule_id,)):
        click.echo(rule_page(rule, ruleset, report_language))


for _command in (new, lint, test, explain, try_rule, schema, coverage, pages):
    rules.add_command(_command)
