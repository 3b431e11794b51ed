"""What a whole process takes: wall time, processor time, peak memory; and the line through several sizes."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_STOPWATCH = Path(__file__).with_name("stopwatch.py")
_PER_MEGABYTE = 1e6 if sys.platform == "darwin" else 1e6 / 1024
"""macOS tells memory in bytes, others in units of 1,024 bytes."""
Key = TypeVar("Key")


class FailedError(Exception):
    """A measured command failed; ``args[0]`` says which and how."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of wall time, of processor time in user mode, and the peak of resident memory in MB.

    ``first`` are the seconds of the run that warmed up, which also makes what the others find ready.
    """

    wall: float
    user: float
    memory: float
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """The least-squares line of seconds over MB; ``fit`` is R², ``left`` what each point has above it."""

    start: float
    per_megabyte: float
    fit: float
    left: tuple[float, ...]


def measured(
    commands: Mapping[Key, Sequence[str]],
    runs: int,
    cache: Path | Mapping[Key, Path],
    *,
    once: Collection[Key] = (),
) -> dict[Key, Taken]:
    """The median of so many runs of each command, after one that warms up; with no runs, that one.

    Those of ``once`` take so long that the runs of the others, which come first, must do as warming up.

    The runs of the commands alternate, so that a slower spell of the machine falls on all of them.
    ``cache`` is the folder, one for all or one each, where the checker keeps what it makes of rulesets (on
    Linux; elsewhere the user's own).

    Raises:
        FailedError: A command did not end well.
    """
    taken: dict[Key, list[Taken]] = {key: [] for key in commands}
    for turn in range(runs + 1):
        for key, command in commands.items():
            if turn and key in once:
                continue
            folder = cache if isinstance(cache, Path) else cache[key]
            taken[key].append(_once(command, folder))
    return {key: _median(each) for key, each in taken.items()}


def _median(each: Sequence[Taken]) -> Taken:
    """The median of each figure by itself, over all runs but the first, if there are others."""
    first = each[0]
    others = each[1:] or each
    return Taken(
        statistics.median(one.wall for one in others),
        statistics.median(one.user for one in others),
        statistics.median(one.memory for one in others),
        first.wall,
    )


def environment(cache: Path) -> dict[str, str]:
    """That of a process which finds its own code compiled, as an installed program does."""
    own = {"XDG_CACHE_HOME": str(cache), "PYTHONPYCACHEPREFIX": str(cache.parent / "compiled")}
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | own


def _once(command: Sequence[str], cache: Path) -> Taken:
    run = subprocess.run(
        [sys.executable, "-S", str(_STOPWATCH), *command],
        env=environment(cache),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise FailedError(f"{' '.join(command)} could not be started: {run.stderr.strip()}")
    wall, user, peak, status = json.loads(run.stdout)
    if status:
        last = run.stderr.strip().splitlines()[-1:] or ["without a word"]
        raise FailedError(f"{' '.join(command)} ended with {status}: {last[0]}")
    return Taken(wall, user, peak / _PER_MEGABYTE)


def line_through(sizes: Sequence[int], seconds: Sequence[float]) -> Line:
    """The line through times of texts of these sizes in bytes; three points at least make sense of R²."""
    megabytes = [size / 1e6 for size in sizes]
    slope, start = statistics.linear_regression(megabytes, seconds)
    left = tuple(second - (start + slope * size) for size, second in zip(megabytes, seconds, strict=True))
    return Line(start, slope, statistics.correlation(megabytes, seconds) ** 2, left)
