from __future__ import annotations

import pytest

from checker.language.quantities import find_quantities
from checker.language.words import words_of


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "not exceeding seventy-two hours", [72]),
        ("en", "within forty- eight hours or 3 (three) clear days", [48, 72]),
        ("en", "a hundred and twenty days", [2880]),
        ("en", "not exceeding twentyfour hours", [24]),
        ("en", "one hundred eighty days", [4320]),
        ("en", "a fortnight", [336]),
        ("en", "a person of eighteen years of age", []),
        ("ru", "двенадцати (12) часов", [12]),
        ("ru", "72 (семидесяти двух) часов", [72]),
        ("ru", "не более трех суток", [72]),
        ("ru", "в течение суток", [24]),
        ("ru", "тридцати рабочих дней", [720]),
        ("ru", "лицо, достигшее восемнадцати лет", []),
        ("ru", "на срок до двух лет", [17520]),
        ("ru", "части второй статьи 5", []),
        ("kk", "жетпіс екі сағатқа дейін", [72]),
        ("kk", "қырық сегіз сағаттан кешіктірмей", [48]),
        ("kk", "үш тәулікке дейін", [72]),
        ("kk", "он күнтізбелік күн ішінде", [240]),
        ("kk", "екі айдан аспайтын", [1440]),
    ],
)
def test_durations_are_read_as_values(language: str, text: str, hours: list[float]) -> None:
    words = [word.form for word in words_of(text)]

    found = [one.hours for one in find_quantities(words, language) if one.hours is not None]  # type: ignore[arg-type]

    assert hours == found


def test_a_bare_number_has_no_hours() -> None:
    (quantity,) = find_quantities(["article", "132"], "en")

    assert (quantity.number, quantity.hours) == (132, None)
