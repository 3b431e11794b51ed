"""Single commands in every drafting style, in our own words: each field of each instruction.

The sentences stand in ``sentences/*.yaml``; what is expected of each stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from checker.amending.clauses import read_text
from checker.amending.forms import forms_of
from checker.amending.instruction import Step, Target, Unit
from checker.draft import LANGUAGES, Language
from tests.amending.saying import said

_HOME = Path(__file__).parent / "sentences"
_FEWEST = {"en": 60, "ru": 50, "kk": 50}


def _cases() -> Iterator[tuple[Language, str, list[str], tuple[Step, ...]]]:
    for language in LANGUAGES:
        styles = yaml.safe_load((_HOME / f"{language}.yaml").read_text(encoding="utf-8"))
        for style in styles.values():
            for text, *expected in style:
                last = expected[-1]
                is_place = len(expected) > 1 and "|" not in last and last != "unread"
                place = _steps(expected.pop()) if is_place else ()
                yield language, text, [said for said in expected if said != "none"], place


def _steps(text: str) -> tuple[Step, ...]:
    units: list[tuple[Unit, str]] = [tuple(part.split(":")) for part in text.split()]  # type: ignore[misc]
    return tuple(Step(unit, number) for unit, number in units)


@pytest.mark.parametrize(("language", "text", "expected", "place"), list(_cases()))
def test_a_command_is_read(
    language: Language, text: str, expected: list[str], place: tuple[Step, ...]
) -> None:
    reading = read_text(text, 0, (Target("", place),), forms_of(language))
    told = [said(item) for item in reading.instructions] + ["unread"] * len(reading.unread)
    if reading.awaits:
        told[-1] = f"{told[-1]} below" if told[-1].count("|") > 1 else f"{told[-1]} | below"

    assert told == expected


def test_there_are_enough_sentences_in_every_language() -> None:
    counts = {language: sum(case[0] == language for case in _cases()) for language in LANGUAGES}

    assert all(counts[language] >= least for language, least in _FEWEST.items()), counts
