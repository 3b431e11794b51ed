"""A report holds the draft as it is, and each quotation stands where it is said to stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from checker.draft import LANGUAGES
from checker.rendering.html_report import html_report
from checker.rendering.json_findings import findings_document
from tests.properties.laws import checked, paths


@pytest.mark.parametrize("path", paths(), ids=lambda path: Path(path).name)
def test_the_report_without_its_tags_holds_the_draft_in_order(path):
    """Where the draft changes a wording, the words struck out stand in ``del`` and are no part of it."""
    result = checked(path)

    for language in LANGUAGES:
        page = html.document_fromstring(html_report(result, language=language))
        for former in page.xpath("//del"):
            former.drop_tree()
        shown = [own.text_content() for own in page.find_class("own")]
        assert [text for text in shown if text] == [
            provision.text for provision in result.draft.provisions if provision.text
        ]


@pytest.mark.parametrize("path", paths(), ids=lambda path: Path(path).name)
def test_every_quotation_stands_where_its_finding_says(path):
    result = checked(path)
    (draft,) = json.loads(findings_document([result], language="en"))["drafts"]
    texts = {provision.id: provision.text for provision in result.draft.provisions}

    assert len(draft["findings"]) == len(result.findings)
    for finding in draft["findings"]:
        place = finding["provision"]
        assert place["text"] == texts[place["id"]]
        assert 0 <= finding["start"] < finding["end"] <= len(place["text"])
        assert place["text"][finding["start"] : finding["end"]] == finding["quote"]


def test_the_drafts_have_findings_to_prove_it_on():
    assert sum(len(checked(path).findings) for path in paths()) > 50
