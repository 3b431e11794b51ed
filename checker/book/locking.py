"""Two runs must not write to the same folder."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from filelock import FileLock, Timeout

from checker.errors import CheckerError, Problem

_LOCK = ".book.lock"
_WAIT_SECONDS = 15  # processes of a run that was killed hold the lock until they notice


def locked(folder: Path) -> AbstractContextManager[object]:
    """The folder, made if it is not there, held until the context that is given ends.

    Raises:
        CheckerError: Another run holds it, or it cannot be written to.
    """
    lock = FileLock(folder / _LOCK, timeout=_WAIT_SECONDS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return lock.acquire()
    except Timeout as error:
        problem = Problem(str(folder), "is being written to by another run", "wait for it, or choose --out")
        raise CheckerError(problem) from error
    except OSError as error:
        message = f"cannot be written to: {error.strerror}"
        raise CheckerError(Problem(str(folder), message, "choose another folder with --out")) from error
