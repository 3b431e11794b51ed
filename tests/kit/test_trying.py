"""One rule tried alone finds what it finds among all others, and is compared with what it was."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.checks.engine import check_draft
from checker.cli import main
from checker.kit.trying import open_rule
from checker.language.lexicon import Lexicon
from checker.opening import open_draft
from checker.rule import Ruleset
from checker.rules.joining import join_rulesets
from checker.rules.loading import load_ruleset

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "rulesets" / "eu-kz-2009"
DRAFTS = ("detention-en.txt", "detention-ru.docx", "detention-kk.html")


@cache
def _product() -> tuple[tuple[Ruleset, ...], Lexicon]:
    return join_rulesets([load_ruleset(FOLDER)])


@pytest.mark.parametrize("name", DRAFTS)
def test_a_rule_alone_finds_what_it_finds_among_others(name: str) -> None:
    draft = open_draft(str(ROOT / "drafts" / name))
    whole = check_draft(draft, *_product()).findings

    for rule in ("HC-01", "HC-06", "JRD-01"):
        assert open_rule(rule, [FOLDER]).findings(draft) == tuple(one for one in whole if one.rule == rule)


@pytest.fixture
def kept(own_ruleset: Path, tmp_path: Path) -> Path:
    """A ruleset of one rule, kept in git."""
    _keep(tmp_path)
    return own_ruleset


def _keep(folder: Path) -> None:
    who = ("-c", "user.name=author", "-c", "user.email=author@example.org")
    for command in (("init", "-q"), ("add", "own"), (*who, "commit", "-qm", "rules: first version")):
        subprocess.run(["git", "-C", str(folder), *command], check=True)


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    """A folder of two laws."""
    folder = tmp_path / "laws"
    folder.mkdir()
    for name, hours in (("short.txt", "forty"), ("long.txt", "ninety")):
        text = f"Article 1. Custody\n\n1. The suspect may be held for {hours} hours.\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _try(ruleset: Path, laws: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["rules", "try", "x-01", str(laws), "--ruleset", str(ruleset), *arguments]
    )


def test_findings_are_shown_in_context_and_counted(kept: Path, laws: Path) -> None:
    result = _try(kept, laws)

    assert result.exit_code == 0, result.output
    assert "The suspect may be [[held for ninety hours]]." in result.stdout
    assert "rests on x-01-act «held for ninety hours»" in result.stdout
    assert "X-01: 1 finding in 1 of 2 laws" in result.stdout
    assert "Not compared: nothing has changed" in result.stdout


def test_a_change_is_compared_with_the_last_version(kept: Path, laws: Path, tmp_path: Path) -> None:
    rule = kept / "rules" / "X-01.yaml"
    shutil.copytree(kept, tmp_path / "before")
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("at_most: 48 hours", "at_most: 30 hours"), encoding="utf-8")

    for arguments in ((), ("--against", "HEAD"), ("--against", str(tmp_path / "before"))):
        result = _try(kept, laws, *arguments)

        assert result.exit_code == 0, result.output
        assert "1 gained, 0 lost" in result.stdout
        assert f"  + {laws / 'short.txt'}, Article 1, paragraph 1: " in result.stdout

    rule.write_text(text.replace("at_most: 48 hours", "at_most: 30 days"), encoding="utf-8")
    assert "0 gained, 1 lost" in _try(kept, laws).stdout


def test_a_rule_is_found_by_its_id_whatever_its_file_is_called(kept: Path, laws: Path) -> None:
    (kept / "rules" / "X-01.yaml").rename(kept / "rules" / "first.yaml")

    assert "X-01: 1 finding in 1 of 2 laws" in _try(kept, laws).stdout


def test_links_in_an_earlier_version_are_left_out(own_ruleset: Path, laws: Path, tmp_path: Path) -> None:
    (own_ruleset / "notes").symlink_to("/etc/hostname")
    _keep(tmp_path)

    assert "Against HEAD: 0 gained, 0 lost" in _try(own_ruleset, laws, "--against", "HEAD").stdout


def test_a_revision_without_the_ruleset_says_so(kept: Path, laws: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(kept, other)

    result = CliRunner().invoke(
        main, ["rules", "try", "X-01", str(laws), "--ruleset", str(other), "--against", "HEAD"]
    )

    assert result.stderr == "HEAD: does not hold this ruleset yet — name a later revision, or a folder\n"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("own/lexicon/x-01.yaml", "x"), "x-01.yaml: is no rule — name an id, or a file of"),
        (("X-1", "x"), "no such rule — did you mean «X-01»?"),
        (("X-01", "x", "--against", "no-such-revision"), "neither a folder nor a revision of git"),
        (("X-01", "no-such-law.txt"), "no-such-law.txt: cannot be opened"),
    ],
)
def test_faults_are_one_line(
    arguments: tuple[str, ...], fault: str, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kept.parent)
    result = CliRunner().invoke(main, ["rules", "try", *arguments, "--ruleset", str(kept)])

    assert result.exit_code == 2
    assert fault in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_that_is_no_ruleset_is_told() -> None:
    result = CliRunner().invoke(main, ["rules", "try", "X-01", "x", "--ruleset", "no-such-folder"])

    assert result.exit_code == 2
    assert result.stderr.startswith("no-such-folder: is no ruleset")
