"""What is kept between runs is used when nothing changed, and never when something did."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.rulebook import Rulebook, default_rulesets, open_rulebook


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("checker.kept.user_cache_path", lambda *_, **__: folder)
    yield folder


@pytest.fixture
def ruleset(tmp_path: Path) -> Path:
    """A ruleset with one rule and the common lexicon."""
    source = next(folder for folder in default_rulesets() if folder.name == "eu-kz-2009")
    shutil.copytree(source.parent / "lexicon", tmp_path / "lexicon")
    shutil.copytree(source, tmp_path / "one")
    for path in (tmp_path / "one" / "rules").glob("*.yaml"):
        if path.name != "ADM-01.yaml":
            path.unlink()
    return tmp_path / "one"


def _ready(folder: Path) -> Rulebook:
    book = open_rulebook([folder])
    book.make_ready(["kk"])
    return book


def test_the_second_run_reads_what_the_first_kept(
    ruleset: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _ready(ruleset)
    monkeypatch.setattr("checker.rulebook.load_ruleset", lambda _: pytest.fail("the YAML was read again"))
    second = _ready(ruleset)

    assert [rule.id for rule in second.rulesets[0].rules] == ["ADM-01"]
    assert second.rulesets == first.rulesets
    assert second.lexicon.of("kk").entries == first.lexicon.of("kk").entries
    assert cache.stat().st_mode & 0o077 == 0


def test_a_change_of_any_file_is_seen(ruleset: Path) -> None:
    _ready(ruleset)
    lexicon = ruleset.parent / "lexicon" / "bodies.yaml"
    lexicon.write_text(
        lexicon.read_text(encoding="utf-8") + "\nnew-body:\n  kk: [жаңа орган]\n", encoding="utf-8"
    )

    assert "new-body" in _ready(ruleset).lexicon.of("kk").entries


@pytest.mark.parametrize("damage", [b"", b"\x92\x01garbage", b"nothing of the kind"])
def test_a_damaged_cache_is_made_anew(ruleset: Path, cache: Path, damage: bytes) -> None:
    _ready(ruleset)
    for path in cache.iterdir():
        path.write_bytes(damage)

    assert [rule.id for rule in _ready(ruleset).rulesets[0].rules] == ["ADM-01"]


def test_a_cache_that_cannot_be_written_is_done_without(ruleset: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be")

    assert [rule.id for rule in _ready(ruleset).rulesets[0].rules] == ["ADM-01"]


def test_only_the_newest_files_stay(ruleset: Path, cache: Path) -> None:
    for number in range(17):
        (ruleset / "note.yaml").write_text(f"# {number}\n", encoding="utf-8")
        open_rulebook([ruleset])

    assert len(list(cache.iterdir())) == 48
