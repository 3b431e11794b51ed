"""What the terminal tells while drafts are checked: a line of progress, findings, problems."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import Any

import click

from checker.book.store import Known
from checker.cli.app import tell
from checker.errors import Problem
from checker.rendering.terminal import report_line


class Watch:
    """Tells of each draft, and gathers what sets the exit status.

    Where the error stream is a terminal and there are several drafts, a bar tells how many are done and how
    long the others will take; the lines on each draft then go only to a file or a pipe. ``to_screen`` keeps
    standard output for the findings.
    """

    def __init__(self, folder: Path, *, to_screen: bool, several: bool) -> None:
        self.severities: set[str] = set()
        self.problems: list[Problem] = []
        self._folder = folder
        self._to_screen = to_screen
        self._shown = several and sys.stderr.isatty()
        self._quiet = self._shown and (to_screen or sys.stdout.isatty())
        self._bar: Any = None
        self._notes: set[Problem] = set()
        self._told = 0

    def __enter__(self) -> Watch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._put_away()

    def advance(self, done: int, total: int) -> None:
        """So many of so many drafts are done."""
        if not self._shown or not total:
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, file=sys.stderr, show_pos=True, show_eta=True)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def tell(self, known: Known) -> None:
        """What is known of a draft."""
        self.severities.update(known.severities)
        new = [one for one in known.problems if one not in self.problems]
        notes = [one for one in known.notes if one not in self._notes]
        self.problems.extend(new)
        self._notes.update(notes)
        if known.lines and not self._quiet:
            report = ", ".join(str(self._folder / name) for name, _ in known.files)
            for line in (*known.lines, *report_line(report, known.told_in)):
                click.echo(line, err=self._to_screen)
        if (new or notes) and self._bar is not None:
            click.echo("\r\033[K", nl=False, err=True)
        tell([*new, *notes])

    def end(self, skipped: int) -> None:
        """No draft is left; so many were known from the last run."""
        self._put_away()
        if skipped:
            click.echo(
                f"{skipped} not checked anew: unchanged since the last run (--again checks all)", err=True
            )

    def _put_away(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
