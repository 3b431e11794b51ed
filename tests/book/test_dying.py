"""A file that kills the process which reads it is found out, named once, and stops no other."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from checker.book.crews import Alone
from checker.book.processes import Processes
from checker.book.running import outcomes
from checker.book.task import Outcome, Task
from checker.delivery import Order
from checker.pipeline import Job

NAMES = ["kill-once", *"abcdefghij", "kill-1", "k", "l", "kill-2", "m", "n"]
"""The first has only others beside it that do no harm, so it is not among the suspects of another."""


class _Deadly(Task, frozen=True):
    """Kills its process for some names; for one of them only the first time."""

    scratch: str = ""

    def run(self, path: str, stem: str) -> Outcome:
        mark = Path(self.scratch) / path
        if "once" in path and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if path.startswith("kill-") and "once" not in path:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return Outcome(path, lines=(path,))


class _Ready(Job, frozen=True):
    def prepare(self) -> None:
        """No rules are needed here."""


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_file_that_kills_is_named_once_and_all_others_are_checked(tmp_path: Path, jobs: int) -> None:
    crew = Processes(_Deadly(_Ready(), Order(()), scratch=str(tmp_path)), jobs)
    found = list(outcomes(crew, [(name, name) for name in NAMES]))
    crew.close()

    assert sorted(one.path for one in found) == sorted(NAMES)
    problems = {one.path: [str(problem) for problem in one.problems] for one in found if one.problems}
    assert sorted(problems) == ["kill-1", "kill-2"]
    assert all(len(told) == 1 and "when it read nothing else" in told[0] for told in problems.values())
    assert not any(one.lasting for one in found)


def test_the_process_itself_checks_one_after_the_other(tmp_path: Path) -> None:
    found = list(outcomes(Alone(_Deadly(Job(), Order(()))), [("a", "a"), ("b", "b")]))

    assert [one.path for one in found] == ["a", "b"]
