"""The signs of concepts spare work and change nothing: what a text names is always announced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.draft import LANGUAGES, Draft
from checker.language.lexicon import build_lexicon
from checker.language.matching import Matcher
from checker.language.reading import read_draft
from checker.opening import open_draft
from checker.rule import Concept
from checker.rulebook import open_rulebook

DRAFTS = Path(__file__).resolve().parent.parent.parent / "drafts"
Make = Callable[..., dict[str, Concept]]


def _announced(make_concepts: Make, text: str, **phrases: dict[str, list[str]]) -> set[str]:
    lexicon = build_lexicon(make_concepts(**phrases), languages=["en"])
    return read_draft(Draft.of_texts([text], "en"), lexicon).matchers["en"].announced


def _outright(matcher: Matcher) -> set[str]:
    """Every concept that the text may name, found without signs."""
    matcher.announced = set(matcher.lexicon.entries)
    return {name for name in matcher.lexicon.entries if matcher.possible(name)}


def test_a_concept_is_announced_by_a_word_of_each_of_its_phrases(make_concepts: Make) -> None:
    phrases = {"act": {"en": ["take into custody", "lock up"]}, "body": {"en": ["court"]}}

    assert "act" in _announced(make_concepts, "They lock him up.", **phrases)
    assert "act" in _announced(make_concepts, "They take him into custody.", **phrases)
    assert {"act", "body"}.isdisjoint(_announced(make_concepts, "The sea is calm.", **phrases))


def test_a_concept_made_of_others_is_announced_by_them(make_concepts: Make) -> None:
    phrases = {"body": {"en": ["court"]}, "choice": {"en": ["<body>"]}, "time": {"en": ["<term>"]}}

    assert "choice" in _announced(make_concepts, "The court sits.", **phrases)
    assert "choice" not in _announced(make_concepts, "The sea is calm.", **phrases)
    assert "time" in _announced(make_concepts, "It takes two days.", **phrases)
    assert "time" not in _announced(make_concepts, "It takes long.", **phrases)


def test_a_phrase_that_may_begin_in_two_ways_is_announced_by_both(make_concepts: Make) -> None:
    phrases = {"act": {"en": ["(lock up|take into custody)"]}}

    assert "act" in _announced(make_concepts, "They lock him up.", **phrases)
    assert "act" in _announced(make_concepts, "They take him into custody.", **phrases)


@pytest.mark.parametrize("draft", sorted(path.name for path in DRAFTS.glob("detention-*")))
def test_what_a_draft_names_is_announced(draft: str) -> None:
    read = open_draft(str(DRAFTS / draft))
    book = open_rulebook([], examples=False)
    book.make_ready(LANGUAGES)
    for matcher in read_draft(read, book.lexicon).matchers.values():
        announced = matcher.announced
        assert _outright(matcher) <= announced
        assert len(announced) < len(matcher.lexicon.entries)
