import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rendering.annotate import Segment, Span, Stroke, cut
from checker.rendering.differences import strokes_between

_WORDS = st.lists(st.sampled_from(["срок", "три", "дня", "суда", ",", "прокурор", "ұстау"]), max_size=12)


def _apart(before: str, after: str) -> tuple[str, str]:
    """The two texts told by the segments: what stays and what was struck; what stays and what was put in."""
    segments = cut(after, (), strokes_between(before, after))
    old = "".join(part.struck + ("" if part.added else part.text) for part in segments)
    return old, "".join(part.text for part in segments)


@pytest.mark.parametrize(
    ("before", "after", "strokes"),
    [
        ("срок до трёх суток", "срок до двух суток", (Stroke(8, 12, "трёх"),)),
        ("by the court", "by the court or a prosecutor", (Stroke(12, 28),)),
        ("суд, с участием адвоката", "суд", (Stroke(3, 3, ", с участием адвоката"),)),
        ("the same", "the  same", ()),
        ("", "new", (Stroke(0, 3),)),
        ("соттың шешімі", "прокурордың қаулысы", (Stroke(0, 19, "соттың шешімі"),)),
    ],
)
def test_words_put_in_and_taken_out(before, after, strokes):
    assert strokes_between(before, after) == strokes


@given(_WORDS, _WORDS)
def test_both_wordings_can_be_read_off_the_segments(before: list[str], after: list[str]):
    old, new = " ".join(before), " ".join(after)

    assert _apart(old, new) == (old, new)


def test_a_word_struck_at_the_end_stands_before_an_empty_segment():
    assert cut("ab", [Span(1, 0, 2)], [Stroke(2, 2, "c")]) == (
        Segment("ab", (1,), (1,), (1,)),
        Segment("", struck="c"),
    )


def test_a_mark_over_new_words_is_cut_at_their_edges():
    segments = cut("abcd", [Span(1, 1, 4)], [Stroke(2, 4, "x")])

    assert [(part.text, part.numbers, part.added, part.struck) for part in segments] == [
        ("a", (), False, ""),
        ("b", (1,), False, ""),
        ("cd", (1,), True, "x"),
    ]


def test_a_long_text_is_compared_in_good_time():
    before = " ".join(f"слово{number % 700}" for number in range(6000))

    assert strokes_between(before, before.replace("слово5 ", "речь ")) != ()
