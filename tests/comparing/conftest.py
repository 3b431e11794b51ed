from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.comparing.judging import Judged, judge
from checker.comparing.whole import compare_drafts
from checker.draft import LANGUAGES, Draft
from checker.finding import CheckedDraft
from checker.rulebook import Rulebook, open_rulebook


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The rules of the product, ready in every language."""
    book = open_rulebook([])
    book.make_ready(LANGUAGES)
    return book


@pytest.fixture(scope="session")
def judged(book: Rulebook) -> Callable[[Draft], Judged]:
    """Check a draft by the rules of the product."""
    return lambda draft: judge(draft, book.rulesets, book.lexicon)


@pytest.fixture(scope="session")
def compared(judged: Callable[[Draft], Judged]) -> Callable[[Draft, Draft], CheckedDraft]:
    """Compare two drafts."""
    return lambda old, new: compare_drafts(judged(old), judged(new))
