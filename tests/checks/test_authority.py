from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.rule import Check

ONLY_COURT = Check("authority", ("custody",), decided_by=("prosecutor",), allowed=("court",))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The prosecutor may order detention.", True),
        ("The court may order detention on application of the prosecutor.", False),
        ("Арест производится с санкции прокурора.", True),
        ("Арест производится с санкции суда.", False),
        ("Арест производится с санкции суда по ходатайству прокурора.", False),
        ("Арест производится с санкции суда или прокурора.", True),
        ("Арест имущества производится с санкции прокурора.", False),
        ("Күдікті прокурордың санкциясымен ұсталады.", True),
        ("Күдікті прокурордың өтінішхаты бойынша ұсталады.", False),
    ],
)
def test_who_decides_is_told_from_who_asks(quotes: Callable[..., list[str]], text: str, wrong: bool) -> None:
    assert bool(quotes(ONLY_COURT, text)) == wrong
