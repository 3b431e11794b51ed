from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.comparing.aligning import pairs_by_place, pairs_of
from checker.draft import LANGUAGES, Draft
from tests.comparing.laws import FILLER, among_filler, law

_WORDS = st.lists(
    st.sampled_from("court arrest officer shall release person hour day file".split()), max_size=9
)
_ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(("Arrest", "Release", "Files", "")), st.lists(_WORDS.map(" ".join), max_size=4)
    ),
    max_size=6,
)


def _law(articles: list[tuple[str, list[str]]], first: int = 1) -> Draft:
    return law(
        "en", *((heading, tuple(f"{part}." for part in parts)) for heading, parts in articles), first=first
    )


@given(_ARTICLES, _ARTICLES)
def test_every_provision_of_both_texts_stands_in_exactly_one_pair(one, other):
    before, after = _law(one), _law(other)

    pairs = pairs_of(before, after)

    assert sorted(pair.before for pair in pairs if pair.before is not None) == [
        provision.index for provision in before.provisions
    ]
    assert [pair.after for pair in pairs if pair.after is not None] == [
        provision.index for provision in after.provisions
    ]
    assert all(pair.before is not None or pair.after is not None for pair in pairs)
    assert not any(pair.moved or pair.reworded for pair in pairs if None in (pair.before, pair.after))


@given(_ARTICLES)
def test_a_text_beside_itself_is_the_same(articles):
    draft = _law(articles)

    assert [(pair.before, pair.after) for pair in pairs_of(draft, draft)] == [
        (provision.index, provision.index) for provision in draft.provisions
    ]
    assert not any(pair.moved or pair.reworded for pair in pairs_of(draft, draft))


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_renumbered_are_moved_and_not_reworded(language):
    before = law(language, *FILLER[language])
    after = law(language, *FILLER[language], first=5)

    pairs = pairs_of(before, after)

    assert [(pair.before, pair.after) for pair in pairs] == [
        (provision.index, provision.index) for provision in before.provisions
    ]
    assert not any(pair.reworded for pair in pairs)
    assert all(
        pair.moved == bool(after.provisions[pair.after].article) for pair in pairs if pair.after is not None
    )


def test_a_boilerplate_part_goes_with_its_article():
    same = "A person who contravenes this article is liable to a fine."
    one, two = ("Files", ("Files are kept.", same)), ("Doors", ("Doors are locked.", same))
    before, after = law("en", one), law("en", two, one)

    texts = {
        (before.provisions[pair.before].label, after.provisions[pair.after].label)
        for pair in pairs_of(before, after)
        if pair.before is not None and pair.after is not None and before.provisions[pair.before].text == same
    }

    assert len(texts) == 1
    assert "2" in texts.pop()[1]


def test_a_split_provision_carries_on_in_its_greater_part():
    long = (
        "The head of the facility keeps a register of the persons held and shows it to the judge on demand."
    )
    rest = "Visitors leave their telephones at the gate."
    before = law("en", ("Register", (f"{long} {rest}",)))
    after = law("en", ("Register", (long, rest)))

    kinds = {
        after.provisions[pair.after].text: pair for pair in pairs_of(before, after) if pair.after is not None
    }

    assert kinds[long].before is not None
    assert kinds[long].reworded
    assert kinds[rest].before is None


def test_a_row_of_a_table_binds_what_no_words_would():
    before, after = Draft.of_texts(["Doors are locked."], "en"), Draft.of_texts(["Visits end at six."], "en")

    def in_row(draft):
        return replace(draft, provisions=tuple(replace(one, row=1) for one in draft.provisions))

    assert len(pairs_of(before, after)) == 2
    (pair,) = pairs_of(in_row(before), in_row(after))
    assert (pair.before, pair.after, pair.reworded) == (0, 0, True)


@pytest.mark.parametrize("other", ["ru", "kk"])
def test_two_languages_are_aligned_by_their_numbers(other):
    before, after = law("en", *FILLER["en"]), law(other, *FILLER[other])

    pairs = pairs_by_place(before, after)

    articles = [pair for pair in pairs if pair.after is not None and after.provisions[pair.after].article]
    assert articles
    assert all(pair.before is not None for pair in articles)


def test_the_cost_stays_near_linear():
    """Two codes of three thousand articles in which every tenth word differs."""
    words = [f"word{number}" for number in range(400)]
    texts = [
        " ".join(words[(article * 7 + place * place) % 400] for place in range(60)) for article in range(3000)
    ]
    changed = [text.replace("word7", "another") for text in texts[40:]]
    started = time.monotonic()

    pairs_of(Draft.of_texts(texts, "en"), Draft.of_texts(changed, "en"))

    assert time.monotonic() - started < 30


def test_filler_is_aligned_around_what_is_new():
    before = law("en", *among_filler("en"))
    after = law("en", *among_filler("en", ("Keys", ("Keys hang in the office.",))))

    new = [after.provisions[pair.after].text for pair in pairs_of(before, after) if pair.before is None]

    assert [text for text in new if text] == ["Keys hang in the office."]
