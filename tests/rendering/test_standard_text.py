"""What is kept of the text of standards is what would be made of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.draft import LANGUAGES, Language
from checker.rendering import standard_text
from checker.rendering.standard_text import standard_texts
from checker.rulebook import open_rulebook


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.kept.user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(standard_text, "_KNOWN", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_kept_texts_are_those_of_the_rules(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    rulesets = open_rulebook([], examples=False).rulesets
    made = standard_texts([replace(ruleset, print="") for ruleset in rulesets], language)

    first = standard_texts(rulesets, language)
    monkeypatch.setattr(standard_text, "_KNOWN", {})
    monkeypatch.setattr(standard_text, "_made", lambda *_: pytest.fail("they were made again"))
    second = standard_texts(rulesets, language)

    assert made == first == second
    assert set(made) == {rule.id for ruleset in rulesets for rule in ruleset.rules}


def test_rules_that_were_changed_are_told_as_they_are() -> None:
    ruleset = open_rulebook([], examples=False).rulesets[0]
    rule = replace(ruleset.rules[0], title={"en": "Quite <another> title"})
    changed = replace(ruleset, rules=(rule,), print="")

    assert "Quite &lt;another&gt; title" in standard_texts([changed], "en")[rule.id].title
    assert "Quite" not in standard_texts([ruleset], "en")[rule.id].title
