"""Kills a run over a folder and takes it up again: ``python tests/book/endurance.py FOLDER OUT [OPTION]...``.

The run is killed at a quarter and at a half of the files, then goes on to the end. Prints how many drafts
were done, and the time and the greatest memory (resident, of the parent and of one child) of each part.
Further options go to ``checker check``. It measures; nothing in it passes or fails. For Linux.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

SECOND = 1.0


def measure(folder: str, out: Path, options: list[str]) -> None:
    """Run, kill twice, run to the end."""
    count = sum(path.is_file() for path in Path(folder).rglob("*"))
    for limit in (count // 4, count // 2, None):
        began, parent, child = time.monotonic(), 0, 0
        command = [sys.executable, "-m", "checker", "check", folder, "--out", str(out), *options]
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while run.poll() is None and (limit is None or _done(out) < limit):
            time.sleep(SECOND)
            parent = max(parent, _megabytes(run.pid))
            child = max(child, *map(_megabytes, _children(run.pid)), 0)
        ended = "killed" if run.poll() is None else f"exit status {run.returncode}"
        if run.poll() is None:
            os.kill(run.pid, signal.SIGKILL)
            run.wait()
        seconds = time.monotonic() - began
        print(f"{_done(out)} of {count} known after {seconds:.0f} s ({ended}); {parent} MB, child {child} MB")


def _done(out: Path) -> int:
    address = f"{(out / '.book.sqlite').resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=30)) as base:
            return int(base.execute("SELECT count(*) FROM drafts").fetchone()[0])
    except sqlite3.Error:
        return 0


def _megabytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def _children(pid: int) -> list[int]:
    try:
        return [
            int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []


if __name__ == "__main__":
    measure(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
