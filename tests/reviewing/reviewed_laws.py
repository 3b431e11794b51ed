"""The sample law as plain text in each language, to be edited as drafters edit."""

from pathlib import Path

import yaml

from checker.draft import Language

_SOURCE = Path(__file__).resolve().parents[2] / "drafts" / "sources" / "detention.yaml"
_HEADS: dict[Language, str] = {"en": "Article {0}. {1}", "ru": "Статья {0}. {1}", "kk": "{0}-бап. {1}"}
_FIRST: dict[Language, tuple[str, str]] = {
    "en": ("Purpose", "This Law protects liberty."),
    "ru": ("Цель", "Настоящий Закон защищает свободу личности."),
    "kk": ("Мақсаты", "Осы Заң жеке бас бостандығын қорғайды."),
}


def law_text(language: Language, *, renumbered: bool = False) -> str:
    """The law; ``renumbered``: with a first article put in, so that all others get the next number."""
    law = yaml.safe_load(_SOURCE.read_text(encoding="utf-8"))
    articles = [
        (one["heading"][language], [each[language] for each in one["parts"]])
        for chapter in law["chapters"]
        for one in chapter["articles"]
    ]
    if renumbered:
        heading, text = _FIRST[language]
        articles.insert(0, (heading, [text]))
    lines = [law["title"][language], ""]
    for number, (heading, paragraphs) in enumerate(articles, start=1):
        lines += [_HEADS[language].format(number, heading), ""]
        lines += [f"{order}. {text}" for order, text in enumerate(paragraphs, start=1)] + [""]
    return "\n".join(lines)
