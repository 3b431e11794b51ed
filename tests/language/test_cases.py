"""Cases by ending: what tells «decides» from «is asked»."""

from __future__ import annotations

import pytest

from checker.draft import Language
from checker.language.cases import cases


@pytest.mark.parametrize(
    ("language", "word", "found"),
    [
        ("ru", "прокурором", "ins"),
        ("ru", "судья", "nom"),
        ("kk", "соттың", "gen"),
        ("kk", "сотты", "acc"),
        ("kk", "соты", "nom"),
        ("kk", "президенті", "nom"),
        ("kk", "президентті", "acc"),
        ("kk", "комитеті", "nom"),
        ("kk", "министрі", "nom"),
        ("kk", "органы", "nom"),
        ("kk", "органды", "acc"),
        ("kk", "басшысын", "acc"),
        ("en", "court", "nom"),
    ],
)
def test_the_ending_tells_the_case(language: Language, word: str, found: str) -> None:
    assert found in cases(word, language)
