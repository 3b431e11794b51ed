"""Who does the work, and the process itself as the one who does it."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from typing import Protocol

from checker.book.task import Outcome, Task

Work = Future[Outcome]


class Crew(Protocol):
    """Takes files and gives their outcomes."""

    task: Task
    """What is done with each file."""

    @property
    def width(self) -> int:
        """How many files to give out at a time."""

    def submit(self, path: str, stem: str) -> Work:
        """Give out a file."""

    def wait(self, works: Collection[Work]) -> Collection[Work]:
        """Those that are done, as soon as one is."""

    def is_lost(self, work: Work) -> bool:
        """Whether whoever worked at it died."""

    def renew(self) -> None:
        """Replace those who died."""

    def close(self) -> None:
        """Let everybody go."""


class Alone:
    """The process itself, one file after the other."""

    width = 1
    """One file at a time."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def submit(self, path: str, stem: str) -> Work:
        """Check a file at once."""
        work: Work = Future()
        try:
            work.set_result(self.task.run(path, stem))
        except Exception as error:
            work.set_exception(error)
        return work

    def wait(self, works: Collection[Work]) -> Collection[Work]:
        """All of them."""
        return list(works)

    def is_lost(self, work: Work) -> bool:
        """Never: it would take this process along."""
        return False

    def renew(self) -> None:
        """Nothing died."""

    def close(self) -> None:
        """Nobody to let go."""
