"""The same work on a Dask cluster: other machines that see the same files under the same paths."""

from __future__ import annotations

import concurrent.futures
import importlib
import importlib.util
import logging
import time
from collections.abc import Collection
from concurrent.futures import FIRST_COMPLETED, CancelledError
from typing import Any

from checker.book.crews import Work
from checker.book.task import Task
from checker.errors import CheckerError, Problem

SCHEME = "dask://"
_ANSWER_SECONDS = 10
_WORKER_SECONDS = 180
_LOOK_SECONDS = 5
_RETRIES = 2
_IN_HAND = 3
_KEPT = "what was checked is kept; mend the cluster and run the same command again"


class Cluster:
    """The workers of a cluster; those that die are replaced by the cluster, and their work is done anew."""

    def __init__(self, task: Task, address: str) -> None:
        if importlib.util.find_spec("distributed") is None:
            advice = "install it: pip install 'draftlaw-checker[dask]'"
            raise CheckerError(Problem(f"--executor {address}", "needs Dask, which is not installed", advice))
        self.task = task
        self._address = address
        self._distributed: Any = importlib.import_module("distributed")
        self._killed: Any = importlib.import_module("distributed.scheduler").KilledWorker
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # it would tell of each worker that dies
        self._client = self._connected()
        self._executor = self._client.get_executor(pure=False, retries=_RETRIES)
        self._lonely_since: float | None = None

    @property
    def width(self) -> int:
        """Enough for every worker that is there."""
        return max(1, sum(self._threads().values())) * _IN_HAND

    def submit(self, path: str, stem: str) -> Work:
        """Give a file to the cluster."""
        work: Work = self._executor.submit(self.task.run, path, stem)
        return work

    def wait(self, works: Collection[Work]) -> Collection[Work]:
        """Those that are done.

        Raises:
            CheckerError: The scheduler is gone, or no worker was there for three minutes.
        """
        done = concurrent.futures.wait(works, _LOOK_SECONDS, FIRST_COMPLETED).done
        if any(work.cancelled() or isinstance(work.exception(), CancelledError) for work in done):
            raise self._gone()
        if done or self._threads():
            self._lonely_since = None
        elif self._lonely_since is None:
            self._lonely_since = time.monotonic()
        elif time.monotonic() - self._lonely_since > _WORKER_SECONDS:
            raise CheckerError(Problem(self._address, "no worker is left", _KEPT))
        return done

    def is_lost(self, work: Work) -> bool:
        """Whether every worker that was given the file died."""
        return isinstance(work.exception(), self._killed)

    def renew(self) -> None:
        """The cluster does it."""

    def close(self) -> None:
        """Leave the cluster as it was."""
        self._client.close(timeout=_ANSWER_SECONDS)

    def _connected(self) -> Any:
        """A client of a scheduler that answers, with at least one worker."""
        place = self._address.removeprefix(SCHEME)
        try:
            client = self._distributed.Client(f"tcp://{place}", timeout=_ANSWER_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            advice = f"start one: dask scheduler; or give its address, {SCHEME}HOST:PORT"
            message = f"no Dask scheduler answered within {_ANSWER_SECONDS} seconds"
            raise CheckerError(Problem(f"--executor {self._address}", message, advice)) from error
        try:
            client.wait_for_workers(1, timeout=_ANSWER_SECONDS)
        except (OSError, TimeoutError) as error:
            client.close()
            advice = f"start some: dask worker {place} --nthreads 1"
            raise CheckerError(
                Problem(f"--executor {self._address}", "the scheduler has no workers", advice)
            ) from error
        return client

    def _gone(self) -> CheckerError:
        return CheckerError(Problem(self._address, "the scheduler does not answer any more", _KEPT))

    def _threads(self) -> dict[str, int]:
        """The workers that are there, with their threads.

        Raises:
            CheckerError: The scheduler is gone.
        """
        try:
            threads: dict[str, int] = self._client.nthreads()
        except Exception as error:  # whatever the connection broke with
            raise CheckerError(
                Problem(self._address, "the scheduler does not answer any more", _KEPT)
            ) from error
        return threads
