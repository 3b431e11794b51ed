"""An unfinished or faulty rule stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.errors import RulesetError
from checker.kit.sound import gather_sound, open_sound
from checker.proving import prove


@pytest.fixture
def with_unfinished(own_ruleset: Path) -> Path:
    """A ruleset with one rule that is sound and one just begun."""
    arguments = "--id X-02 --group custody --kind forbid --severity major --later".split()
    result = CliRunner().invoke(main, ["rules", "new", "--ruleset", str(own_ruleset), *arguments])
    assert result.exit_code == 0, result.output
    return own_ruleset


def test_an_unfinished_rule_is_left_out_in_one_line(with_unfinished: Path) -> None:
    book, left_out = open_sound([with_unfinished])

    assert [rule.id for rule in book.rulesets[0].rules] == ["X-01"]
    (line,) = map(str, left_out)
    assert "X-02.yaml:30:6: warning: X-02 is left out: no instrument «TODO»" in line
    (rule,) = book.rulesets[0].rules
    assert not [proof for proof in prove(rule, book.rulesets[0], book.lexicon) if proof.faults]


@pytest.mark.parametrize("text", ["id: [", "severity: major", "id: X-03\nseverity: grave"])
def test_a_rule_that_cannot_be_read_is_left_out(own_ruleset: Path, text: str) -> None:
    (own_ruleset / "rules/X-03.yaml").write_text(text, encoding="utf-8")

    gathered, left_out = gather_sound(own_ruleset)

    assert [rule.id for rule in gathered.ruleset.rules] == ["X-01"]
    assert gathered.problems == []
    assert ["X-03 is left out: " in str(line) for line in left_out] == [True]


def test_a_sound_ruleset_leaves_nothing_out(own_ruleset: Path) -> None:
    assert open_sound([own_ruleset])[1] == []


def test_a_rule_asked_for_is_not_left_out(with_unfinished: Path) -> None:
    with pytest.raises(RulesetError, match="no instrument «TODO»"):
        open_sound([with_unfinished], wanted=["x-02"])


def test_a_faulty_lexicon_is_refused(own_ruleset: Path) -> None:
    (own_ruleset / "lexicon/more.yaml").write_text("word: [", encoding="utf-8")

    with pytest.raises(RulesetError, match="no valid YAML"):
        open_sound([own_ruleset])


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("test",), "6 passed"),
        (("list",), "X-01"),
        (("show", "X-01"), "X-01"),
        (("explain", "Held for two days."), "X-01"),
        (("coverage",), "own 0.1"),
    ],
)
def test_the_author_s_commands_go_on_without_an_unfinished_rule(
    with_unfinished: Path, command: tuple[str, ...], said: str
) -> None:
    result = CliRunner().invoke(main, ["rules", *command, "--ruleset", str(with_unfinished)])

    assert "X-02 is left out: no instrument" in result.stderr
    assert said in result.stdout
