"""``show``: how a draft was read."""

from __future__ import annotations

import click

from checker.amending.listing import instruction_lines
from checker.amending.reading import read_amendments
from checker.errors import CheckerError, Problem
from checker.opening import open_draft
from checker.structure.outline import outline


@click.command()
@click.argument("path")
@click.option("--before", is_flag=True, help="Print the former wording that the file holds beside the draft.")
@click.option("--instructions", is_flag=True, help="The commands of an amending law instead of the tree.")
def show(path: str, *, before: bool, instructions: bool) -> None:
    """Print the provision tree of a draft as it was read, and what could not be placed."""
    draft = open_draft(path)
    if before and draft.before is None:
        advice = "give a comparative table, or a Word file with tracked changes"
        raise CheckerError(Problem(path, "holds no former wording beside the draft", advice))
    shown = draft.before if before and draft.before else draft
    if instructions:
        click.echo("\n".join(instruction_lines(shown, read_amendments(shown))))
    else:
        click.echo(outline(shown))
