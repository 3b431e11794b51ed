"""A statute book made of the sample drafts: ``python tests/book/variants.py FOLDER [HOW MANY]``.

Each draft is one to four articles of a sample, in one of three languages and formats, with a title of its
own and other figures in its words. Every hundredth file is broken. The same number gives the same bytes.
"""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
IN_A_FOLDER = 500
BROKEN = 100
FORMS = (("plain_text", ".txt"), ("gazette_page", ".html"), ("word_file", ".docx"))
NUMBERS = {
    "en": ("ten", "twelve", "seventy-two", "three", "thirty", "forty-eight"),
    "ru": ("десяти", "двенадцати", "семидесяти двух", "трех", "тридцати", "сорока восьми"),
    "kk": ("он", "он екі", "жетпіс екі", "үш", "отыз", "қырық сегіз"),
}
TITLES = {"en": "No. {} on {}", "ru": "№ {} «{}»", "kk": "№ {} «{}»"}


def write_variants(folder: Path, count: int) -> list[Path]:
    """Write so many files, broken ones among them; gives their paths."""
    make = _make()
    sources = [law for law in make.load_sources() if len(list(make.articles(law))) > 4]
    return [_write(folder, number, make, sources) for number in range(count)]


def _write(folder: Path, number: int, make: Any, sources: list[Mapping[str, Any]]) -> Path:
    chance = random.Random(number)
    form, suffix = FORMS[number % len(FORMS)]
    path = folder / f"{number // IN_A_FOLDER:03}" / f"law-{number:05}{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = getattr(make, form)(_varied(chance.choice(sources), number, chance, make))
    if number % BROKEN == BROKEN - 1:
        content = (b"", content[: len(content) // 2] if suffix == ".docx" else b"\0\1\2", b"%PDF-1.7")[
            number // BROKEN % 3
        ]
    path.write_bytes(content)
    return path


def _varied(law: Mapping[str, Any], number: int, chance: random.Random, make: Any) -> dict[str, Any]:
    """A law of a few articles of this one."""
    articles = [article for _, article in make.articles(law)]
    first = chance.randrange(len(articles) - 4)
    chosen = [_reworded(article, chance) for article in articles[first : first + chance.randint(1, 4)]]
    headings = law["chapters"][chance.randrange(len(law["chapters"]))]["heading"]
    title = {
        language: TITLES[language].format(number, f"{law['title'][language]}: {headings[language]}")
        for language in NUMBERS
    }
    return {"title": title, "chapters": [{"heading": headings, "articles": chosen}]}


def _reworded(article: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    turn = chance.randrange(len(NUMBERS["en"]))
    parts = [
        {key: _turned(text, key, turn) if key in NUMBERS else text for key, text in part.items()}
        for part in article["parts"]
    ]
    return {**article, "parts": parts}


def _turned(text: Any, language: str, turn: int) -> Any:
    """The text with each number of the table replaced by the one so many places on."""
    if not isinstance(text, str):
        return text
    table = NUMBERS[language]
    pattern = "|".join(sorted(table, key=len, reverse=True))
    return re.sub(
        rf"\b(?:{pattern})\b", lambda found: table[(table.index(found[0]) + turn) % len(table)], text
    )


def _make() -> Any:
    spec = importlib.util.spec_from_file_location("drafts_make", ROOT / "drafts" / "make.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    write_variants(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
