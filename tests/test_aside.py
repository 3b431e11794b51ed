"""Work beside this process: done once, by whoever can, while this one does something else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker import aside as module
from checker.aside import aside

ROOT = Path(__file__).resolve().parent.parent
FORKS = """
import os, time
from checker.aside import aside, allow
import checker.aside
checker.aside._can_fork = lambda: True
{}
"""


def _run(script: str) -> str:
    """What a process prints that may fork: one of the test run may not, it has threads."""
    command = [sys.executable, "-c", FORKS.format(script)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_without_leave_the_work_is_done_when_it_is_asked_for() -> None:
    done: list[int] = []
    begun = aside(lambda: done.append(os.getpid()) or 7, int)  # type: ignore[func-returns-value]

    assert not begun.is_beside
    assert done == []
    assert begun.wait(iter(["never asked for"])) == 7
    assert done == [os.getpid()]


def test_what_the_work_raises_is_raised_where_it_is_asked_for() -> None:
    def fails() -> int:
        raise ValueError("so be it")

    with pytest.raises(ValueError, match="so be it"):
        aside(fails, int).wait()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_another_process_does_the_work_meanwhile() -> None:
    told = _run("""
begun = aside(lambda: (time.sleep(0.5), os.getpid())[1], int)
steps = []
def meanwhile():
    while True:
        steps.append(1)
        time.sleep(0.01)
        yield
there = begun.wait(meanwhile())
print(begun.is_beside, there != os.getpid(), len(steps) > 3)
""")
    assert told == "True True True"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize(
    "fault", ["os.kill(os.getpid(), 9)", "1 / 0 if os.getpid() != parent else 7", "object()"]
)
def test_if_the_other_process_fails_this_one_does_the_work(fault: str) -> None:
    told = _run(f"""
parent = os.getpid()
def work():
    if os.getpid() != parent:
        return {fault}
    return 7
print(aside(work, int).wait())
""")
    assert told == "7"


def test_a_process_of_several_threads_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ALLOWED", [True])
    monkeypatch.setattr("threading.active_count", lambda: 2)

    assert not aside(lambda: 7, int).is_beside
