"""Several processes on this machine, any of which may die."""

from __future__ import annotations

import concurrent.futures
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Collection
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for

from checker.book.crews import Work
from checker.book.task import Task

_IN_HAND = 3
"""Files given out for each process: none waits for the next one, and few are lost when one dies."""


class Processes:
    """Several processes on this machine; a pool that lost one is replaced."""

    def __init__(self, task: Task, jobs: int) -> None:
        self.width = jobs * _IN_HAND
        self.task = task
        self._jobs = jobs
        task.job.prepare()
        gc.freeze()  # a collection would touch, and so copy, every page that the processes share
        self._pool = self._new_pool()

    def submit(self, path: str, stem: str) -> Work:
        """Give a file to the pool."""
        try:
            return self._pool.submit(self.task.run, path, stem)
        except BrokenProcessPool as error:
            work: Work = Future()
            work.set_exception(error)
            return work

    def wait(self, works: Collection[Work]) -> Collection[Work]:
        """Those that are done."""
        return concurrent.futures.wait(works, return_when=FIRST_COMPLETED).done

    def is_lost(self, work: Work) -> bool:
        """Whether a process of the pool died."""
        return isinstance(work.exception(), BrokenProcessPool)

    def renew(self) -> None:
        """A new pool for the broken one."""
        self._pool.shutdown(wait=True)
        self._pool = self._new_pool()

    def close(self) -> None:
        """End the processes once they are done with what they have in hand."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(max_workers=self._jobs, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl+C to the parent, and end when the parent is gone, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
