"""The SARIF log: valid by the standard's schema, its places true, its levels those of the severities."""

import json
import time
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Unread
from checker.finding import Change, Flaw, Mended
from checker.rendering import RENDERERS, RenderOptions
from checker.rendering.sarif_log import sarif_document
from checker.rendering.sarif_places import relative_uri

SCHEMA = Path(__file__).with_name("sarif-schema") / "sarif-2.1.0.json"


@cache
def _validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def _run(*checked, language="en"):
    log = json.loads(sarif_document(checked, language=language))
    faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in _validator().iter_errors(log)]
    assert faults == []
    (run,) = log["runs"]
    return run


def _of(run, rule):
    return [result for result in run["results"] if result["ruleId"] == rule]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("hostile", [False, True])
def test_the_log_is_valid(make_checked_draft, language, hostile):
    run = _run(make_checked_draft(language, hostile=hostile), make_checked_draft("ru"), language=language)

    assert run["language"] == language
    assert len(run["artifacts"]) == 2


def test_the_schema_refuses_what_is_no_log(make_checked_draft):
    log = json.loads(sarif_document([make_checked_draft("en")], language="en"))
    log["runs"][0]["results"][0]["level"] = "fatal"

    assert not _validator().is_valid(log)


def test_severity_is_the_level_of_what_fails_and_review_has_none(make_checked_draft):
    run = _run(make_checked_draft("en"))

    told = {(one["properties"].get("severity"), one["kind"], one.get("level")) for one in run["results"]}
    assert told == {
        ("critical", "fail", "error"),
        ("major", "fail", "warning"),
        ("minor", "review", "none"),
        (None, "pass", "none"),
        (None, "notApplicable", "none"),
    }


def test_every_region_holds_the_words_it_shows(make_checked_draft):
    checked = make_checked_draft("kk")
    run = _run(checked, language="kk")

    shown = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region, artifact = place["region"], run["artifacts"][place["artifactLocation"]["index"]]
        text = artifact["contents"]["text"]
        words = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        lines = text.split("\n")
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(words.split("\n")[0])
        if "snippet" in region:
            assert region["snippet"]["text"] == words
            shown.append(words)
    assert {finding.quote for finding in checked.findings if finding.quote} <= set(shown)


def test_lines_are_those_of_the_file_where_they_are_known(make_checked_draft):
    checked = make_checked_draft("en")
    spread = tuple(replace(one, where=f"line {3 * one.index + 1}") for one in checked.draft.provisions)
    run = _run(replace(checked, draft=replace(checked.draft, provisions=spread)))

    (result,) = _of(run, "HC-01")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 16
    assert result["locations"][0]["message"]["text"] == "line 16"


def test_the_provision_is_a_logical_location(make_checked_draft):
    (result,) = _of(_run(make_checked_draft("ru"), language="ru"), "HC-01")

    assert result["locations"][0]["logicalLocations"] == [
        {"name": "Статья 2, часть 1", "fullyQualifiedName": "art_2__para_1", "kind": "paragraph"}
    ]
    assert result["message"]["text"].startswith("До встречи с судьёй")


def test_every_result_names_its_rule(make_checked_draft):
    run = _run(make_checked_draft("en"))
    rules = run["tool"]["driver"]["rules"]

    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["properties"]["severity"]
        assert rule["properties"]["group"]
    assert (
        "- International Covenant on Civil and Political Rights, article 9(3)" in rules[0]["help"]["markdown"]
    )


def test_markdown_shows_the_words_as_they_are(make_checked_draft):
    checked = make_checked_draft("en")
    (ruleset,) = checked.rulesets
    rules = tuple(replace(rule, reason={"en": "a *b* <i> [x](y)"}) for rule in ruleset.rules)
    run = _run(replace(checked, rulesets=(replace(ruleset, rules=rules),)))

    assert run["tool"]["driver"]["rules"][0]["help"]["markdown"].startswith(r"a \*b\* \<i\> \[x\](y)")
    assert run["tool"]["driver"]["rules"][0]["help"]["text"].startswith("a *b* <i> [x](y)")


def test_the_effect_is_the_state_against_the_former_wording(make_checked_draft):
    checked = make_checked_draft("en")
    one, two, three, *_ = checked.findings
    findings = (
        replace(one, effect="introduces"),
        replace(two, effect="keeps", former="by decision of an officer"),
        replace(three, effect="worsens"),
    )
    mended = (Mended(checked.findings[3], 6, "at once"), Mended(checked.findings[4], None))
    change = Change(before=make_checked_draft("en"), mended=mended)
    run = _run(replace(checked, findings=findings, change=change))

    states = [
        (one["properties"]["effect"], one["baselineState"])
        for one in run["results"]
        if "baselineState" in one
    ]
    assert states == [
        ("introduces", "new"),
        ("keeps", "unchanged"),
        ("worsens", "updated"),
        ("mends", "absent"),
        ("mends", "absent"),
    ]
    assert all("baselineState" not in one for one in _run(checked)["results"])


def test_the_fingerprint_is_the_id_of_the_finding(make_checked_draft):
    checked = make_checked_draft("en")

    prints = {
        one["partialFingerprints"]["findingId/v1"]
        for one in _run(checked)["results"]
        if "level" in one and "partialFingerprints" in one
    }
    assert prints == {finding.id for finding in checked.findings}


def test_same_drafts_same_bytes(make_checked_draft):
    checked = make_checked_draft("ru")
    turned = replace(checked, findings=checked.findings[::-1])

    assert sarif_document([turned], language="ru") == sarif_document([checked], language="ru")


def test_text_that_no_encoding_holds_does_not_stop_the_log(make_checked_draft):
    checked = make_checked_draft("en", title="half a \ud800 letter")

    assert json.loads(RENDERERS["sarif"].render([checked], RenderOptions()))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/law.txt", "drafts/law.txt"),
        ("drafts/Жоба №1.docx", "drafts/%D0%96%D0%BE%D0%B1%D0%B0%20%E2%84%961.docx"),
        ("C:\\Users\\aigul\\law.txt", "law.txt"),
        ("\\\\server\\share\\law.txt", "law.txt"),
        ("/home/aigul/law.txt", "law.txt"),
        ("../secret/law.txt", "law.txt"),
        ("./law.txt", "law.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("-", "-"),
        ("new\nline?.txt", "new%0Aline%3F.txt"),
        ("", "draft"),
    ],
)
def test_addresses_are_relative_and_tell_nothing_of_the_machine(path, uri):
    assert relative_uri(path) == uri


def test_drafts_of_one_name_are_told_apart():
    first = relative_uri("/home/a/law.txt")

    assert relative_uri("/home/b/law.txt", {first}) == "b/law.txt"


@given(st.text(alphabet=st.characters(blacklist_characters="\0")))
def test_every_path_is_a_reference(path):
    uri = relative_uri(path)

    assert uri.isascii()
    assert uri == "" or not uri.startswith("/")
    assert " " not in uri
    assert ":" not in uri


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_drafting_faults_are_notes_under_rules_of_their_own(make_checked_draft, language):
    checked = make_checked_draft(language)
    text = checked.draft.provisions[2].text
    texts = {"en": "It leads nowhere.", "ru": "Никуда не ведёт.", "kk": "Ешқайда апармайды."}
    flaws = (Flaw("broken-reference", 2, 0, 8, text[:8], texts), Flaw("wrong-base", -1, 0, 0, "", texts))
    unread = Amendments(unread=(Unread(2, 9, 14, text[9:14]),))
    run = _run(replace(checked, flaws=flaws, amendments=unread), language=language)

    told = {one["ruleId"]: one for one in run["results"] if one["ruleId"].startswith("drafting/")}
    assert set(told) == {
        "drafting/broken-reference",
        "drafting/unread-instruction",
        "drafting/wrong-base",
    }
    assert {(one["kind"], one["level"]) for one in told.values()} == {("fail", "note")}
    broken, unread = told["drafting/broken-reference"], told["drafting/unread-instruction"]
    assert broken["message"]["text"] == texts[language]
    assert broken["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == text[:8]
    assert text[9:14] in unread["message"]["text"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert not [one for one in _run(checked)["results"] if one["ruleId"].startswith("drafting/")]


def test_a_long_log_is_written_in_time(make_checked_draft):
    checked = make_checked_draft("ru")
    finding = checked.findings[0]
    first = checked.draft.provisions[finding.provision]
    provisions = tuple(
        replace(first, index=number, text=first.text + " слово" * 60, where="") for number in range(6000)
    )
    findings = tuple(replace(finding, provision=number) for number in range(6000))
    long = replace(checked, draft=replace(checked.draft, provisions=provisions), findings=findings)

    begun = time.process_time()
    sarif_document([long], language="ru")

    assert time.process_time() - begun < 5
