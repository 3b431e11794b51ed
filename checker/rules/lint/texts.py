"""Texts of a rule and its ruleset: a language left for later, the wrong alphabet, placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from checker.draft import LANGUAGE_NAMES, LANGUAGES, Language
from checker.errors import Problem
from checker.patterns import regex
from checker.rule import Check, Rule, Texts
from checker.rules.lint.alphabets import has_letters_of, mixed_words
from checker.rules.lint.sites import EXAMPLE_KINDS, is_own, rules_with_files
from checker.rules.loading import Gathered
from checker.rules.yaml_faults import TYPOGRAPHIC_QUOTES
from checker.rules.yaml_nodes import Document, Path_

TODO = "TODO"
"""How a text begins that its author left for later."""
_TEXTS = ("title", "standard", "reason", "message", "recommendation", "proposed_wording")
_PLACEHOLDER = regex(r"\{([^{}]*)\}")
_WHOLE_IN_QUOTES = regex(rf"[{TYPOGRAPHIC_QUOTES}][^{TYPOGRAPHIC_QUOTES}]+[{TYPOGRAPHIC_QUOTES}]")
_WHOLE = "write the article or paragraph, or take «at» out if the whole is meant"
_KNOWN = ("found", "absent", "hours")
_NEEDED = {"absent": "require", "hours": "limit"}
"""The kind of check that fills a placeholder."""


def lint_texts(gathered: Gathered) -> Iterator[Problem]:
    """Texts that are missing in a language, or that a reader of it could not read."""
    built = {rule.path for rule in gathered.ruleset.rules}
    for path, document in gathered.documents.items():
        if is_own(path, gathered):
            told = ("examples",) if path in built else ()  # they are told of by themselves
            left = {key: value for key, value in document.value.items() if key not in told}
            yield from _left_for_later(left, (), document)
            yield from _typographic(document.value, (), document)
    for rule, document in rules_with_files(gathered):
        yield from _empty(document)
        for key in _TEXTS:
            yield from _texts(getattr(rule, key), (key,), document)
        yield from _messages(rule, document)
        for number, check in enumerate(rule.checks):
            at: Path_ = ("checks", number, check.kind)
            yield from _texts(check.message, (*at, "message"), document)
            for order, one in enumerate(check.must):
                yield from _texts(one.name, (*at, "must", order, "name"), document)


def is_left_for_later(text: str) -> bool:
    """Whether a text only says that it is still to be written."""
    return text.lstrip().startswith(TODO)


def _left_for_later(value: object, at: Path_, document: Document) -> Iterator[Problem]:
    """Every text of a file that is still to be written."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _left_for_later(inner, (*at, key), document)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _left_for_later(inner, (*at, number), document)
    elif isinstance(value, str) and is_left_for_later(value):
        spoken = LANGUAGE_NAMES.get(at[-1]) if len(at) > 1 else None  # type: ignore[call-overload]
        if spoken:
            message = f"{at[-2]}: the text in {spoken} is missing («{TODO}»)"
            yield document.problem(at, message, f"write it in {spoken}")
        else:
            key = next(step for step in reversed(at) if isinstance(step, str))
            yield document.problem(at, f"{key}: is left for later («{TODO}»)", "write it")


def _typographic(value: object, at: Path_, document: Document) -> Iterator[Problem]:
    """Texts between quotes that a word processor made: YAML takes the quotes for letters of the text."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _typographic(inner, (*at, key), document)
    elif isinstance(value, str) and _WHOLE_IN_QUOTES.fullmatch(value.strip()):
        key = at[-2] if at[-1] in LANGUAGES and len(at) > 1 else at[-1]
        message = f"{key}: typographic quotes are part of the text: {value.strip()[:40]}"
        yield document.problem(at, message, 'type straight ones: "…"')


def _empty(document: Document) -> Iterator[Problem]:
    """A source without its article, an example without its reason: both were left so by «rules new»."""
    for number, source in enumerate(document.value["sources"]):
        if source.get("at") == "":
            at: Path_ = ("sources", number, "at")
            yield document.problem(at, "at: is empty", _WHOLE, warning=True)
    for language in LANGUAGES:
        for kind in EXAMPLE_KINDS:
            for number, entry in enumerate(document.value["examples"][language][kind]):
                if isinstance(entry, dict) and entry.get("why") == "":
                    at = ("examples", language, kind, number, "why")
                    advice = "say what the example shows, or take the key out"
                    yield document.problem(at, "why: is empty", advice, warning=True)


def _texts(texts: Texts, at: Path_, document: Document) -> Iterator[Problem]:
    for language in LANGUAGES:
        text = texts.get(language, "")
        if text and not is_left_for_later(text):
            yield from _letters(text, language, (*at, language), document)
    if texts and texts["ru"] == texts["kk"] and not is_left_for_later(texts["ru"]):
        message = f"{at[-1]}: the Russian and the Kazakh text are the same"
        yield document.problem((*at, "kk"), message, "write it in Kazakh")


def _letters(text: str, language: Language, at: Path_, document: Document) -> Iterator[Problem]:
    key = f"{at[-2]}: "
    mixed = mixed_words(text)
    if mixed:
        message = f"{key}«{mixed[0]}» mixes Latin and Cyrillic letters"
        yield document.problem(at, message, "type the word anew in one alphabet")
    if not has_letters_of(_PLACEHOLDER.sub("", text), language):
        message = f"{key}is not {LANGUAGE_NAMES[language]}: it has no letter of that alphabet"
        yield document.problem(at, message, f"write it in {LANGUAGE_NAMES[language]}")


def _messages(rule: Rule, document: Document) -> Iterator[Problem]:
    """Placeholders that are unknown, or that a check using the message cannot fill."""
    unfilled: dict[tuple[Path_, str], list[str]] = {}
    for number, check in enumerate(rule.checks):
        texts = check.message or rule.message
        at: Path_ = ("checks", number, check.kind, "message") if check.message else ("message",)
        for language in LANGUAGES:
            for name in set(_PLACEHOLDER.findall(texts.get(language, ""))) - set(_KNOWN):
                message = f"message: unknown placeholder «{{{name}}}»"
                yield document.problem((*at, language), message, _filled_by(check))
        for name in _NEEDED:
            if f"{{{name}}}" in "".join(texts.values()) and not _fills(check, name):
                unfilled.setdefault((at, name), []).append(str(number + 1))
    for (at, name), checks in unfilled.items():
        needed = _NEEDED[name]
        message = f"message: «{{{name}}}» stays empty in check {', '.join(checks)}, which is no «{needed}»"
        yield document.problem(at, message, "give such checks messages of their own")


def _filled_by(check: Check) -> str:
    names = ", ".join(f"{{{name}}}" for name in _KNOWN if _fills(check, name))
    return f"write one of {names}"


def _fills(check: Check, placeholder: str) -> bool:
    return placeholder not in _NEEDED or check.kind == _NEEDED[placeholder]
