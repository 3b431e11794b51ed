"""Neither the order of files nor the number of processes changes a byte of what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ["detention-en.txt", "detention-kk.html", "detention-ru.docx"]
KEPT = ".book."
"""Begins the names of what a run keeps for the next one."""
FORMATS = "html,json,sarif,csv,docx,proposals"


def _written(folder, files, jobs):
    drafts = [str(ROOT / "drafts" / name) for name in files]
    options = ["--out", str(folder), "--format", FORMATS, "--jobs", str(jobs)]
    result = CliRunner().invoke(main, ["check", *drafts, *options])
    assert result.exit_code == 0, result.output
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(KEPT)]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture
def fixed_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")


def test_the_number_of_processes_changes_no_byte(tmp_path, fixed_day):
    alone = _written(tmp_path / "one", FILES, 1)

    assert len(alone) > len(FILES)
    assert _written(tmp_path / "two", FILES, 2) == alone


def test_the_order_of_files_changes_no_report(tmp_path, fixed_day):
    forward = _written(tmp_path / "forward", FILES, 1)
    backward = _written(tmp_path / "backward", FILES[::-1], 2)

    assert forward.keys() == backward.keys()
    lists = {name for name in forward if Path(name).name.startswith(("index", "findings"))}
    assert {name for name in forward if forward[name] != backward[name]} <= lists
