"""One draft that fails stops no other, whatever the reason."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from checker.draft import Draft
from checker.errors import Problem
from checker.finding import CheckedDraft
from checker.pipeline import Job, check_files
from checker.source import Source
from checker.structure import build_draft


def test_a_fault_of_the_checker_is_one_line_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text("Article 1. Arrest\n\n1. A court decides.\n", encoding="utf-8")
    monkeypatch.setattr("checker.opening.build_draft", _build_the_good)

    bad, good = check_files([str(tmp_path / "bad.txt"), str(tmp_path / "good.txt")], Job())

    assert isinstance(good, CheckedDraft)
    assert isinstance(bad, tuple)
    (problem,) = bad
    assert "fault of the checker itself (ZeroDivisionError in test_pipeline.py" in problem.message


def _build_the_good(source: Source) -> Draft:
    if "bad" in source.path:
        raise ZeroDivisionError
    return build_draft(source)


class _Killed(Job, frozen=True):
    def run(self, path: str) -> CheckedDraft | tuple[Problem, ...]:
        os.kill(os.getpid(), signal.SIGKILL)
        return ()


def test_a_process_that_is_killed_is_told_for_each_draft() -> None:
    results = list(check_files(["a.txt", "b.txt"], _Killed(), jobs=2))

    told = [str(problem) for result in results if isinstance(result, tuple) for problem in result]
    assert [one.partition(":")[0] for one in told] == ["a.txt", "b.txt"]
    assert all("ended from outside" in one for one in told)
