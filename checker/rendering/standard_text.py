"""What a report says of a standard whatever the draft: made once of the rules, and kept for the next run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from checker.draft import Language
from checker.kept import Kept, print_of
from checker.rendering.notes import sources_of
from checker.rendering.templating import environment
from checker.rendering.wording import words_for
from checker.rule import Ruleset

_MACROS = "standard_text.html.j2"
_HERE = Path(__file__).resolve().parent
_MADE_BY = (
    "*.py",
    "templates/parts.html.j2",
    f"templates/{_MACROS}",
    "locale/*/*/*.po",
)
_MOST_KNOWN = 9


class StandardText(Struct, frozen=True, array_like=True):
    """Pieces of a page, escaped already: the title, what is asked, reason and sources, recommendation.

    ``listed`` is a link to the standard, ``silent`` all that the page says of one that no draft addresses.
    """

    title: str
    asks: str
    facts: str
    remedy: str
    listed: str
    silent: str


StandardTexts = Mapping[str, StandardText]
"""By the id of the rule."""
_KNOWN: dict[tuple[str, ...], StandardTexts] = {}


def standard_texts(rulesets: Sequence[Ruleset], language: Language) -> StandardTexts:
    """The texts of every rule of these rulesets; those whose files are known are made once."""
    prints = [ruleset.print for ruleset in rulesets]
    if not all(prints):
        return dict(_made(rulesets, language))
    key = (language, *prints)
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = _kept(rulesets, language, prints)
    return _KNOWN[key]


def _kept(rulesets: Sequence[Ruleset], language: Language, prints: Sequence[str]) -> StandardTexts:
    made_by = (path for pattern in _MADE_BY for path in sorted(_HERE.glob(pattern)))
    kept = Kept(print_of("\0".join((language, *prints)), made_by))
    texts = kept.fetch("standards", dict[str, StandardText])
    if texts is None:
        texts = dict(_made(rulesets, language))
        kept.keep("standards", texts)
    return texts


def _made(rulesets: Sequence[Ruleset], language: Language) -> Iterator[tuple[str, StandardText]]:
    words = words_for(language)
    macros: Any = environment(language).get_template(_MACROS).module
    instruments = {key: one for ruleset in rulesets for key, one in ruleset.instruments.items()}
    for ruleset in rulesets:
        for rule in ruleset.rules:
            facts = macros.facts(rule, sources_of(rule, instruments, words))
            pieces = (macros.title(rule), macros.asks(rule), facts, macros.recommended(rule))
            whole = (*pieces, macros.listed(rule), macros.silent(rule, *pieces))
            yield rule.id, StandardText(*map(str, whole))
