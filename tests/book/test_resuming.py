"""A run that is ended at any moment and taken up again gives what an undisturbed one gives."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from books import ALL, written

Start = Callable[..., "subprocess.Popen[str]"]


def _done(folder: Path) -> int:
    database = folder / ".book.sqlite"
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM drafts").fetchone()[0])
    except sqlite3.Error:
        return 0


def _kill_at(run: subprocess.Popen[str], folder: Path, count: int) -> None:
    while _done(folder) < count:
        assert run.poll() is None, "the run ended before it could be killed"
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()


def _dump(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as base:
        return [
            str(row)
            for table in ("standards", "drafts", "findings", "verdicts", "problems")
            for row in base.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
        ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_twice_and_taken_up_again_is_undisturbed(
    laws: Path, start: Start, tmp_path: Path, jobs: int
) -> None:
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    whole = start(laws, "--out", undisturbed, "--format", ALL)
    whole_out, whole_err = whole.communicate()

    for count in (5, 17):
        _kill_at(start(laws, "--out", killed, "--format", ALL, "--jobs", jobs), killed, count)
        assert not (killed / "index.html").exists()
    last = start(laws, "--out", killed, "--format", ALL, "--jobs", jobs)
    last_out, last_err = last.communicate()

    assert (whole.returncode, last.returncode) == (2, 2)
    assert last_out == whole_out.replace("/undisturbed", "/killed")
    skipped = int(last_err.splitlines()[-1].split()[0])
    assert 17 <= skipped < 39
    assert sorted(last_err.splitlines()[:-1]) == sorted(whole_err.splitlines())
    assert written(killed) == written(undisturbed)
    assert _dump(killed / "findings.sqlite") == _dump(undisturbed / "findings.sqlite")


def test_processes_that_lost_their_parent_end(laws: Path, start: Start, tmp_path: Path) -> None:
    run = start(laws, "--out", tmp_path / "out", "--jobs", 2)
    while _done(tmp_path / "out") < 2:
        time.sleep(0.01)
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    if not children.exists():
        run.kill()
        pytest.skip("the system does not tell of children")
    orphans = [Path("/proc") / number for number in children.read_text(encoding="ascii").split()]
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()

    assert orphans
    limit = time.monotonic() + 20
    while any(_lives(one) for one in orphans) and time.monotonic() < limit:
        time.sleep(0.05)
    assert not any(_lives(one) for one in orphans)


def _lives(process: Path) -> bool:
    try:
        return (process / "stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_runs_do_not_write_to_one_folder(
    laws: Path, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(laws, tmp_path / "laws")
    first = start(tmp_path / "laws", "--out", tmp_path / "out", "--format", ALL)
    while _done(tmp_path / "out") < 2:
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGSTOP)
    try:
        second = start(tmp_path / "laws", "--out", tmp_path / "out")
        _, told = second.communicate()
    finally:
        os.kill(first.pid, signal.SIGCONT)
        first.communicate()

    assert second.returncode == 2
    assert "is being written to by another run" in told
