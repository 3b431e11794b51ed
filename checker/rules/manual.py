"""What a rule author or reader is shown of a rule, and the schema editors use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.draft import Language
from checker.rule import Rule
from checker.rules.schema import RuleShape

_HEADINGS: dict[Language, tuple[str, ...]] = {
    "en": ("What it asks", "Why it matters", "What to change", "Write instead", "Sources", "Must be found", "Must stay silent"),
    "ru": ("Чего требует", "Почему это важно", "Что изменить", "Предлагаемая редакция", "Источники", "Должно быть найдено", "Не должно быть найдено"),
    "kk": ("Не талап етеді", "Неге маңызды", "Нені өзгерту керек", "Ұсынылатын редакция", "Дереккөздер", "Табылуға тиіс", "Табылмауға тиіс"),
}  # fmt: skip


def rule_page(rule: Rule, language: Language) -> str:
    """A rule as a page of Markdown: standard, reason, wording, sources, examples."""
    return "\n".join(_lines(rule, language))


def _lines(rule: Rule, language: Language) -> Iterator[str]:
    asks, why, change, instead, sources, found, silent = _HEADINGS[language]
    yield f"## {rule.id} — {rule.title[language]} ({rule.severity})"
    for heading, text in (
        (asks, rule.standard[language]),
        (why, rule.reason[language]),
        (change, rule.recommendation[language]),
        (instead, rule.proposed_wording[language]),
    ):
        yield from ("", f"**{heading}.** {text}")
    cited = [f"{one.instrument} {one.at}".strip() for one in rule.sources] + list(rule.report)
    yield from ("", f"**{sources}.** {'; '.join(cited)}")
    own = [example for example in rule.examples if example.language == language]
    for heading, marked in ((found, True), (silent, False)):
        yield from ("", f"**{heading}**", "")
        yield from (f"- {' '.join(one.text.split())}" for one in own if bool(one.marks) == marked)


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file."""
    return RuleShape.model_json_schema(by_alias=True)
