"""No pattern of the checker takes the square of a text's length: run-together files are not rare."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import checker

_LENGTH = 1_500
_SECONDS = 0.5
_UNITS = (
    *".()[]«»\"',;:-—–_*#|<> 1aаIXv\n\t",
    *(".)", ") ", "a ", "1.", "1) ", "(a", "(a) ", "1-", "1 ", "a-", "a.", "а. ", "; ", ", ", "..", "A "),
    *("Статья ", "Статья 1", "Article ", "the ", "статьи 1, ", "1-бап ", "ст. ", "[](", "![", "**", "&a;"),
    *("и ", "and ", "of ", "№ ", "  ", " (", "1, ", "=", "a=b ", "<a ", "<!--", "часа ", "hours "),
)  # fmt: skip


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            values = value if isinstance(value, tuple | list) else (value,)
            for one in values:
                for pattern in one if isinstance(one, tuple) else (one,):
                    if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                        yield f"{module.name}.{name}", pattern


PATTERNS = {f"{name}:{pattern.pattern[:20]}": pattern for name, pattern in _patterns()}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_the_square_of_the_length(name: str) -> None:
    for unit in _UNITS:
        text = unit * (_LENGTH // len(unit)) + "\0x"
        began = time.process_time()
        PATTERNS[name].match(text)
        assert time.process_time() - began < _SECONDS, unit
