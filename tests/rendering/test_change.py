"""What the page shows of a change: edits, effects, what is mended, lost and gained, drafting faults."""

import pytest
from change_sample import FLAW, FORMER, GONE, MENDED, REASON, changed
from lxml import html
from msgspec.structs import replace

from checker.finding import Change, Flaw
from checker.rendering.comparison_page import comparison_page
from checker.rendering.edits import edits_of
from checker.rendering.html_report import html_report

LANGUAGES = ("en", "ru", "kk")


def _page(checked, language="en", **options):
    return html.document_fromstring(html_report(checked, language=language, **options))


def _texts(page, path: str) -> list[str]:
    return [" ".join(" ".join(one.itertext()).split()) for one in page.xpath(path)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_wordings_can_be_read_off_the_reworded_provision(make_checked_draft, language):
    checked = changed(make_checked_draft(language))
    (own,) = _page(checked).xpath("//div[@id='art_2__para_1']//span[@class='own']")
    now = "".join(own.xpath(".//text()[not(ancestor::del)]"))
    then = "".join(own.xpath(".//text()[not(ancestor::ins)]"))

    assert now == checked.draft.provisions[5].text
    assert then == FORMER[language]


def test_a_dropped_provision_stands_where_it_stood(make_checked_draft):
    page = _page(changed(make_checked_draft("ru")), "ru")
    last = page.xpath("//div[@class='law']/div")[-1]

    assert "gone" in last.get("class")
    assert last.xpath(".//span[@class='own']/del")[0].text_content() == GONE["ru"]
    assert _texts(last, ".//p[@class='fate']") == ["Исключается проектом"]


def test_new_and_moved_provisions_say_so(make_checked_draft):
    page = _page(changed(make_checked_draft("en")))

    assert _texts(page, "//div[@id='art_2__para_2']//p[@class='fate']") == ["New provision"]
    assert _texts(page, "//div[@id='art_2__para_3__point_2']//p[@class='fate']") == [
        "formerly: Article 2, part 3, point 2"
    ]


def test_every_finding_wears_its_effect_and_the_former_words(make_checked_draft):
    checked = changed(make_checked_draft("en"))
    page = _page(checked)

    assert _texts(page, "//article[@data-effect='worsens']//span[contains(@class, 'effect')]") == [
        "The draft makes it worse"
    ]
    assert len(page.xpath("//article[@data-effect]")) == 5
    former = checked.findings[0].former
    assert page.xpath("//p[@class='former']/q")[0].text_content() == former


def test_the_opening_tells_what_is_mended_lost_and_gained(make_checked_draft):
    page = _page(changed(make_checked_draft("kk")), "kk")
    (section,) = page.xpath("//section[@aria-labelledby='report-change']")
    told = " ".join(" ".join(section.itertext()).split())

    assert "Кепілдік жоғалды JRD-03 соттың тексеруі" in told
    assert f"Қолданыстағы редакция: {MENDED['kk']} Ұсынылады: {MENDED['kk']}" in told
    assert "норма алып тасталады" in told
    assert _texts(section, ".//tbody/tr") == [
        "JRD-01 Күзетпен ұстау және оны ұзарту туралы тек судья шешеді Сақталған Сәйкессіздік ықтимал",
        "JRD-03 Ұстауға сотқа шағымдану құқығы Сақталған Кепілдік табылмады",
    ]


def test_the_notes_of_the_change_stand_beside_their_provisions(make_checked_draft):
    page = _page(changed(make_checked_draft("en")))

    assert page.xpath("//div[@id='art_2__para_3']//div[contains(@class, 'mended')]/@id") == ["mended-1"]
    assert page.xpath("//div[@id='art_2__para_2']//div[contains(@class, 'gained')]/@id") == ["gained-1"]
    assert page.xpath("//li[@id='lost-1']")
    assert _texts(page, "//div[@id='art_2__para_1']//p[@class='told']") == [REASON["en"], "!"]
    assert "A. B." in page.xpath("//div[@id='art_2__para_1']")[0].text_content()


def test_drafting_faults_have_a_section_and_a_note_each(make_checked_draft):
    page = _page(changed(make_checked_draft("en")))
    listed = _texts(page, "//ol[@class='flaws']/li")

    assert listed == [
        "Article 1, part 1 Reference that leads nowhere. Article 9 is named, and the law ends "
        "with article 3. This Law",
        "Article 2, part 3 Instruction that could not be read. The p",
    ]
    assert page.xpath("//div[@id='art_1__para_1']//div[contains(@class, 'flaw')]/@id") == ["flaw-1"]


def test_without_a_former_text_the_instructions_alone_are_told(make_checked_draft):
    checked = changed(make_checked_draft("ru"))
    assert checked.change is not None
    alone = replace(checked, change=Change(None, (), checked.change.mended[:1], checked.change.lost[:0]))
    page = _page(alone, "ru")

    assert edits_of(alone).known is False
    assert page.xpath("//div[@class='law']//ins|//div[@class='law']//del") == []
    assert page.xpath("//div[contains(@class, 'mended')]/@id") == ["mended-1"]


def test_a_draft_that_changes_nothing_known_has_none_of_it(make_checked_draft):
    page = _page(make_checked_draft("en"))

    assert page.xpath("//section[@aria-labelledby='report-change' or @aria-labelledby='report-flaws']") == []
    assert page.xpath("//input[@name='effect' or @value='change' or @value='other']") == []


def test_the_other_language_is_linked_and_its_differences_listed(make_checked_draft):
    checked, other = make_checked_draft("ru"), make_checked_draft("kk")
    other = replace(other, standards=(replace(other.standards[0], verdict="met"), *other.standards[1:]))
    page = _page(replace(checked, parallel=other), "ru", parallel="rooms.kk.html")
    (section,) = page.xpath("//section[@aria-labelledby='report-parallel']")

    assert section.xpath(".//p/a/@href") == ["./rooms.kk.html"]
    assert _texts(section, ".//tbody/tr") == [
        "HC-01 Доставление к судье в течение 48 часов Соблюдено Возможно несоответствие"
    ]
    flaw = Flaw("languages-differ", 5, 0, 3, "abc", FLAW)
    unlike = _page(replace(checked, parallel=other, flaws=(flaw,)), "ru")
    (section,) = unlike.xpath("//section[@aria-labelledby='report-parallel']")
    assert _texts(section, ".//ol[@class='flaws']/li/p[@class='where']") == ["Статья 2, часть 1"]
    assert not unlike.xpath("//section[@aria-labelledby='report-flaws']")
    same = _page(replace(checked, parallel=make_checked_draft("kk")), "ru")
    assert "выводы для обоих текстов совпадают" in same.text_content()


def test_every_link_of_a_full_page_arrives(make_checked_draft):
    page = _page(changed(make_checked_draft("ru")), "ru")
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//@href") if link.startswith("#")} <= set(ids)


def test_a_remark_and_every_quotation_say_their_language(make_checked_draft):
    page = _page(changed(make_checked_draft("kk")), "en")

    assert {one.get("lang") for one in page.xpath("//q|//p[@class='told']")} == {"kk"}


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("law #1 100%.kk.html", "./law%20%231%20100%25.kk.html"),
        ("javascript:x.html", "./javascript%3Ax.html"),
    ],
)
def test_the_link_to_the_other_language_is_an_address(make_checked_draft, file, address):
    checked, other = make_checked_draft("ru"), make_checked_draft("kk")
    page = _page(replace(checked, parallel=other), "ru", parallel=file)

    assert page.xpath("//section[@aria-labelledby='report-parallel']//p/a/@href") == [address]


def test_a_difference_of_the_languages_as_a_whole_names_no_provision(make_checked_draft):
    flaw = Flaw("languages-differ", -1, 0, 0, "", FLAW)
    checked = replace(make_checked_draft("ru"), parallel=make_checked_draft("kk"), flaws=(flaw,))
    page = html.fromstring(comparison_page(checked, language="en"))

    assert _texts(page, "//ul[@class='became']/li/strong") == ["the draft as a whole"]
