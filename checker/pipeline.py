"""From files to checked drafts: the stages in their order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from checker.amending.instruction import Amendments
from checker.amending.reading import read_amendments
from checker.comparing.effects import with_change
from checker.comparing.judging import Judged, judge
from checker.comparing.whole import check_whole, compare_drafts, languages_of
from checker.consolidating import Consolidated, consolidate
from checker.consolidating.acts import is_amending
from checker.consolidating.result import unread_without_place, without_place
from checker.draft import LANGUAGES, Draft, Language
from checker.errors import CheckerError, DraftError, Problem, RulesetError, own_fault
from checker.finding import CheckedDraft
from checker.readers import SUFFIXES, read_bytes, read_source
from checker.reviewing.applying import apply_review
from checker.reviewing.files import load_review, review_path
from checker.rulebook import Rulebook, open_rulebook
from checker.structure import build_draft

STANDARD_INPUT = "-"
RESULTS = ".book.sqlite"
"""Lies in a folder of results: the reports in it are no drafts."""

Stage = Literal["reading", "preparing", "checking"]
Told = Callable[[Stage], None]
"""Hears the stage that begins."""


def _untold(stage: Stage) -> None:
    """Nobody wants to hear the stages."""


def find_drafts(paths: Sequence[str]) -> list[str]:
    """The files to read: those named, and in folders those of a known kind, in order of name.

    A folder of results among the drafts is passed by.
    """
    found: list[str] = []
    for given in paths:
        path = Path(given)
        if given != STANDARD_INPUT and path.is_dir():
            results = {one.parent for one in path.rglob(RESULTS)}
            inside = (one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
            found.extend(sorted(str(one) for one in inside if one.parent not in results))
        else:
            found.append(given)
    return list(dict.fromkeys(found))


def open_draft(path: str, *, language: Language | None = None) -> Draft:
    """A file as a draft: read and structured. ``language`` overrules what its letters say.

    Raises:
        DraftError: The file cannot be read as a law text.
    """
    if path == STANDARD_INPUT:
        source = read_bytes(STANDARD_INPUT, sys.stdin.buffer.read())
    else:
        source = read_source(Path(path))
    draft = build_draft(source)
    if language is None:
        return draft
    provisions = tuple(replace(provision, language=language) for provision in draft.provisions)
    return replace(draft, language=language, provisions=provisions)


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


@cache
def _rulebook(folders: tuple[str, ...]) -> Rulebook:
    return open_rulebook([Path(folder) for folder in folders])


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with each file; small, so that it travels to other processes."""

    folders: tuple[str, ...] = ()
    language: Language | None = None
    base: str | None = None

    def prepare(self) -> None:
        """Read rulesets and lexicon, so that processes which are begun after it share them.

        Raises:
            RulesetError: The rulesets cannot be used.
        """
        _rulebook(self.folders).make_ready(LANGUAGES)

    def run(self, path: str) -> CheckedDraft | tuple[Problem, ...]:
        """The file checked, with the decisions of its review file, or why it cannot be.

        Raises:
            RulesetError: The rulesets cannot be used.
        """
        return _guarded(path, lambda: _reviewed(self._checked(path, _rulebook(self.folders)), path))

    def run_bare(self, path: str, told: Told = _untold) -> CheckedDraft | tuple[Problem, ...]:
        """The file checked, without decisions; ``told`` hears each stage as it begins.

        Raises:
            RulesetError: The rulesets cannot be used.
        """
        return _guarded(path, lambda: self._checked(path, _rulebook(self.folders), told))

    def compare(self, old: str, new: str, told: Told = _untold) -> CheckedDraft | tuple[Problem, ...]:
        """The new version of a draft with what became of the old one; ``told`` as in ``run_bare``.

        Raises:
            RulesetError: The rulesets cannot be used.
        """
        rulebook = _rulebook(self.folders)
        return _guarded(
            new, lambda: compare_drafts(*(self._judged(path, rulebook, told) for path in (old, new)))
        )

    def _judged(self, path: str, rulebook: Rulebook, told: Told) -> Judged:
        told("reading")
        draft = open_draft(path, language=self.language)
        told("preparing")
        rulebook.make_ready(languages_of(draft))
        told("checking")
        return judge(draft, rulebook.rulesets, rulebook.lexicon)

    def _checked(self, path: str, rulebook: Rulebook, told: Told = _untold) -> CheckedDraft:
        if self.base is not None:
            return self._amended(path, self.base, rulebook)
        told("reading")
        draft = open_draft(path, language=self.language)
        told("preparing")
        rulebook.make_ready(languages_of(draft))
        told("checking")
        return check_whole(draft, rulebook.rulesets, rulebook.lexicon)

    def _amended(self, path: str, base: str, rulebook: Rulebook) -> CheckedDraft:
        """The base as the amending law leaves it, checked where it was touched; and what does not fit."""
        result, amending = open_with_base(path, base, language=self.language)
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


@dataclass(slots=True)
class _Before:
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


def _reviewed(checked: CheckedDraft, path: str) -> CheckedDraft:
    """The draft with the decisions of its review file, if there is one."""
    if path == STANDARD_INPUT:
        return checked
    return apply_review(checked, load_review(review_path(path)))


def _guarded(path: str, work: Callable[[], CheckedDraft]) -> CheckedDraft | tuple[Problem, ...]:
    """What the work gives, or why it could not be done."""
    try:
        return work()
    except RulesetError:
        raise
    except CheckerError as error:
        return error.problems
    except Exception as error:  # the other drafts are checked all the same
        return (own_fault(path, error),)
