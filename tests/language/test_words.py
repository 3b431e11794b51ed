from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.words import LONGEST_SENTENCE, sentence_spans, words_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He is held. He is freed.", ["He is held.", "He is freed."]),
        ("See art. 5 of the Act. It applies.", ["See art. 5 of the Act.", "It applies."]),
        ("По ст. 128 УПК РК. Срок течет.", ["По ст. 128 УПК РК.", "Срок течет."]),
        (
            "ҚР 09.01.2026 ж. № 256 Заңы. Ол күшіне енеді.",
            ["ҚР 09.01.2026 ж. № 256 Заңы.", "Ол күшіне енеді."],
        ),
        ("«Заңы бар.» Сот шешеді.", ["«Заңы бар.»", "Сот шешеді."]),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text())
def test_no_word_is_lost_between_sentences(text: str) -> None:
    whole = [word.form for word in words_of(text)]
    parts = [word.form for start, end in sentence_spans(text) for word in words_of(text[start:end])]

    assert whole == parts


def test_text_without_an_end_is_cut() -> None:
    text = "he may detain " * 5000

    assert all(end - start <= LONGEST_SENTENCE for start, end in sentence_spans(text))
