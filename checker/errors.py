"""What can go wrong, said so that the reader knows which file, where, and what to do."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct


def mark(text: str) -> str:
    """The text itself, marked for translators where it is stored and translated where it is shown."""
    return text


def _as_it_is(text: str) -> str:
    return text


class Problem(Struct, frozen=True):
    """One fault: the file, the place in it, what is wrong and what to do instead.

    ``values`` are the parts of the two texts that are not the same each time, named in them as
    ``%(name)s``: so the texts can be translated where they are shown. A ``warning`` is worth a look and
    stops nothing.
    """

    path: str
    message: str
    advice: str = ""
    line: int = 0
    column: int = 0
    warning: bool = False
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{self.place}: {kind}{self.told()}"

    @property
    def place(self) -> str:
        """The file, with line and column where they are known."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)

    def told(self, translate: Callable[[str], str] = _as_it_is) -> str:
        """What is wrong and what to do, in the language that ``translate`` puts the two texts into."""
        texts = (translate(text) for text in (self.message, self.advice) if text)
        return " — ".join(text % dict(self.values) if self.values else text for text in texts)


def shown_path(path: str) -> str:
    """A path as seen from the folder one stands in, if it lies below it."""
    whole, here = Path(path).resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else path


def own_fault(path: str, error: Exception) -> Problem:
    """What the program itself could not do with a file, told in one line that helps to mend it."""
    if isinstance(error, MemoryError):
        message = mark("could not be checked: it takes more memory than there is")
        return Problem(path, message, mark("give the law alone, or one part of it at a time"))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}"
    message = mark("could not be checked: a fault of the checker itself (%(place)s)")
    advice = mark("send us this line, with the file if it may be shown")
    return Problem(path, message, advice, values=(("place", place),))


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
