"""Inputs that took the square of their length, or a stack of their depth, are read in bounded time."""

from __future__ import annotations

import time

import pytest

from checker.readers import read_bytes
from checker.structure import build_draft

_SECONDS = 5.0
_SPACES = b" " * 60_000
LONG = {
    "indented.md": b"\n".join((_SPACES + b"- law", b"# law" + _SPACES + b"law", b"|--|" + _SPACES + b"x")),
}


@pytest.mark.parametrize("name", LONG)
def test_long_files_take_linear_time(name: str) -> None:
    began = time.process_time()
    draft = build_draft(read_bytes(name, LONG[name]))

    assert draft.coverage.placed == draft.coverage.characters > 0
    assert time.process_time() - began < _SECONDS
