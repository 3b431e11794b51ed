"""What «checker rules explain» tells: words, parts, and the condition that failed first."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner

from checker.cli import main


def _explain(*arguments: str, stdin: str | None = None) -> str:
    result = CliRunner().invoke(main, ["rules", "explain", *arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_words_parts_terms_and_modality_are_told() -> None:
    told = _explain("Прокурор вправе продлить срок содержания под стражей до трёх месяцев.")

    assert "sentence 1 (Russian)" in told
    assert "стражей [страж]" in told
    assert "«трех месяцев»: 2160 h (90 days)" in told
    assert "«прокурор» (prosecutor): decides «продлить срок содержания под стражей»" in told
    assert "may: «вправе»" in told
    assert "JRD-01 fires: Only a judge authorises arrest, remand and its extension" in told


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("A detained person shall be brought before a judge within 48 hours.", "HC-01", "✗ within the limit: 48 h ≤ 48 h"),
        ("A detained person shall be brought before a judge within 96 hours.", "HC-01", "✓ beyond the limit: 96 h (4 days) > 48 h"),
        ("Goods may be detained for 72 hours.", "HC-01", "not found"),
        ("Никто не может быть подвергнут административному аресту.", "ADM-01", "✗ negated by «не может», «никто не»"),
        ("The court shall authorise arrest.", "JRD-01", "not found"),
    ],
)  # fmt: skip
def test_the_condition_that_failed_first_is_told(text: str, rule: str, line: str) -> None:
    told = _explain("--rule", rule.lower(), text)

    assert line in told, told


def test_text_may_come_from_standard_input() -> None:
    assert "(Kazakh)" in _explain("-", "--language", "kk", stdin="Сот қамауға алуды санкциялайды.")


def test_standard_input_need_not_be_utf_8() -> None:
    result = CliRunner().invoke(main, ["rules", "explain", "-"], input=b"held \xff")

    assert (result.exit_code, result.stderr) == (2, "TEXT: is not in UTF-8 — save it as UTF-8 text\n")


def test_an_article_of_a_law_is_told() -> None:
    told = _explain("--file", "drafts/detention-ru.docx", "--article", "1", "--rule", "HC-01")

    heads = [line for line in told.splitlines() if line.endswith("(Russian)")]
    assert heads
    assert all(head.startswith(("Статья 1,", "статья 1,")) for head in heads)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--file", "drafts/detention-ru.docx", "--article", "999"), "has no article 999"),
        (("--rule", "HC-1", "text"), "no such rule — did you mean «HC-"),
        ((), "give a TEXT"),
        (("",), "TEXT: is empty"),
        (("[[]]",), "TEXT: is empty"),
        (("...",), "TEXT: holds no sentence"),
        (("held", "--article", "3"), "TEXT: has no article 3"),
        ((os.fsdecode(b"held \xff"),), "TEXT: is not in UTF-8"),
    ],
)
def test_faults_are_one_line(arguments: tuple[str, ...], fault: str) -> None:
    result = CliRunner().invoke(main, ["rules", "explain", *arguments])

    assert result.exit_code == 2
    assert fault in result.stderr
