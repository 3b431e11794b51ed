"""The bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="the system has no pseudo terminals")
LAW = "LAW\n\nArticle 1. Custody\n\n1. A person may be held for seventy-two hours.\n"


@pytest.fixture
def command(tmp_path: Path, own_ruleset: Path) -> list[str]:
    folder = tmp_path / "laws"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(LAW, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    options = ["--out", str(tmp_path / "out"), "--ruleset", str(own_ruleset), "--format", "json"]
    return [sys.executable, "-m", "checker", "check", str(folder), *options]


def _on_a_terminal(command: list[str], *, both: bool) -> tuple[str, bytes]:
    """What the terminal shows, and what standard output got where it is no terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs if both else subprocess.PIPE, stderr=theirs) as run:
        os.close(theirs)
        output = run.stdout.read() if run.stdout else b""
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # the other side is closed
            pass
    os.close(ours)
    return shown.decode(), output


def test_a_terminal_shows_how_far_it_is_and_each_problem(command: list[str]) -> None:
    shown, _ = _on_a_terminal(command, both=True)

    assert "3/3" in shown and "100%" not in shown.splitlines()[0]
    assert "empty.txt: the file is empty" in shown
    assert "1 finding" not in shown


def test_the_bar_does_not_disturb_what_goes_to_a_pipe(command: list[str]) -> None:
    shown, output = _on_a_terminal([*command, "--output", "-"], both=False)

    assert "3/3" in shown
    assert output.startswith(b"{") and output.endswith(b"}\n")


def test_without_a_terminal_there_are_plain_lines(command: list[str]) -> None:
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.stdout.count("  1 finding") == 3
    assert run.stderr.splitlines() == [
        f"{command[4]}/empty.txt: the file is empty — give a file with the text of a law"
    ]
    assert "\x1b" not in run.stdout + run.stderr
