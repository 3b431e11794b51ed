"""The report in a real browser: accessible, tame with hostile drafts, whole without scripts."""

import json
import time
from datetime import date
from importlib import resources

import pytest
from change_sample import changed
from msgspec.structs import replace
from test_decisions import _decided as decided

from checker.draft import Provision
from checker.rendering.html_report import html_report
from checker.rendering.index_entries import index_entry
from checker.rendering.index_page import index_page

axe_package = pytest.importorskip(
    "axe_playwright_python", reason="axe-playwright-python is not installed: pip install -e '.[dev]'"
)

LANGUAGES = ("en", "ru", "kk")
SIZES = {"desktop": {"width": 1400, "height": 900}, "phone": {"width": 390, "height": 844}}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
HOSTILE = (
    "</p></script><script>alert(window.owned=1)</script><img src=x onerror='alert(window.owned=2)'>"
    "<a href='javascript:alert(3)'>{{7*7}}</a>\u202e\u2066"
)


@pytest.fixture
def open_page(chromium, tmp_path):
    """Opens a page from its source as a file, with the faults that the browser tells of."""
    contexts = []

    def _open(source: str, **options):
        context = chromium.new_context(
            **{"viewport": SIZES["desktop"], "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("dialog", lambda dialog: (page.faults.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda request: page.faults.append(request.url) if "report" not in request.url else None,
        )
        path = tmp_path / f"report-{len(contexts)}.html"
        path.write_text(source, encoding="utf-8")
        page.goto(path.as_uri())
        return page

    yield _open
    for context in contexts:
        context.close()


def _report(checked, language="en", **options) -> str:
    return html_report(checked, language=language, day=date(2026, 11, 29), **options)


def _full(make_checked_draft, language):
    """A report in which every part of the page is filled."""
    other = make_checked_draft("kk" if language == "ru" else "ru")
    other = replace(other, standards=(replace(other.standards[0], verdict="review"), *other.standards[1:]))
    return replace(decided(changed(make_checked_draft(language))), parallel=other)


def _violations(page) -> list[str]:
    """What axe-core objects to, in a frame of its own world: the page's policy lets no foreign script in."""
    source = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(source)
    found = page.evaluate(f"axe.run(document, {json.dumps(RULES)})")
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(make_checked_draft, open_page, language, scheme, size):
    page = open_page(
        _report(_full(make_checked_draft, language), language, parallel="other.html"),
        viewport=SIZES[size],
        color_scheme=scheme,
    )
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")

    assert _violations(page) == []
    assert page.faults == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        "the page scrolls sideways"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_index(make_checked_draft, open_page, scheme):
    entries = [index_entry(make_checked_draft(language), f"{language}.html") for language in LANGUAGES]
    page = open_page(index_page(entries, language="kk"), color_scheme=scheme, viewport=SIZES["phone"])

    assert _violations(page) == []
    assert page.faults == []


def _book(make_checked_draft, count):
    entry = index_entry(make_checked_draft("en"), "a.html")
    return [
        replace(
            entry,
            title=f"Law {number} on {'rooms' if number % 2 else 'Arrest'}",
            path=f"laws/{number}.txt",
            language=LANGUAGES[number % 3],
            href=f"./{number}.html",
            severities={"critical": int(number < 5), "major": 1, "minor": 0},
            letters=entry.letters if number < 150 else "n" * len(entry.letters),
            found=entry.found if number < 150 else {},
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("chosen", "shown", "found"),
    [
        (("words", "arrest 14"), "Law 14 on Arrest", 15),
        (("severity", "0"), "Law 0 on Arrest", 5),
        (("language", "kk"), "Law 2 on Arrest", 333),
        (("standard", "JRD-01"), "Law 0 on Arrest", 150),
    ],
)
def test_the_index_finds_drafts(make_checked_draft, open_page, chosen, shown, found):
    name, value = chosen
    page = open_page(index_page(_book(make_checked_draft, 1000), language="ru"))
    field = page.locator(f"[name={name}]")
    (field.fill if name == "words" else field.select_option)(value)
    page.wait_for_timeout(300)
    told = page.locator("form.tools output").inner_text()

    assert page.locator("#index-rows a").first.inner_text() == shown
    assert told == f"Показано проектов: {min(100, found)} из {found}; всего: 1\u00a0000"
    assert page.faults == []


def test_the_verdict_on_a_standard_is_chosen_and_all_drafts_come_back(make_checked_draft, open_page):
    page = open_page(index_page(_book(make_checked_draft, 1000), language="en"))
    page.locator("a[data-standard=JRD-01]").click()
    page.wait_for_timeout(200)
    assert "Drafts shown: 100 of 150; all: 1,000" in page.content()

    page.locator("[name=verdict]").select_option("not-addressed")
    page.wait_for_timeout(300)
    assert "Drafts shown: 100 of 850; all: 1,000" in page.content()
    page.locator("#index-more").click()
    page.locator("#index-rows tr").nth(199).wait_for(state="attached")
    assert page.locator("#index-rows tr").count() == 200
    page.locator("button[type=reset]").click()
    page.wait_for_timeout(200)
    assert "Drafts shown: 100 of 1,000; all: 1,000" in page.content()
    assert page.faults == []


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_the_index_of_a_large_book(make_checked_draft, open_page, size):
    page = open_page(index_page(_book(make_checked_draft, 300), language="ru"), viewport=SIZES[size])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")

    assert _violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_a_script_the_index_lists_every_draft(make_checked_draft, open_page):
    page = open_page(index_page(_book(make_checked_draft, 300), language="en"), java_script_enabled=False)

    assert page.locator("#index-rows a").count() + page.locator("ol.others a").count() == 300
    assert page.locator("ol.others").is_visible()
    assert not page.locator("form.tools").is_visible()


def test_axe_would_object(open_page, make_checked_draft):
    """The check itself is sound: a planted fault is found."""
    page = open_page(_report(make_checked_draft("en")))
    page.evaluate(
        "document.querySelector('a').innerHTML = ''; document.documentElement.removeAttribute('lang')"
    )

    assert {fault.split(":")[0] for fault in _violations(page)} >= {"html-has-lang", "link-name"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_draft_stays_text(make_checked_draft, open_page, language, size):
    checked = _hostile(changed(make_checked_draft(language)))
    page = open_page(_report(checked, language, parallel="x.html"), viewport=SIZES[size])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.wait_for_timeout(100)

    assert page.evaluate("window.owned") is None
    assert page.faults == []
    assert page.evaluate("document.scripts.length") == 1
    assert page.locator("img").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("h1").inner_text() == checked.draft.title
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert "49" not in page.locator("h1").inner_text()


def test_a_hostile_draft_stays_text_on_the_index(make_checked_draft, open_page):
    entries = [index_entry(_hostile(make_checked_draft("en")), f"{HOSTILE}.html")]
    page = open_page(index_page(entries, language="en"))

    assert page.evaluate("window.owned") is None
    assert page.faults == []
    assert page.locator("img").count() == 0
    assert page.locator("th a").first.inner_text() == HOSTILE


def _hostile(checked):
    """Markup and marks of direction in every field that a draft or a rule author fills."""
    sentence = "слово" * 1000
    provisions = tuple(
        replace(
            one,
            text=f"{one.text} {HOSTILE} {sentence}",
            heading=HOSTILE,
            label=HOSTILE,
            number=HOSTILE,
            mark=HOSTILE,
        )
        for one in checked.draft.provisions
    )
    evil = {"en": HOSTILE}
    rules = tuple(
        replace(rule, title=evil, standard=evil, reason=evil, recommendation=evil, proposed_wording=evil)
        for rule in checked.rulesets[0].rules
    )
    findings = tuple(
        replace(one, message=evil, former=HOSTILE, quote=HOSTILE, absent=(evil,), id=f"{n}{HOSTILE}")
        for n, one in enumerate(checked.findings)
    )
    draft = replace(
        checked.draft,
        provisions=provisions,
        title=HOSTILE,
        path=f"{HOSTILE}.txt",
        sha256=HOSTILE,
        format=HOSTILE,
    )
    flaws = tuple(replace(one, message=evil, quote=HOSTILE) for one in checked.flaws)
    ruleset = replace(checked.rulesets[0], rules=rules, title=evil, publisher=HOSTILE, version=HOSTILE)
    return replace(checked, draft=draft, findings=findings, flaws=flaws, rulesets=(ruleset,))


def test_the_page_is_whole_without_scripts(make_checked_draft, open_page):
    page = open_page(_report(_full(make_checked_draft, "ru"), "ru"), java_script_enabled=False)

    assert not page.locator("form.tools").is_visible()
    assert page.locator(".law .note").count() == page.locator(".law .note:visible").count()
    page.locator(".ref").first.click()
    assert page.url.endswith(page.locator(".law article.note").nth(1).get_attribute("id"))


def test_the_keyboard_reaches_everything_and_is_never_caught(make_checked_draft, open_page):
    page = open_page(_report(_full(make_checked_draft, "en")))
    seats = page.evaluate(
        """[...document.querySelectorAll('a[href],summary,button,input,select,[tabindex="0"]')]
           .filter(one => one.checkVisibility({contentVisibilityAuto: true})).length"""
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    reached, unseen = set(), 0
    for _ in range(seats + 5):
        number, outline = page.evaluate(
            """[[...document.querySelectorAll('*')].indexOf(document.activeElement),
                getComputedStyle(document.activeElement).outlineStyle]"""
        )
        if number in reached:
            break
        reached.add(number)
        unseen += outline == "none"
        page.keyboard.press("Tab")

    assert len(reached - {0}) >= seats
    assert unseen <= 2  # the body, before the first and after the last stop


def test_a_link_leads_to_the_note_and_back_to_the_words(make_checked_draft, open_page):
    page = open_page(_report(make_checked_draft("kk"), "kk"))
    ref = page.locator(".ref").first
    ref.focus()
    page.keyboard.press("Enter")
    note = page.locator(":target")
    assert note.get_attribute("data-number") == ref.get_attribute("data-number")

    note.locator(".ways a").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("mark:target").get_attribute("data-number") == ref.get_attribute("data-number")


def test_screen_readers_hear_where_a_finding_begins_and_ends(make_checked_draft, open_page):
    page = open_page(_report(make_checked_draft("ru"), "ru"))
    heard = page.locator("#art_2__para_1 .words").aria_snapshot()

    assert heard.index("начало замечания 2") < heard.index("начало замечания 3")
    assert "конец замечания 2; прочесть его" in heard
    assert page.get_by_role("article", name="Замечание 3").count() == 1


def test_filters_count_hide_and_are_undone_by_a_link(make_checked_draft, open_page):
    page = open_page(_report(_full(make_checked_draft, "en")))
    notes = page.locator(".law .note")
    everything = notes.count()
    page.locator("input[value=critical]").uncheck()
    page.locator("input[value=keeps]").uncheck()

    assert page.locator(".law .note.critical:visible").count() == 0
    shown = page.locator(".law .note:visible").count()
    assert page.locator("output").inner_text() == f"Notes shown: {shown} of {everything}"
    assert 0 < shown < everything - 3

    page.locator("ol.key .where a").first.click()
    page.locator(":target").wait_for(state="visible", timeout=5000)
    assert page.locator(".law .note:visible").count() == everything


def test_on_paper_every_note_is_printed_under_its_provision(make_checked_draft, open_page):
    page = open_page(_report(_full(make_checked_draft, "ru"), "ru"))
    page.emulate_media(media="print")
    for row in page.locator(".law .row:has(.note)").all():
        text, notes = row.locator(".text").bounding_box(), row.locator(".notes").bounding_box()
        assert notes["y"] >= text["y"] + text["height"] - 1
    assert page.locator(".law .fix:visible").count() == page.locator(".law .fix").count() > 0
    assert not page.locator("form.tools").is_visible()


def test_five_hundred_findings_open_and_filter_without_a_stall(make_checked_draft, open_page):
    checked = make_checked_draft("ru")
    text = checked.draft.provisions[5].text + " " + "слово " * 35
    provisions = tuple(
        Provision(n, f"art_{n}", "paragraph", "1.", "1", f"Статья {n}", "", text, language="ru")
        for n in range(5000)
    )
    findings = tuple(replace(checked.findings[n % 2], id=str(n), provision=n * 9) for n in range(500))
    large = replace(
        checked, draft=replace(checked.draft, provisions=provisions), findings=findings, standards=()
    )
    source = _report(large, "ru")
    assert len(source.encode()) < 8_000_000

    begun = time.perf_counter()
    page = open_page(source)
    opened = time.perf_counter() - begun
    filtered = page.evaluate(
        """() => {
            const begun = performance.now();
            document.querySelector('input[value=critical]').click();
            document.body.getBoundingClientRect();
            return performance.now() - begun;
        }"""
    )

    assert opened < 10
    assert filtered < 1500
