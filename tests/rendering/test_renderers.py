import json

from checker.rendering import RENDERERS, RenderOptions


def test_every_format_gives_bytes(make_checked_draft):
    checked = make_checked_draft("kk")

    assert list(RENDERERS) == ["html", "json", "csv", "sarif", "sqlite", "docx", "proposals", "pdf"]
    assert RENDERERS["html"].render([checked], RenderOptions("kk")).startswith(b"<!doctype html>")
    assert json.loads(RENDERERS["json"].render([checked, checked], RenderOptions("kk")))["checker"]
    assert "Стандарт" in RENDERERS["csv"].render([checked, checked], RenderOptions("kk")).decode("utf-8-sig")
    assert json.loads(RENDERERS["sarif"].render([checked, checked], RenderOptions("kk")))["runs"]


def test_text_that_no_encoding_holds_does_not_stop_the_report(make_checked_draft):
    checked = make_checked_draft("en", title="half a \ud800 letter")

    assert b"half a ? letter" in RENDERERS["html"].render([checked], RenderOptions())
    assert b"half a ? letter" in RENDERERS["json"].render([checked], RenderOptions())
