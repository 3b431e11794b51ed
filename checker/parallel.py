"""Several drafts at a time, each by a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from checker.errors import Problem
from checker.finding import CheckedDraft

_ALONE = "check it again by itself; memory may not suffice for several drafts at a time"
Result = CheckedDraft | tuple[Problem, ...]


def run_by_processes(paths: Sequence[str], work: Callable[[str], Result], processes: int) -> Iterator[Result]:
    """What ``work`` gives for each file, in order; a file whose process dies yields a problem."""
    with ProcessPoolExecutor(max_workers=processes) as pool:
        running = [(path, pool.submit(work, path)) for path in paths]
        for path, result in running:
            try:
                yield result.result()
            except BrokenProcessPool:
                yield (Problem(path, "could not be checked: a process was ended from outside", _ALONE),)
