from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.rule import Check

LIMIT = Check("limit", ("custody-term",), at_most=48, critical_above=72)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He may be detained for forty-eight hours.", []),
        ("He may be detained for up to seventy-two hours.", ["major"]),
        ("He may be detained for ten days.", ["critical"]),
        ("No person may be held for more than 72 hours.", ["major"]),
        ("Задержание на срок не более трех суток.", ["major"]),
        ("Задержание на срок до 48 часов.", []),
        ("Күдікті он тәулікке дейін ұсталуы мүмкін.", ["critical"]),
        ("Күдікті қырық сегіз сағатқа дейін ұсталуы мүмкін.", []),
        ("The prosecutor is told within ten days.", []),
    ],
)
def test_the_tied_quantity_is_compared(run: Callable[..., object], text: str, found: list[str]) -> None:
    assert [one.severity for one in run(LIMIT, text).findings] == found  # type: ignore[attr-defined]
