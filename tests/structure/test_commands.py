"""Lines of an amending law hang where the command belongs."""

from __future__ import annotations

from checker.structure.commands import is_command, is_new_wording, names_same_unit
from tests.structure.drafting import draft_of

LAW = """
О внесении изменений
Статья 1. Внести следующие изменения:
1. В Кодекс о судах:
1) статью 2 исключить;
2) в статье 9:
в части первой:
предложения второе и третье изложить в следующей редакции:
"Прокурор участвует в заседании. Судья решает дело.";
дополнить предложением четвертым следующего содержания:
"Решение объявляется.";
в части третьей слово "мэр" исключить;
в части пятой слово "мэр" исключить.
2. В Закон "О полиции":
статью 3 исключить.
"""


def test_commands_below_the_last_item_stay_in_it() -> None:
    draft = draft_of(LAW)
    item = next(
        provision for provision in draft.provisions if provision.number == "2" and provision.kind == "point"
    )
    below = [draft.provisions[index] for index in item.children]

    assert [provision.text.split(" слово")[0] for provision in below] == [
        "в части первой:",
        "в части третьей",
        "в части пятой",
    ]
    assert [draft.provisions[index].text.split()[0] for index in below[0].children] == [
        "предложения",
        "дополнить",
    ]


def test_a_command_on_the_line_of_an_article_is_no_heading() -> None:
    draft = draft_of('Статья 1. В пункте 4 слова "и мэр" исключить\nСтатья 2. Срок вступления в силу')

    assert [(provision.heading, provision.text) for provision in draft.provisions] == [
        ("", 'В пункте 4 слова "и мэр" исключить'),
        ("Срок вступления в силу", ""),
    ]


def test_a_command_opens_small() -> None:
    assert is_command("статью 5 исключить;")
    assert is_command("5-бап алып тасталсын;")
    assert not is_command("Суд вправе исключить доказательство.")
    assert not is_command("section 5 is repealed")


def test_new_wording_is_one_quotation() -> None:
    assert is_new_wording('"Суд решает.";')
    assert not is_new_wording('"Суд" решает')


def test_the_same_unit_is_known_by_its_first_words() -> None:
    assert names_same_unit("в части первой:", "в части третьей слово «а» исключить")
    assert names_same_unit("бірінші бөлікте:", "үшінші бөліктегі «а» деген сөз алып тасталсын")
    assert not names_same_unit("в части первой:", "дополнить предложением вторым")
