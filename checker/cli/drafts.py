"""``check``: what may not comply in drafts."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from checker.aside import allow
from checker.cli.app import LANGUAGE, RULESET
from checker.draft import LANGUAGES
from checker.late import late
from checker.opening import begin_opening
from checker.rendering import RENDERERS
from checker.rule import SEVERITIES
from checker.source import HUGE, USUAL

check_drafts: Callable[..., int] = late("checker.cli.checking:check_drafts")
_TOGETHER = tuple(name for name, renderer in RENDERERS.items() if renderer.together)


def _formats(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    unknown = [name for name in names if name not in RENDERERS]
    if unknown or not names:
        raise click.BadParameter(
            f"{', '.join(unknown) or value!r}; write one or more of {', '.join(RENDERERS)}"
        )
    return names


def _cluster(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"dask://[^/\s]+:\d{1,5}", value):
        raise click.BadParameter(f"{value!r}; write dask://HOST:PORT, the address of a Dask scheduler")
    return value


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
@click.option(
    "--huge", is_flag=True, help="Read files of more than six million characters too: collections of laws."
)
@click.option("--again", is_flag=True, help="Check drafts anew that have not changed since the last run.")
@click.option(
    "--executor",
    callback=_cluster,
    metavar="ADDRESS",
    help="Check on the workers of a Dask cluster: dask://HOST:PORT.",
)
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check drafts: files, folders, or - for standard input."""
    if len(paths) == 1 and Path(paths[0]).is_file() and options["base"] is None:
        allow()
        language = options["language"]
        limits = HUGE if options["huge"] else USUAL
        begin_opening(paths[0], language=None if language == "auto" else language, limits=limits)
    sys.exit(check_drafts(paths, options))
