import json

from msgspec.structs import replace

from checker import __version__
from checker.rendering.json_findings import findings_document

_FINDING_KEYS = [
    "id", "rule", "group", "verdict", "severity", "confidence", "provision", "quote", "start", "end",
    "message", "recommendation", "proposed_wording", "sources", "report", "evidence",
]  # fmt: skip


def test_the_document_has_the_keys_of_the_contract(make_checked_draft):
    document = json.loads(findings_document([make_checked_draft("ru")], language="ru"))
    (draft,) = document["drafts"]

    assert list(document) == ["checker", "rulesets", "drafts"]
    assert document["checker"] == __version__
    assert document["rulesets"] == [{"id": "eu-kz-2009", "version": "1.0"}]
    assert list(draft) == [
        "path", "title", "language", "sha256", "coverage", "provisions", "findings", "standards",
    ]  # fmt: skip
    assert draft["coverage"] == {
        "characters": 1000,
        "placed": 996,
        "unplaced": [{"where": "page 3", "text": "Штамп 17"}],
        "set_aside": [],
    }
    assert draft["provisions"] == 12
    assert all(list(finding) == _FINDING_KEYS for finding in draft["findings"])
    assert draft["standards"][0] == {
        "rule": "HC-01",
        "verdict": "incompatible",
        "provisions": ["art_2__para_1"],
    }


def test_a_finding_in_full(make_checked_draft):
    document = json.loads(findings_document([make_checked_draft("en")], language="en"))
    finding = next(item for item in document["drafts"][0]["findings"] if item["rule"] == "HC-01")

    assert finding["provision"] == {
        "id": "art_2__para_1",
        "article": "2",
        "label": "Article 2, part 1",
        "heading": "",
        "text": "A person in custody may be kept in a police room for up to seventy-two hours "
        "by decision of the prosecutor, counted from the signing of the record.",
        "context": "",
    }
    assert (finding["start"], finding["end"]) == (20, 76)
    assert finding["sources"] == [{"instrument": "ICCPR", "at": "9(3)"}, {"instrument": "GC35", "at": "33"}]
    assert finding["report"] == ["R-DET-01"]
    assert finding["evidence"] == [{"concept": "police-custody", "start": 20, "end": 76, "score": 0.97}]


def test_every_quote_stands_where_it_says(make_checked_draft):
    for language in ("en", "ru", "kk"):
        document = json.loads(findings_document([make_checked_draft(language)], language="kk"))

        for finding in document["drafts"][0]["findings"]:
            assert finding["provision"]["text"][finding["start"] : finding["end"]] == finding["quote"]


def test_texts_are_in_the_language_of_the_report(make_checked_draft):
    document = json.loads(findings_document([make_checked_draft("en")], language="kk"))
    finding = next(item for item in document["drafts"][0]["findings"] if item["rule"] == "JRD-01")

    assert finding["message"] == "Ұстау туралы шешімді судья емес, прокурор қабылдайды."


def test_the_order_of_findings_does_not_depend_on_the_order_given(make_checked_draft):
    checked = make_checked_draft("ru")
    turned = replace(checked, findings=checked.findings[::-1])

    assert findings_document([turned], language="ru") == findings_document([checked], language="ru")


def test_several_drafts_share_one_ruleset_entry(make_checked_draft):
    text = findings_document([make_checked_draft("ru"), make_checked_draft("kk")], language="en")

    assert text.endswith("}\n")
    assert "Штамп" in text
    assert len(json.loads(text)["rulesets"]) == 1
    assert [draft["language"] for draft in json.loads(text)["drafts"]] == ["ru", "kk"]


def test_a_finding_on_the_draft_as_a_whole_has_no_provision(make_checked_draft):
    document = json.loads(findings_document([make_checked_draft("en")], language="en"))

    assert document["drafts"][0]["findings"][0]["provision"]["id"] == ""
