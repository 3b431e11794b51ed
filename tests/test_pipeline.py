"""One draft that fails stops no other, whatever the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.draft import Draft
from checker.finding import CheckedDraft
from checker.pipeline import Job
from checker.source import Limits, Source
from checker.structure import build_draft


def test_a_fault_of_the_checker_is_one_line_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text("Article 1. Arrest\n\n1. A court decides.\n", encoding="utf-8")
    monkeypatch.setattr("checker.opening.build_draft", _build_the_good)

    bad, good = (Job().run(str(tmp_path / name)) for name in ("bad.txt", "good.txt"))

    assert isinstance(good, CheckedDraft)
    assert isinstance(bad, tuple)
    (problem,) = bad
    assert "fault of the checker itself (ZeroDivisionError in test_pipeline.py" in str(problem)


def _build_the_good(source: Source, limits: Limits) -> Draft:
    if "bad" in source.path:
        raise ZeroDivisionError
    return build_draft(source, limits)


def test_the_law_in_force_is_read_once_for_many_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = tmp_path / "law.txt"
    law.write_text(
        "LAW ON CUSTODY\n\nArticle 1. Custody\n1. A person may be held for 48 hours.\n", encoding="utf-8"
    )
    drafts = []
    for hours in (72, 96):
        path = tmp_path / f"change-{hours}.txt"
        text = (
            "LAW ON AMENDMENT OF THE LAW ON CUSTODY\n\n"
            "Article 1. The following amendments shall be made to the Law on Custody:\n"
            f'1) in paragraph 1 of Article 1 the words "48 hours" shall be replaced by "{hours} hours".\n'
        )
        path.write_text(text, encoding="utf-8")
        drafts.append(str(path))
    read: list[str] = []
    monkeypatch.setattr("checker.opening.build_draft", lambda source, limits: _noted(source, limits, read))

    first, second = (Job(base=str(law)).run(path) for path in drafts)
    law.write_text(law.read_text(encoding="utf-8").replace("48", "24"), encoding="utf-8")
    third = Job(base=str(law)).run(drafts[0])

    assert [Path(path).name for path in read] == [
        "change-72.txt", "law.txt", "change-96.txt", "change-72.txt", "law.txt",
    ]  # fmt: skip
    assert all(isinstance(one, CheckedDraft) and one.change for one in (first, second))
    assert isinstance(third, CheckedDraft) and third.flaws


def _noted(source: Source, limits: Limits, read: list[str]) -> Draft:
    read.append(source.path)
    return build_draft(source, limits)
