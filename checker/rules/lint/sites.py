"""Where things stand in the files of a ruleset: phrases, checks, examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from checker.draft import LANGUAGES, Language
from checker.errors import Problem
from checker.rule import Concept, Rule
from checker.rules.loading import Gathered
from checker.rules.yaml_nodes import Document, Path_


class PhraseSite(Struct, frozen=True):
    """A phrase of a concept and its key path; ``barred`` if it stands under ``not``."""

    concept: Concept
    language: Language
    text: str
    at: Path_
    document: Document
    barred: bool = False

    def problem(self, message: str, advice: str = "", *, warning: bool = False) -> Problem:
        """A problem at the phrase."""
        said = f"{self.concept.id}: phrase «{self.text}» {message}"
        return self.document.problem(self.at, said, advice, warning=warning)


def phrase_sites(gathered: Gathered) -> Iterator[PhraseSite]:
    """Every phrase of every concept."""
    for concept in gathered.ruleset.concepts.values():
        document = gathered.documents[concept.path]
        for language in LANGUAGES:
            for number, text in enumerate(concept.phrases.get(language, ())):
                yield PhraseSite(concept, language, text, (concept.id, language, number), document)
            for number, text in enumerate(concept.not_this.get(language, ())):
                at = (concept.id, "not", language, number)
                yield PhraseSite(concept, language, text, at, document, barred=True)


def rules_with_files(gathered: Gathered) -> Iterator[tuple[Rule, Document]]:
    """Every rule with its file."""
    for rule in gathered.ruleset.rules:
        yield rule, gathered.documents[rule.path]


def is_own(path: str, gathered: Gathered) -> bool:
    """Whether a file stands in the ruleset's folder; others belong to a lexicon that rulesets share."""
    return Path(path).resolve().is_relative_to(Path(gathered.ruleset.path).resolve())


EXAMPLE_KINDS: tuple[Literal["incompatible", "compliant"], ...] = ("incompatible", "compliant")
