"""No pattern of the checker takes the square of a text's length: run-together files are not rare."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import checker
from checker.patterns import Uncompiled, compile_all, regex

_LENGTH = 1_500
_SECONDS = 0.5
_UNITS = (
    *".()[]«»\"',;:-—–_*#|<> 1aаIXv\n\t",
    *(".)", ") ", "a ", "1.", "1) ", "(a", "(a) ", "1-", "1 ", "a-", "a.", "а. ", "; ", ", ", "..", "A "),
    *("Статья ", "Статья 1", "Article ", "the ", "статьи 1, ", "1-бап ", "ст. ", "[](", "![", "**", "&a;"),
    *("и ", "and ", "of ", "№ ", "  ", " (", "1, ", "=", "a=b ", "<a ", "<!--", "часа ", "hours "),
)  # fmt: skip


def _compiled(value: object) -> re.Pattern[str] | None:
    """An expression as it will be used, also one that is compiled on first use."""
    if not isinstance(value, re.Pattern | Uncompiled) or not isinstance(value.pattern, str):
        return None
    return re.compile(value.pattern, value.flags)


def _several(value: object) -> tuple[object, ...]:
    if isinstance(value, dict):
        return tuple(value.values())
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            values = _several(value)
            for one in values:
                for each in one if isinstance(one, tuple) else (one,):
                    pattern = _compiled(each)
                    if pattern is not None:
                        yield f"{module.name}.{name}", pattern


PATTERNS = {f"{name}:{pattern.pattern[:20]}": pattern for name, pattern in _patterns()}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_the_square_of_the_length(name: str) -> None:
    for unit in _UNITS:
        text = unit * (_LENGTH // len(unit)) + "\0x"
        began = time.process_time()
        PATTERNS[name].match(text)
        assert time.process_time() - began < _SECONDS, unit


def test_what_no_text_has_met_is_compiled_for_whoever_has_time() -> None:
    waiting, met = regex(r"a+b"), regex(r"\d+")
    assert met.search("14")
    assert "search" not in vars(waiting)

    steps = sum(1 for _ in compile_all())

    assert steps >= 1
    assert "search" in vars(waiting)
    assert not list(compile_all())
