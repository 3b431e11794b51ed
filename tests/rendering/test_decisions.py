"""Experts' decisions in every output: shown, counted apart, left out where the file goes to others."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
from lxml import html
from msgspec.structs import replace

from checker.decision import Added, Decision
from checker.finding import CheckedDraft
from checker.rendering import RENDERERS, RenderOptions
from checker.rendering.html_report import html_report
from checker.rendering.terminal import summary_lines

SARIF = Path(__file__).with_name("sarif-schema") / "sarif-2.1.0.json"
OWN_WORDING = {"en": "Only a court shall decide."}


def _decided(checked: CheckedDraft) -> CheckedDraft:
    """The first finding dismissed, the second agreed in other words, the third decided on other words."""
    first, second, third, *rest = checked.findings

    def decision(finding, choice, **fields) -> Decision:
        return Decision(finding.id, finding.rule, choice, "Aigul B.", "2026-11-29", **fields)

    findings = (
        replace(first, decision=decision(first, "dismissed", reason="A cap, no licence.")),
        replace(
            second,
            decision=decision(second, "agreed"),
            message={"en": "Our own comment."},
            wording=OWN_WORDING,
        ),
        replace(third, decision=decision(third, "agreed", quote="the words as they were"), second_look=True),
        *rest,
    )
    lost = Decision(
        "00", first.rule, "discuss", "B.", "2026-11-01", "why", provision="Article 9", quote="gone"
    )
    homeless = Added("01", second.rule, "words no more", "It was here.", label="Article 8")
    return replace(checked, findings=findings, orphaned=(lost,), homeless=(homeless,))


@pytest.fixture
def decided(make_checked_draft) -> CheckedDraft:
    return _decided(make_checked_draft("en"))


def _written(name: str, checked: CheckedDraft) -> bytes:
    return RENDERERS[name].render([checked], RenderOptions("en"))


def _word_text(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    return " ".join(part.decode("utf-8", "replace") for part in parts)


def test_the_page_shows_what_was_decided_by_whom_and_why(decided):
    page = html.document_fromstring(html_report(decided, language="en"))
    by_id = {note.get("data-finding"): note for note in page.xpath("//article[@data-finding]")}
    first, second, third, *_ = decided.findings

    assert [by_id[one.id].get("data-decision") for one in (first, second, third)] == [
        "dismissed",
        "agreed",
        "undecided",
    ]
    for said in ("Dismissed", "Aigul B.", "29 November 2026", "A cap, no licence."):
        assert said in by_id[first.id].text_content()
    assert by_id[first.id].xpath("details[@class='folded'][not(@open)]")
    assert "Second look" in by_id[third.id].text_content()
    assert "the words as they were" in by_id[third.id].text_content()
    assert by_id[second.id].xpath(".//blockquote/text()") == [OWN_WORDING["en"]]


def test_what_was_dismissed_is_counted_apart_and_no_key_finding(make_checked_draft, decided):
    before = html.document_fromstring(html_report(make_checked_draft("en"), language="en"))
    page = html.document_fromstring(html_report(decided, language="en"))
    dismissed = next(one for one in decided.findings if one.dismissed)

    def figures(one) -> int:
        return sum(int(figure.text) for figure in one.xpath("//ul[@class='figures']//b"))

    assert figures(page) == figures(before) - 1
    links = page.xpath("//ol[@class='key']//a/@href | //ol[@class='brief']//a/@href")
    (anchor,) = page.xpath("//article[@data-finding=$id]/@id", id=dismissed.id)
    assert f"#{anchor}" not in links


def test_decisions_without_a_place_are_told(decided):
    page = html.document_fromstring(html_report(decided, language="en"))
    (section,) = page.xpath("//section[@aria-labelledby='report-decisions']")

    for said in ("gone", "Article 9", "words no more", "It was here.", "Article 8"):
        assert said in section.text_content()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_decisions_are_told_in_the_readers_language(make_checked_draft, language):
    page = html.document_fromstring(html_report(_decided(make_checked_draft(language)), language=language))
    (section,) = page.xpath("//section[@aria-labelledby='report-decisions']")

    for english in ("Dismissed", "Agreed", "Second look", "Not decided", "Decisions"):
        assert english not in section.text_content()


def test_a_report_without_decisions_does_not_speak_of_them(make_checked_draft):
    source = html_report(make_checked_draft("en"), language="en")

    assert "report-decisions" not in source
    assert 'name="decision"' not in source


def test_other_programs_read_the_decisions(decided):
    (draft,) = json.loads(_written("json", decided))["drafts"]
    by_id = {one["id"]: one for one in draft["findings"]}
    first, second, third, *rest = decided.findings

    assert by_id[first.id]["decision"] == {
        "choice": "dismissed",
        "second_look": False,
        "author": "Aigul B.",
        "day": "2026-11-29",
        "reason": "A cap, no licence.",
    }
    assert by_id[second.id]["proposed_wording"] == OWN_WORDING["en"]
    assert by_id[third.id]["decision"]["second_look"] is True
    assert not any("decision" in by_id[one.id] for one in rest)
    assert draft["review"]["counts"]["dismissed"] == 1
    assert [one["quote"] for one in draft["review"]["orphaned"]] == ["gone"]


def test_a_dismissed_finding_is_suppressed_in_sarif(decided):
    log = json.loads(_written("sarif", decided))
    (run,) = log["runs"]
    jsonschema.validate(log, json.loads(SARIF.read_text(encoding="utf-8")))
    suppressed = [one for one in run["results"] if "suppressions" in one]

    assert [one["partialFingerprints"]["findingId/v1"] for one in suppressed] == [decided.findings[0].id]
    assert suppressed[0]["suppressions"][0]["justification"] == "A cap, no licence."


def test_the_table_has_columns_for_decisions_where_there_are_any(make_checked_draft, decided):
    def rows(checked: CheckedDraft) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(_written("csv", checked).decode("utf-8-sig"))))

    assert {row["Decision"] for row in rows(decided)} >= {"Dismissed", "Agreed", "Agreed (Second look)"}
    assert OWN_WORDING["en"] in {row["Wording to propose"] for row in rows(decided)}
    assert "Decision" not in rows(make_checked_draft("en"))[0]


@pytest.mark.parametrize("name", ["docx", "proposals"])
def test_word_files_leave_out_what_was_dismissed(decided, name):
    first = replace(decided.findings[0], message={"en": "Zebra crossing."}, wording={"en": "Zebra wording."})
    text = _word_text(_written(name, replace(decided, findings=(first, *decided.findings[1:]))))

    assert "Zebra" not in text
    assert "Our own comment." in text
    assert OWN_WORDING["en"] in text


def test_the_terminal_counts_what_stands_and_tells_the_decisions(decided):
    lines = summary_lines(decided, language="en")

    assert f"{len(decided.findings) - 1} findings" in lines[1]
    assert any(line.strip().startswith("Decisions: Agreed: 1, Dismissed: 1") for line in lines)


def test_an_undecided_twin_is_not_told_by_a_dismissed_note(make_checked_draft):
    checked = make_checked_draft("en")
    one = checked.findings[1]
    dismissed = replace(one, decision=Decision(one.id, one.rule, "dismissed", reason="no"))
    page = html.document_fromstring(
        html_report(replace(checked, findings=(dismissed, replace(one, id="twin"))), language="en")
    )
    (twin,) = page.xpath("//article[@data-finding='twin']")

    assert "short" not in twin.get("class")
    assert twin.find_class("message")
