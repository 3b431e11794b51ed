"""The title of a draft is the one that is printed."""

from __future__ import annotations

import pytest

from checker.source import Block
from tests.structure.drafting import by_id, draft_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("DRAFT LAW ON DETENTION\nChapter 1. Rules\nArticle 1. Scope\nOne.", "DRAFT LAW ON DETENTION"),
        ("Проект Закона «О суде»\nГлава 1. Суд\nСтатья 1. Суд\nСуд решает.", "Проект Закона «О суде»"),
        (
            "An Act\nto set up courts\n1. Name.\nThis Act may be called the Courts Act, 2021.",
            "Courts Act, 2021",
        ),
        ("Глава 2. Принципы\nСтатья 11. Законность\nСуд решает.", "Глава 2. Принципы"),
        ("Статья 1. Суд\nСуд решает.\nСтатья 2. Срок\nДень.", "draft.txt"),
    ],
)
def test_the_printed_title_is_found(text: str, title: str):
    assert draft_of(text).title == title


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Courts Act 2001Public Act2001 No 31", "Courts Act 2001"),
        ("D.R.7/2019 - Courts Bill 2019 (Passed)", "Courts Bill 2019"),
        ("Глава 1. Общие положения", "draft.txt"),
        ("A long title of a file", "A long title of a file"),
    ],
)
def test_what_the_format_gives_is_cleaned_or_refused(given: str, title: str):
    assert draft_of("Статья 1. Суд\nСуд решает.\nСтатья 2. Срок\nДень.", title=given).title == title


def test_a_saved_page_prints_its_title_among_the_menus():
    page = (
        "Вернуться в мобильную версию Главная Назад к документу О внесении изменений в Кодекс о судах "
        "Новый Закон Республики от 20 марта 2021 года № 21-VII ЗРК. Текст Официальная публикация "
        "Полноэкранный режим Печать Статья 1. " + "Внести изменения в Кодекс о судах. " * 50
    )
    draft = draft_of("", blocks=(Block(page, where="line 1"),))

    assert draft.title == "О внесении изменений в Кодекс о судах"
    assert [piece.text[:20] for piece in draft.coverage.set_aside] == [
        "Вернуться в мобильну",
        "Текст Официальная пу",
    ]


def test_a_kazakh_chapter_has_a_kazakh_label_whatever_its_letters():
    draft = draft_of("1-тарау. Суд\n1-бап. Сот\nСот шешеді және қаулы шығарады.")

    assert by_id(draft, "chp_1").label == "1-тарау"
