from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.draft import Draft, Language
from checker.language.sentences import sentences_of
from checker.rule import Check, Where

Quotes = Callable[..., list[str]]


def test_a_mention_is_marked(quotes: Quotes) -> None:
    assert quotes(Check("forbid", ("custody",)), "A person may be detained.") == ["detained"]


@pytest.mark.parametrize(
    "text",
    [
        "No person shall be detained.",
        "Detention of children is prohibited.",
        "Задержание не допускается.",
        "Запрещается задерживать детей.",
        "Адамды ұстауға жол берілмейді.",
    ],
)
def test_what_is_itself_forbidden_is_not_reported(quotes: Quotes, text: str) -> None:
    assert quotes(Check("forbid", ("custody",)), text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No person shall be detained except by order of the prosecutor.",
        "Interviews shall not be recorded; a person may be detained.",
        "Задержание не допускается, кроме случаев побега.",
        "Допрос не допускается; задержание производится немедленно.",
    ],
)
def test_an_exception_or_another_clause_opens_it_again(quotes: Quotes, text: str) -> None:
    assert len(quotes(Check("forbid", ("custody",)), text)) == 1


def test_surroundings_decide(quotes: Quotes) -> None:
    check = Check("forbid", ("custody",), Where(with_=(("prosecutor",),), without=("court",)))

    assert quotes(
        check, "The prosecutor detains.", "The court detains.", "The prosecutor and the court detain."
    ) == ["detains"]


def test_the_article_is_a_wider_window(quotes: Quotes) -> None:
    narrow = Check("forbid", ("custody",), Where(without=("lawyer",)))
    wide = Check("forbid", ("custody",), Where(without=("lawyer",), window="article"))
    text = "He is detained. A lawyer is called."

    assert (quotes(narrow, text), quotes(wide, text)) == (["detained"], [])


def test_an_exception_concept_silences_the_sentence(quotes: Quotes) -> None:
    assert quotes(Check("forbid", ("custody",)), "The court detains.", exceptions=("court",)) == []


def test_struck_words_are_not_proposed(quotes: Quotes) -> None:
    text = "слова «с участием адвоката» исключить"

    assert quotes(Check("forbid", ("lawyer",)), text) == []
    assert quotes(Check("forbid", ("lawyer",), Where(struck=True)), text) == ["адвоката"]


def test_a_quote_stands_where_it_says(run: Callable[..., object]) -> None:
    checked = run(Check("forbid", ("custody",)), "Арест, задержание. Cодержание под стражу — всё это.")

    assert [one.quote for one in checked.findings] == ["Арест", "под стражу"]  # type: ignore[attr-defined]
    for one in checked.findings:  # type: ignore[attr-defined]
        assert checked.draft.provisions[one.provision].text[one.start : one.end] == one.quote  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "chapeau", "tail"),
    [
        ("en", "A person who is held", "may be kept by the guard."),
        ("ru", "Лицо, взятое под арест", "находится у стражи."),
        ("kk", "Ұсталған адам", "күзетшіде болады."),
    ],
)
def test_words_from_the_chapeau_to_the_tail_are_no_words_of_the_item(
    make_draft: Callable[..., Draft], language: Language, chapeau: str, tail: str
) -> None:
    draft = make_draft("-", language=language)
    item = replace(draft.provisions[0], text="1990;", context=chapeau, tail=tail)
    (sentence,) = sentences_of(replace(draft, provisions=(item,)))
    last = len(sentence.forms)

    assert sentence.own_span(0, last) is None
    assert sentence.own_span(0, sentence.forms.index("1990") + 1) == (0, 4)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Persons detained"), ("ru", "Задержание лиц"), ("kk", "Адамды ұстау")],
)
def test_a_side_heading_is_not_marked(
    make_draft: Callable[..., Draft], language: Language, text: str
) -> None:
    draft = make_draft(text, language=language)
    heading = replace(draft.provisions[0], role="heading")

    assert [one.heading for one in sentences_of(draft)] == [False]
    assert [one.heading for one in sentences_of(replace(draft, provisions=(heading,)))] == [True]
