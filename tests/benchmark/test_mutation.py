"""The share of law pairs whose verdict flips may not sink; the figures are those of ``mutation.py``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from mutation import measure, rows, share
from mutation_pairs import read_pairs

PAIRS = read_pairs()
FLOOR = {
    ("worked", "en"): 0.95,
    ("worked", "ru"): 0.95,
    ("worked", "kk"): 0.95,
    ("measured", "en"): 0.77,
    ("measured", "ru"): 0.79,
    ("measured", "kk"): 0.75,
}


@pytest.mark.parametrize(("half", "language"), FLOOR)
def test_verdicts_flip_with_the_law(half, language):
    outcomes = measure([pair for pair in PAIRS if (pair.half, pair.language) == (half, language)])

    assert len(outcomes) > 300
    assert share(outcomes) >= FLOOR[half, language], "\n".join(rows(outcomes))


def test_both_laws_of_a_pair_differ_in_one_sentence():
    for pair in PAIRS:
        assert pair.breach.sentence != pair.sound.sentence
        one, other = pair.breach.text.splitlines(), pair.sound.text.splitlines()
        assert len(one) == len(other)
        assert sum(a != b for a, b in zip(one, other, strict=True)) == 1, pair


def test_every_language_has_as_many_pairs():
    counts = {language: sum(pair.language == language for pair in PAIRS) for language in ("en", "ru", "kk")}

    assert min(counts.values()) > 0.95 * max(counts.values())


def test_fresh_families_stand_apart_by_their_file():
    fresh = {pair.family for pair in PAIRS if pair.half == "fresh"}

    assert fresh == {pair.family for pair in PAIRS if pair.family.startswith("fresh-")}
    assert len(fresh) >= 45
    assert {pair.half for pair in PAIRS} == {"worked", "measured", "fresh"}
