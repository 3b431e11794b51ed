"""``checker rules coverage``: what of the report is covered, what no example exercises."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.cli.app import LANGUAGE, RULESET
from checker.cli.choosing import gather_chosen
from checker.cli.files import chosen_folders
from checker.draft import Language
from checker.errors import RulesetError
from checker.kit.coverage import (
    Covered,
    covered,
    exercise_lines,
    phrase_lines,
    recommendation_lines,
    silent_checks,
    untouched_phrases,
)
from checker.kit.needed import needed_concepts
from checker.kit.wording import KitWords, kit_words
from checker.rules.files import Files
from checker.rules.joining import join_rulesets
from checker.rules.loading import Gathered, load_recommendations


@click.command()
@RULESET
@click.option(
    "--recommendations",
    "map_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Another map of recommendations than the ruleset's.",
)
@click.option("--report-language", type=LANGUAGE, default="en", help="Language of the answer.")
@click.option("--phrases", is_flag=True, help="List every phrase that no example holds.")
def coverage(
    rulesets: tuple[str, ...], map_file: Path | None, report_language: Language, *, phrases: bool
) -> None:
    """Show what the rules cover of the report.

    And what no example exercises: checks that never fire, concepts and phrases that never stand.

    Exit status 2 if a draft could show a recommendation and neither rule nor reason is given.
    """
    is_open = False
    words = kit_words(report_language)
    for folder in chosen_folders(rulesets):
        gathered = gather_chosen(folder, mapped=map_file is None)
        found = _covered(gathered, map_file)
        click.echo(f"{gathered.ruleset.id} {gathered.ruleset.version}")
        click.echo("")
        if found:
            for line in (*recommendation_lines(found, words), ""):
                click.echo(line)
        _exercised(gathered, words, every_phrase=phrases)
        is_open = is_open or any(one.open for one in found)
    sys.exit(2 if is_open else 0)


def _covered(gathered: Gathered, map_file: Path | None) -> list[Covered]:
    recommendations = gathered.ruleset.recommendations
    if map_file is not None:
        files = Files()
        recommendations = load_recommendations(map_file, files) or {}
        if files.problems:
            raise RulesetError(*files.problems)
    return covered(recommendations.values(), {rule.id for rule in gathered.ruleset.rules})


def _exercised(gathered: Gathered, words: KitWords, *, every_phrase: bool) -> None:
    ruleset = gathered.ruleset
    lexicon = join_rulesets([ruleset])[1]
    silent = list(silent_checks(ruleset.rules, lexicon))
    needed = needed_concepts(ruleset.rules, ruleset)
    untouched = list(untouched_phrases(ruleset.rules, needed, lexicon))
    for line in exercise_lines(silent, untouched, words):
        click.echo(line)
    for line in phrase_lines(untouched) if every_phrase else ():
        click.echo(line)
