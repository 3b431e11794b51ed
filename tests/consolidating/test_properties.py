"""What is done can be undone: inserted words struck, new units repealed, numbers given back."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction
from checker.consolidating import consolidate, law_text
from checker.consolidating.inflecting import inflected
from checker.consolidating.tree import draft_of, tree_of
from checker.consolidating.words import inserted, places_in, replaced
from checker.draft import Draft
from tests.consolidating.conftest import AMENDING, law_of, order

WORDS = {
    "ru": ("суд", "прокурор", "жалоба", "решение", "заявитель", "срок", "и", "в", "тюрьма"),
    "kk": ("сот", "прокурор", "шағым", "шешім", "өтініш", "мерзім", "және", "түрме", "құқық"),
    "en": ("court", "prosecutor", "complaint", "order", "person", "term", "and", "prison", "the"),
}
HEADS = {"ru": "Статья {}. Заголовок {}", "kk": "{}-бап. Тақырып {}", "en": "Article {}. Heading {}"}
TITLES = {
    "ru": "Закон «О пробе»",
    "kk": "«Сынақ туралы» Қазақстан Республикасының Заңы",
    "en": "Trial Act",
}


@st.composite
def laws(draw: st.DrawFn) -> tuple[str, Draft]:
    language = draw(st.sampled_from(("ru", "kk", "en")))
    sentence = st.lists(st.sampled_from(WORDS[language]), min_size=6, max_size=14).map(
        lambda words: " ".join(words).capitalize() + "."
    )
    parts = st.lists(sentence, min_size=2, max_size=4)
    text = [TITLES[language], ""]
    for number, articles in enumerate(draw(st.lists(parts, min_size=2, max_size=5)), 1):
        text.extend((HEADS[language].format(number, number), ""))
        text.extend(f"{place}. {words}" for place, words in enumerate(articles, 1))
        text.append("")
    return language, law_of("\n".join(text))


def _carry(base: Draft, *orders: Instruction) -> Draft:
    result = consolidate(base, AMENDING, Amendments(tuple(orders)))
    assert result.flaws == ()
    return result.draft


def _same(one: Draft, other: Draft) -> bool:
    return one.provisions == other.provisions


SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(laws(), st.data())
def test_striking_what_was_inserted_gives_the_law_back(drawn: tuple[str, Draft], data: st.DataObject) -> None:
    _, base = drawn
    one = data.draw(st.sampled_from([one for one in base.provisions if one.kind == "paragraph"]))
    words = one.text.rstrip(".").split()
    anchor = " ".join(words[: data.draw(st.integers(1, len(words)))])
    path = f"article {one.article} / point {one.number}"
    put = order("insert-words", path, anchor=anchor, position="after", new="иным образом")
    if len(places_in(one.text, anchor)) != 1:
        return
    amended = _carry(base, put)

    assert not _same(amended, base)
    assert _same(_carry(amended, order("strike-words", path, old="иным образом")), base)


@SETTINGS
@given(laws(), st.data())
def test_renumbering_forth_and_back(drawn: tuple[str, Draft], data: st.DataObject) -> None:
    _, base = drawn
    article = data.draw(st.sampled_from([one for one in base.provisions if one.kind == "article"]))
    last = len(article.children)
    forth = order("renumber", f"article {article.number} / point 1–{last}", added=f"point 3–{last + 2}")
    back = order("renumber", f"article {article.number} / point 3–{last + 2}", added=f"point 1–{last}")
    moved = _carry(base, forth)

    assert next(one.number for one in moved.provisions if one.parent == article.index) == "3"
    assert _same(_carry(moved, back), base)


@SETTINGS
@given(laws(), st.data())
def test_repealing_what_was_added_gives_the_law_back(drawn: tuple[str, Draft], data: st.DataObject) -> None:
    _, base = drawn
    article = data.draw(st.sampled_from([one for one in base.provisions if one.kind == "article"]))
    number = data.draw(st.integers(1, len(article.children)))
    added = order(
        "add-provision", f"article {article.number}", added=f"point {number}-1", new=f"{number}-1. Новое."
    )
    amended = _carry(base, added)
    where = [one.number for one in amended.provisions if one.parent == article.index]

    assert where.index(f"{number}-1") == number
    assert _same(_carry(amended, order("repeal", f"article {article.number} / point {number}-1")), base)


@SETTINGS
@given(laws())
def test_a_law_made_a_tree_and_printed_stays_the_same(drawn: tuple[str, Draft]) -> None:
    _, base = drawn
    again = law_of(law_text(base))

    assert draft_of(tree_of(base)[0], base).provisions == base.provisions
    assert [replace(one, where="") for one in again.provisions] == [
        replace(one, where="") for one in base.provisions
    ]


@given(st.text(max_size=60), st.text(alphabet="абв ,.;()«»", min_size=1, max_size=20), st.integers(0, 60))
def test_words_put_in_are_found_and_taken_out(text: str, new: str, place: int) -> None:
    put = inserted(text, min(place, len(text)), new)

    assert new.strip() in put or new[:-1].strip() in put or not new.strip()
    for span in places_in(put, new):
        assert len(replaced(put, span, "")) < len(put)


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.sampled_from(("ru", "kk", "en")))
def test_inflecting_any_words_raises_nothing(found: str, old: str, new: str, language: str) -> None:
    inflected(found, old, new, language)
