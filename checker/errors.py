"""What can go wrong, said so that the reader knows which file, where, and what to do."""

from __future__ import annotations

import traceback
from pathlib import Path

from msgspec import Struct


class Problem(Struct, frozen=True):
    """One fault: the file, the place in it, what is wrong and what to do instead.

    A ``warning`` is worth a look and stops nothing.
    """

    path: str
    message: str
    advice: str = ""
    line: int = 0
    column: int = 0
    warning: bool = False

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        kind = "warning: " if self.warning else ""
        return f"{place}: {kind}{self.message}" + (f" — {self.advice}" if self.advice else "")


def shown_path(path: str) -> str:
    """A path as seen from the folder one stands in, if it lies below it."""
    whole, here = Path(path).resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else path


def own_fault(path: str, error: Exception) -> Problem:
    """What the program itself could not do with a file, told in one line that helps to mend it."""
    if isinstance(error, MemoryError):
        advice = "give the law alone, or one part of it at a time"
        return Problem(path, "could not be checked: it takes more memory than there is", advice)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    message = f"could not be checked: a fault of the checker itself ({type(error).__name__} in {place})"
    return Problem(path, message, "send us this line, with the file if it may be shown")


class CheckerError(Exception):
    """A fault of the input that a person can mend; one or more problems, exit status 2."""

    exit_code = 2

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class DraftError(CheckerError):
    """A draft that cannot be read: broken, encrypted, empty, scanned, of an unknown kind."""


class RulesetError(CheckerError):
    """A ruleset that cannot be used; carries every fault found, not only the first."""


class CannotPrintError(CheckerError):
    """No PDF could be made; the report itself is sound."""
