"""A rule as a page for readers, and the index of a ruleset's pages: Markdown in three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from checker.draft import LANGUAGES, Language
from checker.patterns import regex
from checker.rendering.wording import words_for
from checker.rule import Check, Citation, Example, Rule, Ruleset

INDEX = "README.md"
_SPECIAL = regex(r"([\\`*_<>\[\]|])")


class _Words(Struct, frozen=True):
    """What the pages say in one language."""

    asks: str
    finds: str
    why: str
    example: str
    others: str
    change: str
    instead: str
    sources: str
    recommends: str
    traps: str
    trap_note: str
    index_note: str


_WORDS: Mapping[Language, _Words] = {
    "en": _Words(
        "What the standard asks", "What the checker finds", "Why it matters", "An example",
        "Other wordings that are found", "What to change", "Write instead", "Sources",
        "Recommendations of the report", "Traps",
        "Provisions that look alike and are not reported:",
        "A finding is a place to look at, never a judgment.",
    ),
    "ru": _Words(
        "Чего требует стандарт", "Что находит проверка", "Почему это важно", "Пример",
        "Другие формулировки, которые находятся", "Что изменить", "Предлагаемая редакция", "Источники",
        "Рекомендации отчёта", "Ловушки",
        "Нормы, которые похожи, но не отмечаются:",
        "Находка – место, на которое стоит взглянуть, а не приговор.",
    ),
    "kk": _Words(
        "Стандарт не талап етеді", "Тексеру нені табады", "Неге маңызды", "Мысал",
        "Табылатын өзге тұжырымдар", "Нені өзгерту керек", "Ұсынылатын редакция", "Дереккөздер",
        "Баяндаманың ұсынымдары", "Жаңылыс жағдайлар",
        "Ұқсас, бірақ белгіленбейтін нормалар:",
        "Ескерту – назар аударатын жер ғана, баға емес.",
    ),
}  # fmt: skip


def pages(ruleset: Ruleset) -> dict[str, str]:
    """Every page of a ruleset by its path under the folder of pages: an index and a page a rule."""
    found = {}
    for language in LANGUAGES:
        found[f"{language}/{INDEX}"] = "\n".join(_index(ruleset, language)) + "\n"
        for rule in ruleset.rules:
            found[f"{language}/{rule.id}.md"] = rule_page(rule, ruleset, language) + "\n"
    return found


def rule_page(rule: Rule, ruleset: Ruleset, language: Language) -> str:
    """A rule as a page of Markdown: what it finds, why, an example, what to write, sources, traps."""
    return "\n".join(_page(rule, ruleset, language)).rstrip()


def _index(ruleset: Ruleset, language: Language) -> Iterator[str]:
    words = _WORDS[language]
    yield f"# {plain(ruleset.title[language])}"
    yield from ("", f"{plain(ruleset.publisher)} · {ruleset.version}", "", words.index_note)
    for group, texts in ruleset.groups.items():
        rules = [rule for rule in ruleset.rules if rule.group == group]
        if rules:
            yield from ("", f"## {plain(texts[language])}", "")
        for rule in rules:
            title = plain(rule.title[language])
            yield f"- [{rule.id}]({rule.id}.md) {title} ({_severity(rule, language)})"


def _severity(rule: Rule, language: Language) -> str:
    return words_for(language).severity(rule.severity).lower()


def _page(rule: Rule, ruleset: Ruleset, language: Language) -> Iterator[str]:
    words = _WORDS[language]
    group = ruleset.groups.get(rule.group, {}).get(language, rule.group)
    yield f"# {rule.id} · {plain(rule.title[language])}"
    yield from ("", f"*{plain(group)} · {_severity(rule, language)}*")
    yield from _section(words.asks, [plain(rule.standard[language])])
    yield from _section(words.finds, list(_finds(rule, language)))
    yield from _section(words.why, [plain(rule.reason[language])])
    yield from _examples(rule, language, words)
    yield from _section(words.change, [plain(rule.recommendation[language])])
    yield from _section(words.instead, [f"> {plain(rule.proposed_wording[language])}"])
    yield from _section(words.sources, [_source(one, ruleset, language) for one in rule.sources])
    yield from _section(words.recommends, [_recommendation(one, ruleset, language) for one in rule.report])
    silent = [_trap(one) for one in rule.examples if one.language == language and not one.marks]
    yield from _section(words.traps, [words.trap_note, "", *silent])


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {title}", "", *lines)


def _finds(rule: Rule, language: Language) -> Iterator[str]:
    """The message of each check, once; what a finding fills in is left open."""
    told: dict[str, None] = {}
    for check in rule.checks:
        if not check.languages or language in check.languages:
            texts = check.message or rule.message
            told[_open(texts[language], check, language)] = None
    yield from (f"- {message}" for message in told)


def _open(message: str, check: Check, language: Language) -> str:
    absent = "; ".join(one.name[language] for one in check.must)
    for name, value in (("{found}", "…"), ("{absent}", absent or "…"), ("{hours}", "…")):
        message = message.replace(name, value)
    return plain(message)


def _examples(rule: Rule, language: Language, words: _Words) -> Iterator[str]:
    found = [one for one in rule.examples if one.language == language and one.marks]
    if found:
        yield from _section(words.example, [f"> {_marked(found[0])}"])
    yield from _section(words.others, [f"- {_marked(one)}" for one in found[1:]])


def _marked(example: Example) -> str:
    """The text with the words found in bold."""
    text, last = "", 0
    for start, end in example.marks:
        text += f"{plain(example.text[last:start])}**{plain(example.text[start:end])}**"
        last = end
    return " ".join((text + plain(example.text[last:])).split())


def _trap(example: Example) -> str:
    why = f" *({plain(example.why)})*" if example.why else ""
    return f"- {plain(' '.join(example.text.split()))}{why}"


def _source(citation: Citation, ruleset: Ruleset, language: Language) -> str:
    instrument = ruleset.instruments.get(citation.instrument)
    title = instrument.title[language] if instrument else citation.instrument
    dated = f" ({instrument.date[:4]})" if instrument and instrument.date else ""
    place = f", {words_for(language).cited(citation.at)}" if citation.at else ""
    note = f" – {citation.note}" if citation.note else ""
    return f"- {plain(title)}{dated}{plain(place)}{plain(note)}"


def _recommendation(name: str, ruleset: Ruleset, language: Language) -> str:
    known = ruleset.recommendations.get(name)
    return f"- {name}: {plain(known.text[language])}" if known else f"- {name}"


def plain(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> plain("a *b* [c]")
    'a \\\\*b\\\\* \\\\[c\\\\]'
    """
    return _SPECIAL.sub(r"\\\1", text)
