"""The files of a new rule, and of a new ruleset: complete in form, with what is left marked TODO."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from checker.draft import LANGUAGE_NAMES, LANGUAGES, Language
from checker.rule import CheckKind, Severity
from checker.rules.json_schema import SCHEMA_FOLDER, schema_file

TEXTS = ("title", "standard", "reason", "message", "recommendation", "proposed_wording")
_BODIES = {"decided_by": "non-judicial-body", "allowed": "court"}


class Answers(Struct, frozen=True):
    """What an author says of a new rule; whatever is empty is left for later.

    ``texts`` are the texts by key and language, ``phrases`` words that name the act, ``incompatible`` and
    ``compliant`` examples, all by language.
    """

    id: str
    group: str
    kind: CheckKind
    severity: Severity
    texts: Mapping[tuple[str, Language], str] = field(default_factory=dict)
    phrases: Mapping[Language, str] = field(default_factory=dict)
    incompatible: Mapping[Language, str] = field(default_factory=dict)
    compliant: Mapping[Language, str] = field(default_factory=dict)
    instrument: str = ""
    at: str = ""
    at_most: str = ""

    @property
    def concept(self) -> str:
        """The concept that the check looks for."""
        return f"{self.id.lower()}-act"

    @property
    def safeguard(self) -> str:
        """The concept that a check of kind ``require`` asks for."""
        return f"{self.id.lower()}-safeguard"


def rule_text(answers: Answers, schema: str) -> str:
    """The rule file; ``schema`` is the way to the schema from it."""
    return "\n".join(_rule_lines(answers, schema)) + "\n"


def _rule_lines(answers: Answers, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield f"id: {answers.id}"
    yield f"group: {_text(answers.group)}"
    yield f"severity: {answers.severity}"
    for key in TEXTS:
        yield f"{key}:"
        spoken_key = key.replace("_", " ")
        for language in LANGUAGES:
            left = _todo(f"the {spoken_key} in {LANGUAGE_NAMES[language]}")
            yield f"  {language}: {_text(answers.texts.get((key, language)) or left)}"
    yield "sources:"
    yield f"  - {{instrument: {_text(answers.instrument or 'TODO')}, at: {_text(answers.at or 'TODO')}}}"
    yield "report: []"
    yield f"topic: [{answers.concept}]"
    yield "checks:"
    yield f"  - {answers.kind}:"
    yield f"      any: [{answers.concept}]"
    yield from _kind_lines(answers)
    yield "examples:"
    for language in LANGUAGES:
        yield from _example_lines(answers, language)


def _kind_lines(answers: Answers) -> Iterator[str]:
    if answers.kind == "limit":
        yield f"      at_most: {answers.at_most or 'TODO'}"
    elif answers.kind == "authority":
        yield from (f"      {key}: [{name}]" for key, name in _BODIES.items())
    elif answers.kind == "require":
        yield "      scope: article"
        yield "      must:"
        yield "        - name:"
        for language in LANGUAGES:
            yield f"            {language}: {_text(_todo(f'the safeguard in {LANGUAGE_NAMES[language]}'))}"
        yield f"          any: [{answers.safeguard}]"


def _example_lines(answers: Answers, language: Language) -> Iterator[str]:
    spoken = LANGUAGE_NAMES[language]
    found = answers.incompatible.get(language) or _todo(
        f"a provision in {spoken} that must be found, with [[the words]] between marks"
    )
    silent = answers.compliant.get(language) or _todo(f"a provision in {spoken} that must not be found")
    yield f"  {language}:"
    yield "    incompatible:"
    yield f"      - {_text(found)}"
    yield "    compliant:"
    yield f"      - text: {_text(silent)}"
    yield f"        why: {_text(_todo('why it must not be found'))}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _todo(what: str) -> str:
    return f"TODO: {what}"


def lexicon_text(answers: Answers, schema: str) -> str:
    """The lexicon file of the rule's first concept."""
    return "\n".join(_lexicon_lines(answers, schema)) + "\n"


def _lexicon_lines(answers: Answers, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield f"# Concepts that {answers.id} needs. One phrase a line, in quotes."
    yield f"{answers.concept}:"
    yield '  gloss: "TODO: what these phrases name"'
    if answers.kind == "limit":
        yield "  # the term is compared if it stands inside the words found: end a phrase with .. <term>"
    for language in LANGUAGES:
        yield from _phrase_lines(language, answers.phrases.get(language, ""))
    if answers.kind == "require":
        yield ""
        yield f"{answers.safeguard}:"
        yield '  gloss: "TODO: the safeguard that must be there"'
        for language in LANGUAGES:
            yield from _phrase_lines(language, "")


def _phrase_lines(language: Language, given: str) -> Iterator[str]:
    phrases = [one.strip() for one in given.split(";") if one.strip()]
    if not phrases:
        yield f"  {language}: []  # TODO: phrases in {LANGUAGE_NAMES[language]}"
        return
    yield f"  {language}:"
    yield from (f"    - {_text(phrase)}" for phrase in phrases)


def ruleset_text(name: str, group: str, schema: str) -> str:
    """The file ruleset.yaml of a new ruleset."""
    return f"""# yaml-language-server: $schema={schema}
id: {_text(name)}
version: "0.1"
title:
  en: "TODO: the title in English"
  ru: "TODO: the title in Russian"
  kk: "TODO: the title in Kazakh"
publisher: "TODO: who answers for these rules"
lexicon: [common, lexicon]
groups:
  {_text(group)}:
    en: "TODO: the group in English"
    ru: "TODO: the group in Russian"
    kk: "TODO: the group in Kazakh"
"""


def instruments_text(schema: str) -> str:
    """The file instruments.yaml of a new ruleset, with a treaty to go by."""
    return f"""# yaml-language-server: $schema={schema}
ICCPR:
  title:
    en: "International Covenant on Civil and Political Rights"
    ru: "Международный пакт о гражданских и политических правах"
    kk: "Азаматтық және саяси құқықтар туралы халықаралық пакт"
  kind: treaty
  date: "1966"
"""


def schema_home(ruleset: Path) -> Path:
    """The folder of the schema files that a ruleset points to: beside it if there, else its own."""
    beside = ruleset.resolve().parent / SCHEMA_FOLDER
    return beside if beside.is_dir() else ruleset.resolve() / SCHEMA_FOLDER


def way_to_schema(kind: str, file: Path, ruleset: Path) -> str:
    """The way from a file of a ruleset to the schema of its kind, as the modeline writes it."""
    target = schema_home(ruleset) / schema_file(kind)
    return os.path.relpath(target, file.resolve().parent).replace(os.sep, "/")
