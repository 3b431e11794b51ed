"""The table of compliance: what a spreadsheet shows, and what it must not be made to do."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.finding import Change, Mended
from checker.rendering import RENDERERS, RenderOptions
from checker.rendering.csv_table import SEPARATORS, _cell, table_document
from checker.rule import SEVERITIES

_HEADERS = {
    "en": "File Draft Standard",
    "ru": "Файл Проект Стандарт",
    "kk": "Файл Жоба Стандарт",
}


def _rows(text, language):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=SEPARATORS[language]))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_header_is_in_the_language_of_the_report(make_checked_draft, language):
    rows = _rows(table_document([make_checked_draft("kk")], language=language), language)

    assert " ".join(list(rows[0])[:3]) == _HEADERS[language]
    assert len(rows[0]) == 14


def test_a_row_for_every_finding_and_every_standard_without_one(make_checked_draft):
    checked = make_checked_draft("en")
    rows = _rows(table_document([checked], language="en"), "en")

    found = [row for row in rows if row["Severity"]]
    quiet = {row["Standard"]: row for row in rows if not row["Severity"]}
    assert sorted(row["Standard"] for row in found) == sorted(one.rule for one in checked.findings)
    assert {rule: row["Verdict"] for rule, row in quiet.items()} == {
        "HC-05": "Met",
        "JUV-01": "Not addressed",
    }
    assert quiet["HC-05"]["Provision"] == "Article 2, part 2"
    assert quiet["HC-05"]["Article"] == "2"
    assert quiet["JUV-01"]["Provision"] == ""


def test_a_finding_in_full(make_checked_draft):
    checked = make_checked_draft("en")
    finding = checked.findings[0]
    row = next(
        row for row in _rows(table_document([checked], language="en"), "en") if row["Standard"] == "HC-01"
    )

    assert row["File"] == "drafts/rooms-en.txt"
    assert row["Draft"] == checked.draft.title
    assert row["Verdict"] == "Potentially incompatible"
    assert row["Severity"] == "Critical"
    assert row["Effect of the draft"] == ""
    assert row["Provision"] == "Article 2, part 1"
    assert row["Article"] == "2"
    assert row["Quotation"] == finding.quote
    assert row["Comment"] == finding.message["en"]
    assert row["Wording to propose"] == checked.rules()["HC-01"].proposed_wording["en"]
    assert row["Sources"].startswith("International Covenant on Civil and Political Rights, article 9(3); ")


def test_a_finding_on_the_whole_draft_says_so(make_checked_draft):
    rows = _rows(table_document([make_checked_draft("en")], language="en"), "en")

    assert "the draft as a whole" in {row["Provision"] for row in rows if row["Standard"] == "JRD-03"}


def test_what_the_draft_does_is_told_where_it_is_known(make_checked_draft):
    checked = make_checked_draft("en")
    first, *others = checked.findings
    gone, mended = Mended(others[0], None), Mended(others[1], 6, "a judge decides")
    former = make_checked_draft("ru")
    checked = replace(
        checked,
        findings=(replace(first, effect="worsens"),),
        change=Change(before=former, mended=(gone, mended)),
    )
    rows = _rows(table_document([checked], language="en"), "en")

    told = [
        (row["Standard"], row["Effect of the draft"], row["Provision"]) for row in rows if row["Severity"]
    ]
    assert told == [
        ("HC-01", "The draft makes it worse", "Article 2, part 1"),
        ("JRD-01", "The draft mends it", "Статья 2, часть 1"),
        ("JRD-01", "The draft mends it", "Article 2, part 2"),
    ]


def test_all_drafts_stand_in_one_table(make_checked_draft):
    drafts = [make_checked_draft(language) for language in ("en", "ru", "kk")]
    rows = _rows(table_document(drafts, language="kk"), "kk")

    assert list(dict.fromkeys(row["Файл"] for row in rows)) == [one.draft.path for one in drafts]


def test_excel_is_told_the_encoding_and_lines_end_as_the_standard_asks(make_checked_draft):
    content = RENDERERS["csv"].render([make_checked_draft("ru")], RenderOptions("ru"))

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert RENDERERS["csv"].render([make_checked_draft("ru")], RenderOptions("ru")) == content


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\ufeff=", "＝", "＠", "\n="])
def test_no_cell_begins_as_a_formula(make_checked_draft, start):
    title = f"{start}cmd|'/c calc'!A0"
    (row, *_) = _rows(table_document([make_checked_draft("en", title=title)], language="en"), "en")

    assert row["Draft"].startswith("'")


def test_no_other_separator_makes_a_formula(make_checked_draft):
    title = 'a;=HYPERLINK(1)",@x,+2\t= 3; - text stays, - too'
    text = table_document([make_checked_draft("en", title=title)], language="en")

    assert "a;'=HYPERLINK(1)\"\",'@x,'+2\t'= 3; - text stays, - too" in text


@given(st.text(), st.sampled_from(",;"))
def test_every_text_is_read_back_as_one_cell(text, separator):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerow([_cell(text), "next"])
    ((cell, following),) = csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=separator)

    assert following == "next"
    assert cell.lstrip(" \ufeff")[:1] not in tuple("=+-@\t\r＝＋－＠")
    assert "\0" not in cell


def test_severities_are_named_in_every_row_of_a_finding(make_checked_draft):
    rows = _rows(table_document([make_checked_draft("en")], language="en"), "en")

    assert {row["Severity"].lower() for row in rows} == {*SEVERITIES, ""}
