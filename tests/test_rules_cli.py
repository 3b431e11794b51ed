"""The rule author's commands as people use them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner, Result

from checker.cli import main


def _run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, arguments)], input=stdin)


def _spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_lint_of_a_file_tells_that_file_only(own_ruleset: Path) -> None:
    rule = own_ruleset / "rules" / "X-01.yaml"
    assert _run("lint", rule).exit_code == 0
    _spoil(rule, "severity: ", "severiti: ")
    _spoil(own_ruleset / "ruleset.yaml", "version: ", "versoin: ")

    result = _run("lint", rule)

    assert result.exit_code == 2
    assert "did you mean «severity»?" in result.stderr
    assert "versoin" not in result.stderr
    assert "1 ruleset(s): 2 fault(s)" in result.stdout


def test_lint_speaks_to_editors(own_ruleset: Path) -> None:
    _spoil(own_ruleset / "rules" / "X-01.yaml", "severity: ", "severiti: ")

    result = _run("lint", own_ruleset / "rules", "--format", "json")

    faults = json.loads(result.stdout)
    assert result.exit_code == 2
    assert {"line", "column", "message", "advice", "severity", "path"} == set(faults[0])
    assert [fault["line"] for fault in faults if "severiti" in fault["message"]] == [4]


def test_a_failing_example_says_what_was_missing(own_ruleset: Path, tmp_path: Path) -> None:
    rule = own_ruleset / "rules" / "X-01.yaml"
    text = rule.read_text(encoding="utf-8")
    first = text.index("    incompatible:\n") + len("    incompatible:\n")
    rule.write_text(
        text[:first] + '      - "The weather [[may be held]] by clouds."\n' + text[first:],
        encoding="utf-8",
    )
    line = text[:first].count("\n") + 1

    result = _run(
        "test", "x-01", "--ruleset", own_ruleset, "--language", "en", "--junit", tmp_path / "out.xml"
    )

    assert result.exit_code == 2
    assert f"X-01.yaml:{line}: X-01 (English) does not hold" in result.stderr
    assert "example  The weather [[may be held]] by clouds." in result.stderr
    assert "wanted   «may be held»" in result.stderr
    assert "found    nothing" in result.stderr
    assert "why      check" in result.stderr
    report = ElementTree.parse(tmp_path / "out.xml").getroot()
    assert report.get("failures") == "1"
    assert len(report.findall("./testsuite/testcase")) == int(report.get("tests") or 0)
    assert all((case.get("name") or "").startswith("en ") for case in report.iter("testcase"))


def test_the_message_of_an_example_is_compared(own_ruleset: Path) -> None:
    rule = own_ruleset / "rules" / "X-01.yaml"
    document = yaml.safe_load(rule.read_text(encoding="utf-8"))
    examples = document["examples"]["en"]["incompatible"]
    first = examples[0] if isinstance(examples[0], dict) else {"text": examples[0]}
    examples[0] = {**first, "message": "words that no message holds"}
    rule.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")

    result = _run("test", "X-01", "--ruleset", own_ruleset)

    assert result.exit_code == 2
    assert "the message must hold «words that no message holds», but says «" in result.stderr


def test_rules_that_hold_are_counted() -> None:
    result = _run("test", "HC-04", "--language", "kk")

    assert result.exit_code == 0, result.output
    assert " passed, 0 failed" in result.stdout


@pytest.mark.parametrize(
    "command", [("list",), ("test",), ("show", "X-01"), ("coverage",), ("pages",), ("lint",)], ids=" ".join
)
def test_a_ruleset_given_twice_is_read_once(
    own_ruleset: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_ruleset.parent)
    once = _run(*command, "--ruleset", "own")
    twice = _run(*command, "--ruleset", "own", "--ruleset", own_ruleset)

    assert (twice.exit_code, twice.output) == (once.exit_code, once.output)


@pytest.mark.parametrize("command", [("test", "HC-04", "APP-01"), ("explain", "Held for two days.")])
def test_lexicons_that_were_kept_are_not_made_again(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.kept.user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert _run(*command).exit_code == 0
    monkeypatch.setattr("checker.language.lexicon.parse_phrase", lambda *_: pytest.fail("made again"))

    assert _run(*command).exit_code == 0


def test_a_mark_that_shares_little_with_the_words_found_does_not_hold(own_ruleset: Path) -> None:
    rule = own_ruleset / "rules/X-01.yaml"
    _spoil(
        rule,
        "A person may be [[held for seventy-two hours]].",
        "A [[person may be held]] for seventy-two hours.",
    )

    result = _run("test", "X-01", "--ruleset", own_ruleset)

    assert result.exit_code == 2
    assert "marks    the mark «person may be held» shares too little with the words found" in result.stderr
    assert (
        "marks    the words found «held for seventy-two hours» share too little with a mark" in result.stderr
    )
