"""``checker consolidate``: its answer in the reader's language, and what it will not do."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

_LAW = """LAW ON CUSTODY

Article 1. Custody
1. A person may be held for 48 hours.
2. A lawyer is called at once.
"""
_AMENDING = """LAW ON AMENDMENT OF THE LAW ON CUSTODY

Article 1. The following amendments shall be made to the Law on Custody:
1) in paragraph 1 of Article 1 the words "48 hours" shall be replaced by the words "24 hours";
2) paragraph 2 of Article 1 shall be struck somehow and replaced whatever.
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "law.txt"
    path.write_text(_LAW, encoding="utf-8")
    return path


@pytest.fixture
def amending(tmp_path: Path) -> Path:
    path = tmp_path / "changes.txt"
    path.write_text(_AMENDING, encoding="utf-8")
    return path


def _run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin)


@pytest.mark.parametrize(
    ("language", "unread", "tally"),
    [
        ("en", "not read as an instruction", "instructions carried out: 1 of 1, for other acts: 0"),
        ("ru", "не прочитано как указание", "исполнено указаний: 1 из 1, к другим актам: 0, не прочитано: 1"),
        ("kk", "нұсқау ретінде оқылмады", "орындалған нұсқаулар: 1 ішінен 1, басқа актілерге"),
    ],
)
def test_the_answer_is_in_the_language_asked_for(
    law: Path, amending: Path, language: str, unread: str, tally: str
) -> None:
    result = _run("consolidate", law, amending, "--report-language", language)

    assert result.exit_code == 1
    assert "held for 24 hours" in result.stdout
    assert unread in result.stderr
    assert tally in result.stderr


def test_what_is_read_is_not_written_over(law: Path, amending: Path) -> None:
    result = _run("consolidate", law, amending, "--output", law)

    assert result.exit_code == 2
    assert "would be written over what is read" in result.stderr
    assert law.read_text(encoding="utf-8") == _LAW


@pytest.mark.parametrize(
    "command", [("consolidate", "-", "-"), ("compare", "-", "-"), ("check", "-", "--base", "-")]
)
def test_standard_input_serves_one_file(command: tuple[str, ...]) -> None:
    result = _run(*command, stdin=_LAW)

    assert result.exit_code == 2
    assert "is given twice, and can be read once" in result.stderr


def test_a_law_does_not_amend_itself(amending: Path) -> None:
    result = _run("consolidate", amending, amending)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is given as the law in force and as its amending law" in result.stderr


def test_a_draft_for_another_law_is_named(law: Path, amending: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        _AMENDING.replace("the Law on Custody", "the Weights and Measures Act"), encoding="utf-8"
    )

    result = _run("check", other, amending, "--base", law, "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{other}: the draft changes")
    assert (tmp_path / "out" / "changes.txt.html").is_file()


def test_a_base_that_is_missing_is_told_once(amending: Path, law: Path, tmp_path: Path) -> None:
    result = _run("check", amending, law, "--base", tmp_path / "none.txt", "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert result.stderr.count("none.txt: cannot be opened") == 1


def test_a_base_from_the_screen_serves_one_draft(law: Path, amending: Path, tmp_path: Path) -> None:
    one = _run("check", amending, "--base", "-", "--out", tmp_path / "out", stdin=_LAW)
    several = _run("check", amending, law, "--base", "-", "--out", tmp_path / "out", stdin=_LAW)

    assert one.exit_code == 0, one.output
    assert several.exit_code == 2
    assert "serves one draft" in several.stderr


def test_a_name_that_is_not_read_to_its_end_is_no_other_law(law: Path, amending: Path) -> None:
    result = _run("consolidate", law, amending)

    assert "the draft changes" not in result.stderr
    assert "held for 24 hours" in result.stdout
