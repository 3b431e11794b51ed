import json
from datetime import date

import pytest
from lxml import html
from msgspec.structs import replace

from checker.errors import Problem
from checker.rendering.index_entries import index_entry
from checker.rendering.index_page import index_page


def test_each_draft_leads_to_its_report_with_its_counts(make_checked_draft):
    entries = [
        index_entry(make_checked_draft("ru"), "комнаты ru.html"),
        index_entry(make_checked_draft("kk"), "kk.html"),
    ]
    page = html.document_fromstring(index_page(entries, language="en", day=date(2026, 11, 22)))
    rows = page.xpath("//table")[0].xpath("./tbody/tr")

    assert page.xpath("//table")[0].xpath(".//a/@href") == [
        "./%D0%BA%D0%BE%D0%BC%D0%BD%D0%B0%D1%82%D1%8B%20ru.html",
        "./kk.html",
    ]
    assert [cell.text_content() for cell in rows[0].iter("td")] == [
        "1", "Russian", "99.6%", "3", "3", "1", "2", "1", "1", "1", "1",
    ]  # fmt: skip
    assert page.xpath("//th/a/@lang") == ["ru", "kk"]
    assert "22 November 2026" in page.text_content()


def test_the_gravest_draft_comes_first(make_checked_draft):
    light = replace(make_checked_draft("ru"), findings=make_checked_draft("ru").findings[3:4])
    entries = [index_entry(light, "light.html"), index_entry(make_checked_draft("en"), "grave.html")]
    page = html.document_fromstring(index_page(entries, language="en"))

    assert page.xpath("//th/a/@href") == ["./grave.html", "./light.html"]


def test_each_standard_with_findings_counts_over_the_drafts(make_checked_draft):
    entries = [index_entry(make_checked_draft(language), f"{language}.html") for language in ("en", "ru")]
    page = html.document_fromstring(index_page(entries, language="ru"))
    rows = page.xpath("//table")[1].xpath("./tbody/tr")
    cells = [[cell.text_content().strip() for cell in row] for row in rows]

    assert cells[0] == [
        "Критическое: JRD-01 Только судья решает вопрос о содержании под стражей и его продлении",
        "4", "2", "0", "0", "0", "0", "1 2",
    ]  # fmt: skip
    assert [row[0].split()[1] for row in cells] == ["JRD-01", "HC-01", "JRD-03", "HC-08"]
    assert rows[0].xpath(".//a/@href") == ["./en.html#standard-JRD-01", "./ru.html#standard-JRD-01"]


def test_files_that_could_not_be_read_are_named():
    problem = Problem("<b>.pdf", "holds pictures only", "give a text layer")
    page = html.document_fromstring(index_page([], language="en", problems=[problem]))

    assert page.xpath("//li[@class='problem']")[0].text_content() == str(problem)


def test_a_file_name_cannot_become_an_address_of_another_kind(make_checked_draft):
    assert index_entry(make_checked_draft("en"), "javascript:alert(1)").href == "./javascript%3Aalert%281%29"


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Рассмотрено 2 проекта."), ("kk", "2 жоба тексерілді.")]
)
def test_the_page_speaks_the_readers_language(make_checked_draft, language, words):
    entries = [index_entry(make_checked_draft(language), "a.html")] * 2

    assert words in index_page(entries, language=language)


def _many(entry, count):
    languages = ("en", "ru", "kk")
    return [
        replace(
            entry,
            title=f"Law {number} on {'</script><!--' if number == 7 else 'custody'}",
            path=f"laws/{number}.txt",
            language=languages[number % 3],
            href=f"./{number}.html",
            severities={"critical": int(number % 10 == 0), "major": 1, "minor": 0},
        )
        for number in range(count)
    ]


def test_a_large_book_is_a_short_table_a_plain_list_and_data(make_checked_draft):
    entries = _many(index_entry(make_checked_draft("en"), "a.html"), 250)
    source = index_page(entries, language="en")
    page = html.document_fromstring(source)
    (data,) = page.xpath("//script[@type='application/json']/text()")
    drafts = json.loads(data)["drafts"]

    assert len(page.xpath("//tbody[@id='index-rows']/tr")) == 100
    assert len(page.xpath("//noscript//li")) == 150
    assert [row[3] for row in drafts[:3]] == ["./0.html", "./10.html", "./20.html"]
    assert len(drafts) == 250
    assert any("</script>" in row[0] for row in drafts)
    shown = page.xpath("//tbody[@id='index-rows']//a/@href") + page.xpath("//noscript//a/@href")
    assert shown == [row[3] for row in drafts]


def test_a_standard_leads_to_its_gravest_drafts_and_tells_how_many_more(make_checked_draft):
    entries = _many(index_entry(make_checked_draft("en"), "a.html"), 250)
    page = html.document_fromstring(index_page(entries, language="kk"))
    row = page.xpath("//section[@aria-labelledby='index-standards']//tbody/tr")[0]

    assert len(row.xpath(".//td/a[not(@data-standard)]")) == 20
    assert row.xpath(".//a[@data-standard]")[0].text_content() == "және тағы 230 жоба"


def test_standards_without_findings_are_counted_too(make_checked_draft):
    entries = [index_entry(make_checked_draft("en"), "a.html")]
    page = html.document_fromstring(index_page(entries, language="en"))
    rows = page.xpath("//section[@aria-labelledby='index-quiet']//tbody/tr")

    assert {row[0].text_content().split()[1]: [cell.text_content() for cell in row[1:]] for row in rows} == {
        "HC-05": ["0", "0", "0", "1", "0"],
        "JUV-01": ["0", "0", "0", "0", "1"],
    }
