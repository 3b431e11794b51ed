"""Each operation by itself, with instructions made by hand."""

from __future__ import annotations

from collections.abc import Callable

from checker.amending.instruction import Step
from checker.consolidating import Consolidated
from checker.draft import Draft
from tests.consolidating.conftest import law_of, lines, order

Carry = Callable[..., Consolidated]

RU = """
Закон «О приютах»

Глава 1. Общие положения

Статья 1. Приюты
1. Приют создается акиматом района.
2. Приют принимает:
1) детей;
2) пожилых лиц;
3) иных лиц.
3. Акимат утверждает устав. Устав публикуется. Акимат вносит изменения в устав.

Статья 2. Прием
Прием ведется ежедневно.
Отказ в приеме допускается:
при отсутствии мест;
при карантине.

Глава 2. Надзор

Статья 3. Проверки
1. Проверки проводит прокурор.
2. Акт проверки вручается.
"""
EN = """
Shelters Act

1. Shelters

(1) A district may open a shelter.
(2) A shelter admits—
(a) children;
(b) older persons; and
(c) others.

2A. Records

The shelter keeps records of the shelter.

3. Fees

No fee is due.
"""


def test_a_stretch_of_words_told_by_its_first_and_last(carry: Carry) -> None:
    result = carry(
        RU,
        order("strike-words", "article 3 / point 2", stretch=["проверки", "вручается"]),
        order("replace-words", "article 1 / point 1", stretch="создается", new="закрывается"),
    )

    assert "2. Акт." in lines(result)
    assert "1. Приют закрывается." in lines(result)


def test_a_stretch_whose_last_words_are_not_there_is_told(carry: Carry) -> None:
    result = carry(RU, order("strike-words", "article 3 / point 2", stretch=["проверки", "прокурору"]))

    assert [flaw.kind for flaw in result.flaws] == ["words-not-found"]
    assert "2. Акт проверки вручается." in lines(result)


def test_words_of_one_place_and_of_the_whole_act(carry: Carry) -> None:
    result = carry(
        RU,
        order("replace-words", "article 3 / point 1", old="прокурор", new="суд"),
        order("replace-words", "", old="акимат", new="маслихат", throughout=True, inflected=True),
    )

    assert "1. Проверки проводит суд." in lines(result)
    assert "1. Приют создается маслихатом района." in lines(result)
    assert "3. Маслихат утверждает устав. Устав публикуется. Маслихат вносит изменения в устав." in lines(
        result
    )
    assert result.flaws == ()


def test_several_words_in_pairs(carry: Carry) -> None:
    result = carry(
        RU, order("replace-words", "article 1 / point 2", old=["детей", "иных лиц"], new=["сирот", "других"])
    )

    assert {"1) сирот;", "3) других."} <= set(lines(result))


def test_words_struck_and_inserted(carry: Carry) -> None:
    result = carry(
        RU,
        order("strike-words", "article 1 / point 1", old="района"),
        order("insert-words", "article 1 / point 2 / subpoint 2", new=", инвалидов", position="end"),
        order("insert-words", "article 3 / point 1", new="районный", anchor="прокурор", position="before"),
        order("insert-words", "article 3 / point 2", new="Немедленно.", position="end"),
    )

    assert "1. Приют создается акиматом." in lines(result)
    assert "2) пожилых лиц, инвалидов;" in lines(result)
    assert "1. Проверки проводит районный прокурор." in lines(result)
    assert "2. Акт проверки вручается. Немедленно." in lines(result)


def test_sentences_by_their_ordinal(carry: Carry) -> None:
    result = carry(
        RU,
        order("new-wording", "article 1 / point 3 / sentence 2", new="Устав доступен каждому."),
        order("repeal", "article 1 / point 3 / sentence last"),
    )

    assert "3. Акимат утверждает устав. Устав доступен каждому." in lines(result)


def test_lead_in_and_heading(carry: Carry) -> None:
    result = carry(
        RU,
        order("replace-words", "article 1 / point 2 / chapeau", old="принимает", new="обязан принять"),
        order("replace-words", "chapter 2 / heading", old="Надзор", new="Прокурорский надзор"),
        order("new-wording", "article 3 / heading", new="Проверки приютов"),
    )

    assert {
        "2. Приют обязан принять:",
        "Глава 2. Прокурорский надзор",
        "Статья 3. Проверки приютов",
    } <= set(lines(result))


def test_indents_are_counted_from_the_lead_in(carry: Carry) -> None:
    result = carry(RU, order("strike-words", "article 2 / paragraph 2 / indent 3", old="при карантине"))
    first = carry(RU, order("replace-words", "article 2 / paragraph 2 / indent 1", old="Отказ", new="Запрет"))

    assert result.flaws == ()
    assert "при отсутствии мест;" in lines(result) and "при карантине." not in lines(result)
    assert "Запрет в приеме допускается:" in lines(first)


def test_provisions_come_in_the_order_of_their_numbers(carry: Carry) -> None:
    result = carry(
        EN,
        order("add-provision", "", added="article 2B", new="2B. Copies. Copies are kept."),
        order("add-provision", "article 1 / paragraph 2", added="point bb", new="(bb) families;"),
        order("add-provision", "article 1 / paragraph 2", added="point ba", new="(ba) refugees;"),
    )
    numbers = [one.number for one in result.draft.provisions if one.kind == "article"]

    assert numbers == ["1", "2A", "2B", "3"]
    assert [one.number for one in result.draft.provisions if one.kind == "point"] == [
        "a", "b", "ba", "bb", "c",
    ]  # fmt: skip
    assert "art_2B" in {one.id for one in result.draft.provisions}


def test_an_unnumbered_text_takes_the_number_and_print_of_its_list(carry: Carry) -> None:
    result = carry(RU, order("add-provision", "article 1 / point 2", added="subpoint 2-1", new="беженцев;"))

    assert lines(result)[6:8] == ["2) пожилых лиц;", "2-1) беженцев;"]


QUOTED = """
Закон «О внесении изменений в Закон «О приютах»

Статья 1. Дополнить главой 1-1 следующего содержания:

«Глава 1-1. Учет

Статья 2-1. Реестр

1. Ведется реестр.

Статья 2-2. Доступ

Доступ свободен.»

Статья 2. Пункты 1 и 2 изложить в следующей редакции:

«1. Проверки проводит суд.

2. Акт проверки вручается.»
"""


def _roots(draft: Draft, place: str) -> tuple[int, ...]:
    """The quoted units that hang in an article of the amending law."""
    held = next(one for one in draft.provisions if one.id == place)
    return tuple(index for index in held.children if draft.provisions[index].quoted)


def test_a_chapter_comes_with_its_articles(carry: Carry) -> None:
    amending = law_of(QUOTED)
    roots = _roots(amending, "art_1")
    result = carry(RU, order("add-provision", "", added="chapter 1-1", wording=roots), amending=amending)
    added = [one.label for one in result.draft.provisions if one.index in result.touched]

    assert [one.number for one in result.draft.provisions if one.kind == "chapter"] == ["1", "1-1", "2"]
    assert added[0] == "Глава 1-1" and "статья 2-1, пункт 1" in added
    assert "статья 2-2" in added and "Доступ свободен." in {one.text for one in result.draft.provisions}


def test_a_new_wording_touches_only_what_it_changes(carry: Carry) -> None:
    amending = law_of(QUOTED)
    wording = _roots(amending, "art_2")
    result = carry(RU, order("new-wording", "article 3 / point 1–2", wording=wording), amending=amending)

    assert [result.draft.provisions[index].text for index in result.touched] == ["Проверки проводит суд."]


def test_renumbering_moves_what_hangs_below(carry: Carry) -> None:
    result = carry(
        RU,
        order("renumber", "article 1 / point 2–3", added="point 3–4"),
        order("add-provision", "article 1", added="point 2", new="2. Устав обязателен."),
        order("strike-words", "article 1 / point 2 / subpoint 3", old="иных"),
    )
    ids = {one.id: one.text for one in result.draft.provisions}

    assert result.flaws == ()
    assert ids["art_1__para_2"] == "Устав обязателен."
    assert ids["art_1__para_3__point_3"] == "лиц."
    assert ids["art_1__para_4"].startswith("Акимат")


def test_repeal_of_several_and_of_the_whole_act(carry: Carry) -> None:
    result = carry(RU, order("repeal", "article 1 / point 2 / subpoint 1–2", "article 3"))

    assert "1) детей;" not in lines(result) and "3) иных лиц." in lines(result)
    assert "Статья 3. Проверки" not in lines(result)
    assert carry(RU, order("repeal", "act")).draft.provisions == ()


def test_later_instructions_find_repealed_and_renumbered_places(carry: Carry) -> None:
    result = carry(
        RU,
        order("repeal", "article 1 / point 1"),
        order("renumber", "article 1 / point 2", added="point 1"),
        order("replace-words", "article 1 / point 2 / subpoint 1", old="детей", new="сирот"),
        order("replace-words", "article 1 / point 3 / sentence 1", old="устав", new="правила"),
    )

    assert result.flaws == ()
    assert "1. Приют принимает:" in lines(result) and "1) сирот;" in lines(result)


def test_what_another_instruction_has_just_added_can_be_named(carry: Carry) -> None:
    result = carry(
        RU,
        order("add-provision", "article 3", added="point 3", new="3. Копия хранится."),
        order("replace-words", "article 3 / point 3", old="Копия", new="Запись"),
    )

    assert "3. Запись хранится." in lines(result)


def test_a_point_of_a_law_and_a_part_of_a_code_are_the_same_place(carry: Carry) -> None:
    for name in ("point 1", "paragraph 1"):
        result = carry(RU, order("replace-words", f"article 3 / {name}", old="прокурор", new="суд"))
        assert "1. Проверки проводит суд." in lines(result), name


def test_the_step_of_an_at_is_looked_for_in_the_target(carry: Carry) -> None:
    added = order(
        "add-provision", "article 1 / paragraph 2", at="point a", position="after", added="point ",
        new="(aa) infants;",
    )  # fmt: skip
    assert added.at == Step("point", "a")

    result = carry(EN, added)

    assert [one.number for one in result.draft.provisions if one.kind == "point"] == ["a", "aa", "b", "c"]
