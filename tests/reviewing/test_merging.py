"""Two people's decisions put together."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.decision import Added, Decision, Review
from checker.reviewing.merging import merge_reviews

MINE = Decision("aa", "HC-01", "agreed", "A", "2026-11-01", message="first")
OTHERS = Decision("bb", "HC-01", "discuss", "B", "2026-11-02")
OWN = Added("cc", "HC-01", "words", "text", "art_1")


def test_what_only_one_of_them_said_is_kept() -> None:
    merged, conflicts = merge_reviews(Review((MINE,)), Review((OTHERS,), (OWN,)))

    assert merged == Review((MINE, OTHERS), (OWN,))
    assert conflicts == ()


def test_the_same_word_from_both_is_no_conflict() -> None:
    again = replace(MINE, author="B", day="2026-11-05")

    assert merge_reviews(Review((MINE,)), Review((again,))) == (Review((MINE,)), ())


def test_a_conflict_is_named_and_the_later_day_stands() -> None:
    later = replace(MINE, choice="dismissed", reason="not so", day="2026-11-03")

    merged, (conflict,) = merge_reviews(Review((MINE,)), Review((later,)))

    assert merged.decisions == (later,)
    assert (conflict.mine, conflict.theirs, conflict.keys) == (MINE, later, ("choice", "reason"))


@given(st.lists(st.sampled_from([MINE, OTHERS, replace(MINE, finding="dd")]), unique=True))
def test_a_review_merged_with_itself_is_itself(decisions: list[Decision]) -> None:
    review = Review(tuple(decisions), (OWN,))

    assert merge_reviews(review, review) == (review, ())
