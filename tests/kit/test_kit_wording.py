"""The kit speaks the reader's language: nothing it says is left in English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import checker.kit
from checker.cli import main
from checker.draft import Language
from checker.kit.wording import kit_words
from checker.rendering.catalogue import load_catalogue

HOME = Path(checker.kit.__file__).parent
VALUE = re.compile(r"%\(\w+\)s")
LATIN = re.compile(r"[A-Za-z]{2,}")
OTHERS: tuple[Language, ...] = ("ru", "kk")


def _said() -> set[str]:
    """Every text that the kit says or marks for translation."""
    return {
        node.args[0].value
        for module in HOME.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("say", "mark")
        and isinstance(node.args[0], ast.Constant)
    }


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_none_is_left_over(language: Language) -> None:
    texts = load_catalogue(language, "checker.kit").texts

    assert {text for text, forms in texts.items() if text and all(forms)} == _said()


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_values(language: Language) -> None:
    for text, (said, *_) in load_catalogue(language, "checker.kit").texts.items():
        if text:
            assert sorted(VALUE.findall(said)) == sorted(VALUE.findall(text)), text


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "ru",
            ("предложение 1 (русский)", "HC-01 срабатывает: ", "    ✓ за пределом: 96 ч (4 сут.) > 48 ч ("),
        ),
        (
            "kk",
            (
                "1-сөйлем (орыс тілі)",
                "HC-01 іске қосылады: ",
                "    ✓ шектен тыс: 96 сағ. (4 тәулік) > 48 сағ. (",
            ),
        ),
    ],
)
def test_explain_answers_in_the_language_asked_for(language: Language, lines: tuple[str, ...]) -> None:
    text = "Задержанный доставляется к судье не позднее 96 часов."
    result = CliRunner().invoke(
        main, ["rules", "explain", "--rule", "HC-01", text, "--report-language", language]
    )

    assert result.exit_code == 0, result.output
    for line in lines:
        assert line in result.stdout
    for word in ("fires", "sentence", "concepts", "limit: ", "found"):
        assert not re.search(rf"\b{word}\b", result.stdout.replace("(limit: ", "(")), word


@pytest.mark.parametrize("language", OTHERS)
def test_the_list_of_rules_has_group_severity_and_title_in_the_language_asked_for(language: Language) -> None:
    result = CliRunner().invoke(main, ["rules", "list", "--report-language", language])

    line = next(one for one in result.stdout.splitlines() if one.startswith("HC-01\t"))
    assert line.count("\t") == 3
    assert not LATIN.search(line.removeprefix("HC-01"))


def test_many_names_are_cut_short() -> None:
    assert kit_words("en").some(["a", "b", "c"], 2) == "a, b and 1 more"
    assert kit_words("kk").some(["a", "b"], 2) == "a, b"
