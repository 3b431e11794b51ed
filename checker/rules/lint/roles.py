"""Phrases that show the part a body plays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.errors import Problem
from checker.rule import Concept
from checker.rules.lint.phrases import phrase_faults
from checker.rules.lint.sites import PhraseSite
from checker.rules.lint.speech import BOUND_SLOTS, speakable
from checker.rules.loading import ROLES_FILE, Gathered


def lint_roles(gathered: Gathered) -> Iterator[Problem]:
    """Faults of the phrases of roles.yaml."""
    document = next((one for path, one in gathered.documents.items() if Path(path).name == ROLES_FILE), None)
    if document is None:
        return
    spoken = speakable(gathered.ruleset.concepts)
    for role, texts in gathered.ruleset.roles.items():
        for language, phrases in texts.items():
            seen: set[str] = set()
            for number, text in enumerate(phrases):
                site = PhraseSite(Concept(role, texts), language, text, (role, language, number), document)
                yield from phrase_faults(site, gathered, spoken[language], BOUND_SLOTS)
                if text in seen:
                    yield site.problem("stands twice", "keep one")
                seen.add(text)
