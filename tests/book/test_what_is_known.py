"""What is checked anew, and what is not: contents, rules, options, decisions; files that come and go."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from books import ALL, written
from click.testing import CliRunner, Result

from checker.book.task import Outcome, Task
from checker.cli import main

LAW = "LAW ON {}\n\nArticle 1. Custody\n\n1. A person may be held for {} hours.\n"
Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    laws = tmp_path / "laws"
    laws.mkdir()
    for name, hours in (("a", "seventy-two"), ("b", "forty-eight"), ("c", "ninety-six")):
        (laws / f"{name}.txt").write_text(LAW.format(name.upper(), hours), encoding="utf-8")
    return laws


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were checked."""
    names: list[str] = []
    run = Task.run

    def noting(self: Task, path: str, stem: str) -> Outcome:
        names.append(Path(path).name)
        return run(self, path, stem)

    monkeypatch.setattr(Task, "run", noting)
    return names


@pytest.fixture
def check(folder: Path, own_ruleset: Path, tmp_path: Path) -> Run:
    def run(*options: str, given: Sequence[str] = (), formats: str = ALL) -> Result:
        paths = given or [str(folder)]
        fixed = ["--out", str(tmp_path / "out"), "--ruleset", str(own_ruleset), "--format", formats]
        return CliRunner(env={"SOURCE_DATE_EPOCH": "1700000000"}).invoke(
            main, ["check", *paths, *fixed, *options], catch_exceptions=False
        )

    return run


def test_what_did_not_change_is_not_checked_anew_and_still_counts(
    check: Run, checked: list[str], tmp_path: Path
) -> None:
    first = check("--fail-on", "major")
    before = written(tmp_path / "out")
    second = check("--fail-on", "major")

    assert checked == ["a.txt", "b.txt", "c.txt"]
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert second.stdout == first.stdout
    assert second.stderr.startswith("3 not checked anew")
    assert written(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("options", "again"),
    [
        ((), []),
        (("--again",), ["a.txt", "b.txt", "c.txt"]),
        (("--report-language", "kk"), ["a.txt", "b.txt", "c.txt"]),
        (("--language", "ru"), ["a.txt", "b.txt", "c.txt"]),
        (("--reviewed",), ["a.txt", "b.txt", "c.txt"]),
    ],
    ids=str,
)
def test_options_that_alter_the_result_are_heeded(
    check: Run, checked: list[str], options: tuple[str, ...], again: list[str]
) -> None:
    check()
    checked.clear()
    check(*options)

    assert checked == again


def test_other_formats_are_made_anew(check: Run, checked: list[str]) -> None:
    check(formats="html")
    checked.clear()
    check(formats="html,json")

    assert checked == ["a.txt", "b.txt", "c.txt"]


def test_only_the_draft_that_changed_is_checked_anew(
    check: Run, checked: list[str], folder: Path, own_ruleset: Path, tmp_path: Path
) -> None:
    check()
    checked.clear()
    (folder / "b.txt").write_text(LAW.format("B", "ninety"), encoding="utf-8")
    check()
    (folder / "c.txt.review.yaml").write_text("decisions: []\nadded: []\n", encoding="utf-8")
    check()
    (tmp_path / "out" / "a.txt.html").unlink()
    check()
    assert checked == ["b.txt", "c.txt", "a.txt"]

    checked.clear()
    rule = next(own_ruleset.rglob("rules/*.yaml"))
    rule.write_text(rule.read_text(encoding="utf-8").replace("48 hours", "24 hours"), encoding="utf-8")
    check()
    assert checked == ["a.txt", "b.txt", "c.txt"]


def test_the_law_in_force_is_heeded_by_its_words(
    check: Run, checked: list[str], folder: Path, tmp_path: Path
) -> None:
    base = tmp_path / "base.txt"
    base.write_text(LAW.format("X", "twenty-four"), encoding="utf-8")
    check("--base", str(base))
    base.write_text(LAW.format("X", "twelve"), encoding="utf-8")
    check("--base", str(base))

    assert checked == ["a.txt", "b.txt", "c.txt"] * 2


def test_what_vanished_leaves_index_tables_and_database(
    check: Run, checked: list[str], folder: Path, tmp_path: Path
) -> None:
    check()
    checked.clear()
    (folder / "a.txt").unlink()
    check()

    out = tmp_path / "out"
    assert checked == []
    assert "a.txt" not in (out / "index.html").read_text(encoding="utf-8")
    assert "a.txt" not in (out / "findings.csv").read_text(encoding="utf-8-sig")
    assert [Path(one["path"]).name for one in json.loads((out / "findings.json").read_bytes())["drafts"]] == [
        "b.txt", "c.txt",
    ]  # fmt: skip
    with closing(sqlite3.connect(out / "findings.sqlite")) as base:
        assert [Path(path).name for (path,) in base.execute("SELECT path FROM drafts")] == ["b.txt", "c.txt"]


def test_common_files_speak_the_language_of_the_first_draft(
    check: Run, checked: list[str], folder: Path, tmp_path: Path
) -> None:
    check()
    checked.clear()
    russian = "ЗАКОН\n\nСтатья 1. Задержание\n\n1. Лицо содержится до семидесяти двух часов.\n"
    (folder / "0.txt").write_text(russian, encoding="utf-8")
    check()

    assert checked == ["0.txt", "a.txt", "b.txt", "c.txt"]
    assert "Файл" in (tmp_path / "out" / "findings.csv").read_text(encoding="utf-8-sig")


def test_a_bad_file_is_told_each_time_and_tried_once(
    check: Run, checked: list[str], folder: Path, tmp_path: Path
) -> None:
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    first, second = check(), check()

    assert checked == ["a.txt", "b.txt", "bad.docx", "c.txt"]
    assert (first.exit_code, second.exit_code) == (2, 2)
    assert all(str(folder / "bad.docx") in one.stderr for one in (first, second))
    assert "bad.docx" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "out" / "findings.sqlite")) as base:
        ((path, message),) = base.execute("SELECT path, message FROM problems")
    assert (Path(path).name, message) == ("bad.docx", "the file is damaged or was cut short")


def test_a_damaged_store_is_begun_anew(check: Run, checked: list[str], tmp_path: Path) -> None:
    check()
    checked.clear()
    before = written(tmp_path / "out")
    (tmp_path / "out" / ".book.sqlite").write_bytes(b"no database" * 1000)
    check()

    assert checked == ["a.txt", "b.txt", "c.txt"]
    assert written(tmp_path / "out") == before


def test_reports_among_the_drafts_are_no_drafts(check: Run, checked: list[str], folder: Path) -> None:
    for _ in range(2):
        check("--out", str(folder / "out"))

    assert checked == ["a.txt", "b.txt", "c.txt"]


def test_the_screen_gets_the_findings_alone_and_nothing_is_kept(check: Run, tmp_path: Path) -> None:
    result = check("--output", "-", formats="json")

    assert len(json.loads(result.stdout)["drafts"]) == 3
    assert not (tmp_path / "out").exists()


def test_the_order_in_which_drafts_are_done_changes_no_byte(check: Run, tmp_path: Path) -> None:
    check()
    alone = written(tmp_path / "out")
    check("--again", "--jobs", "3")

    assert written(tmp_path / "out") == alone
