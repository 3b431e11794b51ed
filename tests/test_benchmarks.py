"""The benchmark of speed: that every part of it runs, and that what it measures with is what it says."""

from __future__ import annotations

import builtins
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.draft import LANGUAGES, Language
from checker.rulebook import default_rulesets, open_rulebook
from checker.rules.loading import common_lexicon

ROOT = Path(__file__).resolve().parent.parent
BENCHMARK = ROOT / "tests" / "benchmark"
SMALLEST = next(folder for folder in default_rulesets() if folder.name == "iccpr-core")


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import a module of the benchmark by name, as its script does."""
    monkeypatch.syspath_prepend(str(BENCHMARK))
    return importlib.import_module


def _run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARK / "speed.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_quick_run_writes_every_table_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n", encoding="utf-8")

    run = _run("--quick", "--write", str(page))

    assert run.returncode == 0, run.stderr
    text = page.read_text(encoding="utf-8")
    assert text == f"before\n<!-- speed -->\n{run.stdout}<!-- /speed -->\nafter\n"
    for told in ("R² ", "| ×2, other words |", "| ×2, the same words |", "| `re`, a search", "| imports |"):
        assert told in run.stdout


def test_a_page_without_marks_is_told_before_anything_is_measured(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("no marks\n", encoding="utf-8")

    run = _run("--quick", "--write", str(page))

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"{page}: the figures have no place")


def test_the_readme_has_a_place_for_the_figures() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert readme.count("<!-- speed -->") == readme.count("<!-- /speed -->") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_their_size_and_are_read_as_laws(language: Language, part: Any, tmp_path: Path) -> None:
    texts = part("texts")
    opening = part("checker.opening")
    articles = texts.articles_of(map(Path, opening.find_drafts([str(ROOT / "drafts")])), language)
    path = tmp_path / "law.txt"
    path.write_text(texts.law_of(100_000, articles, language), encoding="utf-8")

    draft = opening.open_draft(str(path))

    numbers = [provision.number for provision in draft.provisions if provision.kind == "article"]
    assert 100_000 <= path.stat().st_size < 103_000
    assert draft.language == language
    assert numbers == [str(number + 1) for number in range(len(numbers))]
    assert len(numbers) > len(articles)  # so that some came again


@pytest.mark.parametrize("other_words", [True, False])
def test_copied_rulesets_stand_beside_the_originals(other_words: bool, part: Any, tmp_path: Path) -> None:
    copies = part("copies")
    original = copies.Original((SMALLEST,), common_lexicon())

    (folder,) = copies.copy_rulesets(original, tmp_path, 1, other_words=other_words)
    book = open_rulebook([SMALLEST, folder])
    book.lexicon.make_ready(LANGUAGES)

    first, second = book.rulesets
    phrases, copied = (
        {phrase for concept in one.concepts.values() for phrase in concept.phrases["ru"] if "<" not in phrase}
        for one in (first, second)
    )
    assert {f"{rule.id}-X1" for rule in first.rules} == {rule.id for rule in second.rules}
    assert not first.concepts.keys() & second.concepts.keys()
    assert len(copied) > 100
    assert len(phrases & copied) / len(copied) < 0.05 if other_words else phrases == copied


def test_phrases_are_written_out_as_strings(part: Any) -> None:
    strings = set(part("phrases").strings_of("(Order|warrant of) the? <court> .. =by (a .. b)"))

    assert {" ".join(text.split()) for text in strings} == {
        "order the",
        "order",
        "warrant of the",
        "warrant of",
        "by a",
        "by b",
        "",
    }


@pytest.mark.parametrize(
    ("name", "places"),
    [("loop", 4), ("trie", 2), ("likeness", 4)],  # «court order» holds «court»; so does «courts»
)
def test_other_programs_find_the_strings(name: str, places: int, part: Any) -> None:
    phrases, text = ["court", "court order", "order"], "a court order.\nthe courts"

    assert part("rivals").RIVALS[name].find(phrases, text, "en").places == places


def test_an_import_within_a_stage_counts_as_import(
    part: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slow_to_load.py").write_text("import time\ntime.sleep(0.3)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # put back after the test
    monkeypatch.setattr(importlib, "import_module", importlib.import_module)
    stages = part("stages").Stages()

    stages.watch_imports()
    exec("import slow_to_load")
    stages.end("reading")

    assert stages.seconds["imports"] >= 0.3 > stages.seconds["reading"]


def test_peak_memory_is_that_of_the_measured_process_alone(part: Any, tmp_path: Path) -> None:
    held = bytearray(b"x" * 200_000_000)
    small, large = [sys.executable, "-c", "pass"], [sys.executable, "-c", "b'x' * 100_000_000"]

    taken = part("measuring").measured({"small": small, "large": large}, 1, tmp_path)

    assert taken["small"].memory < 60
    assert 100 < taken["large"].memory < len(held) / 1e6


def test_a_command_that_fails_is_told(part: Any, tmp_path: Path) -> None:
    measuring = part("measuring")

    with pytest.raises(measuring.FailedError, match="ended with 3: no such law"):
        measuring.measured(
            {"": [sys.executable, "-c", "import sys; print('no such law', file=sys.stderr); sys.exit(3)"]},
            1,
            tmp_path,
        )
