"""Two languages side by side: the Kazakh text is the law, the other stands parallel."""

from __future__ import annotations

import pytest

from checker.readers import read_bytes
from tests.readers.word_files import read, table

KAZAKH = [
    "1-бап. Осы Заңның мақсаты",
    "1. Сот қаулысы күшіне енеді.",
    "2. Шағым сотқа беріледі.",
    "2-бап. Ұстап алу",
]
RUSSIAN = ["Статья 1. Цель настоящего Закона", "1. Постановление суда вступает в силу.",
           "2. Жалоба подается в суд.", "Статья 2. Задержание"]  # fmt: skip
PAIRS = list(zip(KAZAKH, RUSSIAN, strict=True))


def columns(pairs) -> str:
    rows = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in pairs)
    return f"<table>{rows}</table>"


def boxes(pairs) -> str:
    return "".join(f"<div class='r'><div>{left}</div><div>{right}</div></div>" for left, right in pairs)


@pytest.mark.parametrize("build", [columns, boxes])
@pytest.mark.parametrize("turned", [False, True], ids=["kk first", "ru first"])
def test_a_page_in_two_languages(build, turned: bool) -> None:
    pairs = [(right, left) for left, right in PAIRS] if turned else PAIRS
    source = read_bytes("a.html", f"<html><body>{build(pairs)}</body></html>".encode())

    assert [block.text for block in source.blocks] == KAZAKH
    assert [block.text for block in source.parallel] == RUSSIAN


def test_a_word_table_in_two_languages() -> None:
    numbered = [(str(place), *pair) for place, pair in enumerate(PAIRS, 1)]
    source = read(table(*numbered))

    assert [block.text for block in source.blocks] == KAZAKH
    assert [block.text for block in source.parallel] == RUSSIAN
    assert [piece.text for piece in source.set_aside] == ["1", "2", "3", "4"]


def test_two_columns_in_one_language_are_a_table() -> None:
    pairs = [(one, one) for one in RUSSIAN]
    source = read_bytes("a.html", f"<html><body>{columns(pairs)}</body></html>".encode())

    assert source.parallel == ()
    assert len(source.blocks) == 2 * len(RUSSIAN)
