"""Findings in provisions for the time between two laws, which say so."""

from __future__ import annotations

from checker.draft import LANGUAGES, Provision
from checker.rule import Texts

_SAYS: Texts = {
    "en": "It is a transitional provision.",
    "ru": "Это переходное положение.",
    "kk": "Бұл – өтпелі ереже.",
}


def in_its_place(message: Texts, provision: Provision) -> Texts:
    """The message of a finding, with a sentence more where the provision is transitional."""
    if not provision.transitional:
        return message
    return {language: f"{message[language]} {_SAYS[language]}".strip() for language in LANGUAGES}
