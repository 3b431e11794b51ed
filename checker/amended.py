"""A law in force as an amending law leaves it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from checker.amending.instruction import Amendments
from checker.amending.reading import read_amendments
from checker.comparing.effects import with_change
from checker.comparing.judging import Judged, judge
from checker.comparing.whole import languages_of
from checker.consolidating import Consolidated, consolidate
from checker.consolidating.acts import is_amending
from checker.consolidating.result import unread_without_place, without_place
from checker.draft import Draft, Language
from checker.errors import DraftError, Problem
from checker.finding import CheckedDraft
from checker.opening import open_draft
from checker.rulebook import Rulebook


def amended_draft(base: Draft, amending: Draft, amendments: Amendments) -> Consolidated:
    """The law in force with an amending law carried out.

    Raises:
        DraftError: The amending law commands nothing, is for another law or is the base itself; or the base
            amends laws.
    """
    order = "give the law in force first, then the law that amends it"
    if is_amending(base):
        raise DraftError(Problem(base.path, "amends other laws and has no text of its own to amend", order))
    if not amendments.instructions:
        advice = "give a law whose instructions change the base"
        raise DraftError(Problem(amending.path, "no instruction to change a law was found in it", advice))
    if base.sha256 == amending.sha256:
        message = "is given as the law in force and as its amending law"
        raise DraftError(Problem(amending.path, message, order))
    result = consolidate(base, amending, amendments)
    wrong = next((flaw for flaw in result.flaws if flaw.kind == "wrong-base"), None)
    if wrong is not None:
        raise DraftError(Problem(amending.path, wrong.message[amending.language]))
    return result


def open_with_base(path: str, base: str, *, language: Language | None = None) -> tuple[Consolidated, Draft]:
    """An amending law carried out on the law it amends, and the amending law itself.

    Raises:
        DraftError: A file cannot be read, or the two do not belong together.
    """
    amending = open_draft(path, language=language)
    law = _law_in_force(base, language)
    return amended_draft(law, amending, read_amendments(amending)), amending


def _law_in_force(path: str, language: Language | None) -> Draft:
    """The law that drafts amend; a process that checks many drafts reads it once."""
    try:
        stamp = Path(path).stat().st_mtime_ns
    except OSError:  # standard input, or a file that reading it will complain of
        return open_draft(path, language=language)
    return _kept_law(path, language, stamp)


@lru_cache(maxsize=1)
def _kept_law(path: str, language: Language | None, _stamp: int) -> Draft:
    return open_draft(path, language=language)


def check_amended(path: str, base: str, rulebook: Rulebook, *, language: Language | None) -> CheckedDraft:
    """The base as the amending law leaves it, checked where it was touched; and what does not fit."""
    result, amending = open_with_base(path, base, language=language)
    flaws = tuple(without_place(flaw, amending) for flaw in result.flaws)
    draft = replace(
        result.draft, path=amending.path, sha256=amending.sha256, format=amending.format
    )  # the file that is reviewed is the amending law
    rulebook.make_ready(languages_of(draft))
    after = judge(draft, rulebook.rulesets, rulebook.lexicon)
    before = _judged_before(draft.before or draft, rulebook)
    checked = with_change(before, after, result.touched)
    amendments = unread_without_place(result.amendments, amending)
    return replace(checked, amendments=amendments, flaws=(*checked.flaws, *flaws), amending=amending)


class _Before(Struct):
    """The law in force as it was judged last: each draft that amends it is compared with that."""

    draft: Draft
    rulebook: Rulebook
    judged: Judged


_LAST: list[_Before] = []


def _judged_before(draft: Draft, rulebook: Rulebook) -> Judged:
    last = _LAST[0] if _LAST else None
    if last is None or last.draft is not draft or last.rulebook is not rulebook:
        last = _Before(draft, rulebook, judge(draft, rulebook.rulesets, rulebook.lexicon))
        _LAST[:] = [last]
    return last.judged
