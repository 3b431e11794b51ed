from __future__ import annotations

from itertools import permutations

import pytest
from msgspec.structs import replace

from checker.comparing.whole import check_whole
from checker.draft import LANGUAGES
from tests.comparing.laws import BODY, TERM, TERMS, among_filler, law

PAIRS = list(permutations(LANGUAGES, 2))


def _law(language, *, term=True, court=True):
    heading, good, bad = TERM[language]
    title, right, wrong = BODY[language]
    return law(
        language,
        *among_filler(language, (heading, (good if term else bad,)), (title, (right if court else wrong,))),
    )


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_languages_that_say_the_same_have_no_flaw(one, other, compared):
    assert compared(_law(other), _law(one)).flaws == ()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_term_that_differs_is_told_with_both_words(one, other, compared):
    checked = compared(_law(other), _law(one, term=False))

    (flaw,) = checked.flaws
    assert flaw.kind == "languages-differ"
    provision = checked.draft.provisions[flaw.provision]
    assert provision.text[flaw.start : flaw.end] == flaw.quote
    assert flaw.quote in TERMS[one][1] or TERMS[one][1] in flaw.quote
    for language in LANGUAGES:
        assert flaw.quote in flaw.message[language]
        assert TERMS[other][0].split()[0] in flaw.message[language]


@pytest.mark.parametrize("which", ["own", "other"])
def test_a_body_that_differs_is_told_as_a_verdict(which, compared):
    checked = compared(_law("ru", court=which == "own"), _law("en", court=which == "other"))

    (flaw,) = checked.flaws
    assert checked.draft.provisions[flaw.provision].text in BODY["en"]
    broken = "English" if which == "own" else "Russian"
    assert flaw.message["en"].startswith(f"The {broken} text may not meet")


def test_the_parallel_text_of_a_draft_is_checked_and_compared(book):
    draft = replace(_law("kk", term=False), parallel=_law("ru"))

    checked = check_whole(draft, book.rulesets, book.lexicon)

    assert checked.parallel is not None
    assert checked.parallel.draft.language == "ru"
    assert [flaw.kind for flaw in checked.flaws] == ["languages-differ"]


def test_the_former_wording_of_a_draft_is_checked_and_compared(book):
    draft = replace(_law("ru", term=False), before=_law("ru"))

    checked = check_whole(draft, book.rulesets, book.lexicon)

    assert checked.change is not None
    assert [one.effect for one in checked.findings if one.rule == "HC-01"] == ["worsens"]
