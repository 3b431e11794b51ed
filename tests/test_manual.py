"""The rule author's manual: its commands print what it says, its phrases find what it says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.draft import Coverage, Draft, Provision
from checker.language.letters import language_of
from checker.language.lexicon import build_lexicon
from checker.language.reading import Reading, read_draft
from checker.rule import Concept
from checker.rules.loading import load_ruleset
from checker.rules.yaml_nodes import parse_yaml

ROOT = Path(__file__).resolve().parent.parent
MANUAL = (ROOT / "rulesets" / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _commands(session: str) -> Iterator[tuple[str, str]]:
    """Each command of a console session with what it prints."""
    for part in re.split(r"^\$ ", session.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def _fits(printed: str, said: str) -> bool:
    """Whether the output is as said; a line «…» stands for any lines."""
    pattern = re.escape(said.strip()).replace(re.escape("…") + "\\\n", "(?s:.*)").removesuffix("…")
    open_end = said.strip().endswith("\n…")
    return re.fullmatch(pattern + ("(?s:.*)" if open_end else ""), printed.strip()) is not None


def test_the_commands_print_what_the_manual_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = 0
    for kind, name, text in _BLOCK.findall(MANUAL):
        if name:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif kind == "console":
            for command, said in _commands(text):
                words = shlex.split(command)
                assert words[0] == "checker"
                result = CliRunner().invoke(main, words[1:])
                assert _fits(result.output, said), f"{command}\n{result.output}"
                ran += 1
        elif kind == "yaml":
            assert parse_yaml(text, "manual").value

    assert ran >= 8


@dataclass(frozen=True)
class Row:
    phrase: str
    finds: str
    leaves: str


ROWS = [
    Row(*(cell.strip().replace("\\|", "|").strip("`") for cell in re.split(r"(?<!\\)\|", line)[1:4]))
    for line in MANUAL.partition("| phrase | finds |")[2].partition("\n\n")[0].splitlines()[2:]
]


@cache
def _reading() -> Reading:
    """All sentences of the table, read with a concept for each phrase beside those of the product."""
    concepts = dict(load_ruleset(ROOT / "rulesets" / "eu-kz-2009").concepts)
    for number, row in enumerate(ROWS):
        concepts[f"row-{number}"] = Concept(f"row-{number}", {language_of(row.finds): (row.phrase,)})
    provisions = tuple(
        Provision(number, f"p{number}", "point", "", "", "", "", text, language=language_of(text))
        for number, text in enumerate(text for row in ROWS for text in (row.finds, row.leaves))
    )
    draft = Draft("", "", "en", "", "text", provisions, Coverage(0, 0))
    return read_draft(draft, build_lexicon(concepts, languages=()))


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[row.phrase for row in ROWS])
def test_a_phrase_finds_what_the_manual_says(number: int) -> None:
    reading = _reading()
    found = [
        any(reading.mentions(f"row-{number}", one) for one in reading.sentences_in[provision])
        for provision in (2 * number, 2 * number + 1)
    ]

    assert found == [True, False], ROWS[number]


def test_what_lint_says_is_said_by_lint() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("checker/rules", "checker/language")
        for path in (ROOT / folder).rglob("*.py")
    )
    code = re.sub(r"\{[^{}\n]*\}", "…", sources)
    kinds = ("concept", "instrument", "group", "recommendation")
    code += " ".join(f"no {kind} «…»" for kind in kinds if "no … «…»" in code)
    for line in MANUAL.partition("| lint says |")[2].splitlines()[2:]:
        if line.startswith("|"):
            message = line.split("|")[1].strip()
            for piece in re.split(r"…|TODO", message):
                assert piece.strip(" «»,") in code, message


def _command(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return command


def test_the_readme_names_the_commands_that_speak_the_reports_language() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+)`", readme.partition(" answer in English")[0].rpartition("\n\n")[2])
    commands = _command("rules").commands  # type: ignore[attr-defined]

    assert set(named) == {
        name
        for name, command in commands.items()
        if any(option.name == "report_language" for option in command.params)
    }


def test_every_command_of_the_rules_is_in_the_manual_and_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in _command("rules").commands:  # type: ignore[attr-defined]
        assert f"checker rules {name}" in readme, name
        assert name == "list" or f"checker rules {name}" in MANUAL, name
