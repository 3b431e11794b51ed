"""The same command said in the three languages is the same instruction, and the engine stays one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.amending.clauses import read_text
from checker.amending.forms import forms_of
from checker.amending.instruction import Target
from checker.draft import LANGUAGES, Language
from tests.amending.saying import said

_ORDINALS: dict[Language, tuple[str, ...]] = {
    "ru": ("первой", "второй", "третьей", "четвертой", "пятой"),
    "kk": ("бірінші", "екінші", "үшінші", "төртінші", "бесінші"),
    "en": ("one", "two", "three", "four", "five"),
}
_PLACES: dict[Language, tuple[str, str]] = {
    "ru": ("в статье {article} ", "в части {ordinal} статьи {article} "),
    "kk": ("{article}-бапта ", "{article}-баптың {ordinal} бөлігінде "),
    "en": ("in Article {article}, ", "in part {ordinal} of Article {article}, "),
}
_WORDS: dict[str, dict[Language, str]] = {
    "replace": {
        "ru": "слова «{old}» заменить словами «{new}»;",
        "kk": "«{old}» деген сөздер «{new}» деген сөздермен ауыстырылсын;",
        "en": "the words “{old}” shall be replaced by the words “{new}”;",
    },
    "strike": {
        "ru": "слова «{old}» исключить;",
        "kk": "«{old}» деген сөздер алып тасталсын;",
        "en": "the words “{old}” shall be omitted;",
    },
    "insert": {
        "ru": "после слов «{old}» дополнить словами «{new}»;",
        "kk": "«{old}» деген сөздерден кейін «{new}» деген сөздермен толықтырылсын;",
        "en": "after the words “{old}” insert the words “{new}”;",
    },
}
_WHOLE: dict[str, dict[Language, str]] = {
    "repeal": {
        "ru": "статью {article} исключить;",
        "kk": "{article}-бап алып тасталсын;",
        "en": "Article {article} shall be omitted;",
    },
    "reword": {
        "ru": "статью {article} изложить в следующей редакции:",
        "kk": "{article}-бап мынадай редакцияда жазылсын:",
        "en": "Article {article} shall be worded as follows:",
    },
    "add": {
        "ru": "статью {article} дополнить пунктом {number} следующего содержания:",
        "kk": "{article}-бап мынадай мазмұндағы {number}-тармақпен толықтырылсын:",
        "en": "Article {article} shall be supplemented with paragraph {number} as follows:",
    },
    "move": {
        "ru": "в статье {article} пункт {number} считать пунктом {after};",
        "kk": "{article}-баптың {number}-тармағы {after}-тармақ деп есептелсін;",
        "en": "in Article {article}, paragraph {number} shall be renumbered as paragraph {after};",
    },
}
_NUMBERS = st.integers(1, 400).map(str) | st.tuples(st.integers(1, 99), st.integers(1, 9)).map(
    lambda pair: f"{pair[0]}-{pair[1]}"
)


def _read(text: str, language: Language) -> list[str]:
    reading = read_text(text, 0, (Target(),), forms_of(language))
    assert not reading.unread, text
    return [said(item) for item in reading.instructions]


@pytest.mark.parametrize("command", _WORDS)
@settings(max_examples=60, deadline=None)
@given(
    article=_NUMBERS,
    part=st.none() | st.integers(0, 4),
    old=st.sampled_from(["порт", "рейд и маяк", "30"]),
    new=st.sampled_from(["айлақ", "quay", "60"]),
)
def test_words(command: str, article: str, part: int | None, old: str, new: str) -> None:
    told = []
    for language in LANGUAGES:
        place = _PLACES[language][part is not None]
        ordinal = _ORDINALS[language][part or 0]
        text = (place + _WORDS[command][language]).format(article=article, ordinal=ordinal, old=old, new=new)
        told.append(_read(text, language))

    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 1 and f"article:{article}" in told[0][0]


@pytest.mark.parametrize("command", _WHOLE)
@settings(max_examples=60, deadline=None)
@given(article=_NUMBERS, number=st.integers(1, 30))
def test_provisions(command: str, article: str, number: int) -> None:
    values = {"article": article, "number": number, "after": number + 1}
    told = [_read(_WHOLE[command][language].format(**values), language) for language in LANGUAGES]

    assert told[0] == told[1] == told[2]
    assert len(told[0]) == 1 and f"article:{article}" in told[0][0]
