"""What does not fit is told with what is there instead, and changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction, Target
from checker.consolidating import Consolidated, consolidate, law_text
from checker.draft import Draft
from checker.finding import Flaw
from tests.consolidating.conftest import AMENDING, law_of, order, steps
from tests.consolidating.test_operations import EN, RU

Carry = Callable[..., Consolidated]


def _only(result: Consolidated) -> Flaw:
    (flaw,) = result.flaws
    assert set(flaw.message) == {"en", "ru", "kk"} and all(flaw.message.values())
    assert result.draft.provisions == (result.draft.before or result.draft).provisions
    return flaw


NOTHING = order("replace-words", "article 1 / point 1", old="акиматом", new="акиматом")
FITTING = order("replace-words", "article 3 / point 1", old="прокурор", new="прокурор")


@pytest.mark.parametrize(
    ("path", "there"),
    [("article 1 / point 7", "1–3"), ("article 9", "1–3"), ("article 3 / point 2 / sentence 4", "1")],
)
def test_a_place_that_is_not_there(carry: Carry, path: str, there: str) -> None:
    flaw = _only(carry(RU, order("repeal", path), FITTING))

    assert flaw.kind == "provision-not-found"
    assert flaw.message["en"].endswith(f"there is: {there}")


def test_words_that_are_not_there_name_the_nearest(carry: Carry) -> None:
    flaw = _only(carry(RU, order("strike-words", "article 3 / point 1", old="прокуратор"), FITTING))

    assert flaw.kind == "words-not-found"
    assert "«прокурор»" in flaw.message["kk"]


def test_a_law_that_has_the_change_already_is_told(carry: Carry) -> None:
    change = order("replace-words", "article 3 / point 1", old="нотариусом", new="прокурор")

    flaw = _only(carry(RU, change, FITTING))

    assert flaw.kind == "words-not-found"
    assert "already" in flaw.message["en"]
    assert "уже внесено" in flaw.message["ru"]
    assert "енгізіліп қойған" in flaw.message["kk"]


def test_words_that_stand_twice_are_not_guessed(carry: Carry) -> None:
    flaw = _only(carry(RU, order("replace-words", "article 1 / point 3", old="Акимат", new="Аким"), FITTING))

    assert flaw.kind == "words-ambiguous"
    assert "2" in flaw.message["ru"]


def test_words_that_cannot_be_inflected_are_put_in_and_told(carry: Carry) -> None:
    change = order(
        "replace-words", "article 1 / point 1", old="акимат", new="районная администрация", inflected=True
    )
    result = carry(RU, change, FITTING)

    assert [flaw.kind for flaw in result.flaws] == ["words-ambiguous"]
    assert "районная администрация" in result.draft.provisions[3].text


def test_a_number_that_is_taken(carry: Carry) -> None:
    flaw = _only(carry(RU, order("add-provision", "article 3", added="point 2", new="2. Новое."), FITTING))

    assert flaw.kind == "number-taken"
    assert "«статья 3»" in flaw.message["ru"]


def test_a_number_set_free_by_a_repeal_is_not_taken(carry: Carry) -> None:
    result = carry(
        RU,
        order("add-provision", "article 3", added="point 2", new="2. Новое."),
        order("repeal", "article 3 / point 2"),
    )

    assert result.flaws == ()


def test_a_renumbering_onto_a_taken_number(carry: Carry) -> None:
    flaw = _only(carry(RU, order("renumber", "article 3 / point 1", added="point 2"), FITTING))

    assert flaw.kind == "number-taken"


def test_a_place_that_two_units_fit(carry: Carry) -> None:
    text = RU.replace("1. Проверки проводит прокурор.", "1. Проверяются:\n1) здание;").replace(
        "2. Акт проверки вручается.", "2. Изучаются:\n1) журнал."
    )
    flaw = _only(carry(text, order("repeal", "article 3 / subpoint 1"), NOTHING))

    assert flaw.kind == "provision-not-found"


def test_instructions_for_other_acts_are_counted(carry: Carry) -> None:
    one = order("replace-words", "article 3 / point 1", old="прокурор", new="суд")
    mine = _for(one, "Закон Республики Казахстан «О приютах»")
    other = _for(one, "Закон Республики Казахстан «О питомниках»")
    result = carry(RU, other, mine)

    assert (result.applied, result.others) == (1, 1)
    assert result.mine == (1,)


def _for(instruction: Instruction, act: str) -> Instruction:
    return replace(instruction, targets=(Target(act, steps("article 3 / point 1")),))


def test_a_draft_for_another_law_is_one_flaw(carry: Carry) -> None:
    one = order("replace-words", "article 3 / point 1", old="прокурор", new="суд")
    flaw = _only(carry(RU, _for(one, "Закон «О питомниках»")))

    assert flaw.kind == "wrong-base"
    assert "О питомниках" in flaw.message["kk"]


def test_a_draft_that_fits_nothing_is_one_flaw(carry: Carry) -> None:
    flaw = _only(carry(EN, *(order("repeal", f"article {number}") for number in range(200, 230))))

    assert flaw.kind == "wrong-base"
    assert flaw.message["en"].startswith("30 of 30 instructions")


def test_a_repeal_without_a_place_does_not_take_the_whole_law(carry: Carry) -> None:
    result = carry(RU, order("repeal", ""), FITTING)

    assert [flaw.kind for flaw in result.flaws] == ["provision-not-found"]
    assert len(result.draft.provisions) > 10


def test_ten_thousand_instructions_on_a_megabyte_take_ten_seconds_at_most() -> None:
    sentence = "Суд рассматривает жалобу заявителя в течение пяти рабочих дней со дня ее получения. "
    articles = [
        f"Статья {number}. Жалоба {number}\n1. Порядок номер {number} таков.\n2. {sentence * 3}\n"
        for number in range(1, 2001)
    ]
    base = law_of("Закон «О жалобах»\n\n" + "\n".join(articles))
    size = sum(len(one.text.encode()) for one in base.provisions)
    orders = [
        order(
            "replace-words", f"article {n % 2000 + 1} / point 1", old=str(n % 2000 + 1), new=str(n % 2000 + 1)
        )
        for n in range(5000)
    ]
    orders += [
        order("strike-words", f"article {n % 2000 + 1} / point 2", old="нет таких слов") for n in range(2500)
    ]
    orders += [
        order("add-provision", f"article {n + 1}", added="point 3", new=f"3. Новое {n}.") for n in range(2000)
    ]
    orders += [order("repeal", f"article {n + 1} / point 9") for n in range(500)]
    began = time.process_time()

    result = consolidate(base, AMENDING, Amendments(tuple(orders)))

    assert size > 900_000
    assert time.process_time() - began < 10
    assert result.applied == 7000 and len(result.flaws) == 3000


def test_an_empty_base_and_hostile_words_do_no_harm(carry: Carry) -> None:
    empty = Draft.of_texts([], "ru")
    result = consolidate(empty, AMENDING, Amendments((order("repeal", "article 1"),)))

    assert law_text(result.draft) == ""
    hostile = order("replace-words", "article 3 / point 1", old="(.*)+$[", new="\\1 {place}")
    assert _only(carry(RU, hostile, FITTING)).kind == "words-not-found"
