from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.draft import LANGUAGES, Language
from checker.language.reading import articles
from checker.language.references.places import Places
from checker.language.references.reference import references_in
from tests.structure.drafting import draft_of


def _said(text: str, language: Language) -> list[tuple[str, str, list[str]]]:
    """Scope, words, and each target as «unit number» from the outside in."""
    return [
        (
            one.scope,
            text[one.start : one.end],
            [
                " ".join(
                    f"{s.unit} {s.number}" + (f"–{s.through}" if s.through else "") for s in target.steps
                )
                for target in one.targets
            ],
        )
        for one in references_in(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "в порядке, предусмотренном статьей 131 настоящего Закона",
            "ru",
            [("act", "статьей 131 настоящего Закона", ["article 131"])],
        ),
        (
            "в срок, установленный частью второй статьи 14",
            "ru",
            [("unsaid", "частью второй статьи 14", ["article 14 paragraph 2"])],
        ),
        (
            "указанный в пункте 3) настоящей статьи",
            "ru",
            [("here", "пункте 3) настоящей статьи", ["point 3"])],
        ),
        ("согласно статье 14 Конституции", "ru", [("elsewhere", "статье 14", ["article 14"])]),
        (
            "статьями 130–132 и 140 настоящего Кодекса",
            "ru",
            [("act", "статьями 130–132 и 140 настоящего Кодекса", ["article 130–132", "article 140"])],
        ),
        (
            "пунктом 2 статьи 6 Уголовного кодекса",
            "ru",
            [("elsewhere", "пунктом 2 статьи 6", ["article 6 point 2"])],
        ),
        (
            "настоящая статья, первая часть",
            "ru",
            [("here", "настоящая статья", [""]), ("unsaid", "первая часть", ["paragraph 1"])],
        ),
        ("осы Заңның 131-бабында", "kk", [("act", "осы Заңның 131-бабында", ["article 131"])]),
        (
            "осы баптың екінші бөлігінде көзделген мерзімде",
            "kk",
            [("here", "осы баптың екінші бөлігінде", ["paragraph 2"])],
        ),
        ("Қылмыстық кодекстің 12-бабы", "kk", [("elsewhere", "12-бабы", ["article 12"])]),
        (
            "131-баптың 2-тармағының 3) тармақшасы",
            "kk",
            [("unsaid", "131-баптың 2-тармағының 3) тармақшасы", ["article 131 point 2 subpoint 3"])],
        ),
        (
            "осы Кодекстің 128, 129 және 131-1-баптары",
            "kk",
            [
                (
                    "act",
                    "осы Кодекстің 128, 129 және 131-1-баптары",
                    ["article 128", "article 129", "article 131-1"],
                )
            ],
        ),
        (
            "under section 12(3)(a) of this Act",
            "en",
            [("act", "section 12(3)(a) of this Act", ["article 12 paragraph 3 point a"])],
        ),
        ("the time limit of Article 131", "en", [("unsaid", "Article 131", ["article 131"])]),
        ("referred to in paragraph 2", "en", [("unsaid", "paragraph 2", ["paragraph 2"])]),
        ("section 4 of the Police Act", "en", [("elsewhere", "section 4", ["article 4"])]),
        (
            "section 5 or section 6 of that Act",
            "en",
            [("elsewhere", "section 5", ["article 5"]), ("elsewhere", "section 6", ["article 6"])],
        ),
        ("sections 4 to 7 and 9", "en", [("unsaid", "sections 4 to 7 and 9", ["article 4–7", "article 9"])]),
        (
            "section 12(3) and (4)",
            "en",
            [("unsaid", "section 12(3) and (4)", ["article 12 paragraph 3", "article 12 paragraph 4"])],
        ),
    ],
)
def test_a_reference_is_read(
    text: str, language: Language, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert _said(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Суд принимает решение в присутствии участников дела.", "ru"),
        ("Большая часть имущества возвращается владельцу.", "ru"),
        ("Сот тараптардың қатысуымен шешім қабылдайды.", "kk"),
        ("The court decides in the presence of the parties.", "en"),
    ],
)
def test_other_words_are_no_reference(text: str, language: Language) -> None:
    assert references_in(text, language) == ()


@given(st.text(), st.sampled_from(LANGUAGES))
def test_references_stand_in_the_text_in_order(text: str, language: Language) -> None:
    found = references_in(f"статья 5 {text} бап 7-бабы section 3(1)", language)

    assert all(one.start < one.end and one.targets for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


CODE = """Статья 1. Задержание
1. Лицо может быть задержано:
1) на месте;
2) по решению суда.
2. О задержании составляется протокол.
Статья 2. Права
Задержанному разъясняются права.
Задержанный вправе молчать.
Статья 3. Срок
Срок составляет двое суток.
"""


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("пунктом 2 части первой статьи 1", "статья 1, часть 1, пункт 2"),
        ("подпунктом 2) пункта 1 статьи 1", "статья 1, часть 1, пункт 2"),
        ("частью второй статьи 2", "статья 2, часть 2"),
        ("статьей 3", "статья 3"),
        ("частью 2 статьи 1", "статья 1, часть 2"),
        ("частью 5 статьи 1", ""),
        ("статьей 9", ""),
    ],
)
def test_a_reference_leads_to_its_provision(said: str, label: str) -> None:
    draft = draft_of(CODE, title="Кодекс")
    places = Places(draft, articles(draft))

    (reference,) = references_in(f"предусмотрено {said} настоящего Кодекса", "ru")

    assert [draft.provisions[place].label for place in places.of(reference, 0)] == [label] * bool(label)


@given(st.integers(1, 30), st.integers(1, 30))
def test_an_article_is_found_where_it_stands(size: int, number: int) -> None:
    draft = draft_of("\n".join(f"{one}-бап. Ереже\nСот шешім қабылдайды." for one in range(1, size + 1)))
    places = Places(draft, articles(draft))
    (reference,) = references_in(f"осы Заңның {number}-бабында", "kk")

    found = [draft.provisions[place].number for place in places.of(reference, 0)]

    assert found == ([str(number)] if number <= size else [])
