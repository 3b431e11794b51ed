"""The review file: written whole or not at all, read with helpful errors."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.decision import CHOICES, Added, Decision, Review
from checker.errors import CheckerError
from checker.reviewing.files import load_review, review_path, review_text, save_review, update_review
from checker.reviewing.validating import review_of
from checker.rules.yaml_nodes import parse_yaml

LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=60)
DECISIONS = st.builds(
    Decision,
    finding=st.text("0123456789abcdef", min_size=16, max_size=16),
    rule=st.sampled_from(["HC-01", "JRD-01"]),
    choice=st.sampled_from(CHOICES),
    author=LETTERS,
    day=st.dates().map(str),
    reason=LETTERS.map(lambda text: f"r{text}"),
    message=LETTERS,
    wording=LETTERS,
    provision=LETTERS,
    quote=LETTERS,
    text=LETTERS,
)
ADDED = st.builds(
    Added,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    rule=st.just("HC-01"),
    provision=LETTERS,
    label=LETTERS,
    quote=LETTERS.map(lambda text: f"q{text}"),
    message=LETTERS.map(lambda text: f"m{text}"),
)
REVIEWS = st.builds(
    Review, st.lists(DECISIONS, max_size=4).map(tuple), st.lists(ADDED, max_size=2).map(tuple)
)
_ONE = Decision("ab" * 8, "HC-01", "agreed", "Айгүл", "2026-11-29")


@given(REVIEWS)
def test_what_was_written_is_read_again(review: Review) -> None:
    assert review_of(parse_yaml(review_text(review), "a.review.yaml")) == review


def test_the_file_stands_beside_the_draft_and_keeps_its_letters(tmp_path: Path) -> None:
    path = review_path(str(tmp_path / "заң.docx"))

    save_review(path, Review((_ONE,)))

    assert path.name == "заң.docx.review.yaml"
    assert "Айгүл" in path.read_text(encoding="utf-8")
    assert load_review(path) == Review((_ONE,))
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert load_review(tmp_path / "none.review.yaml") == Review()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("decisions:\n- finding: a\n  rule: HC-01\n  choice: yes please\n", 4, "«yes please» is no choice"),
        ("decisions:\n- rule: HC-01\n  choice: agreed\n", 2, "the key «finding» is missing"),
        ("decisions:\n- finding: a\n  rule: HC-01\n  choice: dismissed\n", 2, "without a reason"),
        ("decision:\n- finding: a\n", 1, "the key «decision» is not known"),
        ("decisions:\n  finding: a\n", 1, "«decisions» is no list"),
        ("decisions:\n- finding: a\n  rule: HC-01\n  choice: agreed\n  why: so\n", 5, "«why» is not known"),
        ("- agreed\n", 1, "is no review file"),
    ],
)
def test_a_faulty_file_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / "law.txt.review.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CheckerError) as caught:
        load_review(path)

    assert [(one.line, said in one.message) for one in caught.value.problems] == [(line, True)]
    assert all(one.advice for one in caught.value.problems)


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "law.txt.review.yaml"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, "12"]) for name in "ab"]

    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert len(load_review(path).decisions) == 24


WRITER = """
import sys
from msgspec.structs import replace
from pathlib import Path
from checker.decision import Decision, Review
from checker.reviewing.files import update_review
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    one = Decision(f"{name}{number}", "HC-01", "agreed", text="слова " * 400)
    update_review(path, lambda review: replace(review, decisions=(*review.decisions, one)))
    print(number, flush=True)
"""


def test_a_kill_loses_no_decision_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "law.txt.review.yaml"
    chance = random.Random(7)
    for turn in range(8):
        before = len(load_review(path).decisions)
        told = tmp_path / "told"
        with told.open("w") as output:
            writer = subprocess.Popen(
                [sys.executable, "-c", WRITER, str(path), f"t{turn}-", "500"], stdout=output
            )
        while not told.stat().st_size:
            time.sleep(0.01)
        time.sleep(chance.random() / 10)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        acknowledged = len(told.read_text().splitlines())

        kept = len(load_review(path).decisions) - before
        assert kept in (acknowledged, acknowledged + 1)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    path = tmp_path / "file" / "law.txt.review.yaml"

    with pytest.raises(CheckerError, match=r"law\.txt\.review\.yaml"):
        update_review(path, lambda review: replace(review, decisions=(_ONE,)))
