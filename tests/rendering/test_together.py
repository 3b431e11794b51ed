"""The log of all drafts from what each adds: numbers, addresses and rules are those of the whole."""

import json

from msgspec.structs import replace

from checker.finding import Flaw
from checker.rendering import RENDERERS, RenderOptions


def _flawed(checked, kind):
    flaw = Flaw(kind, 0, 0, 4, checked.draft.provisions[0].text[:4], {"en": "x"})
    return replace(checked, flaws=(flaw,))


def test_the_rules_of_all_drafts_have_one_number_each(make_checked_draft):
    drafts = [
        _flawed(make_checked_draft("en"), "words-not-found"),
        _flawed(make_checked_draft("ru"), "broken-reference"),
        _flawed(make_checked_draft("kk"), "words-not-found"),
    ]
    (run,) = json.loads(RENDERERS["sarif"].render(drafts, RenderOptions()))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert rules[-2:] == ["drafting/broken-reference", "drafting/words-not-found"]
    assert len(set(rules)) == len(rules)
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    assert len(run["artifacts"]) == 3
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert uris[place["index"]] == place["uri"]


def test_what_was_decided_on_one_draft_gives_columns_to_all(make_checked_draft):
    from_one = make_checked_draft("en")
    dismissed = replace(from_one, left_out=from_one.findings[:1], findings=from_one.findings[1:])
    plain = RENDERERS["csv"].render([from_one, from_one], RenderOptions()).decode().splitlines()
    decided = RENDERERS["csv"].render([from_one, dismissed], RenderOptions()).decode().splitlines()

    assert "Decision" not in plain[0]
    assert decided[0] == f'{plain[0]},"Decision","Decided by","Reason"'
    assert decided[1].startswith(f"{plain[1]},")


def test_a_text_cannot_pass_for_what_is_filled_in(make_checked_draft):
    title = '-index-0 "-uri-0" "abc-rule-0"'
    (run,) = json.loads(RENDERERS["sarif"].render([make_checked_draft("en", title=title)], RenderOptions()))[
        "runs"
    ]

    assert run["artifacts"][0]["description"]["text"] == title
