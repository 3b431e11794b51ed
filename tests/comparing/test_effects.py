from __future__ import annotations

import pytest

from checker.comparing.whole import check_against
from checker.draft import LANGUAGES, Language
from checker.finding import CheckedDraft
from tests.comparing.laws import BODY, TERM, TERMS, among_filler, law


def _told(checked: CheckedDraft, rule: str) -> list[tuple[str | None, str]]:
    return [(one.effect, one.former) for one in checked.findings if one.rule == rule]


def _mended(checked: CheckedDraft, rule: str) -> list[tuple[str, str]]:
    assert checked.change is not None
    return [(one.finding.quote, one.now) for one in checked.change.mended if one.finding.rule == rule]


def _term(language: Language, *, kept: bool) -> tuple[str, tuple[str, ...]]:
    heading, good, bad = TERM[language]
    return heading, (good if kept else bad,)


def _body(language: Language, *, court: bool) -> tuple[str, tuple[str, ...]]:
    heading, good, bad = BODY[language]
    return heading, (good if court else bad,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_longer_term_worsens_a_rule_that_was_met(language, compared):
    old = law(language, *among_filler(language, _term(language, kept=True)))
    new = law(language, *among_filler(language, _term(language, kept=False)))

    checked = compared(old, new)

    ((effect, former),) = _told(checked, "HC-01")
    assert effect == "worsens"
    assert TERMS[language][0] in former
    assert not _mended(checked, "HC-01")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shorter_term_mends(language, compared):
    old = law(language, *among_filler(language, _term(language, kept=False)))
    new = law(language, *among_filler(language, _term(language, kept=True)))

    checked = compared(old, new)

    assert not _told(checked, "HC-01")
    ((quote, now),) = _mended(checked, "HC-01")
    assert TERMS[language][1] in quote
    assert TERMS[language][0] in now


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_that_passes_from_the_court_worsens_and_back_mends(language, compared):
    court = law(language, *among_filler(language, _body(language, court=True)))
    prosecutor = law(language, *among_filler(language, _body(language, court=False)))

    worse, better = compared(court, prosecutor), compared(prosecutor, court)

    assert [effect for effect, _ in _told(worse, "JRD-01")] == ["worsens"]
    assert _told(worse, "JRD-01")[0][1]
    assert len(_mended(better, "JRD-01")) == 1
    assert not _told(better, "JRD-01")


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_matter_is_introduced(language, compared):
    old = law(language, *among_filler(language))
    new = law(language, *among_filler(language, _term(language, kept=False), _body(language, court=False)))

    checked = compared(old, new)

    assert set(_told(checked, "HC-01")) == {("introduces", "")}
    assert set(_told(checked, "JRD-01")) == {("introduces", "")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_dropped_with_its_article_is_mended_without_words(language, compared):
    old = law(language, *among_filler(language, _term(language, kept=False)))
    new = law(language, *among_filler(language))

    checked = compared(old, new)

    assert [(one.finding.rule, one.provision, one.now) for one in checked.change.mended
            if one.finding.rule == "HC-01"] == [("HC-01", None, "")]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_is_kept_where_its_article_moves(language, compared):
    bad, other = _term(language, kept=False), _body(language, court=True)
    old = law(language, *among_filler(language, bad, other))
    new = law(language, *among_filler(language, other, bad))

    checked = compared(old, new)

    assert _told(checked, "HC-01") == [("keeps", "")]
    assert not checked.change.mended
    assert not checked.change.lost
    assert not checked.change.gained


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_that_breaks_the_limit_by_more_worsens(language, compared):
    further = {"en": "ninety-six", "ru": "девяноста шести", "kk": "тоқсан алты"}
    less = {"en": "seventy-two", "ru": "семидесяти двух", "kk": "жетпіс екі"}
    heading, parts = _term(language, kept=False)
    old = law(
        language, *among_filler(language, (heading, (parts[0].replace(further[language], less[language]),)))
    )
    new = law(language, *among_filler(language, (heading, parts)))

    checked = compared(old, new)

    ((effect, former),) = _told(checked, "HC-01")
    assert (effect, less[language] in former) == ("worsens", True)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_reference_that_led_nowhere_before_is_no_fault_of_the_draft(language, book):
    broken = {
        "en": ("Transfer", ("A person is moved as section 99 of this Law provides.",)),
        "ru": ("Перевод", ("Лицо переводится в порядке статьи 99 настоящего Закона.",)),
        "kk": ("Ауыстыру", ("Адам осы Заңның 99-бабының тәртібімен ауыстырылады.",)),
    }[language]
    book.make_ready([language])
    old = law(language, *among_filler(language, broken, _body(language, court=True)))
    new = law(language, *among_filler(language, broken, _body(language, court=False)))
    worse = _body(language, court=False)[1][0]
    (touched,) = (one.index for one in new.provisions if one.text == worse)
    (stood,) = (one.index for one in new.provisions if one.text == broken[1][0])
    rules = (book.rulesets, book.lexicon)

    assert check_against(old, new, rules, frozenset({touched})).flaws == ()
    assert [one.provision for one in check_against(old, new, rules, frozenset({stood})).flaws] == [stood]


def test_only_what_was_touched_is_told(book):
    bad, worse = _term("en", kept=False), _body("en", court=False)
    old = law("en", *among_filler("en", bad, _body("en", court=True)))
    new = law("en", *among_filler("en", bad, worse))
    (touched,) = (one.index for one in new.provisions if one.text == worse[1][0])

    checked = check_against(old, new, (book.rulesets, book.lexicon), frozenset({touched}))

    assert {one.provision for one in checked.findings} == {touched}
    assert "JRD-01" in {one.rule for one in checked.findings}
