"""What of the report the rules cover, and what no example exercises."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.draft import LANGUAGES
from checker.kit.coverage import (
    covered,
    exercise_lines,
    phrase_lines,
    recommendation_lines,
    silent_checks,
    untouched_phrases,
)
from checker.kit.needed import needed_concepts
from checker.kit.wording import kit_words
from checker.rule import Recommendation
from checker.rulebook import default_rulesets
from checker.rules.joining import lexicon_of
from checker.rules.loading import gather, load_ruleset


def _text(words: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, words)


def test_a_recommendation_is_covered_by_rules_that_exist_or_by_a_reason() -> None:
    recommendations = [
        Recommendation("R-1", _text("one"), "yes", ("X-01", "X-02")),
        Recommendation("R-2", _text("two"), "partly", (), _text("a matter of practice")),
        Recommendation("R-3", _text("three"), "yes", ("X-09",)),
        Recommendation("R-4", _text("four"), "no"),
    ]

    found = covered(recommendations, {"X-01"})

    assert [one.open for one in found] == [False, False, True, False]
    lines = list(recommendation_lines(found, kit_words("en")))
    assert lines[0] == "R-1\tyes\tX-01\tone"
    assert lines[1] == "R-2\tpartly\ta matter of practice\ttwo"
    assert lines[2] == "R-3\tyes\tnot yet written: X-09\tthree"
    assert lines[-2:] == [
        "Recommendations: 4; answered by rules: 1, by a reason: 1, open: 1",
        "open: R-3",
    ]
    assert list(recommendation_lines(found, kit_words("kk")))[2] == "R-3\tиә\tәлі жазылмаған: X-09\tthree"


@pytest.mark.parametrize("folder", default_rulesets(), ids=lambda folder: folder.name)
def test_the_map_of_the_product_is_whole(folder: Path) -> None:
    gathered = gather(folder, mapped=True)
    for one in gathered.ruleset.recommendations.values():
        assert one.rules or one.reason, one.id
        for language in LANGUAGES:
            assert one.text[language].strip()
    named = {name for rule in gathered.ruleset.rules for name in rule.report}
    assert named <= set(gathered.ruleset.recommendations)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A ruleset with a check and a phrase that no example exercises."""
    answers = {
        "--ruleset": str(tmp_path / "own"),
        "--id": "X-01",
        "--group": "g",
        "--kind": "forbid",
        "--severity": "minor",
        "--instrument": "ICCPR",
        "--phrases-en": "night watch; curfew",
        "--phrases-ru": "комендантский час",
        "--phrases-kk": "коменданттық сағат",
        "--incompatible-en": "There is a [[curfew]].",
        "--incompatible-ru": "Вводится [[комендантский час]].",
        "--incompatible-kk": "[[Коменданттық сағат]] енгізіледі.",
    }
    options = [word for pair in answers.items() for word in pair]
    result = CliRunner().invoke(main, ["rules", "new", "--later", *options])
    assert result.exit_code == 0, result.output
    rule = tmp_path / "own/rules/X-01.yaml"
    text = rule.read_text(encoding="utf-8")
    second = "  - forbid:\n      any: [x-01-act]\n      with: [[court]]\n"
    rule.write_text(text.replace("examples:", second + "examples:", 1), encoding="utf-8")
    return tmp_path / "own"


def test_what_no_example_exercises_is_told(small: Path) -> None:
    ruleset = load_ruleset(small)
    lexicon = lexicon_of([ruleset])

    silent = list(silent_checks(ruleset.rules, lexicon))
    untouched = list(untouched_phrases(ruleset.rules, {"x-01-act", "court"}, lexicon))

    assert {(one.rule, one.number) for one in silent} == {("X-01", 2)}
    assert {(one.concept, one.language, one.phrases) for one in untouched if one.concept != "court"} == {
        ("x-01-act", "en", ("night watch",))
    }
    lines = list(exercise_lines(silent, untouched, kit_words("en")))
    assert "  X-01 check 2 (forbid): en, ru, kk" in lines
    assert "  court: en, ru, kk" in lines
    assert "  x-01-act (en): «night watch»" in list(phrase_lines(untouched))


def _coverage(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rules", "coverage", *arguments])


def test_a_gap_without_reason_makes_exit_status_2(small: Path, tmp_path: Path) -> None:
    text = "text: {en: Do it, ru: Сделать, kk: Жасау}"
    gap = tmp_path / "gap.yaml"
    gap.write_text(f"recommendations:\n  R-1: {{{text}, checkable: yes}}\n", encoding="utf-8")
    none = tmp_path / "none.yaml"
    none.write_text(f"recommendations:\n  R-1: {{{text}, checkable: no}}\n", encoding="utf-8")

    assert _coverage("--ruleset", str(small)).exit_code == 0
    assert _coverage("--ruleset", str(small), "--recommendations", str(none)).exit_code == 0
    result = _coverage("--ruleset", str(small), "--recommendations", str(gap))
    assert result.exit_code == 2
    assert "open: R-1" in result.stdout
    assert "cannot be read" in _coverage("--recommendations", str(tmp_path / "absent.yaml")).stderr


def test_only_concepts_of_the_ruleset_itself_are_listed(own_ruleset: Path) -> None:
    ruleset = load_ruleset(own_ruleset)

    assert {"court", "must"} <= ruleset.concepts.keys()
    assert needed_concepts(ruleset.rules, ruleset) == {"x-01-act"}
