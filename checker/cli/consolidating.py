"""``checker consolidate``: the law in force with an amending law carried out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.amended import amended_draft
from checker.amending.reading import read_amendments
from checker.cli.app import LANGUAGE, tell
from checker.cli.files import refuse_confusion, write_file
from checker.consolidating import Consolidated, law_text
from checker.consolidating.page import page_of
from checker.consolidating.record import record_of
from checker.draft import Draft, Language
from checker.errors import Problem
from checker.finding import Flaw
from checker.opening import STANDARD_INPUT, open_draft
from checker.rendering.consolidated_lines import Tally, tally_line, unread_problem


@click.command("consolidate")
@click.argument("base", metavar="BASE")
@click.argument("amending", metavar="AMENDING")
@click.option("--output", metavar="FILE", default=STANDARD_INPUT, help="File to write. Default: the screen.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "html", "json"]),
    default="text",
    help="The law as text; as a page with every change marked; or as data with the trace of each change.",
)
@click.option("--report-language", type=LANGUAGE, help="Language of messages. Default: that of the draft.")
def consolidate_law(
    base: str, amending: str, output: str, kind: str, report_language: Language | None
) -> None:
    """Carry out the amending law AMENDING on the law BASE.

    Exit status: 0 every instruction was read and fits, 1 some were not or do not, 2 a file cannot be used.
    """
    refuse_confusion((base, amending), output)
    law, draft = open_draft(base), open_draft(amending)
    result = amended_draft(law, draft, read_amendments(draft))
    language = report_language or draft.language
    content = _content(result, draft, kind, language)
    if output == STANDARD_INPUT:
        click.echo(content, nl=False)
    else:
        write_file(Path(output), content)
    tell([_problem(flaw, draft, language) for flaw in result.flaws])
    unread = _unread(result, draft, language)
    tell(unread)
    click.echo(tally_line(_tally(result), language), err=True)
    sys.exit(1 if result.flaws or unread else 0)


def _content(result: Consolidated, amending: Draft, kind: str, language: Language) -> str:
    if kind == "html":
        return page_of(result, amending, language)
    return record_of(result, amending) if kind == "json" else law_text(result.draft)


def _problem(flaw: Flaw, amending: Draft, language: Language) -> Problem:
    place = amending.provisions[flaw.provision].label if flaw.provision >= 0 else ""
    said = f"{place}: {flaw.message[language]}" if place else flaw.message[language]
    return Problem(amending.path, said)


def _unread(result: Consolidated, amending: Draft, language: Language) -> list[Problem]:
    return [
        unread_problem(amending.path, amending.provisions[one.provision].label, one.text, language)
        for one in result.amendments.unread
    ]


def _tally(result: Consolidated) -> Tally:
    removed = sum(one.after is None for one in result.changes)
    unread = len(result.amendments.unread)
    return Tally(len(result.touched), removed, result.applied, len(result.mine), result.others, unread)
