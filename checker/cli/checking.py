"""What ``check`` does with the drafts it is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from checker.book.binding import Book, Plan
from checker.book.crews import Alone, Crew
from checker.book.prints import code_print
from checker.book.task import Task
from checker.cli.files import chosen_folders, refuse_confusion
from checker.cli.watching import Watch
from checker.delivery import Order
from checker.errors import CheckerError, Problem
from checker.late import late
from checker.opening import STANDARD_INPUT, find_drafts, is_begun, likely_languages
from checker.pipeline import Job
from checker.rendering import RENDERERS, ready_for
from checker.rule import SEVERITIES

hire_cluster: Callable[[Task, str], Crew] = late("checker.book.cluster:Cluster")
hire_processes: Callable[[Task, int], Crew] = late("checker.book.processes:Processes")
_TOGETHER = tuple(name for name, renderer in RENDERERS.items() if renderer.together)


def check_drafts(paths: Sequence[str], options: Mapping[str, Any]) -> int:
    """Check drafts and write what was asked for; gives the exit status.

    Raises:
        CheckerError: Nothing can be checked or written as it was asked for.
    """
    _refuse_several(options["formats"], options["output"])
    files = find_drafts(paths)
    if not files:
        raise CheckerError(Problem(", ".join(paths), "holds no draft that can be read", "name a file"))
    _refuse_base(options["base"], files)
    refuse_confusion((*files, *filter(None, [options["base"]])), options["output"])
    several = len(files) > 1 or any(Path(path).is_dir() for path in paths if path != STANDARD_INPUT)
    plan = Plan(
        tuple(files),
        options["out"],
        _task(options),
        _crew(options),
        kept=several and options["output"] != "-",
        again=options["again"],
        fixed_day=_fixed_day() is not None,
    )
    _use_the_wait(plan)
    watch = Watch(options["out"], to_screen=options["output"] == "-", several=len(files) > 1)
    with watch, Book(plan, watch.advance) as book:
        for known in book.check():
            watch.tell(known)
        watch.end(book.skipped)
        _finish(book, options["output"], index=several)
    return 2 if watch.problems else status_of(watch.severities, options["fail_on"])


def _use_the_wait(plan: Plan) -> None:
    """Make ready what will be needed, if another process reads the draft meanwhile."""
    path, order = plan.files[0], plan.task.order
    if "html" in order.formats and is_begun(
        path, language=plan.task.job.language, limits=plan.task.job.limits
    ):
        for language in (order.language,) if order.language else likely_languages(path):
            ready_for(language)


def _task(options: Mapping[str, Any]) -> Task:
    """What is done with each file."""
    language = None if options["language"] == "auto" else options["language"]
    folders = tuple(str(folder.resolve()) for folder in chosen_folders(options["rulesets"]))
    order = Order(options["formats"], options["report_language"], today())
    job = Job(folders, language, options["base"], options["huge"])
    return Task(job, order, options["reviewed"], code_print() if options["executor"] else "")


def _crew(options: Mapping[str, Any]) -> Callable[[Task, int], Crew]:
    """Who checks the files, so many of them."""

    def hire(task: Task, files: int) -> Crew:
        if options["executor"]:
            return hire_cluster(task, options["executor"])
        jobs = min(options["jobs"], files)
        return hire_processes(task, jobs) if jobs > 1 else Alone(task)

    return hire


def _refuse_base(base: str | None, files: Sequence[str]) -> None:
    """The law in force is read anew for each draft, which standard input cannot be."""
    if base == "-" and len(files) > 1:
        raise CheckerError(Problem("--base -", "serves one draft, and several are given", "name a file"))


def _refuse_several(formats: Sequence[str], output: str | None) -> None:
    """One file cannot hold two formats: the second would be written over the first."""
    named = [name for name in formats if name in _TOGETHER]
    if output is not None and not named:
        advice = f"add one of {', '.join(_TOGETHER)} to --format, or use --out DIR"
        raise CheckerError(Problem(f"--output {output}", "no format that is asked for goes there", advice))
    if output is not None and len(named) > 1:
        message = f"one file cannot hold {' and '.join(named)}"
        advice = "name one of them in --format, or use --out DIR, where each is written to a file of its own"
        raise CheckerError(Problem(f"--output {output}", message, advice))


def today() -> date:
    """The day to print; SOURCE_DATE_EPOCH (seconds) sets it for reports that must not change by the day."""
    return _fixed_day() or date.today()


def _fixed_day() -> date | None:
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None


def status_of(found: set[str], fail_on: str) -> int:
    """1 if a severity found is at or above ``fail_on``, else 0."""
    if fail_on == "never":
        return 0
    return int(bool(found & set(SEVERITIES[: SEVERITIES.index(fail_on) + 1])))


def _finish(book: Book, output: str | None, *, index: bool) -> None:
    if output == "-":
        for name in book.order.together:
            sys.stdout.buffer.writelines(book.joined(name))
    else:
        for path in book.write_together(Path(output) if output else None):
            click.echo(str(path))
    if index and (page := book.write_index()):
        click.echo(str(page), err=output == "-")
