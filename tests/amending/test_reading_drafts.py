"""Whole drafts: what the lines above name, where the new wording stands, and that nothing is dropped."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.amending.clauses import read_text
from checker.amending.forms import Forms, forms_of
from checker.amending.instruction import Amendments
from checker.amending.listing import instruction_lines, step_words
from checker.amending.quotations import quotations
from checker.amending.reading import read_amendments
from checker.draft import LANGUAGES, Draft, Language
from tests.structure.drafting import draft_of

RUSSIAN = """
О внесении изменений в некоторые законы
Статья 1. Внести изменения в следующие законы:
1. В Кодекс о судах от 1 мая 2010 года (Ведомости, 2010 г., № 3, ст. 15; 2012 г., № 5, ст. 8):
1) в статье 5:
в части первой слово "мэр" исключить;
часть вторую изложить в следующей редакции:
"2. Судья решает дело сам.
Решение объявляется сразу.";
дополнить частью 3 следующего содержания:
"3. Жалоба подается в суд.";
2) в статье 9:
в части первой:
предложение второе изложить в следующей редакции:
"Прокурор участвует в заседании.";
в части третьей слово "мэр" исключить.
2. В Закон "О полиции":
статью 3 исключить.
Статья 2. Признать утратившим силу Закон от 5 июня 1999 года "О дружинах".
Статья 3. Признать утратившими силу:
1) Закон от 7 июля 1998 года "О налогах" (Ведомости, 1998 г., № 2, ст. 5);
2) статью 4 Закона от 8 июля 1998 года "О дорогах".
Статья 4. Настоящий Закон вводится в действие с 1 января.
"""
KAZAKH = """
Кейбір заңдарға өзгерістер мен толықтырулар енгізу туралы
1-бап. Мына заңдарға өзгерістер енгізілсін:
1. «Полиция туралы» 2010 жылғы 1 мамырдағы Қазақстан Республикасының Заңына (Жаршы, 2010 ж., № 3, 15-құжат):
1) 5-бапта:
бірінші бөліктегі «әкім» деген сөз алып тасталсын;
екінші бөлік мынадай редакцияда жазылсын:
«2. Судья істі өзі шешеді.»;
2) 9-бап алып тасталсын.
2-бап. Осы Заң 1 қаңтардан бастап қолданысқа енгізіледі.
"""
ENGLISH = """
Police (Amendment) Act
An Act to amend the Police Act, 1999
1. Short title. This Act may be cited as the Police (Amendment) Act.
2. Section 5 of the Police Act, No. 7 of 1999 is hereby amended as follows:-
(1) in subsection (1), by the substitution for the word “mayor” of the word “judge”;
(2) by the repeal of subsection (2) and the substitution therefor of the following subsection:-
“(2) The judge decides alone.”;
(3) by the insertion immediately after subsection (2) of the following subsection:-
“(3) An appeal lies to the court.”.
3. Section 9 of the principal Act is hereby repealed.
"""


def told(draft: Draft) -> list[str]:
    read = read_amendments(draft)
    return [
        f"{item.operation} {target.act.split(' ')[0]} {' '.join(map(step_words, target.steps))}".strip()
        for item in read.instructions
        for target in item.targets
    ]


def test_a_russian_law_is_read_with_the_lines_above() -> None:
    assert told(draft_of(RUSSIAN, "О внесении изменений в некоторые законы")) == [
        "strike-words Кодекс article 5 paragraph 1",
        "new-wording Кодекс article 5 paragraph 2",
        "add-provision Кодекс article 5",
        "new-wording Кодекс article 9 paragraph 1 sentence 2",
        "strike-words Кодекс article 9 paragraph 3",
        "repeal Закон article 3",
        "repeal Закон",
        "repeal Закон",
        "repeal Закона article 4",
    ]


def test_a_kazakh_law_is_read_with_the_lines_above() -> None:
    assert told(draft_of(KAZAKH, "Кейбір заңдарға өзгерістер мен толықтырулар енгізу туралы")) == [
        "strike-words «Полиция article 5 paragraph 1",
        "new-wording «Полиция article 5 paragraph 2",
        "repeal «Полиция article 9",
    ]


def test_an_english_law_is_read_with_the_lines_above() -> None:
    assert told(draft_of(ENGLISH, "Police (Amendment) Act")) == [
        "replace-words Police article 5 paragraph 1",
        "new-wording Police article 5 paragraph 2",
        "add-provision Police article 5",
        "repeal Police article 9",
    ]


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH])
def test_new_wording_is_found_below_its_command(text: str) -> None:
    draft = draft_of(text, text.strip().splitlines()[0])
    read = read_amendments(draft)
    quoted = " ".join(draft.provisions[index].text for index in sorted(read.quoting))

    assert not read.unread
    for item in read.instructions:
        assert bool(item.wording) == (item.operation in {"new-wording", "add-provision"})
        assert set(item.wording) <= read.quoting
    assert "мэр" not in quoted and "әкім" not in quoted and "mayor" not in quoted


def test_new_wording_that_is_nowhere_is_told() -> None:
    draft = draft_of("Статья 1. Внести следующие изменения:\n1) статью 5 изложить в следующей редакции:")
    read = read_amendments(draft)

    assert [item.reason for item in read.unread] == ["the new wording was not found"]


def test_a_law_that_amends_nothing_has_no_instructions() -> None:
    text = """
    Статья 1. Суд исключает доказательства. Прокурор вправе исключить статью из обвинения.
    Статья 2. При наличии оснований считать срок истекшим дело прекращается.
    """
    assert read_amendments(draft_of(text)) == Amendments()


def test_the_list_counts_what_was_read_and_what_was_not() -> None:
    draft = draft_of("Статья 1. Внести следующие изменения:\n1) статью 5 исключить;\n2) иное дополнить.")

    assert instruction_lines(draft, read_amendments(draft))[-1].startswith("1 instructions, 1 not read")


_PARTS: dict[Language, list[str]] = {
    "ru": ["в статье 5", "часть вторую", "слово «а»", "слова", "словом «б»", "«в»", "после", "исключить",
           "заменить", "дополнить", "изложить", "в следующей редакции:", "считать", "пунктом 3", ",", ";",
           ":", "и",
           "признать утратившим силу", "соответственно", "(см. № 5)", '"', "»", "по тексту", "1)"],
    "kk": ["5-баптағы", "екінші бөлік", "«а» деген сөз", "«б» деген сөзбен", "деген сөзден кейін", "«в»", ";",
           "алып тасталсын", "ауыстырылсын", "толықтырылсын", "жазылсын", "мынадай мазмұндағы",
           "3-тармақпен", ",", ":", "және", "күші жойылды деп танылсын", '"'],
    "en": ["in section 5", "subsection (2)", "for the words “a”", "the words “b”", "after “c”", "insert",
           "omit", "substitute", "by the repeal of", "is hereby repealed", "the following:", "and", ",", ";",
           ":", "”"],
}  # fmt: skip


def _commands_outside(text: str, forms: Forms) -> list[int]:
    spans = quotations(text, forms.outside)
    return [
        found.start()
        for found in forms.speaks.finditer(text)
        if not any(span.start - 1 <= found.start() <= span.end for span in spans)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_command_is_dropped(language: Language, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(_PARTS[language]), max_size=14)))
    forms = forms_of(language)
    reading = read_text(text, 0, (), forms)
    covered = [(item.start, item.end) for item in (*reading.instructions, *reading.unread)]

    for place in _commands_outside(text, forms):
        paired = any(item.provision == 0 and item.start <= place for item in reading.instructions)
        assert any(start <= place < end for start, end in covered) or paired or reading.lists, (text, place)
    for item in reading.instructions:
        for quoted in (*item.old, *item.new):
            assert text[quoted.start : quoted.end] == quoted.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_piece_that_is_searched_for(language: Language) -> None:
    forms = forms_of(language)
    for words, meaning in forms.vocabulary.phrases():
        if meaning.kind == "word" and meaning.name in forms.commands:
            assert any(stem in " ".join(words) for stem in forms.stems), words


@pytest.mark.parametrize(
    "text",
    [
        '"' * 300_000 + " исключить",
        "«" * 300_000 + " исключить",
        "слово «а», " * 30_000 + "исключить",
        "в статье 5 " * 30_000 + "исключить",
        "(" * 300_000 + "исключить",
        "дополнить " * 30_000,
    ],
    ids=["straight", "opening", "quotations", "references", "parentheses", "commands"],
)
def test_a_hostile_line_takes_no_time(text: str) -> None:
    began = time.process_time()
    reading = read_text(text, 0, (), forms_of("ru"))

    assert time.process_time() - began < 8
    assert reading.instructions or reading.unread or text[0] in '"«'


def test_a_thousand_lines_that_each_open_a_place_are_survived() -> None:
    texts = ["Внести следующие изменения:", *["в пункте 5:"] * 3000, "слово «мэр» исключить;"]
    flat = Draft.of_texts(texts, "ru")
    first, *below = flat.provisions
    children = tuple(item.index for item in below)
    provisions = (replace(first, children=children), *(replace(item, parent=0) for item in below))
    draft = replace(flat, provisions=provisions)

    assert [item.operation for item in read_amendments(draft).instructions] == ["strike-words"]
