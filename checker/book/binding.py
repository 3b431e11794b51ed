"""A run over many drafts: what is known is kept, what is new is checked, what is common is written last."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType

from msgspec import Struct
from msgspec.structs import replace

from checker.book.crews import Alone, Crew
from checker.book.prints import draft_print, task_print
from checker.book.running import outcomes
from checker.book.store import UNFINISHED, Known, Store
from checker.book.task import Outcome, Task
from checker.delivery import FINDINGS_NAME, INDEX_NAME, Order, stems_of, write_whole
from checker.draft import Language
from checker.errors import Problem
from checker.late import late
from checker.opening import RESULTS, STANDARD_INPUT
from checker.rendering import INDEX, RENDERERS, RenderOptions

locked: Callable[[Path], AbstractContextManager[object]] = late("checker.book.locking:locked")
Told = Callable[[int, int], None]
"""Hears how many of how many files to check are done."""


class Plan(Struct, frozen=True):
    """What a run is to do.

    ``kept`` keeps what is known in ``folder`` for the next run; ``again`` checks what is known too;
    ``fixed_day`` tells that the day to print was given.
    """

    files: tuple[str, ...]
    folder: Path
    task: Task
    hire: Callable[[Task, int], Crew]
    kept: bool = False
    again: bool = False
    fixed_day: bool = False


class Book:
    """A run; to be used as a context."""

    def __init__(self, plan: Plan, told: Told) -> None:
        self.skipped = 0
        self._plan = plan
        self._told = told
        self._stack = ExitStack()
        self._stems = stems_of(plan.files)
        self._prints: dict[str, tuple[str, str]] = {}
        self._crew: Crew | None = None

    def __enter__(self) -> Book:
        folder = self._plan.folder
        if self._plan.kept:
            self._stack.enter_context(locked(folder))
            for left in folder.glob(f".*.{UNFINISHED}"):
                left.unlink(missing_ok=True)
            database = folder / RESULTS
        else:
            scratch = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="draftlaw-"))
            database = Path(scratch) / RESULTS
        self.store = Store(database, folder, lasting=self._plan.kept)
        self._stack.callback(self.store.close)
        self.store.ask(self._plan.files)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dismiss()
        self._stack.close()

    @property
    def order(self) -> Order:
        """What is asked for."""
        return self._plan.task.order

    def check(self) -> Iterator[Known]:
        """Check what is not known yet; gives what is known of each file, in their order.

        Raises:
            CheckerError: The rulesets cannot be used, or results cannot be written.
        """
        pending, done = deque(self._plan.files), set[str]()
        for path in self._known_now():
            done.add(path)
            while pending and pending[0] in done:
                if known := self.store.known(pending.popleft()):
                    yield known
        self._dismiss()

    def problems(self) -> tuple[Problem, ...]:
        """Why files could not be checked, in the order of the files."""
        return tuple(dict.fromkeys(problem for known in self.store.all() for problem in known.problems))

    def joined(self, name: str) -> Iterator[bytes]:
        """The file of a format that holds all drafts."""
        together = RENDERERS[name].together
        return together.join(self.store.pieces(name), self._options()) if together else iter(())

    def write_together(self, output: Path | None) -> list[Path]:
        """Write the formats that hold all drafts to ``output``, or beside the reports."""
        written = []
        for name in self.order.together:
            path = output or self._plan.folder / f"{FINDINGS_NAME}{RENDERERS[name].suffix}"
            write_whole(path, self.joined(name), UNFINISHED if path.parent == self._plan.folder else "")
            written.append(path)
        return written

    def write_index(self) -> Path | None:
        """Write the page that leads to the reports; None where there is none."""
        pieces = self.store.pieces(INDEX_NAME)
        if not pieces:
            return None
        path = self._plan.folder / INDEX_NAME
        write_whole(path, INDEX.join(pieces, self._options()), UNFINISHED)
        return path

    def _options(self) -> RenderOptions:
        spoken = self.order.language
        spoken = spoken or next((known.language for known in self.store.all() if known.language), None)
        return RenderOptions(spoken or "en", self.order.day, problems=self.problems())

    def _known_now(self) -> Iterator[str]:
        """The files as they become known: what was known already, then what is checked.

        A file that holds all drafts speaks the language of the first that can be read: until that is known
        the files are checked one by one.
        """
        plan, order = self._plan, self.order
        seeking = bool(order.together) and order.language is None
        common = task_print(plan.task, plan.fixed_day) if plan.kept else ""
        task, todo = plan.task, []
        for path in plan.files:
            self._prints[path] = self._print(path, common)
            if self._is_known(path, task.order.shared, seeking=seeking):
                self.skipped += 1
            elif seeking:
                self._run(task, [path])
            else:
                todo.append(path)
                continue
            if seeking and (known := self.store.known(path)) and known.language:
                task = replace(task, order=replace(order, shared=known.language))
                seeking = False
            yield path
        self._told(0, len(todo))
        for number, outcome in enumerate(self._outcomes(task, todo), start=1):
            self._put(outcome, task)
            self._told(number, len(todo))
            yield outcome.path

    def _print(self, path: str, common: str) -> tuple[str, str]:
        """As ``draft_print``; empty for standard input, read once only, and where nothing is kept."""
        if path == STANDARD_INPUT or not self._plan.kept:
            return "", ""
        return draft_print(path, self._stems[path], common)

    def _is_known(self, path: str, shared: Language | None, *, seeking: bool) -> bool:
        key, _ = self._prints[path]
        known = None if self._plan.again or not key else self.store.known(path)
        if known is None or known.key != key or not self.store.is_whole(known):
            return False
        wanted = known.language if seeking else shared
        return known.language is None or known.shared == (wanted or "")

    def _run(self, task: Task, paths: Sequence[str]) -> None:
        for outcome in self._outcomes(task, paths):
            self._put(outcome, task)

    def _outcomes(self, task: Task, paths: Sequence[str]) -> Iterator[Outcome]:
        """The outcomes of files; standard input is read by this process alone."""
        files = [(path, self._stems[path]) for path in paths]
        yield from outcomes(Alone(task), [file for file in files if file[0] == STANDARD_INPUT])
        files = [file for file in files if file[0] != STANDARD_INPUT]
        if files:
            self._crew = self._crew or self._plan.hire(task, len(self._plan.files))
            self._crew.task = task
            yield from outcomes(self._crew, files)

    def _put(self, outcome: Outcome, task: Task) -> None:
        """Keep an outcome; one that may be another the next time is kept without a print."""
        key, sha256 = self._prints[outcome.path]
        same = outcome.lasting and outcome.sha256 in ("", sha256)
        shared = outcome.language if task.order.together and not task.order.language else None
        self.store.put(outcome, key if same else "", task.order.shared or shared or "")

    def _dismiss(self) -> None:
        if self._crew is not None:
            self._crew.close()
            self._crew = None
