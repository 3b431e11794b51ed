"""The command line as people use it: results, plain errors, exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

DRAFTS = Path(__file__).resolve().parent.parent / "drafts"

BREACH = "Article 1. Detention\n\n1. A suspect may be held without a court for up to seventy-two hours.\n"


def _run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(BREACH, encoding="utf-8")
    return path


def test_a_draft_gives_a_report_and_says_where(draft: Path, tmp_path: Path) -> None:
    result = _run("check", str(draft), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    report = tmp_path / "out" / "draft.txt.html"
    assert str(report) in result.output
    assert "seventy-two hours" in report.read_text(encoding="utf-8")


def test_the_findings_file_goes_to_the_screen_alone(draft: Path) -> None:
    result = _run("check", str(draft), "--format", "json", "--output", "-")

    document = json.loads(result.stdout)
    (found,) = [one for one in document["drafts"][0]["findings"] if one["rule"] == "HC-01"]
    provision = found["provision"]
    assert provision["text"][found["start"] : found["end"]] == found["quote"]
    assert (provision["article"], found["group"], found["verdict"]) == ("1", "habeas-corpus", "incompatible")


def test_every_format_of_all_drafts_gets_its_file(draft: Path, tmp_path: Path) -> None:
    result = _run("check", str(draft), "--format", "json,csv,sarif", "--out", str(tmp_path / "out"))

    names = ["findings.csv", "findings.json", "findings.sarif"]
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert all(name in result.output for name in names)


def test_one_format_of_all_drafts_gets_the_file_named(draft: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"

    result = _run("check", str(draft), "--format", "html,csv", "--out", str(tmp_path), "--output", str(table))

    assert result.exit_code == 0, result.output
    assert "seventy-two hours" in table.read_text(encoding="utf-8-sig")


def test_standard_input_is_a_draft() -> None:
    result = _run("check", "-", "--format", "json", "--output", "-", stdin=BREACH)

    assert json.loads(result.stdout)["drafts"][0]["path"] == "-"


def test_same_draft_same_bytes(draft: Path) -> None:
    arguments = ("check", str(draft), "--format", "json", "--output", "-")

    assert _run(*arguments).stdout == _run(*arguments).stdout


@pytest.mark.parametrize(("level", "status"), [("never", 0), ("minor", 1), ("critical", 1)])
def test_fail_on_sets_the_exit_status(draft: Path, level: str, status: int) -> None:
    draft.write_text(BREACH.replace("seventy-two hours", "ten days"), encoding="utf-8")

    for name in ("json", "csv", "sarif"):
        result = _run("check", str(draft), "--format", name, "--output", "-", "--fail-on", level)

        assert result.exit_code == status


def test_a_bad_file_stops_no_other(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "empty.txt").write_bytes(b"")

    result = _run("check", str(tmp_path), "--format", "json", "--output", "-")

    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["drafts"]) == 1
    lines = [line for line in result.stderr.splitlines() if "broken.docx" in line or "empty.txt" in line]
    assert len(lines) == 2
    assert "Traceback" not in result.stderr


def test_several_drafts_get_an_index(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text(BREACH, encoding="utf-8")

    result = _run("check", str(tmp_path), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0, result.output
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "draft.txt.html" in index and "second.txt.html" in index


def test_processes_change_no_byte(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text(BREACH, encoding="utf-8")
    arguments = ("check", str(tmp_path), "--format", "json", "--output", "-")

    assert _run(*arguments, "--jobs", "2").stdout == _run(*arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("check", "no-such-file.txt"), "no-such-file.txt: cannot be opened"),
        (("check", "--ruleset", "no-such-folder", "x"), "no ruleset"),
        (("rules", "show", "XX-99"), "no such rule"),
        (("check", "x", "--format", "epub"), "write one or more of html"),
        (
            ("check", "x", "--format", "json,csv", "--output", "y"),
            "--output y: one file cannot hold json and csv — name one of them",
        ),
    ],
)
def test_errors_say_what_and_what_to_do(arguments: tuple[str, ...], line: str) -> None:
    result = _run(*arguments)

    assert result.exit_code == 2
    assert line in result.stderr
    assert "Traceback" not in result.output


def test_show_prints_the_tree(draft: Path) -> None:
    result = _run("show", str(draft))

    assert "Detention" in result.output and "seventy-two hours" in result.output


def test_show_prints_the_former_wording() -> None:
    tracked = str(DRAFTS / "detention-tracked-ru.docx")

    assert "former wording: 50 provisions (show --before prints them)" in _run("show", tracked).output
    assert "девяти месяцев" in _run("show", "--before", tracked).output


def test_show_says_where_no_former_wording_is_held(draft: Path) -> None:
    result = _run("show", "--before", str(draft))

    assert result.exit_code == 2
    assert "holds no former wording beside the draft — give a comparative table" in result.output


def test_show_prints_the_commands_of_an_amending_law(tmp_path: Path) -> None:
    law = tmp_path / "law.txt"
    law.write_text(
        "О внесении изменений\nСтатья 1. Внести следующие изменения:\n1) в статье 5 слово «мэр» исключить;\n",
        encoding="utf-8",
    )
    result = _run("show", "--instructions", str(law))

    assert "strike-words article 5 -«мэр»" in result.output
    assert "1 instructions, 0 not read" in result.output


@pytest.mark.parametrize("command", [("rules", "list"), ("rules", "show", "HC-01"), ("rules", "schema")])
def test_the_rules_can_be_looked_at(command: tuple[str, ...]) -> None:
    result = _run(*command)

    assert result.exit_code == 0, result.output
    assert result.stdout.strip()


def test_a_file_no_format_goes_to_is_refused(draft: Path, tmp_path: Path) -> None:
    result = _run("check", str(draft), "--format", "html", "--output", str(tmp_path / "all.json"))

    assert result.exit_code == 2
    assert "no format that is asked for goes there — add one of json" in result.output


def test_a_draft_is_not_written_over(draft: Path) -> None:
    result = _run("check", str(draft), "--format", "json", "--output", str(draft))

    assert result.exit_code == 2
    assert draft.read_text(encoding="utf-8") == BREACH


def test_compare_writes_the_file_named_beside_the_page(draft: Path, tmp_path: Path) -> None:
    named, out = tmp_path / "both.json", tmp_path / "out"
    _run("compare", str(draft), str(draft), "--format", "html", "--output", str(named), "--out", str(out))

    assert json.loads(named.read_text(encoding="utf-8"))
    assert (out / "comparison.html").is_file()
