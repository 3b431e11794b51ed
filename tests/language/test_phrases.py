from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.draft import Draft
from checker.language.lexicon import build_lexicon
from checker.language.phrases import PhraseError, parse_phrase
from checker.language.reading import read_draft
from checker.rule import Concept


@pytest.mark.parametrize(
    ("phrase", "wrong"),
    [
        ("", "names no word"),
        ("...", "names no word"),
        ("court ..", "begins or ends with a gap"),
        ("(court", "not closed"),
        ("court)", "no matching"),
        ("a | b", "inside round brackets"),
        ("(a|)", "empty alternative"),
        ("? court", "must follow"),
        ("<> court", "names no concept"),
        ("<court@xyz> decides", "no case"),
        ("court *", "no word"),
        ("(to|by)?", "names no word"),
        ("(" * 5000 + "a|b" + ")" * 5000, "more than 20 nested brackets"),
    ],
)
def test_a_broken_phrase_says_what_is_wrong(phrase: str, wrong: str) -> None:
    with pytest.raises(PhraseError, match=wrong):
        parse_phrase(phrase, "en")


def _found(draft: Draft, concepts: dict[str, Concept], name: str = "it") -> list[str]:
    reading = read_draft(draft, build_lexicon(concepts))
    return [
        " ".join(sentence.forms[mention.first : mention.last])
        for sentence in reading.sentences
        for mention in reading.mentions(name, sentence.number)
    ]


@pytest.mark.parametrize(
    ("language", "phrase", "text", "found"),
    [
        ("en", "detained person", "The detained persons were heard.", ["detained persons"]),
        (
            "en",
            "bring .. before court",
            "He is brought at once before the court.",
            ["brought at once before the court"],
        ),
        ("en", "bring .. court", "brought one two three four five court", []),
        (
            "en",
            "bring ... court",
            "brought one two three four five court",
            ["brought one two three four five court"],
        ),
        ("en", "arrest any person", "They arrest the person.", ["arrest the person"]),
        ("en", "(arrest|detain) person", "They detain the person.", ["detain the person"]),
        ("en", "hold (in custody)? for", "It is held for", ["held for"]),
        ("en", "=detained", "detain detains detained", ["detained"]),
        ("en", "deten*", "the detention of", ["detention"]),
        (
            "en",
            "prosecutor & extend",
            "Custody is extended by the prosecutor.",
            ["extended by the prosecutor"],
        ),
        ("ru", "задерж*", "Задержание и задержанный", ["задержание", "задержанный"]),
        ("ru", "с санкции =прокурора", "С санкции прокурора или прокурором", ["с санкции прокурора"]),
        ("kk", "соттың =санкциясынсыз", "Соттың санкциясынсыз ұсталды", ["соттың санкциясынсыз"]),
        ("kk", "соттың =санкциясынсыз", "Соттың санкциясымен ұсталды", []),
        ("kk", "күдікті адам", "Күдiктi адамды ұстау", ["күдікті адамды"]),
    ],
)
def test_phrases_are_found(
    make_draft: Callable[..., Draft], language: str, phrase: str, text: str, found: list[str]
) -> None:
    concepts = {"it": Concept("it", {language: (phrase,)})}  # type: ignore[dict-item]

    assert found == _found(make_draft(text, language=language), concepts)


def test_a_slot_takes_a_mention_in_the_case_asked(make_draft: Callable[..., Draft]) -> None:
    concepts = {
        "body": Concept("body", {"ru": ("прокурор", "следственный судья")}),
        "it": Concept("it", {"ru": ("продлевается <body@ins>",)}),
    }
    draft = make_draft("Срок продлевается следственным судьей.", "Срок продлевается прокурора.")

    assert _found(draft, concepts) == ["продлевается следственным судьей"]


def test_a_false_friend_drops_the_mention(make_draft: Callable[..., Draft]) -> None:
    concepts = {"it": Concept("it", {"ru": ("арест*",)}, {"ru": ("арест* .. имуществ*",)})}

    assert _found(make_draft("Арест лица. Арест имущества."), concepts) == ["арест"]


def test_a_slip_in_a_long_word_is_forgiven_at_a_lower_score(make_draft: Callable[..., Draft]) -> None:
    concepts = {"it": Concept("it", {"en": ("interrogation",)})}
    reading = read_draft(make_draft("The interogation begins."), build_lexicon(concepts))

    (mention,) = reading.mentions("it", 0)

    assert 0.8 < mention.score < 1.0


def test_an_item_is_read_with_its_chapeau(make_draft: Callable[..., Draft]) -> None:
    draft = make_draft("extend detention to thirty days;")
    item = replace(draft.provisions[0], context="The prosecutor may:")
    concepts = {"it": Concept("it", {"en": ("prosecutor may .. extend",)})}
    reading = read_draft(replace(draft, provisions=(item,)), build_lexicon(concepts))

    (mention,) = reading.mentions("it", 0)

    assert reading.sentences[0].own_span(mention.first, mention.last) == (0, len("extend"))
