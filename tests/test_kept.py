"""Values kept one by one: each is read alone, and what is no longer whole is not taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import DecodeError

from checker.kept import Kept

VALUES = {"суд": ("court", 1), "қамау": ("custody", 2), "empty": ("", 0)}
KIND = tuple[str, int]


def test_each_value_is_as_it_was_kept(tmp_path: Path) -> None:
    kept = Kept("print", tmp_path)
    kept.keep_each("words", VALUES)

    found = kept.fetch_each("words", KIND)

    assert found is not None
    assert dict(found) == VALUES
    assert "суд" in found
    assert found.get("nothing") is None


def test_what_was_not_kept_is_told(tmp_path: Path) -> None:
    kept = Kept("print", tmp_path)
    assert kept.fetch_each("words", KIND) is None

    kept.keep_each("words", VALUES)
    next(tmp_path.glob("*.parts")).unlink()

    assert kept.fetch_each("words", KIND) is None


def test_a_value_that_was_changed_is_refused_and_made_anew(tmp_path: Path) -> None:
    kept = Kept("print", tmp_path)
    kept.keep_each("words", VALUES)
    parts = next(tmp_path.glob("*.parts"))
    parts.write_bytes(parts.read_bytes().replace(b"custody", b"freedom"))
    found = kept.fetch_each("words", KIND)

    assert found is not None
    assert found["суд"] == ("court", 1)
    with pytest.raises(DecodeError):
        found["қамау"]
    assert kept.fetch_each("words", KIND) is None


def test_what_takes_its_place_changes_nothing_that_was_fetched(tmp_path: Path) -> None:
    kept = Kept("print", tmp_path)
    kept.keep_each("words", VALUES)
    found = kept.fetch_each("words", KIND)
    kept.keep_each("words", {"суд": ("another", 3)})

    assert found is not None
    assert dict(found) == VALUES


def test_a_file_is_closed_when_nobody_reads_it_any_more(tmp_path: Path) -> None:
    opened = Path("/proc/self/fd")
    if not opened.is_dir():
        pytest.skip("only Linux tells which files are open")
    kept = Kept("print", tmp_path)
    kept.keep_each("words", VALUES)
    before = len(list(opened.iterdir()))

    for _ in range(5):
        found = kept.fetch_each("words", KIND)
        assert found is not None
        del found

    assert len(list(opened.iterdir())) <= before + 1
