import ast
import re
from datetime import date
from pathlib import Path

import pytest

from checker.rendering.wording import VERDICTS, Told, words_for
from checker.rule import SEVERITIES
from checker.rulebook import default_rulesets
from checker.rules.loading import load_ruleset

ROOT = Path(__file__).resolve().parent.parent.parent

_NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "3 May 2026"), ("ru", f"3 мая 2026{_NBSP}г."), ("kk", "2026 жылғы 3 мамыр")],
)
def test_dates_read_as_in_a_law(language, expected):
    assert words_for(language).date(date(2026, 5, 3)) == expected


def test_numbers_and_shares_follow_the_language():
    assert words_for("en").number(12345) == "12,345"
    assert words_for("kk").number(12345) == f"12{_NBSP}345"
    assert words_for("en").percent(996, 1000) == "99.6%"
    assert words_for("ru").percent(996, 1000) == f"99,6{_NBSP}%"


def test_only_all_of_the_text_is_a_hundred_per_cent():
    assert words_for("en").percent(99_999, 100_000) == "99.9%"
    assert words_for("en").percent(5, 5) == "100%"
    assert words_for("en").percent(0, 0) == "100%"


def test_a_text_falls_back_to_another_language_and_says_which():
    assert words_for("kk").told({"ru": "да", "kk": ""}) == Told("да", "ru")
    assert words_for("en").told({}) == Told("", "en")


def test_places_in_a_file_are_told_in_the_readers_language():
    assert words_for("ru").where("table 2, row 4") == "таблица 2, строка 4"
    assert words_for("ru").where("appendix B 2") == "appendix B 2"
    assert words_for("kk").where("page 3") == "3-бет"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_two_verdicts_or_severities_share_a_name(language):
    words = words_for(language)

    assert len({words.verdict(verdict) for verdict in VERDICTS}) == len(VERDICTS)
    assert len({words.severity(severity) for severity in SEVERITIES}) == len(SEVERITIES)


def test_a_check_is_named_by_its_kind():
    assert words_for("en").check("limit").startswith("A term or quantity")
    assert words_for("en").check("limit 2") == words_for("en").check("limit")
    assert words_for("en").check("unheard-of") == ""


def test_places_in_an_instrument_are_told_in_the_readers_language():
    assert words_for("ru").cited("paras 5, 14") == "пп. 5, 14"
    assert words_for("kk").cited("on ECHR 6, P7-2") == "Еуропалық конвенцияның 6, P7-2-баптары"
    assert words_for("ru").cited("9(3)") == "9(3)"
    assert words_for("en").cited("para 33") == "para 33"


@pytest.mark.parametrize(
    ("at", "ru", "kk"),
    [
        ("Plenary I and II", "пленарное заседание I и II", "I және II пленарлық отырыс"),
        ("torture; general 12", "пытки; общая рекомендация 12", "азаптау; 12-жалпы ұсыным"),
        ("Full Set, Article 9", "полный перечень, ст. 9", "толық тізбе, 9-бап"),
        ("on ECHR 5 and 6", "ст. 5 и 6 Европейской конвенции", "Еуропалық конвенцияның 5 және 6-баптары"),
        ("9(3), 14", "9(3), 14", "9(3), 14"),
    ],
)
def test_headings_cited_by_name_are_translated(at, ru, kk):
    assert words_for("en").cited(at) == at
    assert (words_for("ru").cited(at), words_for("kk").cited(at)) == (ru, kk)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_citation_of_the_rules_keeps_english_words(language):
    rules = [rule for folder in default_rulesets() for rule in load_ruleset(folder).rules]
    told = {words_for(language).cited(source.at) for rule in rules for source in rule.sources}

    assert {at for at in told if re.search(r"[a-z]{3,}", at)} == set()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_reason_that_a_reader_gives_has_a_name(language):
    reasons = set()
    for module in (ROOT / "checker").glob("*/*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            name = (
                getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            )
            if name in {"set_aside", "leave_unplaced", "Unplaced"} and isinstance(
                node.args[-1], ast.Constant
            ):
                reasons.add(node.args[-1].value)

    assert len(reasons) >= 6
    assert {reason for reason in reasons if not words_for(language).reason(reason)} == set()
    assert (
        words_for(language)
        .reason("outside the law: «nav» of the page")
        .startswith(("вне закона", "заңнан тыс"))
    )
    assert words_for(language).reason("comment by A. B. whose place in the text is lost")
    assert words_for("en").reason("unheard of") == "unheard of"
    assert words_for(language).reason("unheard of") == ""
