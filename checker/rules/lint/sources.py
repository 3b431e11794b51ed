"""Sources: without a date, replaced by a later text without saying so, told twice in different words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.errors import Problem
from checker.patterns import regex
from checker.rule import Instrument
from checker.rules.lint.sites import rules_with_files
from checker.rules.loading import Gathered
from checker.rules.validating import nearest_name
from checker.rules.yaml_nodes import Document

_DATE = regex(r"\d{4}(-\d\d(-\d\d)?)?")


def lint_sources(gathered: Gathered) -> Iterator[Problem]:
    """Faults of instruments and of the citations of them."""
    seen: dict[str, tuple[object, Document]] = {}
    for document in gathered.instrument_files:
        for name, value in document.value.items():
            instrument = gathered.ruleset.instruments.get(name)
            if instrument is None:
                continue  # its shape is at fault, which is told elsewhere
            yield from _twice(name, value, document, seen)
            yield from _dated(name, value, document)
            yield from _successor(instrument, document, gathered)
    yield from _citations(gathered)


def _twice(
    name: str, value: object, document: Document, seen: dict[str, tuple[object, Document]]
) -> Iterator[Problem]:
    first, where = seen.setdefault(name, (value, document))
    if first != value:
        message = f"the instrument «{name}» is also in {Path(where.path).name}, with other words"
        yield document.problem((name,), message, "make the two the same, or keep one")


def _dated(name: str, value: object, document: Document) -> Iterator[Problem]:
    date = str(value.get("date", "")) if isinstance(value, dict) else ""
    if not date:
        advice = 'add its year or day: date: "2009"'
        yield document.problem((name,), f"the instrument «{name}» has no date", advice)
    elif not _DATE.fullmatch(date):
        message = f"the instrument «{name}»: «{date}» is no date"
        yield document.problem((name, "date"), message, 'write a year or a day: "2009", "2009-06-29"')


def _successor(instrument: Instrument, document: Document, gathered: Gathered) -> Iterator[Problem]:
    known = gathered.names.instruments
    if known is not None and instrument.superseded_by and instrument.superseded_by not in known:
        message = f"{instrument.id}: no instrument «{instrument.superseded_by}»"
        advice = nearest_name(instrument.superseded_by, known)
        yield document.problem((instrument.id, "superseded_by"), message, advice)


def _citations(gathered: Gathered) -> Iterator[Problem]:
    for rule, document in rules_with_files(gathered):
        cited = {citation.instrument for citation in rule.sources}
        for number, citation in enumerate(rule.sources):
            instrument = gathered.ruleset.instruments.get(citation.instrument)
            later = instrument.superseded_by if instrument else ""
            if later and later not in cited and later not in citation.note:
                message = f"«{citation.instrument}» is superseded by «{later}», which the rule does not name"
                advice = f'cite «{later}» too, or name it: {{instrument: …, at: …, note: "… {later} …"}}'
                yield document.problem(("sources", number), message, advice)
