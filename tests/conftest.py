"""What several tests share: small drafts, small lexicons, and the corpus if it is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.draft import Coverage, Draft, Language, Provision
from checker.language.letters import language_of
from checker.rendering.pdf_print import BROWSERS
from checker.rule import Concept

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real laws; tests that need it are skipped where it is absent."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real laws (../shared/corpus) is not here")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser for all tests: a second one beside it could not be steered from the same process."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install -e '.[dev]'"
    )
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def make_draft() -> Callable[..., Draft]:
    """Make a draft of articles given as texts; each text is one provision."""

    def make(*texts: str, title: str = "", language: Language | None = None) -> Draft:
        spoken = language or language_of(" ".join(texts))
        provisions = tuple(
            Provision(
                index=number,
                id=f"art_{number + 1}",
                kind="article",
                number=str(number + 1),
                article=str(number + 1),
                label=f"Article {number + 1}",
                heading="",
                text=text,
                language=spoken,
            )
            for number, text in enumerate(texts)
        )
        size = sum(len(text) for text in texts)
        return Draft("draft.txt", title, spoken, "0" * 64, "text", provisions, Coverage(size, size))

    return make


@pytest.fixture
def make_concepts() -> Callable[..., dict[str, Concept]]:
    """Make concepts of phrases: ``court={"en": ["court"]}``; an underscore in a name is a hyphen."""

    def make(**phrases: dict[str, list[str]]) -> dict[str, Concept]:
        concepts = {}
        for key, by_language in phrases.items():
            name = key.replace("_", "-")
            barred = by_language.pop("not_this", {})
            concepts[name] = Concept(
                name,
                {language: tuple(texts) for language, texts in by_language.items()},  # type: ignore[misc]
                {language: tuple(texts) for language, texts in barred.items()},  # type: ignore[attr-defined]
            )
        return concepts

    return make


HELD = {
    "--id": "X-01",
    "--group": "custody",
    "--kind": "limit",
    "--severity": "major",
    "--at-most": "48 hours",
    "--instrument": "ICCPR",
    "--at": "9(3)",
    "--phrases-en": "held .. <term>; kept .. <term>",
    "--phrases-ru": "содержится .. <term>",
    "--phrases-kk": "<term> .. ұсталады",
    "--incompatible-en": "A person may be [[held for seventy-two hours]].",
    "--incompatible-ru": "Лицо [[содержится до семидесяти двух часов]].",
    "--incompatible-kk": "Адам [[жетпіс екі сағатқа дейін ұсталады]].",
    "--compliant-en": "A person may be held for forty-eight hours.",
    "--compliant-ru": "Лицо содержится до сорока восьми часов.",
    "--compliant-kk": "Адам қырық сегіз сағатқа дейін ұсталады.",
}


@pytest.fixture
def own_ruleset(tmp_path: Path) -> Path:
    """The folder of a ruleset with one rule that holds, begun with «rules new» and written to the end."""
    folder = tmp_path / "own"
    options = [word for pair in HELD.items() for word in pair]
    result = CliRunner().invoke(main, ["rules", "new", "--ruleset", str(folder), "--later", *options])
    assert result.exit_code == 0, result.output
    said = {"English": "Words", "Russian": "Слова", "Kazakh": "Сөздер"}
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for language, words in said.items():
            text = re.sub(rf"TODO: [^\"]* in {language}", words, text)
        path.write_text(re.sub(r"TODO: [^\"]*", "Words", text), encoding="utf-8")
    return folder
