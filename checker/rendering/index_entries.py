"""What the index keeps of each draft: a line of text, so that a batch may be larger than memory."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import overload

from msgspec import Struct

from checker.draft import Language
from checker.finding import CheckedDraft, Verdict
from checker.rendering.deciding import standing
from checker.rendering.overview import severity_counts, verdict_counts
from checker.rendering.pieces import Made, Piece, Remembered
from checker.rendering.templating import address_of
from checker.rendering.wording import VERDICTS
from checker.rule import SEVERITIES, Ruleset, Severity, Texts

LETTERS: Mapping[Verdict, str] = {verdict: letter for verdict, letter in zip(VERDICTS, "imrtn", strict=True)}
"""A verdict in one letter: 171 of them for each of ten thousand drafts are held by the page."""

_UNCHECKED = "."


class IndexStandard(Struct, frozen=True):
    """A standard as the index names it."""

    id: str
    title: Texts
    severity: Severity


class IndexEntry(Struct, frozen=True):
    """What the index says of a draft, and where its report lies.

    ``letters`` has one of ``LETTERS`` for each of ``standards`` (a full stop: not checked); ``found`` counts
    findings by the place of their standard there.
    """

    title: str
    path: str
    language: Language
    href: str
    characters: int
    placed: int
    severities: Mapping[Severity, int]
    verdicts: Mapping[Verdict, int]
    letters: str
    found: Mapping[int, int]
    standards: tuple[IndexStandard, ...]

    @property
    def gravity(self) -> tuple[int, ...]:
        """What the order of the page goes by: more findings of the highest severity come first."""
        return tuple(-count for count in self.severities.values())

    @property
    def packed(self) -> str:
        """The letters, with a number after one that stands more than twice in a row.

        >>> _packed("innnn.")
        'in4.'
        """
        return _packed(self.letters)


class IndexEntries(Sequence[IndexEntry]):
    """The entries of the pieces that ``index_piece`` made, each read when it is asked for."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, place: int) -> IndexEntry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[IndexEntry]: ...
    def __getitem__(self, place: int | slice) -> IndexEntry | Sequence[IndexEntry]:
        if isinstance(place, slice):
            return IndexEntries(self._pieces[place])
        return _entry_of(self._pieces[place])

    def __iter__(self) -> Iterator[IndexEntry]:
        return map(_entry_of, self._pieces)


def index_entry(checked: CheckedDraft, report: str) -> IndexEntry:
    """The entry of a draft whose report lies at ``report``, a path relative to the index page."""
    return _entry_of(index_piece(checked, report))


def index_piece(checked: CheckedDraft, report: str) -> Made:
    """The entry of a draft as text."""
    draft = checked.draft
    head, rules = _head(checked.rulesets)
    verdicts = {standard.rule: LETTERS[standard.verdict] for standard in checked.standards}
    counted = Counter(finding.rule for finding in standing(checked.findings))
    facts = {
        "title": draft.title or draft.path,
        "path": draft.path,
        "language": draft.language,
        "href": address_of(report),
        "characters": draft.coverage.characters,
        "placed": draft.coverage.placed,
        "severities": list(severity_counts(checked).values()),
        "verdicts": list(verdict_counts(checked).values()),
        "letters": "".join(verdicts.get(rule, _UNCHECKED) for rule in rules),
        "found": [(place, counted[rule]) for place, rule in enumerate(rules) if counted[rule]],
    }
    return Made(head, json.dumps(facts))


def _made_head(rulesets: tuple[Ruleset, ...]) -> tuple[str, tuple[str, ...]]:
    rules = {rule.id: rule for ruleset in rulesets for rule in ruleset.rules}
    told = [[rule.id, rule.title, rule.severity] for rule in rules.values()]
    return json.dumps(told), tuple(rules)


_head = Remembered(_made_head)


def _entry_of(piece: Piece) -> IndexEntry:
    facts = json.loads(piece.facts)
    facts["severities"] = dict(zip(SEVERITIES, facts["severities"], strict=True))
    facts["verdicts"] = dict(zip(VERDICTS, facts["verdicts"], strict=True))
    facts["found"] = dict(facts["found"])
    return IndexEntry(**facts, standards=_standards_of(piece.head))


@lru_cache(maxsize=4)
def _standards_of(head: str) -> tuple[IndexStandard, ...]:
    return tuple(IndexStandard(*one) for one in json.loads(head))


def _packed(letters: str) -> str:
    return re.sub(r"(?P<one>.)(?P=one){2,}", lambda run: f"{run['one']}{len(run[0])}", letters)
