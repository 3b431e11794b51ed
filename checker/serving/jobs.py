"""What is being checked: a line of jobs, one at a time, each of which can be cancelled or fail alone."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from typing import Literal

from msgspec import Struct, field

from checker.errors import Problem
from checker.finding import CheckedDraft
from checker.rendering.history_page import Reading
from checker.serving.shelf import Shelf, Stamp
from checker.serving.worker import Failed, Kind, Result, Rulesets, Worker, start_worker

State = Literal["waiting", "running", "done", "failed", "cancelled", "crashed", "too-long"]
LONGEST_SECONDS = 900
_KEPT_CHARACTERS = 3_000_000
"""As much text as checked drafts are kept of: they take a hundred bytes for each character of the law."""
_KEPT_WHILE_CHECKING = 1_000_000
"""The same while the other process takes memory too."""
_CHARACTERS_OF_A_PROVISION = 100
"""As much as a provision takes, however short its text."""
_TICK_SECONDS = 0.1


class Key(Struct, frozen=True):
    """What a job does, and with which drafts."""

    kind: Kind
    names: tuple[str, ...]


def check_of(name: str) -> Key:
    """The check of a draft."""
    return Key("check", (name,))


class Work(Struct):
    """One job; ``stamps`` are those of its files when it began, ``stage`` the step it is at.

    ``result`` is a draft checked or compared, ``readings`` are what became of a history.
    """

    key: Key
    stamps: tuple[Stamp, ...]
    state: State = "waiting"
    stage: str = ""
    begun: float = field(default_factory=time.monotonic)
    problems: tuple[Problem, ...] = ()
    result: CheckedDraft | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether what was asked for is at hand."""
        return self.result is not None or bool(self.readings)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in ("waiting", "running")

    @property
    def seconds(self) -> int:
        """Since the job was asked for."""
        return int(time.monotonic() - self.begun)


class Jobs:
    """The jobs by their keys, and the thread that sees to them."""

    def __init__(self, shelf: Shelf, folders: tuple[str, ...]) -> None:
        self.shelf = shelf
        self.folders = folders
        self._works: OrderedDict[Key, Work] = OrderedDict()
        self._line: deque[Work] = deque()
        self._change = threading.Condition()  # reentrant
        self._worker: Worker | None = None
        self._rulesets: Rulesets = ()
        self._closed = False
        self._thread = threading.Thread(target=self._see_to_all, daemon=True)
        self._thread.start()

    def known(self, key: Key) -> Work | None:
        """The job of these files as they are now; None if there was none, or they have changed since."""
        with self._change:
            work = self._works.get(key)
            return work if work is not None and work.stamps == self._stamps(key) else None

    def ask(self, key: Key, *, again: bool = False) -> Work:
        """The job of these files: one that is known, else a new one at the end of the line.

        Raises:
            OSError: A file is gone.
        """
        with self._change:
            work = self.known(key)
            fresh = work is None or (again and work.over) or (work.state == "done" and not work.ready)
            if work is None or fresh:
                work = self._works[key] = Work(key, self._stamps(key))
                self._line.append(work)
                self._change.notify_all()
            self._works.move_to_end(key)
            return work

    def wait(self, work: Work, seconds: float) -> None:
        """Wait until a job is over, or so long."""
        with self._change:
            self._change.wait_for(lambda: work.over, seconds)

    def cancel(self, key: Key) -> None:
        """Stop a job; its process is ended if it is at it."""
        with self._change:
            work = self._works.get(key)
            if work is not None and not work.over:
                work.state = "cancelled"
                self._change.notify_all()

    def forget(self, name: str) -> None:
        """Cancel and drop every job on a draft."""
        with self._change:
            for key in [key for key in self._works if name in key.names]:
                self.cancel(key)
                del self._works[key]

    def close(self) -> None:
        """End the process; nothing is checked any more."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        self._thread.join()

    def _stamps(self, key: Key) -> tuple[Stamp, ...]:
        drafts = tuple(self.shelf.stamp(name) for name in key.names)
        if key.kind != "history":
            return drafts
        return drafts + tuple(self.shelf.review_stamp(name) for name in key.names)

    def _see_to_all(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: bool(self._line) or self._closed)
                if self._closed:
                    break
                work = self._line.popleft()
                if work.over:
                    continue
                work.state = "running"
                self._forget_old(_KEPT_WHILE_CHECKING, newest=False)
            self._see_to(work)
        if self._worker is not None:
            self._worker.end()

    def _see_to(self, work: Work) -> None:
        if self._worker is None or not self._worker.process.is_alive():
            self._worker = start_worker(self.folders)
        begun = time.monotonic()
        try:
            paths = tuple(str(self.shelf.folder / name) for name in work.key.names)
            self._worker.connection.send((work.key.kind, paths))
            while not work.over and not self._closed:
                if self._worker.connection.poll(_TICK_SECONDS):
                    self._hear(work, self._worker)
                elif time.monotonic() - begun > LONGEST_SECONDS:
                    self._finish(work, "too-long")
        except (EOFError, OSError):
            self._finish(work, "crashed")
        if work.state in ("cancelled", "too-long", "crashed"):
            self._worker.end()
            self._worker = None

    def _hear(self, work: Work, worker: Worker) -> None:
        kind, said = worker.connection.recv()
        if kind == "stage":
            work.stage = said
            return
        if kind == "rules":
            self._take(said)
            return
        if kind == "last":
            worker.end()
        result: Result = said
        if isinstance(result, Failed):
            work.problems = result.problems
            self._finish(work, "failed")
        elif isinstance(result, CheckedDraft):
            work.result = result.with_rulesets(self._rulesets)
            self._finish(work, "done")
            self._forget_old(_KEPT_CHARACTERS, newest=True)
        else:
            work.readings = result
            self._finish(work, "done")

    def _take(self, rulesets: Rulesets) -> None:
        """The rulesets of the results that follow; the same as before are kept once."""
        if [one.rules for one in self._rulesets] != [one.rules for one in rulesets]:
            self._rulesets = rulesets

    def _finish(self, work: Work, state: State) -> None:
        with self._change:
            if not work.over:
                work.state = state
            self._change.notify_all()

    def _forget_old(self, left: int, *, newest: bool) -> None:
        """Results are large: only the last ones are kept, the others are made again when asked for.

        ``newest``: the last one is kept whatever its size.
        """
        with self._change:
            for place, work in enumerate(reversed(self._works.values())):
                left -= _size(work.result) if work.result else 0
                if left < 0 and (place or not newest):
                    work.result = None


def _size(checked: CheckedDraft) -> int:
    """What a result takes, in characters of text."""
    former = checked.change.before.draft if checked.change and checked.change.before else None
    drafts = (checked.draft, *((former,) if former else ()))
    return sum(one.coverage.characters + _CHARACTERS_OF_A_PROVISION * len(one.provisions) for one in drafts)
