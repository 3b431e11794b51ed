"""The linters, run as tests so that one command proves everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "checker", "tests", "drafts", "reports"],
        ["ruff", "format", "--check", "checker", "tests", "drafts", "reports"],
        ["mypy"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_linters_find_nothing(command: list[str]) -> None:
    program = Path(sys.executable).parent / command[0]

    run = subprocess.run([str(program), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
