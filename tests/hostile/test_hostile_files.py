"""Broken and hostile files: bounded time and memory, one clear line, and the other drafts are checked.

``HOSTILE=all`` tries every file; without it a few of each format, within a minute.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.delivery import Order, Parcel, pack
from checker.finding import CheckedDraft
from tests.hostile.files import HOSTILE, PARAGRAPH

_SECONDS, _MEGABYTES = 30, 600
_FEW = "surrogates.txt deep.html quadratic.xml bomb.docx page-loop.pdf".split()
_CHOSEN = list(HOSTILE) if os.environ.get("HOSTILE") == "all" else _FEW


def _limit() -> None:
    """Processor seconds, and address space that no machine should lend."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (4000 << 20, 4000 << 20))


_MEASURED = """
import sys
from pathlib import Path
from checker.cli import main
try:
    main(sys.argv[1:])
finally:
    print("peak", Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0], file=sys.stderr)
"""
"""Kilobytes of this process alone: what getrusage tells begins with the size of the one that started it."""


def _check(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        _MEASURED,
        "check",
        *map(str, paths),
        "--format",
        "json",
        "--output",
        "-",
    ]
    return subprocess.run(
        command, capture_output=True, text=True, errors="replace", check=False, preexec_fn=_limit, timeout=600
    )


@pytest.mark.parametrize("name", _CHOSEN)
def test_a_hostile_file_is_read_or_refused_and_the_next_is_checked(name: str, tmp_path: Path) -> None:
    hostile, sound = tmp_path / name, tmp_path / "sound.txt"
    hostile.write_bytes(HOSTILE[name]())
    sound.write_text(PARAGRAPH, encoding="utf-8")

    run = _check(hostile, sound)

    assert run.returncode in (0, 2), run.stderr[-500:]
    assert "Traceback" not in run.stderr
    assert "fault of the checker" not in run.stderr
    assert int(run.stderr.rpartition("peak")[2]) < _MEGABYTES * 1024
    drafts = json.loads(run.stdout)["drafts"]
    assert drafts[-1]["path"] == str(sound)
    assert drafts[-1]["findings"]
    if run.returncode == 2:
        told = [line for line in run.stderr.splitlines() if line.startswith(str(hostile))]
        assert len(told) == 1
        assert " — " in told[0]


def test_a_name_with_a_line_end_is_told_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a law\nof two lines.txt"
    path.write_bytes(b"")

    run = _check(path)

    assert run.returncode == 2
    (line,) = [one for one in run.stderr.splitlines() if "the file is empty" in one]
    assert "a law of two lines.txt" in line


def test_a_fault_in_writing_one_report_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    for path in (first, second):
        path.write_text(PARAGRAPH, encoding="utf-8")

    def fail_once(checked: CheckedDraft, stem: str, order: Order) -> Parcel:
        if checked.draft.path == str(first):
            raise ZeroDivisionError
        return pack(checked, stem, order)

    monkeypatch.setattr("checker.book.task.pack", fail_once)
    result = CliRunner().invoke(main, ["check", str(first), str(second), "--out", str(tmp_path / "out")])

    assert result.exit_code == 2
    assert f"{first}: could not be checked: a fault of the checker itself" in result.stderr
    assert (tmp_path / "out" / "second.txt.html").exists()
