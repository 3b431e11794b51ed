"""The same book checked by a Dask cluster on this machine: a scheduler and worker processes."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from books import ALL, DAY, written
from click.testing import CliRunner

from checker.cli import main

pytest.importorskip("distributed", reason="distributed is not installed: pip install -e '.[dev]'")
Start = Callable[..., "subprocess.Popen[str]"]


class _Cluster:
    """A scheduler and two workers of one thread, each a process."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.port = _free_port()
        self.processes = [
            self._begin("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        ]
        self.workers = [self.add_worker(), self.add_worker()]

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def add_worker(self) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.scratch))
        worker = self._begin("worker", self.address, *options)
        self.processes.append(worker)
        return worker

    def close(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()

    def _begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            env=os.environ | DAY,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[_Cluster]:
    begun = _Cluster(tmp_path / "scratch")
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        with socket.socket() as trying:
            if trying.connect_ex(("127.0.0.1", begun.port)) == 0:
                break
        time.sleep(0.1)
    yield begun
    begun.close()


def test_a_worker_that_is_killed_changes_no_byte(
    cluster: _Cluster, laws: Path, start: Start, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    start(laws, "--out", here, "--format", ALL).communicate()

    run = start(laws, "--out", there, "--format", ALL, "--executor", f"dask://{cluster.address}")
    while len(list(there.glob("*.html"))) < 4:
        assert run.poll() is None, run.communicate()
        time.sleep(0.02)
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    _, told = run.communicate(timeout=300)

    assert run.returncode == 2
    assert len(list(here.glob("*.html"))) > 30
    assert "Traceback" not in told
    assert written(there) == written(here)


def test_a_scheduler_that_does_not_answer_is_one_line(
    monkeypatch: pytest.MonkeyPatch, laws: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr("checker.book.cluster._ANSWER_SECONDS", 1)
    address = f"dask://127.0.0.1:{_free_port()}"
    result = CliRunner().invoke(
        main, ["check", str(laws), "--out", str(tmp_path / "out"), "--executor", address]
    )

    (line,) = result.stderr.splitlines()
    assert result.exit_code == 2
    assert line.startswith(f"--executor {address}: no Dask scheduler answered within 1 seconds — start one")


def test_without_the_library_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, laws: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = CliRunner().invoke(
        main, ["check", str(laws), "--out", str(tmp_path), "--executor", "dask://localhost:1"]
    )

    assert result.exit_code == 2
    assert re.search(r"needs Dask, which is not installed — .*'draftlaw-checker\[dask\]'", result.stderr)


def test_an_address_of_another_kind_is_refused(laws: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(laws), "--executor", "tcp://localhost:8786"])

    assert result.exit_code == 2
    assert "write dask://HOST:PORT" in result.stderr
