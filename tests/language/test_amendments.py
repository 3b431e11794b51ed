from __future__ import annotations

import pytest

from checker.language.amendments import struck_spans


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("в предложении первом слова «или прокурора» исключить;", ["или прокурора"]),
        ("слова «прокурором» заменить словами «судом»;", ["прокурором"]),
        ("бірінші сөйлемдегі «немесе прокурордың» деген сөздер алып тасталсын;", ["немесе прокурордың"]),
        ("«прокурор» деген сөз «сот» деген сөзбен ауыстырылсын;", ["прокурор"]),
        ('In section 4, omit the words "or the prosecutor".', ["or the prosecutor"]),
        ('for the words "48 hours" there shall be substituted "72 hours"', ["48 hours"]),
        ('the words "administrative arrest" are deleted', ["administrative arrest"]),
        ("Слово «суд» употребляется в настоящем Законе.", []),
        ("дополнить словами «с санкции суда»", []),
    ],
)
def test_quoted_words_that_go_are_known(text: str, struck: list[str]) -> None:
    assert struck == [text[start:end] for start, end in struck_spans(text)]
