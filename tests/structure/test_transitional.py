from __future__ import annotations

import pytest

from checker.checks.transitional import in_its_place
from checker.structure.foreign import mark_foreign
from tests.structure.drafting import draft_of


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (
                "Статья 1. Суд",
                "Суд решает.",
                "Статья 2. Переходные положения",
                "1. Дела – суду.",
                "2. Срок – год.",
            ),
            [False, True, True, True],
        ),
        (
            ("1-бап. Сот", "Сот шешеді.", "2-бап. Өтпелі ережелер", "Істер сотқа беріледі."),
            [False, True],
        ),
        (
            (
                "Section 1. Court",
                "The court decides.",
                "Section 2. Transitional provisions",
                "Cases go to it.",
            ),
            [False, True],
        ),
        (("Статья 1. Суд", "До введения в действие настоящего Закона решает прокурор."), [True]),
        (("1-бап. Сот", "Осы Заң қолданысқа енгізілгенге дейін прокурор шешеді."), [True]),
        (("Section 1. Court", "Until 1 January 2030 the prosecutor decides."), [True]),
        (("Статья 1. Суд", "До начала допроса разъясняются права."), [False]),
        (("Глава 1. Переходные положения", "Статья 1. Дела", "Дела – суду."), [True, True]),
    ],
)
def test_transitional_provisions_are_known(lines: tuple[str, ...], expected: list[bool]) -> None:
    assert [one.transitional for one in draft_of("\n".join(lines), title="Закон").provisions] == expected


def test_a_finding_there_says_so() -> None:
    draft = draft_of("Статья 1. Переходные положения\nДела переходят суду.\nСтатья 2. Суд\nСуд решает.")
    message = {"en": "A.", "ru": "Б.", "kk": "В."}

    first, second = draft.provisions

    assert in_its_place(message, first) == {
        "en": "A. It is a transitional provision.",
        "ru": "Б. Это переходное положение.",
        "kk": "В. Бұл – өтпелі ереже.",
    }
    assert in_its_place(message, second) == message


RUSSIAN = (
    "Суд рассматривает жалобу в присутствии лица, подавшего её, и извещает об этом прокурора и защитника."
)
KYRGYZ = "Акыйкатчынын аппаратынын кызматкерлери өздөрүнүн милдеттерин мыйзамга ылайык аткарышат."
DUTCH = (
    "De rechter beslist binnen de termijn die in het verdrag voor de partijen is bepaald en wordt gehoord."
)


def test_a_kyrgyz_paragraph_is_shown_and_not_read_as_kazakh() -> None:
    draft = draft_of(f"Статья 1. Права\n1) {RUSSIAN}\n2) {KYRGYZ}\n3) {RUSSIAN}", title="Закон")

    assert [one.role for one in draft.provisions if KYRGYZ in one.text] == ["note"]
    assert {one.language for one in draft.provisions if one.role == "norm"} == {"ru"}


def test_kazakh_is_not_taken_for_kyrgyz() -> None:
    text = "4) цифрландыру саласын дамытуды талдауды жүзеге асырады;"

    assert all(
        one.role == "norm" for one in draft_of(f"1-бап. Орган\nОрган:\n{text}\n5) сотқа жүгінеді.").provisions
    )


def test_a_second_half_in_another_language_is_set_aside_with_its_reason() -> None:
    english = "\n".join(f"Article {n}\nThe court shall hear the person within two days." for n in (1, 2, 3))
    dutch = "\n".join(f"Artikel {n}\n{DUTCH}" for n in range(1, 9))

    draft = draft_of(f"{english}\n{dutch}", title="Protocol")

    assert [one.number for one in draft.provisions if one.kind == "article"] == ["1", "2", "3"]
    assert {piece.reason for piece in draft.coverage.set_aside} == {"text in another language"}
    assert draft.coverage.unplaced == ()


def test_lines_of_the_law_alone_are_left_as_they_are() -> None:
    lines: list[object] = []

    mark_foreign(lines)  # type: ignore[arg-type]

    assert lines == []
