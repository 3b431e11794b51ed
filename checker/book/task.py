"""What is done with one file, here or on another machine, and what comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable

from msgspec import Struct, field

from checker.book.prints import code_print
from checker.delivery import Order, Parcel, pack
from checker.draft import Language
from checker.errors import CheckerError, Problem, own_fault
from checker.finding import CheckedDraft
from checker.late import late
from checker.pipeline import Job
from checker.rendering.deciding import standing
from checker.rendering.terminal import summary_lines
from checker.rule import Severity

agreed_only: Callable[[CheckedDraft], CheckedDraft] = late("checker.reviewing.applying:agreed_only")
_ONE_AT_A_TIME = threading.Lock()
"""Readers and lexicon are made for one thread; a worker of a cluster may have several."""


class Outcome(Struct, frozen=True):
    """What became of one file: its reports and the lines that tell of it, or why there are none.

    ``lasting`` is set where the same file would give the same again: what failed for want of memory or of a
    browser may succeed the next time. ``language`` is that of the draft.
    """

    path: str
    parcel: Parcel = field(default_factory=lambda: Parcel((), {}))
    lines: tuple[str, ...] = ()
    language: Language | None = None
    told_in: Language = "en"
    severities: tuple[Severity, ...] = ()
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    lasting: bool = False


class Task(Struct, frozen=True):
    """The same work for every file of a run; small, so that it travels to other processes.

    ``code`` is the print of the code that gave the task: another version would give other results.
    """

    job: Job
    order: Order
    reviewed: bool = False
    code: str = ""

    def run(self, path: str, stem: str) -> Outcome:
        """Check a file and make its reports, or tell why that cannot be done.

        Raises:
            CheckerError: The rulesets cannot be used, or this is another version of the checker.
        """
        with _ONE_AT_A_TIME:
            if self.code and self.code != code_print():
                advice = "install the same version of draftlaw-checker on every worker"
                raise CheckerError(
                    Problem("--executor", "a worker has another version of the checker", advice)
                )
            result = self.job.run(path)
            if not isinstance(result, CheckedDraft):
                lasting = not any("could not be checked" in one.message for one in result)
                return Outcome(path, problems=result, lasting=lasting)
            try:
                return self._outcome(path, stem, agreed_only(result) if self.reviewed else result)
            except CheckerError:
                raise
            except Exception as error:  # the other drafts are checked all the same
                return Outcome(path, problems=(own_fault(path, error),))

    def _outcome(self, path: str, stem: str, checked: CheckedDraft) -> Outcome:
        parcel = pack(checked, stem, self.order)
        told_in = self.order.language or checked.draft.language
        return Outcome(
            path,
            parcel,
            summary_lines(checked, language=told_in),
            checked.draft.language,
            told_in,
            tuple(sorted({finding.severity for finding in standing(checked.findings)})),
            checked.draft.sha256,
            lasting=not parcel.notes,
        )
