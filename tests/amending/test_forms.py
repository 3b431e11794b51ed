"""The files of forms: what lawyers edit must load, and a fault must be told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.amending.forms import forms_folder, forms_of, read_forms
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_the_product_load_once(language: Language) -> None:
    assert forms_of(language).forms
    assert forms_of(language) is forms_of(language)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("repeals: утратившим", "repels: утратившим", "repels: no such part"),
        ("WHAT считать ADDED", "WHAT считат ADDED", "считат: neither a group of words"),
        ("does: renumber", "does: renumbering", "renumbering: no such operation"),
        ("position: after}", "position: behind}", "behind: no such position"),
        ("commands: исключить", "commands: исключит", "исключит: not among the words"),
        ("order: inner first", "order: [inner", "is not YAML"),
        ("chain: к\n", "", "the part chain is missing"),
        ("  side: ", "  sides: ", "acts: side is missing"),
        ('"WHAT считать ADDED"', '"WHAT (считать ADDED"', "forms:"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "ru.yaml"
    text = (forms_folder() / "ru.yaml").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CheckerError) as raised:
        assert read_forms(path, "ru").combined

    (problem,) = raised.value.problems
    assert message in problem.message
    assert problem.line > 0 and problem.path == str(path)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ru.yaml"
    path.write_bytes("links: и".encode("cp1251"))

    with pytest.raises(CheckerError, match="is not UTF-8"):
        read_forms(path, "ru")


def test_a_line_where_names_are_wanted_is_told(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    text = (forms_folder() / "en.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("cases: {}", "cases: none"), encoding="utf-8")

    with pytest.raises(CheckerError, match="cases: no names with their phrases"):
        read_forms(path, "en")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="cannot be read"):
        read_forms(tmp_path / "ru.yaml", "ru")
