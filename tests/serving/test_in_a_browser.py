"""The pages as people use them: by mouse, by keyboard alone, in two tabs, in three languages."""

import base64
import io
import json
from importlib import resources
from pathlib import Path
from zipfile import ZipFile

import pytest
from desks import SAMPLE, Running
from playwright.sync_api import Error

from checker.reviewing.files import load_review

pytest.importorskip(
    "axe_playwright_python", reason="axe-playwright-python is not installed: pip install -e '.[dev]'"
)

LANGUAGES = ("en", "ru", "kk")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
_DROP = """([name, content]) => {
    const bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], name));
    const drop = new DragEvent('drop', {dataTransfer: carried, bubbles: true});
    document.getElementById('desk-drop').dispatchEvent(drop);
}"""


@pytest.fixture
def open_desk(chromium, desk: Running):
    """Opens a page of the program in a profile of its own, with the faults that the browser tells of."""
    contexts = []

    def _open(path: str = "/", language: str = "en"):
        context = chromium.new_context(
            viewport={"width": 1400, "height": 900}, reduced_motion="reduce", locale=language
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.faults = []
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on(
            "request",
            lambda one: None if one.url.startswith((desk.address, "data:")) else page.faults.append(one.url),
        )
        page.goto(desk.address.rstrip("/") + path)
        return page

    yield _open
    for context in contexts:
        context.close()


def _violations(page) -> list[str]:
    """What axe finds; a page of progress that gives way meanwhile is looked at as what took its place."""
    try:
        return _found_by_axe(page)
    except Error:
        page.wait_for_load_state()
        return _found_by_axe(page)


def _found_by_axe(page) -> list[str]:
    source = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(source)
    found = page.evaluate(f"axe.run(document, {json.dumps(RULES)})")
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _word_text(path: Path) -> str:
    with ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return " ".join(
            archive.read(name).decode("utf-8", "replace")
            for name in archive.namelist()
            if name.endswith(".xml")
        )


def _fresh_name(desk: Running, name: str) -> str:
    for old in (desk.folder / name, desk.folder / f"{name}.review.yaml"):
        old.unlink(missing_ok=True)
    return name


def _told_everywhere(page, desk: Running, name: str) -> None:
    """What was decided stands in the page after a reload, in the Word file and in the table."""
    page.reload()
    assert page.locator(".note.dismissed").count() == 1
    assert page.locator(".tag.own").count() == 1
    files = {}
    for form in ("docx", "proposals"):
        with page.expect_download() as download:
            page.locator(f'.desk-files a[href$="file/{form}"]').click()
        files[form] = _word_text(download.value.path())
    assert "Only by court order." in files["docx"]
    assert "Only by court order." in files["proposals"]
    assert "A gap of our own." in files["docx"]
    review = load_review(desk.folder / f"{name}.review.yaml")
    dismissed = next(one for one in review.decisions if one.choice == "dismissed")
    assert (dismissed.reason, dismissed.author) == ("A cap, no licence.", "Aigul")
    (own,) = review.added
    assert own.message == "A gap of our own."
    assert page.faults == []


def test_a_draft_is_dropped_decided_on_and_taken_home(open_desk, desk):
    name = _fresh_name(desk, "dropped.docx")
    page = open_desk()
    page.evaluate(_DROP, [name, base64.b64encode(SAMPLE.read_bytes()).decode()])
    page.locator("progress").wait_for()
    assert page.locator("#desk-stage").inner_text()
    page.locator("#desk-author").wait_for(timeout=90_000)
    page.locator("#desk-author").fill("Aigul")

    _dismiss_and_edit_by_mouse(page)
    _add_by_mouse(page)
    _told_everywhere(page, desk, name)


def _dismiss_and_edit_by_mouse(page) -> None:
    first = page.locator(".note[data-finding]:not(.short)").nth(0)
    identity = first.get_attribute("id")
    first.get_by_role("button", name="Dismiss…").click()
    form = first.locator("form")
    form.get_by_role("button", name="Save").click()
    assert form.is_visible(), "a dismissal without a reason is not saved"
    form.get_by_label("Reason").fill("A cap, no licence.")
    form.get_by_role("button", name="Save").click()
    page.locator(f'[id="{identity}"].dismissed').wait_for()

    second = page.locator(".note[data-finding]:not(.short):not(.dismissed)").nth(1)
    second.get_by_role("button", name="Edit…").click()
    second.locator("form").get_by_label("Wording to propose").fill("Only by court order.")
    second.locator("form").get_by_role("button", name="Save").click()
    second.locator(".decision").wait_for()


def _add_by_mouse(page) -> None:
    words = page.locator(".own").filter(has_text="дней").first
    words.dblclick()
    marked = page.evaluate("getSelection().toString().trim()")
    page.locator("#desk-add").click()
    dialog = page.get_by_role("dialog")
    assert dialog.get_by_label("Words of the law").input_value() == marked != ""
    dialog.get_by_label("Comment").fill("A gap of our own.")
    dialog.get_by_role("button", name="Save").click()
    assert dialog.is_visible(), "a finding without a standard is not saved"
    dialog.get_by_label("Standard").select_option("HC-01")
    assert dialog.get_by_label("Wording to propose").input_value().startswith("Задержанное лицо")
    dialog.get_by_role("button", name="Save").click()
    page.locator(".tag.own").wait_for()


def _tab_to(page, selector: str, most: int = 400) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"{selector} is not reached by the keyboard")


def test_the_same_by_keyboard_alone(open_desk, desk, tmp_path):
    name = _fresh_name(desk, "typed.docx")
    draft = tmp_path / name
    draft.write_bytes(SAMPLE.read_bytes())
    page = open_desk()
    # The browser is told to hand over its dialog before the first key, not in a race with the last.
    with page.expect_file_chooser() as chooser:
        _tab_to(page, "#desk-files")
        page.keyboard.press("Space")
    chooser.value.set_files(draft)
    _tab_to(page, "#desk-upload button")
    page.keyboard.press("Enter")
    page.locator("#desk-author").wait_for(timeout=90_000)
    _tab_to(page, "#desk-author")
    page.keyboard.type("Aigul")

    _dismiss_and_edit_by_keyboard(page)
    page.reload()
    _add_by_keyboard(page)
    _told_everywhere(page, desk, name)


def _dismiss_and_edit_by_keyboard(page) -> None:
    _tab_to(page, "article.note:not(.short) .desk-controls button")
    identity = page.evaluate("document.activeElement.closest('.note').id")
    page.keyboard.press("d")
    page.keyboard.type("A cap, no licence.")
    _tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    page.locator(f'[id="{identity}"].dismissed').wait_for()

    _tab_to(page, f'article.note:not(.short):not([id="{identity}"]) .desk-controls button')
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("Only by court order.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator('.note[data-decision="agreed"]').wait_for()


def _add_by_keyboard(page) -> None:
    _tab_to(page, "#desk-add")
    page.keyboard.press("Enter")
    quote = page.locator(".own").filter(has_text="дней").first.text_content().strip()[:30].strip()
    page.keyboard.type(quote)
    _tab_to(page, "#desk-own [name=rule]")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "#desk-own [name=message]")
    page.keyboard.type("A gap of our own.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".tag.own").wait_for()


def test_two_tabs_do_not_lose_each_others_work(open_desk, desk, sample):
    path = f"/drafts/{sample}/"
    mine, theirs = open_desk(path), open_desk(path)
    chosen = mine.locator(".note[data-finding]:not(.short)").first.get_attribute("id")
    other = mine.locator(".note[data-finding]:not(.short)").nth(1).get_attribute("id")

    def note(page, anchor: str):
        return page.locator(f'[id="{anchor}"]')

    note(theirs, chosen).get_by_role("button", name="Agree").click()
    note(theirs, chosen).locator(".decision").wait_for()
    note(mine, other).get_by_role("button", name="Agree").click()
    note(mine, other).locator(".decision").wait_for()
    note(mine, chosen).get_by_role("button", name="Dismiss…").click()
    note(mine, chosen).locator("form").get_by_label("Reason").fill("Not so.")
    note(mine, chosen).locator("form").get_by_role("button", name="Save").click()

    box = note(mine, chosen).locator(".desk-conflict")
    box.wait_for()
    assert "Agreed" in box.locator("[data-theirs]").inner_text()
    assert "Not so." in box.locator("[data-mine]").inner_text()
    assert _violations(mine) == []
    review = load_review(desk.folder / f"{sample}.review.yaml")
    assert [one.choice for one in review.decisions] == ["agreed", "agreed"]

    box.get_by_role("button", name="Save mine instead").click()
    mine.locator(f'[id="{chosen}"].dismissed').wait_for()
    review = load_review(desk.folder / f"{sample}.review.yaml")
    assert sorted(one.choice for one in review.decisions) == ["agreed", "dismissed"]


def test_a_decision_is_taken_back(open_desk, desk, sample):
    page = open_desk(f"/drafts/{sample}/")
    note = page.locator(".note[data-finding]:not(.short)").first
    note.get_by_role("button", name="Agree").click()
    note.locator(".decision").wait_for()
    note.get_by_role("button", name="Take back").click()
    note.locator(".decision").wait_for(state="detached")

    assert load_review(desk.folder / f"{sample}.review.yaml").decisions == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page(open_desk, desk, sample, language):
    second = f"second-{language}.docx"
    for finding in list(desk.findings(sample))[:3]:
        decision = {"finding": finding, "seen": "", "choice": "agreed", "author": "A"}
        assert desk.send(f"/drafts/{sample}/decisions", decision).status == 200
    desk.put(second, SAMPLE.read_bytes() + b"\0")
    desk.settled(second)
    page = open_desk("/", language)
    assert page.locator("html").get_attribute("lang") == language
    assert _violations(page) == []

    page.goto(desk.address.rstrip("/") + f"/drafts/{sample}/")
    page.locator(".note[data-finding] .desk-controls button").nth(2).click()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert _violations(page) == []
    page.locator("#desk-add").click()
    assert _violations(page) == []

    page.goto(desk.address.rstrip("/") + f"/compare/{sample}/{second}/")
    assert _violations(page) == []
    page.locator(".versions").wait_for(timeout=90_000)
    assert _violations(page) == []

    _history_and_removal_are_accessible(page, desk, sample, second)
    page.goto(desk.address.rstrip("/") + "/nothing")
    assert _violations(page) == []
    assert [one for one in page.faults if "404" not in one] == []


def _history_and_removal_are_accessible(page, desk, sample: str, second: str) -> None:
    page.goto(desk.address)
    page.locator(f'input[name=old][value="{sample}"]').check()
    page.locator(f'input[name=new][value="{second}"]').check()
    page.locator('button[formaction="/carry"]').click()
    page.locator(".desk-problem").wait_for(timeout=90_000)
    assert _violations(page) == []
    page.locator(f'a[href="/history/{second}/"]').click()
    assert _violations(page) == []
    page.locator("#history-versions").wait_for(timeout=90_000)
    assert page.locator("tbody tr").count() == 2
    assert _violations(page) == []
    page.goto(desk.address.rstrip("/") + f"/drafts/{second}/remove")
    assert _violations(page) == []
    page.locator("form button").click()
    assert page.locator('form[action^="/removed/"]').count() == 1
    assert _violations(page) == []


def test_a_draft_is_removed_and_put_back_by_keyboard(open_desk, desk, sample):
    page = open_desk()
    _tab_to(page, f'a[href="/drafts/{sample}/remove"]')
    page.keyboard.press("Enter")
    page.locator("h1").filter(has_text=f"Remove {sample}?").wait_for()
    assert (desk.folder / sample).exists()
    _tab_to(page, "form button")
    page.keyboard.press("Enter")
    page.locator(".desk-problem").wait_for()
    assert not (desk.folder / sample).exists()
    _tab_to(page, 'form[action^="/removed/"] button')
    page.keyboard.press("Enter")
    page.locator("#desk-author").wait_for(timeout=90_000)
    assert (desk.folder / sample).exists()
    assert page.faults == []


def test_decisions_are_carried_over_with_progress(open_desk, desk, sample):
    """The newer version has not been checked: the page waits, and goes on by itself."""
    finding = next(iter(desk.findings(sample)))
    decision = {"finding": finding, "seen": "", "choice": "agreed", "author": "A"}
    assert desk.send(f"/drafts/{sample}/decisions", decision).status == 200
    page = open_desk()
    newer = "not-checked.docx"
    (desk.folder / newer).write_bytes(SAMPLE.read_bytes())
    page.reload()
    page.locator(f'input[name=old][value="{sample}"]').check()
    page.locator(f'input[name=new][value="{newer}"]').check()
    page.locator('button[formaction="/carry"]').click()
    page.locator("progress").wait_for()
    page.locator(".desk-problem").wait_for(timeout=90_000)

    assert "Decisions carried over: 1." in page.locator(".desk-problem").inner_text()
    assert len(load_review(desk.folder / f"{newer}.review.yaml").decisions) == 1
    assert page.faults == []


def test_the_language_is_switched_and_kept(open_desk, sample):
    page = open_desk("/", "en")
    page.get_by_role("link", name="Қазақша").click()
    assert "Заң жобасын тексеру" in page.locator("h1").inner_text()
    page.get_by_role("link", name=sample, exact=True).click()

    assert page.locator("html").get_attribute("lang") == "kk"
    page.get_by_role("link", name="Русский").click()
    assert "Скачать" in page.locator(".desk-tools").inner_text()
