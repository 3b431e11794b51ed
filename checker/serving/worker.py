"""The process that checks drafts, apart from the one that answers: it may be ended at any time."""

from __future__ import annotations

import importlib.util
import multiprocessing
import signal
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Literal

from msgspec import Struct

from checker.errors import CheckerError, Problem, own_fault
from checker.finding import CheckedDraft
from checker.history import readings_of
from checker.pipeline import Job, Stage
from checker.rendering.history_page import Reading
from checker.reviewing.files import load_review, review_path
from checker.rule import Ruleset

MOST_MEMORY = 360_000_000
"""Bytes that a worker may take: twice what the longest code known to us needs."""

_GROWN_KILOBYTES = 200_000
"""Memory once taken is hardly given back: a worker that took more does no other job."""

Kind = Literal["check", "compare", "history"]
"""What is done with drafts: one is checked, two are compared, several followed, the oldest first."""


class Failed(Struct, frozen=True):
    """Why nothing came of it."""

    problems: tuple[Problem, ...]


Result = CheckedDraft | tuple[Reading, ...] | Failed
Rulesets = tuple[Ruleset, ...]
Message = (
    tuple[Literal["stage"], Stage]
    | tuple[Literal["rules"], Rulesets]
    | tuple[Literal["done", "last"], Result]
)
"""A draft is sent without its rulesets: these come once."""


class Worker(Struct):
    """A running process and the way to it."""

    process: SpawnProcess
    connection: Connection

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def start_worker(folders: tuple[str, ...]) -> Worker:
    """A process that waits for what to do with which files."""
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=work, args=(theirs, folders), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def work(connection: Connection, folders: tuple[str, ...]) -> None:
    """Take orders until the other side is gone; every stage and every result is sent back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the program, which ends this process
    _bound_memory()
    job = Job(folders)
    sent = False
    try:
        while True:
            kind, paths = connection.recv()
            result = _result(job, kind, paths, connection)
            if isinstance(result, CheckedDraft):
                if not sent:
                    connection.send(("rules", result.rulesets))
                    sent = True
                result = result.with_rulesets(())
            connection.send(("last" if _has_grown() else "done", result))
    except (EOFError, OSError):
        return


def _result(job: Job, kind: Kind, paths: tuple[str, ...], connection: Connection) -> Result:
    def told(stage: Stage) -> None:
        connection.send(("stage", stage))

    try:
        if kind == "history":
            return readings_of((job.judged(path, told), load_review(review_path(path))) for path in paths)
        made = job.run_bare(paths[0], told) if kind == "check" else job.compare(paths[0], paths[1], told)
        return made if isinstance(made, CheckedDraft) else Failed(made)
    except CheckerError as error:
        return Failed(error.problems)
    except Exception as error:  # this process checks the next draft all the same
        return Failed((own_fault(paths[-1], error),))


def _has_grown() -> bool:
    """Whether the process took much memory, where the system tells."""
    resource = _resource()
    return resource is not None and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _GROWN_KILOBYTES


def _resource() -> Any:
    """The module on limits, which Windows has not."""
    known = importlib.util.find_spec("resource") is not None
    return importlib.import_module("resource") if known else None


def _bound_memory() -> None:
    """A limit on memory, where the system knows one."""
    resource = _resource()
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
