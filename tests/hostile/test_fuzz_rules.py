"""Whatever a rule author or a reviewer writes: a ruleset, a review, or plain lines that say what to do."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CheckerError
from checker.reviewing.files import load_review, review_text
from checker.reviewing.validating import review_of
from checker.rules.loading import load_ruleset
from checker.rules.yaml_nodes import parse_yaml
from tests.hostile.fuzzing import fuzz
from tests.hostile.wording import HOSTILE_TEXTS

_DECISIONS = """decisions:
- finding: 0123456789abcdef
  rule: HC-01
  choice: agreed
  day: 2026-11-29
  reason: жарайды
added:
- id: 0123456789abcdef
  rule: HC-01
  quote: ұсталады
  message: Мерзім ұзақ.
"""
_TORN = (
    "&a ", "*a", "[", "]", "{", "}", ": ", "- ", "\t", "\n", "\n  ", "#", "|", ">", "'", '"', "!!python/object:os.system ",
    "!!int x", "!!float x", "!!bool x", "!!timestamp x", "!!binary x", "!!set {}", "<<: *a", "? ", "~", "null", "yes",
    "1:60:60", "0x", "0o9", "1e999", ".nan", "9" * 5000, "---\n", "...\n", "%YAML 9.9\n", "\0", "\x85", "\u2028",
    "\ufeff", "\ud800", "a" * 2000, "<term>", "<", "..", "[[", "]]", "id: HC-01\n", "en: []\n", "ru: null\n", "kk: 1\n",
)  # fmt: skip


@cache
def _ruleset() -> dict[str, str]:
    """The files of a small ruleset: one rule of the product with the concepts and instruments of its own."""
    home = Path(__file__).resolve().parents[2] / "rulesets"
    folder = sorted(path.parent for path in home.glob("*/ruleset.yaml"))[0]
    rule = sorted((folder / "rules").glob("*.yaml"))[0]
    lexicon = sorted((home / "lexicon").glob("*.yaml"))[0]
    return {
        "ruleset.yaml": (folder / "ruleset.yaml").read_text(encoding="utf-8").replace("common", "lexicon"),
        "instruments.yaml": sorted(folder.glob("instruments*.yaml"))[0].read_text(encoding="utf-8"),
        f"rules/{rule.name}": rule.read_text(encoding="utf-8"),
        f"lexicon/{lexicon.name}": lexicon.read_text(encoding="utf-8"),
    }


@st.composite
def _torn(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + draw(st.sampled_from(_TORN)) * draw(st.integers(0, 2)) + text[end:]
    return text


def _assert_plain(error: CheckerError) -> None:
    for problem in error.problems:
        assert problem.path
        assert problem.message


@fuzz(60)
@given(st.data())
def test_a_torn_ruleset_is_read_or_told(data: st.DataObject) -> None:
    files = dict(_ruleset())
    name = data.draw(st.sampled_from(sorted(files)))
    files[name] = data.draw(_torn(files[name]))
    folder = Path(tempfile.mkdtemp())
    try:
        for one, text in files.items():
            path = folder / one
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        load_ruleset(folder)
    except CheckerError as error:
        _assert_plain(error)
    finally:
        shutil.rmtree(folder)


@fuzz(100)
@given(st.one_of(_torn(_DECISIONS), st.text(max_size=200), HOSTILE_TEXTS))
def test_a_torn_review_is_read_or_told(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.review.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            review = load_review(path)
        except CheckerError as error:
            _assert_plain(error)
            return
    assert review_of(parse_yaml(review_text(review), "again")) == review


_HOSTILE = {
    "anchors": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}, *{'a' if not n else f'b{n - 1}'}]\n" for n in range(30)),
    "itself": "a: &a [*a]\n",
    "deep": "a: " + "[" * 10_000,
    "closed": "a: " + "[" * 10_000 + "]" * 10_000,
    "braces": "{a: " * 10_000,
    "dashes": "- " * 2000 + "x",
    "indented": "\n".join(" " * n + "a:" for n in range(2000)),
    "keys": "\n".join(f"k{n}: 1" for n in range(10_000)),
    "long": "a: " + "x" * 2_000_000,
    "figures": "a: " + "9" * 100_000,
    "merge": "a: &a {b: 1}\nc: {<<: *a}\n",
    "many": "--- 1\n" * 10_000,
    "complex key": "? [a, b]\n: c\n",
    "mapped key": "? {a: b}\n: c\n",
}  # fmt: skip


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_yaml_is_read_or_told(name: str) -> None:
    try:
        parse_yaml(_HOSTILE[name], "a.yaml")
    except CheckerError as error:
        _assert_plain(error)
        assert all(len(str(problem)) < 500 for problem in error.problems)
