from __future__ import annotations

from checker.structure.quotes import quoted_lines


def quoted(*texts: str) -> list[bool]:
    return quoted_lines(texts, [False] * len(texts))


def test_a_quotation_runs_to_its_closing_mark():
    assert quoted("изложить в редакции:", "«1. Суд.", "2. Прокурор «А».»;", "2) исключить") == [
        False,
        True,
        True,
        False,
    ]


def test_straight_marks_are_counted():
    assert quoted("редакции:", '"2. Слова "или" и', 'прочее.";', "3) слово") == [False, True, True, False]


def test_a_definition_in_quotation_marks_is_not_a_quotation():
    assert quoted("In this Act:", "“court” means the High Court;") == [False, False]


def test_a_quotation_that_is_never_closed_ends_where_the_law_goes_on():
    assert quoted_lines(["the following:", "“(4) A person", "5 Next section"], [False, False, True]) == [
        False,
        True,
        False,
    ]
