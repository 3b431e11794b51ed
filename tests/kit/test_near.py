"""What «explain» tells of a concept that was not found: what barred it, how near its phrases came."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main

LEXICON = """
x-01-act:
  gloss: what is found
  en:
    - "held .. <term>"
    - "ombudsmanship"
    - "kept (at|in) .. cell .. <term>"
  ru:
    - "(запрещать|запретить) .. <visitor> .. <term>"
    - "<visitor@ins> .. не вправе"
  kk:
    - "тыйым салу .. <term>"
  not:
    en: ["goods .. held"]
visitor:
  gloss: who visits
  en: [consul]
  ru: [консул]
  kk: [консул]
  not:
    ru: [консул порта]
"""


@pytest.fixture
def explained(own_ruleset: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (own_ruleset / "lexicon/x-01.yaml").write_text(LEXICON, encoding="utf-8")
    monkeypatch.chdir(own_ruleset.parent)
    return own_ruleset


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The goods are held for two days.",
            "found «held for two days» (x-01-act), barred by not: «goods .. held» (own/lexicon/x-01.yaml:14)",
        ),
        (
            "He is held in a small cell of the police for two days.",
            "nearest is «held .. <term>» (x-01-act): words between «held» and «two»: 8, allowed: 4",
        ),
        (
            "For two days he is held.",
            "nearest is «held .. <term>» (x-01-act): «two» does not stand after the words before it in the phrase",
        ),
        ("He is held.", "nearest is «held .. <term>» (x-01-act): no <term> in the sentence"),
        ("He is kept in a box for two days.", "no «cell» in the sentence"),
        (
            "Запрещено посещение консулом на два дня.",
            "(x-01-act): no «запрещать» [запреща]; the text has «запрещено» [запрещ]",
        ),
        (
            "Запрещать посещение консулом порта на два дня.",
            "found «консулом» (visitor), barred by not: «консул порта» (own/lexicon/x-01.yaml:21)",
        ),
        ("Консул не вправе.", "<visitor> stands there, but not in the case @ins"),
        ("Кездесуге екі күн тыйым салады.", "no «салу»; the text has «салады» [сала]"),
    ],
)
def test_how_near_a_phrase_came_is_told(explained: Path, text: str, line: str) -> None:
    result = CliRunner().invoke(main, ["rules", "explain", "--ruleset", "own", "--rule", "X-01", text])

    assert line in result.output, result.output


def test_a_failed_example_tells_it_too(explained: Path) -> None:
    path = explained / "lexicon/x-01.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("goods", "person"), encoding="utf-8")

    result = CliRunner().invoke(main, ["rules", "test", "X-01", "--ruleset", "own", "--language", "en"])

    assert "    why      found «held for seventy two hours» (x-01-act), barred by not: " in result.output


def test_a_slip_of_the_pen_says_of_what(explained: Path) -> None:
    told = CliRunner().invoke(main, ["rules", "explain", "--ruleset", "own", "An ombbudsmanship."]).output

    assert "ombbudsmanship (read as a slip of the pen for «ombudsmanship…», 0.9" in told, told
