from __future__ import annotations

import doctest

import pytest

from checker.structure import letters, marks, numbers, roles
from checker.structure.numbers import follows, restored


@pytest.mark.parametrize("module", [letters, marks, numbers, roles])
def test_examples_in_the_docstrings(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("before", "number", "expected"),
    [
        ("1", "1-1", True),
        ("14", "14-1", True),
        ("4", "4A", True),
        ("a", "aa", True),
        ("2", "1", False),
        ("5", "90", False),
    ],
)
def test_inserted_numbers_continue_a_list(before: str, number: str, expected: bool):
    assert follows(before, number) is expected


def test_a_lost_superscript_is_given_back_only_behind_its_root():
    assert restored("209", "20") == "20-9"
    assert restored("210", "209") == "210"
