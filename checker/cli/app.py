"""The root of the command line: faults as plain lines, exit status, options that commands share."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from checker import __version__
from checker.draft import LANGUAGES
from checker.errors import CheckerError, Problem

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
    """Turns faults of the input into plain lines and exit status 2; imports a command when it is called.

    ``places`` gives for each command the ``module:name`` where it is.
    """

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.places: dict[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in order."""
        return sorted({*super().list_commands(ctx), *self.places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.places:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; a fault of the input is told, never raised."""
        gc.set_threshold(*_RARE_COLLECTION)
        try:
            return super().main(*args, **extra)
        except CheckerError as error:
            tell(error.problems)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="checker")
def main() -> None:
    """Read a draft law beside human-rights standards and report what may not comply."""


def tell(problems: Sequence[Problem]) -> None:
    """Print each problem on one line to the error stream."""
    for problem in problems:
        click.echo(" ".join(str(problem).split()), err=True)
