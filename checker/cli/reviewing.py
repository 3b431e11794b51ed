"""``checker review``: what experts decided, put together and followed through the versions of a draft."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from checker.cli.app import LANGUAGE, RULESET, tell
from checker.cli.checking import today
from checker.cli.comparing import judged_file
from checker.cli.files import chosen_folders, write_file
from checker.decision import REVIEW_SUFFIX, Added, Decision
from checker.draft import Language
from checker.errors import CheckerError, Problem
from checker.finding import CheckedDraft
from checker.history import readings_of
from checker.pipeline import Job
from checker.rendering.deciding import tally_line
from checker.rendering.history_page import history_lines, history_page
from checker.rendering.terminal import plain
from checker.rendering.wording import words_for
from checker.reviewing.files import load_review, review_path, review_text, save_review
from checker.reviewing.merging import Conflict, merge_reviews
from checker.rulebook import open_rulebook

_HISTORY = "history.html"


@click.group()
def review() -> None:
    """What experts decided on the findings of a draft."""


@review.command("show")
@click.argument("draft")
@RULESET
@click.option("--report-language", type=LANGUAGE, help="Language of the list. Default: that of the draft.")
def show_review(draft: str, rulesets: tuple[str, ...], report_language: Language | None) -> None:
    """Tell how many findings of DRAFT have which decision, and which decisions want a look.

    Those made on words that were changed since, those whose finding is gone, and the experts' own findings
    whose words are gone.
    """
    folders = tuple(str(folder.resolve()) for folder in chosen_folders(rulesets))
    checked = Job(folders).run(draft)
    if not isinstance(checked, CheckedDraft):
        raise CheckerError(*checked)
    words = words_for(report_language or checked.draft.language)
    click.echo(f"{plain(checked.draft.title or draft)}: {tally_line(checked, words)}")
    again = [one.decision for one in checked.findings if one.second_look and one.decision]
    _list(words.gettext("Second look"), map(_decision_line, again))
    _list(words.gettext("Decisions whose finding is gone"), map(_decision_line, checked.orphaned))
    _list(words.gettext("Findings of experts whose words are gone"), map(_added_line, checked.homeless))


def _list(title: str, lines: Iterable[str]) -> None:
    told = list(lines)
    if told:
        click.echo(f"{title}: {len(told)}")
    for line in told:
        click.echo(f"  {line}")


def _decision_line(decision: Decision) -> str:
    quote = f"«{decision.quote}»" if decision.quote else ""
    parts = (decision.rule, decision.provision, decision.choice, quote, decision.author, decision.reason)
    return plain(" · ".join(filter(None, parts)))


def _added_line(added: Added) -> str:
    parts = (added.rule, added.label, f"«{added.quote}»", added.author, added.message)
    return plain(" · ".join(filter(None, parts)))


@review.command("merge")
@click.argument("mine")
@click.argument("theirs")
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Default: the screen.")
def merge(mine: str, theirs: str, output: Path | None) -> None:
    """Put the decisions of two people on one draft together.

    MINE and THEIRS are review files. Where they say different things on a finding, the later day stands, else
    MINE; each such conflict is named, and the exit status is 1.
    """
    merged, conflicts = merge_reviews(*(load_review(_review_file(name)) for name in (mine, theirs)))
    if output is None:
        click.echo(review_text(merged), nl=False)
    else:
        save_review(output, merged)
        click.echo(str(output))
    tell([_conflict(one, mine, theirs) for one in conflicts])
    sys.exit(1 if conflicts else 0)


def _review_file(name: str) -> Path:
    """The review file named; that of a draft, where the draft is named."""
    path = Path(name) if name.endswith((REVIEW_SUFFIX, ".yaml", ".yml")) else review_path(name)
    if not path.is_file():
        raise CheckerError(Problem(str(path), "is not there", f"name a review file: <draft>{REVIEW_SUFFIX}"))
    return path


def _conflict(conflict: Conflict, mine: str, theirs: str) -> Problem:
    one, other = conflict.mine, conflict.theirs
    place = (one.provision if isinstance(one, Decision) else one.label) or "the draft as a whole"
    told = "; ".join(f"{key}: «{getattr(one, key)}» / «{getattr(other, key)}»" for key in conflict.keys)
    stands = theirs if other.day > one.day else mine
    signed = " / ".join(f"{each.author or '?'} {each.day}".strip() for each in (one, other))
    return Problem(mine, f"{one.rule}, {place}: {told} ({signed})", f"{stands} stands", warning=True)


@review.command("history")
@click.argument("versions", nargs=-1, required=True, metavar="VERSION...")
@RULESET
@click.option("--out", type=click.Path(path_type=Path), default=Path("reports"), help="Folder for the page.")
@click.option("--report-language", type=LANGUAGE, help="Language of the page. Default: that of the last.")
def history(versions: Sequence[str], **options: Any) -> None:
    """Write a page on the versions of a draft, the oldest first.

    At each reading: how many findings were fixed, kept and new, and which proposals were taken up.
    """
    if len(versions) < 2:
        raise CheckerError(Problem(versions[0], "is one version only", "name two or more, the oldest first"))
    book = open_rulebook(chosen_folders(options["rulesets"]))
    judged = [(judged_file(one, book, None), load_review(review_path(one))) for one in versions]
    readings = readings_of(judged)
    language: Language = options["report_language"] or readings[-1].language
    for line in history_lines(readings, language=language):
        click.echo(plain(line))
    path = options["out"] / _HISTORY
    write_file(path, history_page(readings, language=language, day=today()).encode("utf-8", "replace"))
    click.echo(str(path))
