"""Files given out and their outcomes taken in; a file that kills whoever works at it is found out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from checker.book.crews import Crew, Work
from checker.book.task import Outcome
from checker.errors import Problem

File = tuple[str, str]
"""A path, and the stem of the names of its reports."""


def outcomes(crew: Crew, files: Sequence[File]) -> Iterator[Outcome]:
    """The outcome of each file, as they come.

    When somebody dies, the files in hand are suspects: each is tried alone, and one that kills again is told
    as a problem.

    Raises:
        CheckerError: The work cannot go on: rulesets that cannot be used, a cluster that is gone.
    """
    waiting, running, suspects = deque(files), dict[Work, File](), deque[File]()
    while waiting or running or suspects:
        if suspects and not running:
            yield _alone(crew, suspects.popleft())
            continue
        while waiting and not suspects and len(running) < crew.width:
            file = waiting.popleft()
            running[crew.submit(*file)] = file
        for work in crew.wait(running):
            file = running.pop(work)
            if crew.is_lost(work):
                suspects.append(file)
            else:
                yield work.result()
        if suspects and not running:
            crew.renew()


def _alone(crew: Crew, file: File) -> Outcome:
    work = crew.submit(*file)
    while work not in crew.wait([work]):
        pass
    if not crew.is_lost(work):
        return work.result()
    crew.renew()
    message = "could not be checked: the process that read it was ended, also when it read nothing else"
    advice = "give the law in another format, or one part of it at a time; memory may not suffice"
    return Outcome(file[0], problems=(Problem(file[0], message, advice),))
