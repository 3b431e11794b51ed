"""A law of Kazakhstan in its two languages: item by item the same commands.

Needs ../shared/corpus; skipped where it is absent.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from checker.amending.instruction import Instruction, Target
from checker.amending.reading import read_amendments
from checker.opening import open_draft

Said = list[tuple[str, tuple[tuple[str, str], ...], int, int]]

# A Kazakh подпункт of a code is called тармақ or тармақша where the Russian text says пункт
_SAME_UNIT = {"subpoint": "point"}

# Where the translations themselves differ: Kazakh replaces words where Russian strikes them, splits one
# change into two, or takes two words out for one
DIFFERENT = {"1.1.2.2", "1.1.3", "1.1.8.2", "1.1.10", "1.1.20.3"}


def _steps(target: Target) -> tuple[tuple[str, str], ...]:
    return tuple((_SAME_UNIT.get(step.unit, step.unit), step.number) for step in target.steps)


def _item(instruction: Instruction) -> tuple[str, tuple[tuple[str, str], ...], int, int]:
    steps = tuple(step for target in instruction.targets for step in _steps(target))
    return instruction.operation, steps, len(instruction.old), len(instruction.new)


def _said(path: Path) -> dict[str, Said]:
    draft = open_draft(str(path))
    read = read_amendments(draft)
    assert read.unread == ()
    places: dict[str, Said] = defaultdict(list)
    for instruction in read.instructions:
        provision = draft.provisions[instruction.provision]
        chain = [provision, *draft.ancestors(provision)]
        numbers = []
        for unit in chain:
            siblings = draft.provisions[unit.parent].children if unit.parent is not None else ()
            numbers.append(unit.number or str(siblings.index(unit.index) + 2))
        places[".".join(reversed(numbers))].append(_item(instruction))
    return dict(places)


@pytest.fixture(scope="module")
def both(corpus: Path) -> tuple[dict[str, Said], dict[str, Said]]:
    name = "kz-amend-arrest-house-arrest-2008"
    return _said(corpus / "ru" / f"{name}-ru.md"), _said(corpus / "kk" / f"{name}-kk.md")


def test_every_item_commands_in_both_languages(both: tuple[dict[str, Said], dict[str, Said]]) -> None:
    russian, kazakh = both

    assert russian.keys() == kazakh.keys()
    assert sum(map(len, russian.values())) == 37


def test_the_commands_are_the_same_but_where_the_translations_differ(
    both: tuple[dict[str, Said], dict[str, Said]],
) -> None:
    russian, kazakh = both

    assert {place for place in russian if russian[place] != kazakh[place]} == DIFFERENT
