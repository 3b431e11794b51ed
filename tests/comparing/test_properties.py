"""What holds of every comparison, whatever the law."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparing.judging import judge
from checker.comparing.whole import compare_drafts
from checker.draft import LANGUAGES
from checker.rulebook import open_rulebook
from tests.comparing.laws import BODY, FILLER, TERM, law

_BOOK = open_rulebook([])
_BOOK.make_ready(LANGUAGES)


def _compared(old, new):
    return compare_drafts(*(judge(one, _BOOK.rulesets, _BOOK.lexicon) for one in (old, new)))


def _articles(language):
    heading, good, bad = TERM[language]
    title, court, prosecutor = BODY[language]
    known = [(heading, (good,)), (heading, (bad,)), (title, (court,)), (title, (prosecutor,))]
    return st.lists(st.sampled_from([*known, *FILLER[language]]), max_size=5, unique=True)


_LAWS = st.sampled_from(LANGUAGES).flatmap(lambda one: st.tuples(st.just(one), _articles(one)))
_TWO_LAWS = st.sampled_from(LANGUAGES).flatmap(
    lambda one: st.tuples(st.just(one), _articles(one), _articles(one))
)


@settings(deadline=None, max_examples=25)
@given(_LAWS)
def test_a_draft_beside_itself_keeps_everything(case):
    language, articles = case
    draft = law(language, *articles)

    checked = _compared(draft, draft)

    assert {one.effect for one in checked.findings} <= {"keeps"}
    assert (checked.change.mended, checked.change.lost, checked.change.gained) == ((), (), ())


@settings(deadline=None, max_examples=25)
@given(_TWO_LAWS, st.integers(2, 40))
def test_renumbering_all_articles_changes_no_effect(case, first):
    language, one, other = case

    plain = _compared(law(language, *one), law(language, *other))
    renumbered = _compared(law(language, *one), law(language, *other, first=first))

    def told(checked):
        return sorted((finding.rule, finding.quote, finding.effect) for finding in checked.findings)

    assert told(plain) == told(renumbered)
    assert len(plain.change.mended) == len(renumbered.change.mended)


@settings(deadline=None, max_examples=25)
@given(_TWO_LAWS)
def test_turning_the_versions_round_turns_the_effects_round(case):
    language, one, other = case
    forth = _compared(law(language, *one), law(language, *other))
    back = _compared(law(language, *other), law(language, *one))

    def bad(checked):
        return sorted(
            (one.rule, one.quote) for one in checked.findings if one.effect in ("introduces", "worsens")
        )

    def mended(checked):
        return sorted((one.finding.rule, one.finding.quote) for one in checked.change.mended)

    def names(safeguards):
        return sorted((one.rule, one.quote) for one in safeguards)

    def kept(checked):
        return {one.rule for one in checked.findings if one.effect == "keeps"}

    for one_way, other_way in ((forth, back), (back, forth)):
        assert set(mended(one_way)) <= set(bad(other_way))
        lighter = {rule for rule, _ in set(bad(other_way)) - set(mended(one_way))}
        assert lighter <= kept(one_way)  # what grows graver one way stays, and grows lighter, the other
    assert names(forth.change.lost) == names(back.change.gained)
    assert names(forth.change.gained) == names(back.change.lost)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_articles_do_break_and_meet_their_rules(language):
    heading, good, bad = TERM[language]
    title, court, prosecutor = BODY[language]
    broken = judge(law(language, (heading, (bad,)), (title, (prosecutor,))), _BOOK.rulesets, _BOOK.lexicon)
    sound = judge(law(language, (heading, (good,)), (title, (court,))), _BOOK.rulesets, _BOOK.lexicon)

    assert {"HC-01", "JRD-01"} <= {one.rule for one in broken.checked.findings}
    assert not {"HC-01", "JRD-01"} & {one.rule for one in sound.checked.findings}
