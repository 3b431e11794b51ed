import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.delivery import INDEX_NAME, Delivery, Order
from checker.errors import CannotPrintError
from checker.rendering import RENDERERS, RenderOptions
from checker.rendering.pdf_print import BROWSERS, print_page

_CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
needs_chromium = pytest.mark.skipif(_CHROMIUM is None, reason=f"none of {', '.join(BROWSERS)} is installed")


@pytest.fixture
def without_browser(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


def _script(folder: Path, lines: str) -> None:
    folder.mkdir()
    browser = folder / "chromium"
    browser.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    browser.chmod(0o755)


@needs_chromium
def test_the_report_is_printed_on_a4_with_page_numbers(make_checked_draft):
    pdfium = pytest.importorskip("pypdfium2")
    content = RENDERERS["pdf"].render([make_checked_draft("kk")], RenderOptions("kk"))
    document = pdfium.PdfDocument(content)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    size = [round(side / 72 * 25.4) for side in document[0].get_size()]
    document.close()

    assert size == [210, 297]
    assert "Негізгі ескертулер" in texts[0]
    assert f"1 / {len(texts)}" in texts[0]
    assert "қырық сегіз" in " ".join(" ".join(texts).split())


def test_without_a_browser_one_line_says_how_to_print(without_browser):
    with pytest.raises(CannotPrintError) as refused:
        print_page(b"<p>")

    assert str(refused.value) == (
        "pdf: no Chromium or Chrome was found to print with — open the HTML report in a browser and choose "
        "Print, then «Save as PDF»"
    )


@pytest.mark.parametrize(
    ("script", "said"),
    [("sleep 20", "within 1 seconds"), ("exit 3", "made no PDF"), ("exit 0", "made no PDF")],
)
def test_a_browser_that_fails_is_told_of(monkeypatch, tmp_path, script, said):
    _script(tmp_path / "bin", f"exec /bin/{script}" if script.startswith("sleep") else script)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    with pytest.raises(CannotPrintError, match=said):
        print_page(b"<p>", limit=1.0)


def test_without_a_browser_the_other_formats_are_written_and_it_is_said_once(
    without_browser, make_checked_draft, tmp_path
):
    delivery = Delivery(tmp_path / "out", Order(("pdf", "html", "json")))
    written = [path.name for language in ("en", "ru") for path in delivery.add(make_checked_draft(language))]

    assert written == ["rooms-en.txt.html", "rooms-ru.txt.html"]
    assert len(delivery.notes) == 1
    assert len(delivery.pieces) == 2


def test_without_a_browser_the_page_to_print_is_given_instead(without_browser, make_checked_draft, tmp_path):
    (path,) = Delivery(tmp_path / "out", Order(("pdf",))).add(make_checked_draft("en"))

    assert path.read_bytes().startswith(b"<!doctype html>")


def test_the_two_languages_of_a_law_lead_to_each_other(make_checked_draft, tmp_path):
    checked = replace(make_checked_draft("ru"), parallel=make_checked_draft("kk"))
    delivery = Delivery(tmp_path, Order(("html",)))
    twin, report = delivery.add(checked)

    assert [twin.name, report.name] == ["rooms-ru.txt.kk.html", "rooms-ru.txt.html"]
    assert 'href="./rooms-ru.txt.kk.html"' in report.read_text(encoding="utf-8")
    assert 'href="./rooms-ru.txt.html"' in twin.read_text(encoding="utf-8")
    (pieces,) = delivery.pieces
    assert json.loads(pieces[INDEX_NAME].facts)["href"] == "./rooms-ru.txt.html"
