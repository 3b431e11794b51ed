"""Safeguards lost and gained, by a ruleset of two rules in three languages."""

from __future__ import annotations

import pytest

from checker.comparing.judging import judge
from checker.comparing.whole import compare_drafts
from checker.draft import LANGUAGES
from checker.language.lexicon import build_lexicon
from checker.rule import Check, Concept, Requirement, Rule, Ruleset
from tests.comparing.laws import among_filler, law

NAME = {"en": "a lawyer", "ru": "адвокат", "kk": "адвокат"}
EVERY = {"en": "{found}", "ru": "{found}", "kk": "{found}"}
CONCEPTS = {
    one.id: one
    for one in (
        Concept("questioning", {"en": ("question*",), "ru": ("допрос", "допрашива*"), "kk": ("жауап алу",)}),
        Concept(
            "lawyer",
            {"en": ("lawyer", "counsel"), "ru": ("адвокат", "защитник"), "kk": ("адвокат", "қорғаушы")},
        ),
        Concept("prohibition", {"en": ("shall not",), "ru": ("не допускается",), "kk": ("болмайды",)}),
        Concept("amending-law", {"en": ("amendment",), "ru": ("внесение изменений",), "kk": ("өзгерістер",)}),
    )
}
RULE = Rule(
    id="X-01", group="x", severity="major", title=EVERY, standard=EVERY, reason=EVERY, message=EVERY,
    recommendation=EVERY, proposed_wording=EVERY, sources=(), report=(), exceptions=(),
    topic=("questioning",), met_by=(),
    checks=(Check("require", ("questioning",), must=(Requirement(NAME, ("lawyer",)),)),),
    examples=(),
)  # fmt: skip
RULESET = Ruleset("x", "1", EVERY, "us", {"x": EVERY}, (RULE,), CONCEPTS, {})
WORDS = {
    "en": ("Questioning", "Questioning takes place by day.", "A lawyer attends it.", "Counsel is present."),
    "ru": ("Допрос", "Допрос проводится днём.", "При нём присутствует адвокат.", "Участвует защитник."),
    "kk": ("Жауап алу", "Жауап алу күндіз жүргізіледі.", "Оған адвокат қатысады.", "Қорғаушы қатысады."),
}


@pytest.fixture(scope="module")
def compared():
    lexicon = build_lexicon(CONCEPTS)

    def compare(old, new):
        return compare_drafts(*(judge(one, (RULESET,), lexicon) for one in (old, new)))

    return compare


def _with(language, *parts):
    heading = WORDS[language][0]
    return law(language, *among_filler(language, (heading, parts)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lawyer_struck_is_lost_and_a_lawyer_added_is_gained(language, compared):
    _, matter, lawyer, _ = WORDS[language]
    guarded, bare = _with(language, matter, lawyer), _with(language, matter)

    lost, gained = compared(guarded, bare), compared(bare, guarded)

    assert [(one.rule, one.name) for one in lost.change.lost] == [("X-01", NAME)]
    assert guarded.provisions[lost.change.lost[0].provision].text == lawyer
    assert not lost.change.gained
    assert [(one.rule, one.name) for one in gained.change.gained] == [("X-01", NAME)]
    assert not gained.change.lost
    assert [(one.effect, one.former) for one in lost.findings] == [("worsens", lawyer)]
    assert [(one.now, one.provision is not None) for one in gained.change.mended] == [(lawyer, True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_safeguard_in_another_part_or_in_other_words_is_not_lost(language, compared):
    _, matter, lawyer, other = WORDS[language]
    old = _with(language, matter, lawyer)

    for new in (_with(language, lawyer, matter), _with(language, matter, other)):
        checked = compared(old, new)

        assert (checked.change.lost, checked.change.gained) == ((), ())
        assert not checked.findings


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_safeguard_that_goes_with_its_matter_is_not_lost(language, compared):
    _, matter, lawyer, _ = WORDS[language]

    checked = compared(_with(language, matter, lawyer), law(language, *among_filler(language)))

    assert not checked.change.lost


def test_a_matter_without_its_safeguard_is_introduced(compared):
    _, matter, _, _ = WORDS["en"]

    checked = compared(law("en", *among_filler("en")), _with("en", matter))

    assert [one.effect for one in checked.findings] == ["introduces"]
    assert not checked.change.lost
