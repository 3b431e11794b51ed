"""What every fuzz test shares: how long it goes on, and what must hold of a draft whatever the file was.

By default each test tries the same few examples within seconds; ``FUZZ=20`` tries new ones, twenty times
as many.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hypothesis import HealthCheck, settings

from checker.amending.instruction import Amendments, Quoted
from checker.draft import Draft
from checker.finding import CheckedDraft
from checker.readers.characters import count_characters

_COUNTS = re.compile(r"[\dIVXLCivxlc]").match
_TIMES = int(os.environ.get("FUZZ", "0"))


def fuzz(examples: int) -> Callable[[Any], Any]:
    """Settings of a fuzz test that tries so many examples by default."""
    return settings(
        max_examples=examples * max(1, _TIMES),
        derandomize=not _TIMES,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


def letters(*texts: str) -> Counter[str]:
    """The letters and digits of texts, in the form that readers give them."""
    folded = (unicodedata.normalize("NFKD", text) for text in texts)
    return Counter(one for text in folded for one in text if one.isalnum())


def kept(draft: Draft) -> Iterator[str]:
    """All that a draft shows of its file: provisions, what was not placed, what was set aside."""
    for one in draft.provisions:
        yield f"{one.mark} {one.heading} {one.text}"
    for piece in (*draft.coverage.unplaced, *draft.coverage.set_aside):
        yield piece.text


def assert_nothing_lost(given: str, draft: Draft) -> None:
    """Every letter of a plain text stands in the draft at least as often as in the text.

    The number of an article may be printed twice and is then told once, by its label: of figures and roman
    numerals each has to be there at least once.
    """
    there = letters(*kept(draft))
    missing = letters(given) - there
    lost = {one: count for one, count in missing.items() if not there[one] or not _COUNTS(one)}
    assert not lost, lost


def assert_sound(draft: Draft) -> None:
    """The tree is one, the ids are its own, and the coverage adds up."""
    coverage = draft.coverage
    assert (
        coverage.placed + sum(count_characters(one.text) for one in coverage.unplaced) == coverage.characters
    )
    assert coverage.placed >= 0
    assert len({one.id for one in draft.provisions}) == len(draft.provisions)
    for index, one in enumerate(draft.provisions):
        assert one.index == index
        assert one.parent is None or one.parent < index
        assert all(draft.provisions[child].parent == index for child in one.children)
    for remark in draft.remarks:
        assert 0 <= remark.provision < len(draft.provisions)
    for other in (draft.before, draft.parallel):
        if other is not None:
            assert_sound(other)


def assert_quoted(amendments: Amendments, draft: Draft) -> None:
    """Every quotation of the instructions is where it says."""
    texts = [one.text for one in draft.provisions]
    for one in amendments.instructions:
        assert 0 <= one.start <= one.end <= len(texts[one.provision])
        _assert_at(texts, (*one.old, *one.new, *([one.anchor] if one.anchor else [])))
        assert all(0 <= root < len(texts) for root in one.wording)
    for unread in amendments.unread:
        assert texts[unread.provision][unread.start : unread.end] == unread.text
    assert all(0 <= one < len(texts) for one in amendments.quoting)


def _assert_at(texts: list[str], quotations: Iterable[Quoted]) -> None:
    for one in quotations:
        assert texts[one.provision][one.start : one.end] == one.text


def assert_found(checked: CheckedDraft) -> None:
    """Every quotation of findings, evidence and flaws is where it says."""
    texts = [one.text for one in checked.draft.provisions]
    for finding in checked.findings:
        if finding.provision < 0:
            continue
        own = texts[finding.provision]
        if finding.end > finding.start:
            assert own[finding.start : finding.end] == finding.quote
        for one in finding.evidence:
            assert one.start < 0 or own[one.start : one.end] == one.quote
    for flaw in checked.flaws:
        if flaw.provision >= 0 and flaw.end > flaw.start:
            assert texts[flaw.provision][flaw.start : flaw.end] == flaw.quote
    assert_quoted(checked.amendments, checked.amending or checked.draft)
