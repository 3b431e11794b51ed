from __future__ import annotations

import pytest

from checker.draft import Language
from checker.language.amendments import struck_spans


@pytest.mark.parametrize(
    ("text", "language", "struck"),
    [
        ("в предложении первом слова «или прокурора» исключить;", "ru", ["или прокурора"]),
        ("слова «прокурором» заменить словами «судом»;", "ru", ["прокурором"]),
        (
            "бірінші сөйлемдегі «немесе прокурордың» деген сөздер алып тасталсын;",
            "kk",
            ["немесе прокурордың"],
        ),
        ("«прокурор» деген сөз «сот» деген сөзбен ауыстырылсын;", "kk", ["прокурор"]),
        ('In section 4, omit the words "or the prosecutor".', "en", ["or the prosecutor"]),
        ('for the words "48 hours" there shall be substituted "72 hours"', "en", ["48 hours"]),
        ('the words "administrative arrest" are deleted', "en", ["administrative arrest"]),
        ("Слово «суд» употребляется в настоящем Законе.", "ru", []),
        ("дополнить словами «с санкции суда»", "ru", []),
    ],
)
def test_quoted_words_that_go_are_known(text: str, language: Language, struck: list[str]) -> None:
    assert struck == [text[start:end] for start, end in struck_spans(text, language)]
