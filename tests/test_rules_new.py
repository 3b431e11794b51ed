"""A rule begun by answering questions, and by options alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from checker.cli import main
from checker.rule import CHECK_KINDS
from checker.rules.lint import lint
from checker.rules.loading import gather

MUST = ("--id", "X-01", "--group", "custody", "--severity", "major")


def _new(folder: Path, *arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["rules", "new", "--ruleset", str(folder), *arguments], input=stdin)


@pytest.mark.parametrize("kind", CHECK_KINDS)
def test_a_rule_begun_is_complete_in_form(tmp_path: Path, kind: str) -> None:
    result = _new(tmp_path / "own", *MUST, "--kind", kind, "--later")

    assert result.exit_code == 0, result.output
    gathered = gather(tmp_path / "own")
    left = "at_most: «TODO»: write a number and a unit" if kind == "limit" else "no instrument «TODO»"
    assert [problem.message.startswith(left) for problem in gathered.problems] == [True]
    if kind == "limit":
        return
    (rule,) = gathered.ruleset.rules
    assert rule.checks[0].kind == kind
    assert set(rule.checks[0].any) <= set(gathered.ruleset.concepts)
    assert "checker rules test X-01" in result.stdout


def test_the_modeline_points_to_a_schema_that_is_there(tmp_path: Path) -> None:
    _new(tmp_path / "own", *MUST, "--kind", "forbid", "--later")

    for path in (tmp_path / "own").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        mark = "# yaml-language-server: $schema="
        assert first.startswith(mark)
        schema = json.loads((path.parent / first.removeprefix(mark)).read_text(encoding="utf-8"))
        assert schema["description"]


def test_every_question_is_asked_and_may_be_left_for_later(tmp_path: Path) -> None:
    answers = ["y", "X-01", "custody", "limit", "major", "72 hours", "A title", *[""] * 20, "ICCPR", "9(3)"]

    result = _new(tmp_path / "own", stdin="\n".join(answers) + "\n")

    assert result.exit_code == 0, result.output
    assert "Title in Kazakh (Enter: later)" in result.stdout
    rule = yaml.safe_load((tmp_path / "own/rules/X-01.yaml").read_text(encoding="utf-8"))
    assert rule["title"] == {
        "en": "A title",
        "ru": "TODO: the title in Russian",
        "kk": "TODO: the title in Kazakh",
    }
    assert rule["checks"] == [{"limit": {"any": ["x-01-act"], "at_most": "72 hours"}}]
    assert rule["sources"] == [{"instrument": "ICCPR", "at": "9(3)"}]


def test_answers_may_hold_what_yaml_would_misread(tmp_path: Path) -> None:
    folder = tmp_path / "no: 1"
    given = ("--id", "X-01", "--kind", "forbid", "--severity", "minor", "--later")

    result = _new(folder, *given, "--group", "custody", "--instrument", "ICCPR, 1}", "--at", "#9")

    assert result.exit_code == 0, result.output
    gathered = gather(folder)
    assert [problem.message for problem in gathered.problems] == ["no instrument «ICCPR, 1}»"]
    assert (gathered.ruleset.id, *gathered.ruleset.groups) == ("no: 1", "custody")


def test_a_term_that_is_none_is_refused(tmp_path: Path) -> None:
    result = _new(tmp_path / "own", *MUST, "--kind", "limit", "--at-most", "soon", "--later")

    assert result.exit_code == 2
    assert "«soon»: is no term — write a number and a unit" in result.stderr
    assert not (tmp_path / "own").exists()


def test_groups_are_offered_and_checked(tmp_path: Path) -> None:
    _new(tmp_path / "own", *MUST, "--kind", "forbid", "--later")

    offered = _new(tmp_path / "own", "--id", "X-02", stdin="custdy\n")

    assert "Groups: custody" in offered.stdout
    assert "is no group of the ruleset — did you mean «custody»?" in offered.stderr


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--id", "X-01"), "X-01: is there already: "),
        (("--id", "x01"), "does not fit as an id — write capital letters"),
        ((), "--id: is missing"),
    ],
)
def test_nothing_is_overwritten(tmp_path: Path, arguments: tuple[str, ...], fault: str) -> None:
    _new(tmp_path / "own", *MUST, "--kind", "forbid", "--later")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}

    result = _new(
        tmp_path / "own",
        *arguments,
        "--group",
        "custody",
        "--kind",
        "forbid",
        "--severity",
        "minor",
        "--later",
    )

    assert result.exit_code == 2
    assert fault in result.stderr
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*.*")}


def test_a_lexicon_file_that_is_there_stays(tmp_path: Path) -> None:
    lexicon = tmp_path / "own/lexicon/x-01.yaml"
    lexicon.parent.mkdir(parents=True)
    lexicon.write_text("mine: {en: [word]}\n", encoding="utf-8")

    result = _new(tmp_path / "own", *MUST, "--kind", "forbid", "--later")

    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert lexicon.read_text(encoding="utf-8") == "mine: {en: [word]}\n"
    assert not (tmp_path / "own/rules").exists()


def test_an_answer_that_does_not_fit_is_asked_again(tmp_path: Path) -> None:
    answers = ["y", "HC 1", "HC-01", "The Police", "police", "forbid", "major", *[""] * 23]

    result = _new(tmp_path / "own", stdin="\n".join(answers) + "\n")

    assert result.exit_code == 0, result.output
    assert "HC 1: does not fit as an id" in result.stderr
    assert "The Police: does not fit as a short name — write small letters" in result.stderr
    assert "Instruments: ICCPR." in result.stdout
    assert (tmp_path / "own/rules/HC-01.yaml").is_file()


def test_a_limit_is_not_invented(tmp_path: Path) -> None:
    _new(tmp_path / "own", *MUST, "--kind", "limit", "--later")

    assert "at_most: TODO" in (tmp_path / "own/rules/X-01.yaml").read_text(encoding="utf-8")


def test_what_is_left_for_later_is_told_once(tmp_path: Path) -> None:
    _new(tmp_path / "own", *MUST, "--kind", "limit", "--later")

    told = [str(problem) for problem in lint([tmp_path / "own"])]
    assert len([line for line in told if "instrument" in line]) == 1, told
    assert len([line for line in told if "at_most" in line]) == 1, told
    assert any("incompatible: is left for later" in line for line in told), told
