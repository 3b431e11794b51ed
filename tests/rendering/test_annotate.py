from hypothesis import given
from hypothesis import strategies as st

from checker.rendering.annotate import Segment, Span, cut

_SPANS = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=6)


def test_overlapping_spans_share_a_segment():
    segments = cut("abcdefgh", [Span(1, 1, 5), Span(2, 3, 7)])

    assert segments == (
        Segment("a"),
        Segment("bc", (1,), opens=(1,)),
        Segment("de", (1, 2), opens=(2,), closes=(1,)),
        Segment("fg", (2,), closes=(2,)),
        Segment("h"),
    )


def test_a_span_inside_another_keeps_its_number():
    numbers = [segment.numbers for segment in cut("abcdef", [Span(1, 0, 6), Span(2, 2, 4)])]

    assert numbers == [(1,), (1, 2), (1,)]


def test_the_same_words_twice_carry_both_numbers():
    assert cut("ab", [Span(1, 0, 2), Span(2, 0, 2)]) == (Segment("ab", (1, 2), (1, 2), (1, 2)),)


def test_a_span_without_words_marks_nothing():
    assert cut("ab", [Span(1, 1, 1)]) == (Segment("ab"),)


@given(st.text(max_size=50), _SPANS)
def test_no_character_is_lost_or_doubled(text: str, edges: list[tuple[int, int]]):
    spans = [Span(number, start, end) for number, (start, end) in enumerate(edges)]

    assert "".join(segment.text for segment in cut(text, spans)) == text


@given(st.text(min_size=1, max_size=50), _SPANS)
def test_every_mark_opens_and_closes_once_and_covers_its_words(text: str, edges: list[tuple[int, int]]):
    spans = [Span(number, start, end) for number, (start, end) in enumerate(edges)]
    segments = cut(text, spans)

    for span in spans:
        words = text[max(0, span.start) : max(0, span.end)]
        assert "".join(part.text for part in segments if span.number in part.numbers) == words
        assert sum(span.number in part.opens for part in segments) == bool(words)
        assert sum(span.number in part.closes for part in segments) == bool(words)
