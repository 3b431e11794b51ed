"""Where one check spends its time: ``python stages.py TEXT RESULT.json RULESET...``.

Writes the seconds of each stage.

Modules are counted apart wherever they are imported, at the start or when a stage first needs them.
"""

from __future__ import annotations

import builtins
import importlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

IMPORTS = "imports"
BEGIN = "rules"
_BEGINS = {"reading": "reading and structure", "preparing": "lexicon", "checking": "matching and checks"}


class Stages:
    """Seconds by stage; those of imports within a stage count as imports."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {IMPORTS: 0.0}
        self._since = time.perf_counter()
        self._imported = 0.0
        self._depth = 0

    def end(self, name: str) -> None:
        """What went by since the last stage ended was this one."""
        now = time.perf_counter()
        within = self.seconds[IMPORTS] - self._imported
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since - within
        self._since, self._imported = now, self.seconds[IMPORTS]

    @contextmanager
    def importing(self) -> Iterator[None]:
        """The outermost import counts; those within it are a part of it."""
        start = time.perf_counter()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                self.seconds[IMPORTS] += time.perf_counter() - start

    def watch_imports(self) -> None:
        """Count every import from now on, by statement or by ``importlib.import_module``."""
        statement, function = builtins.__import__, importlib.import_module

        def watched_statement(name: str, *rest: Any, **named: Any) -> Any:
            with self.importing():
                return statement(name, *rest, **named)

        def watched_function(name: str, package: str | None = None) -> Any:
            with self.importing():
                return function(name, package)

        builtins.__import__ = watched_statement  # type: ignore[assignment]
        importlib.import_module = watched_function


def profile(path: str, rulesets: Sequence[str]) -> dict[str, float]:
    """The seconds of each stage of one check with both reports, in order."""
    stages = Stages()
    stages.watch_imports()
    importlib.import_module("checker.cli")  # what the command itself imports
    pipeline = importlib.import_module("checker.pipeline")
    rendering = importlib.import_module("checker.rendering")
    stages.end(IMPORTS)
    current = [BEGIN]

    def told(stage: str) -> None:
        stages.end(current[0])
        current[0] = _BEGINS[stage]

    checked = pipeline.Job(tuple(rulesets)).run_bare(path, told)
    stages.end(current[0])
    options = rendering.RenderOptions(checked.draft.language)
    for name in ("html", "json"):
        rendering.RENDERERS[name].render([checked], options)
        stages.end(name.upper())
    return stages.seconds


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(profile(sys.argv[1], sys.argv[3:])), encoding="utf-8")
