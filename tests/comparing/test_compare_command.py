from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from lxml import html

from checker.cli import main
from checker.draft import LANGUAGES
from checker.rendering.comparison_json import comparison_document
from checker.rendering.comparison_lines import comparison_lines
from checker.rendering.comparison_page import comparison_page
from checker.rendering.json_findings import findings_document
from tests.comparing.laws import BODY, TERM, TERMS, among_filler, law


def _versions(language):
    heading, good, bad = TERM[language]
    title, court, prosecutor = BODY[language]
    old = law(language, *among_filler(language, (heading, (good,)), (title, (prosecutor,))))
    new = law(language, *among_filler(language, (title, (court,)), (heading, (bad,))))
    return old, new


@pytest.fixture(scope="module", params=LANGUAGES)
def checked(request, compared):
    return compared(*_versions(request.param))


def _written(draft):
    head = {"en": "Article {}. {}", "ru": "Статья {}. {}", "kk": "{}-бап. {}"}[draft.language]
    lines = [draft.title, ""]
    for one in draft.provisions:
        if one.kind == "article":
            lines.append(head.format(one.number, one.heading))
        if one.text and one.kind != "preamble":
            lines.append(f"{one.number}. {one.text}" if one.kind != "article" else f"1. {one.text}")
    return "\n".join(lines)


def test_json_holds_both_versions_and_what_became_of_them(checked):
    language = checked.draft.language
    document = json.loads(comparison_document(checked, language=language))

    assert list(document) == [
        "checker", "rulesets", "old", "new", "counts", "provisions", "fixed", "kept", "new_findings",
        "gained", "lost", "flaws",
    ]  # fmt: skip
    assert document["old"]["provisions"] == len(checked.change.before.draft.provisions)
    ids = {provision.id for provision in checked.draft.provisions}
    assert {pair["after"] for pair in document["provisions"]} - {None} == ids
    assert "JRD-01" in {one["finding"]["rule"] for one in document["fixed"]}
    worse = [one for one in document["new_findings"] if one["rule"] == "HC-01"]
    assert [one["effect"] for one in worse] == ["worsens"]
    assert TERMS[language][0] in worse[0]["former"]
    for one in document["new_findings"]:
        assert one["provision"]["text"][one["start"] : one["end"]] == one["quote"]


def test_json_of_a_comparison_is_the_same_each_time(checked):
    assert comparison_document(checked, language="kk") == comparison_document(checked, language="kk")


def test_the_findings_file_tells_effects_and_change(checked):
    (draft,) = json.loads(findings_document([checked], language="ru"))["drafts"]

    assert {one["effect"] for one in draft["findings"]} <= {"introduces", "worsens", "keeps"}
    assert "JRD-01" in {one["finding"]["rule"] for one in draft["change"]["mended"]}
    assert draft["change"].keys() == {"mended", "lost", "gained"}


def test_the_findings_file_of_a_plain_draft_is_as_before(judged):
    plain = judged(_versions("en")[1]).checked
    (draft,) = json.loads(findings_document([plain], language="en"))["drafts"]

    assert not {"change", "flaws", "instructions"} & draft.keys()
    assert all("effect" not in one and "former" not in one for one in draft["findings"])


@pytest.mark.parametrize("reader", LANGUAGES)
def test_the_page_stands_alone_and_its_links_lead_somewhere(checked, reader):
    page = comparison_page(checked, language=reader)
    tree = html.fromstring(page)

    assert not tree.xpath("//script") and not tree.xpath("//@src")
    anchors = tree.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    for target in tree.xpath("//a/@href"):
        assert target.startswith("#") and target[1:] in anchors, target
    assert tree.get("lang") == reader


def test_the_page_marks_the_words_and_folds_what_is_the_same(checked):
    language = checked.draft.language
    tree = html.fromstring(comparison_page(checked, language=language))

    struck = " ".join(tree.xpath("//details//del/text()"))
    put_in = " ".join(tree.xpath("//details//ins/text()"))
    old_word, new_word = (term.split()[0] for term in TERMS[language])
    assert old_word in struck
    assert new_word in put_in
    assert tree.xpath("//details[not(@open)]")
    kinds = {name for one in tree.xpath("//*[contains(@class,'beside')]/@class") for name in one.split()}
    assert {"worsens", "mends"} <= kinds


def test_texts_of_a_draft_do_not_become_markup(compared):
    bad = "<script>alert(1)</script> & <b>bold</b>"
    old = law("en", ("Doors", ("Doors are locked at night by the guard.",)))
    new = law("en", ("Doors", (f"Doors are locked at night by the guard. {bad}",)))

    page = comparison_page(compared(old, new), language="en")

    assert "<script" not in page
    assert "<b>bold" not in page


@pytest.mark.parametrize("reader", ["ru", "kk"])
def test_the_screen_speaks_the_readers_language(checked, reader):
    lines = "\n".join(comparison_lines(checked, language=reader))
    said = re.sub("«.*?»|law.txt", "", lines)

    if checked.draft.language != "en":
        assert not re.search("[A-Za-z]{4,}", said)
    assert len(lines.splitlines()) >= 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_what_was_asked_and_fails_on_what_is_worse(language, tmp_path, run_checker):
    old, new = (tmp_path / name for name in ("old.txt", "new.txt"))
    for path, draft in zip((old, new), _versions(language), strict=True):
        path.write_text(_written(draft), encoding="utf-8")
    asked = ["compare", str(old), str(new), "--format", "html,json", "--out", str(tmp_path / "out")]

    calm, strict = run_checker(asked), run_checker([*asked, "--fail-on", "minor"])

    assert (calm.exit_code, strict.exit_code) == (0, 1)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"comparison.html", "comparison.json"}
    assert "HC-01" in calm.output
    same = run_checker(["compare", str(new), str(new), "--fail-on", "minor"])
    assert same.exit_code == 0


def test_json_to_the_screen_is_alone_there(tmp_path, run_checker):
    path = tmp_path / "law.txt"
    path.write_text(_written(_versions("ru")[0]), encoding="utf-8")

    done = run_checker(["compare", str(path), str(path), "--output", "-"])

    assert json.loads(done.stdout)["fixed"] == []


def test_a_version_that_is_not_there_is_told_in_one_line(tmp_path, run_checker):
    done = run_checker(["compare", str(tmp_path / "no.txt"), str(tmp_path / "no.txt")])

    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.output


def test_versions_in_two_languages_are_compared_for_what_they_say(tmp_path, run_checker):
    heading, good, _ = TERM["ru"]
    title, _, bad = TERM["kk"]
    old, new = tmp_path / "ru.txt", tmp_path / "kk.txt"
    old.write_text(_written(law("ru", *among_filler("ru", (heading, (good,))))), encoding="utf-8")
    new.write_text(_written(law("kk", *among_filler("kk", (title, (bad,))))), encoding="utf-8")

    done = run_checker(["compare", str(old), str(new), "--report-language", "kk"])

    assert done.exit_code == 0
    assert "Екі тілдегі мәтін сәйкес келмейді: 1" in done.output


def test_an_unknown_format_is_refused(run_checker):
    assert run_checker(["compare", "a", "b", "--format", "docx"]).exit_code == 2


@pytest.fixture
def run_checker(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda arguments: CliRunner().invoke(main, arguments)
