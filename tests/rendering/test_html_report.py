import re
import time
from datetime import date
from itertools import pairwise

import pytest
from change_sample import changed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from checker.draft import Coverage, Provision
from checker.finding import Evidence
from checker.rendering.html_report import html_report
from checker.rendering.overview import first_sentence
from checker.rule import Citation
from checker.source import Unplaced

LANGUAGES = ("en", "ru", "kk")
# Names that are the same in every language: programs, formats, ids and abbreviations of instruments.
SAME_EVERYWHERE = re.compile(
    r"draftlaw-checker|SHA-256|eu-kz-2009|A–B|(?:drafts/)?rooms-\w+\.txt|\(text\)|(?:HC|JRD|JUV|R-DET)-\d+|ICCPR|GC35|CRC|(?:ab)+…?|\(b\)"
)


def _page(checked, language="en", **options):
    return html.document_fromstring(html_report(checked, language=language, **options))


def _visible_text(page) -> str:
    for element in page.xpath("//script|//style"):
        element.drop_tree()
    return page.text_content()


def test_the_law_stands_in_the_page_word_for_word(make_checked_draft):
    for language in LANGUAGES:
        checked = make_checked_draft(language)
        page = _page(checked)
        shown = [own.text_content() for own in page.find_class("own")]

        assert shown == [provision.text for provision in checked.draft.provisions if provision.text]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n"), min_size=1, max_size=80
    ),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4),
)
def test_tags_removed_give_the_text_whatever_is_marked(make_checked_draft, text, edges):
    checked = make_checked_draft("ru")
    provision = Provision(0, "art_1", "article", "1", "1", "Статья 1", "", text, language="ru")
    findings = tuple(
        replace(
            checked.findings[0],
            id=str(n),
            provision=0,
            start=min(*edge, len(text)),
            end=min(max(edge), len(text)),
        )
        for n, edge in enumerate(edges)
    )
    draft = replace(checked.draft, provisions=(provision,))
    page = _page(replace(checked, draft=draft, findings=findings, standards=()))

    assert [own.text_content() for own in page.find_class("own")] == [text]


def test_every_link_of_the_page_arrives_and_no_id_stands_twice(make_checked_draft):
    page = _page(make_checked_draft("ru"), "ru")
    ids = page.xpath("//@id")
    links = [link.removeprefix("#") for link in page.xpath("//@href") if link.startswith("#")]

    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)


def test_every_finding_with_words_is_marked_numbered_and_linked_both_ways(make_checked_draft):
    checked = make_checked_draft("en")
    page = _page(checked)
    notes = page.xpath("//article[contains(@class, 'note')]")

    assert len(notes) == len(checked.findings)
    for ref in page.find_class("ref"):
        (note,) = page.xpath("//article[@id=$id]", id=ref.get("href")[1:])
        back = note.xpath(".//p[@class='ways']/a")[0].get("href")[1:]
        assert page.get_element_by_id(back).tag == "mark"
        assert note.find_class("number")[0].text_content().endswith(ref.get("data-number"))
        assert ref.get("aria-label") == f"finding {ref.get('data-number')} ends; read its note"
    marked = [finding for finding in checked.findings if finding.start < finding.end]
    assert len(page.find_class("ref")) == len(page.find_class("edge")) == len(marked)


def test_overlapping_findings_are_both_marked(make_checked_draft):
    page = _page(make_checked_draft("en"))
    nested = page.xpath("//mark/mark")

    assert [mark.text_content() for mark in nested] == ["for up to seventy-two hours"]


def test_a_safeguard_not_found_is_a_note_without_a_mark(make_checked_draft):
    page = _page(make_checked_draft("en"))
    (note,) = page.xpath("//*[@id='art_3']//article")

    assert "missing" in note.get("class")
    assert "Looked for in vain: review by a court." in note.text_content()
    assert note.xpath(".//p[@class='ways']/a/@href")[0] == "#art_3"


def test_a_finding_on_the_draft_as_a_whole_stands_before_the_law(make_checked_draft):
    page = _page(make_checked_draft("en"))
    first = page.xpath("//div[@class='law']/div")[0]

    assert [note.get("data-number") for note in first.iter("article")] == ["1"]
    assert page.xpath("//ol[@class='key']//a[.='the draft as a whole']/@href") == [
        f"#{first.xpath('.//article/@id')[0]}"
    ]


def test_key_findings_come_most_severe_first(make_checked_draft):
    page = _page(make_checked_draft("en"))
    ids = [item.xpath(".//p[@class='src']/a")[0].text for item in page.xpath("//ol[@class='key']/li")]

    assert ids == ["JRD-01", "HC-01", "JRD-03", "HC-08"]


def test_the_matrix_places_every_standard_under_its_verdict(make_checked_draft):
    page = _page(make_checked_draft("en"))
    rows = page.xpath("//table[contains(@class, 'matrix')]/tbody/tr")
    cells = [
        [[chip.get("href").removeprefix("#standard-") for chip in cell.iter("a")] for cell in row.iter("td")]
        for row in rows
    ]

    assert cells == [
        [["HC-01"], [], ["HC-08"], ["HC-05"], []],
        [["JRD-01"], ["JRD-03"], [], [], []],
        [[], [], [], [], ["JUV-01"]],
    ]


def test_hostile_text_comes_out_as_text(make_checked_draft):
    checked = make_checked_draft("en", hostile=True)
    rule = checked.rulesets[0].rules[0]
    evil = {"en": "<script>alert(1)</script><img src=x onerror=alert(2)>"}
    rules = (replace(rule, title=evil, standard=evil, recommendation=evil), *checked.rulesets[0].rules[1:])
    findings = tuple(
        replace(finding, message=evil, id='"><script>x</script>') for finding in checked.findings
    )
    checked = replace(checked, findings=findings, rulesets=(replace(checked.rulesets[0], rules=rules),))
    source = html_report(checked, language="en")
    page = html.document_fromstring(source)

    assert source.count("<script") == 1
    assert not page.xpath("//img|//@onerror")
    assert page.xpath("//h1")[0].text_content() == checked.draft.title
    assert [own.text_content() for own in page.find_class("own")] == [
        provision.text for provision in checked.draft.provisions
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_descend_one_step_at_a_time(make_checked_draft, language):
    levels = [
        int(tag.tag[1]) for tag in _page(make_checked_draft(language)).xpath("//h1|//h2|//h3|//h4|//h5")
    ]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_of_a_law_without_chapters(make_checked_draft):
    checked = make_checked_draft("en")
    article = replace(checked.draft.provisions[1], index=0, parent=None)
    page = _page(
        replace(checked, draft=replace(checked.draft, provisions=(article,)), findings=(), standards=())
    )

    assert page.xpath("//h3[@class='title']")[0].text_content() == "Article 1. Purpose of this Law"


def test_the_language_of_every_law_text_is_said(make_checked_draft):
    page = _page(make_checked_draft("kk"), "ru")

    assert page.get("lang") == "ru"
    assert {text.get("lang") for text in page.xpath("//div[@class='law']/div[@id]/div[@class='text']")} == {
        "kk"
    }
    assert page.xpath("//h1/@lang") == ["kk"]
    assert page.xpath("//li/q/@lang")[0] == "kk"


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("kind", ["plain", "changed"])
def test_no_english_is_left_in_the_page(make_checked_draft, language, kind):
    checked = make_checked_draft(language)
    if kind == "changed":
        checked = replace(changed(checked), parallel=make_checked_draft("kk" if language == "ru" else "ru"))
    page = _page(checked, language, day=date(2026, 11, 22), parallel="ru.html")
    labels = " ".join(page.xpath("//@aria-label|//@data-count|//@data-says|//@title"))
    text = SAME_EVERYWHERE.sub("", _visible_text(page) + labels)

    assert re.findall(r"[A-Za-z]{2,}", text) in (["shown", "all"], ["all", "shown"])


@pytest.mark.parametrize(
    ("language", "day"), [("ru", "22 ноября 2026\xa0г."), ("kk", "2026 жылғы 22 қараша")]
)
def test_the_date_is_printed_only_when_given(make_checked_draft, language, day):
    checked = make_checked_draft(language)

    assert day in html_report(checked, language=language, day=date(2026, 11, 22))
    assert "2026" not in _visible_text(_page(checked, language))


def test_the_page_needs_nothing_from_elsewhere(make_checked_draft):
    page = _page(make_checked_draft("en"))

    assert page.xpath("//@src") == []
    assert [link for link in page.xpath("//@href") if not link.startswith(("#", "data:,"))] == []
    assert len(page.xpath("//script")[0].text.encode()) < 20_000
    assert "url(" not in page.xpath("//style")[0].text
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert page.xpath("//@style") == []


def test_the_filters_wait_for_the_script(make_checked_draft):
    (form,) = _page(make_checked_draft("en")).xpath("//form")

    assert form.get("hidden") is not None
    assert {box.get("name") for box in form.xpath(".//input|.//select")} == {
        "severity",
        "verdict",
        "rule",
        "noted",
    }


def test_text_that_was_not_placed_is_shown_in_full(make_checked_draft):
    long = "слово " * 5000
    checked = make_checked_draft("ru", coverage=Coverage(30_000, 100, (Unplaced("page 3", long, "a stamp"),)))
    (passage,) = _page(checked, "ru").xpath("//details[@class='unplaced']//dd")

    assert passage.text_content() == long


def test_provisions_met_carry_a_note(make_checked_draft):
    page = _page(make_checked_draft("en"))

    assert (
        "Record of the time"
        in page.xpath("//*[@id='art_2__para_2']//p[contains(@class, 'met')]")[0].text_content()
    )


def test_a_draft_with_nothing_found_says_so_and_promises_nothing(make_checked_draft):
    checked = replace(make_checked_draft("en"), findings=(), standards=())
    text = _visible_text(_page(checked))

    assert "This is no confirmation that the draft complies." in text


def test_an_empty_draft_has_a_page(make_checked_draft):
    checked = make_checked_draft("en")
    checked = replace(checked, draft=replace(checked.draft, provisions=()), findings=(), standards=())

    assert _page(checked).get_element_by_id("report-law") is not None


def test_repeated_ids_of_provisions_stay_apart(make_checked_draft):
    checked = make_checked_draft("en")
    twice = tuple(replace(provision, id="art 1") for provision in checked.draft.provisions)
    page = _page(replace(checked, draft=replace(checked.draft, provisions=twice)))

    assert page.xpath("//div[contains(@class, 'row')]/@id")[:2] == ["art-1", "art-1--2"]


def test_a_rule_found_again_in_the_same_article_is_told_in_short(make_checked_draft):
    checked = make_checked_draft("en")
    first = checked.findings[0]
    again = [replace(first, id=f"again-{n}", start=n, end=n + 3) for n in range(60, 72)]
    elsewhere = replace(first, id="elsewhere", provision=11, start=0, end=3)
    graver = replace(first, id="other", severity="minor", start=0, end=2)
    page = _page(replace(checked, findings=(first, *again, elsewhere, graver)))
    short = page.xpath("//article[contains(@class, 'short')]")

    assert len(short) == 12
    assert {note.xpath(".//p[@class='head']/a[last()]")[0].text_content() for note in short} == {"as note 2"}
    assert all(len(note.text_content()) < 120 for note in short)
    assert len(page.find_class("ref")) == 15
    places = page.xpath("//ol[@class='key']//p[@class='where']")[0].text_content()
    assert " ".join(places.split()) == "Article 2 – article 3 (15 places)"


def test_a_key_finding_is_told_by_its_first_sentence(make_checked_draft):
    page = _page(make_checked_draft("kk"), "kk")
    facts = [fact.text_content() for fact in page.xpath("//ol[@class='key']//h3")]

    assert len(facts) == 4
    assert all(fact.count(".") == 1 and fact.endswith(".") for fact in facts)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A prosecutor decides («by order»). This may be wrong.", "A prosecutor decides («by order»)."),
        ("См. ст. Пакта 9(3). Это так.", "См. ст. Пакта 9(3)."),
        ("Это гл. Кодекса.", "Это гл. Кодекса."),
        ("Сот шешпейді. Бұл сәйкес келмеуі мүмкін.", "Сот шешпейді."),
        ("No end", "No end"),
    ],
)  # fmt: skip
def test_where_the_first_sentence_ends(text, first):
    assert first_sentence(text) == first


def test_the_rules_and_their_versions_have_a_row_of_their_own(make_checked_draft):
    checked = make_checked_draft("en")
    second = replace(checked.rulesets[0], id="own", version="2.1")
    page = _page(replace(checked, rulesets=(*checked.rulesets, second)))

    assert [one.text_content() for one in page.find_class("ruleset")] == [
        "Standards of the seminar report, Almaty 2009, version 1.0",
        "Standards of the seminar report, Almaty 2009, version 2.1",
    ]


def test_findings_by_subject_stand_in_a_table_with_a_bar_each(make_checked_draft):
    rows = _page(make_checked_draft("en")).xpath("//table[@class='chart']/tbody/tr")
    figures = [[cell.text_content() for cell in row.find_class("figure")] for row in rows]
    bars = [[part.get("width") for part in row.iter("rect")] for row in rows]

    assert figures == [["2", "3", "0"], ["1", "0", "1"]]
    assert bars == [["96.0", "144.0"], ["48.0", "48.0"]]


def test_same_input_same_bytes(make_checked_draft):
    checked = make_checked_draft("kk")

    assert html_report(checked, language="kk") == html_report(checked, language="kk")


def test_a_code_of_twelve_thousand_provisions_is_rendered_in_seconds(make_checked_draft):
    checked = make_checked_draft("ru")
    text = checked.draft.provisions[5].text + " " + "слово " * 15
    provisions = tuple(
        Provision(n, f"art_{n}", "paragraph", "1.", "1", f"Статья {n}", "", text, language="ru")
        for n in range(12_000)
    )
    findings = tuple(replace(checked.findings[n % 2], id=str(n), provision=n * 19) for n in range(600))
    large = replace(
        checked, draft=replace(checked.draft, provisions=provisions), findings=findings, standards=()
    )
    begun = time.perf_counter()
    html_report(large, language="ru")

    assert time.perf_counter() - begun < 2.5


def test_a_label_begins_with_a_capital_wherever_it_stands(make_checked_draft):
    checked = make_checked_draft("ru")
    small = tuple(replace(provision, label=provision.label.lower()) for provision in checked.draft.provisions)
    page = _page(replace(checked, draft=replace(checked.draft, provisions=small)), "ru")

    seats = [seat.text_content() for seat in page.xpath("//ol[@class='key']//p[@class='where']/span")]
    assert seats == [
        "Статья 2 (2 места)",
        "Статья 2, часть 1",
        "проект в целом",
        "Статья 2 – статья 3 (2 места)",
        "Статья 3, часть 1",
    ]
    assert page.xpath("//h4[@class='title']")[0].text_content() == "Статья 1. Цель настоящего Закона"


def test_a_note_names_two_sources_and_leads_to_the_others(make_checked_draft):
    checked = make_checked_draft("en")
    rules = tuple(
        replace(rule, sources=(*rule.sources, Citation("Unlisted", "para 1")))
        for rule in checked.rulesets[0].rules
    )
    page = _page(replace(checked, rulesets=(replace(checked.rulesets[0], rules=rules),)))
    line = page.xpath("//article//p[@class='src']")[0].text_content()

    assert line == (
        "International Covenant on Civil and Political Rights, article 9(4) · Human Rights Committee, "
        "General Comment No. 35, para 33 · and 1 more source · seminar report R-DET-01"
    )
    assert "Unlisted, para 1" in page.get_element_by_id("standard-JRD-03").text_content()


def test_over_the_same_words_the_gravest_mark_is_on_top(make_checked_draft):
    checked = make_checked_draft("en")
    first = checked.findings[0]
    findings = (first, replace(first, id="b", severity="minor"))
    page = _page(replace(checked, findings=findings))

    assert page.xpath("//mark/mark/@class")[0].startswith("critical")


def test_evidence_is_named_in_the_readers_language_or_by_its_words_alone(make_checked_draft):
    checked = make_checked_draft("ru")
    unnamed = Evidence("held-by-force", "семидесяти двух часов подряд", 0, 24, 1.0)
    within = Evidence("held-by-force", "до семидесяти двух часов", 0, 24, 1.0)
    findings = (replace(checked.findings[0], evidence=(*checked.findings[0].evidence, unnamed, within)),)
    page = _page(replace(checked, findings=findings), "ru")
    read = [item.text_content() for item in page.xpath("//ul[@class='evidence']/li")]

    assert read == [
        "полицейское задержание: может содержаться в комнате полиции до семидесяти двух часов 97\xa0%",
        "семидесяти двух часов подряд",
    ]
