from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.letters import fold, language_of


@given(st.text())
def test_every_code_point_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("cуда", "суда"), ("негiз", "негіз"), ("əкімшілік", "әкімшілік"), ("Judge", "judge"), ("учёт", "учет")],
)
def test_look_alikes_become_one_letter(typed: str, meant: str) -> None:
    assert fold(typed) == meant


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No one shall be detained.", "en"),
        ("Никто не может быть задержан.", "ru"),
        ("Ешкімді ұстауға болмайды.", "kk"),
        ("", "en"),
        ("1) 2) —", "en"),
    ],
)
def test_language_shows_in_the_letters(text: str, language: str) -> None:
    assert language_of(text) == language
