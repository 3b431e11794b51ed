"""Examples: marks that are missing, broken or no text, a language left for later, the same one twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.draft import LANGUAGE_NAMES, LANGUAGES, Language
from checker.errors import Problem
from checker.language.letters import language_of
from checker.patterns import regex
from checker.rules.lint.sites import EXAMPLE_KINDS, rules_with_files
from checker.rules.lint.texts import TODO, is_left_for_later
from checker.rules.loading import Gathered
from checker.rules.yaml_nodes import Document, Path_

_MARK = regex(r"\[\[(.*?)\]\]", re.DOTALL)
_HAS_WORD = regex(r"\w")
_TELLING = 30
"""Shorter texts do not show by their letters whether they are Russian or Kazakh."""


def lint_examples(gathered: Gathered) -> Iterator[Problem]:
    """Faults of the examples of every rule."""
    for rule, document in rules_with_files(gathered):
        for language in LANGUAGES:
            seen: dict[str, str] = {}
            for kind in EXAMPLE_KINDS:
                at: Path_ = ("examples", language, kind)
                for number, text in enumerate(_texts(document.value["examples"][language][kind])):
                    yield from _example(text, kind, language, (*at, number), document)
                    plain = " ".join(text.replace("[[", "").replace("]]", "").split())
                    if plain in seen:
                        message = f"the same example stands under «{seen[plain]}»"
                        yield document.problem((*at, number), message, "keep one")
                    seen.setdefault(plain, kind)
        for example in rule.examples:
            if example.message and not example.marks:
                message = "message: an example that finds nothing has no message"
                yield Problem(document.path, message, "leave «message» out", example.line, 1)


def _texts(entries: list[str | dict[str, str]]) -> Iterator[str]:
    for entry in entries:
        yield entry if isinstance(entry, str) else entry["text"]


def _example(text: str, kind: str, language: Language, at: Path_, document: Document) -> Iterator[Problem]:
    if is_left_for_later(text):
        message = f"{kind}: the example in {LANGUAGE_NAMES[language]} is missing («{TODO}»)"
        yield document.problem(at, message, f"write one in {LANGUAGE_NAMES[language]}")
        return
    marks = _MARK.findall(text)
    rest = _MARK.sub("", text)
    if "[[" in rest or "]]" in rest or any("[[" in mark for mark in marks):
        advice = "put [[ before and ]] after the words, without marks inside marks"
        yield document.problem(at, f"a mark is not closed or not opened: «{_short(text)}»", advice)
    if any(not _HAS_WORD.search(mark) for mark in marks):
        advice = "put the marks round the words that must be found"
        yield document.problem(at, f"a mark holds no word: «{_short(text)}»", advice)
    if kind == "incompatible" and not marks and "[[" not in rest:
        advice = "put the words that must be found between [[ and ]]"
        yield document.problem(at, f"an incompatible example without marks: «{_short(text)}»", advice)
    if kind == "compliant" and marks:
        advice = "leave the marks out, or move the example under «incompatible»"
        yield document.problem(at, f"a compliant example with marks: «{_short(text)}»", advice)
    spoken = language_of(text.replace("[[", "").replace("]]", ""), default=language)
    if spoken != language and len(text) >= _TELLING:
        message = (
            f"the example reads as {LANGUAGE_NAMES[spoken]}, not {LANGUAGE_NAMES[language]}: «{_short(text)}»"
        )
        yield document.problem(at, message, f"move it under «{spoken}»", warning=True)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
