"""From files to checked drafts: the stages in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal

from msgspec import Struct

from checker.amending.forms import forms_of
from checker.comparing.judging import Judged, judge
from checker.comparing.whole import check_whole, compare_drafts, languages_of
from checker.decision import REVIEW_SUFFIX
from checker.draft import LANGUAGES, Language
from checker.errors import CheckerError, Problem, RulesetError, own_fault
from checker.finding import CheckedDraft
from checker.late import late
from checker.opening import STANDARD_INPUT, is_begun, likely_languages, open_draft
from checker.patterns import compile_all
from checker.rulebook import Rulebook, open_rulebook
from checker.source import HUGE, USUAL, Limits

check_amended: Callable[..., CheckedDraft] = late("checker.amended:check_amended")
load_review = late("checker.reviewing.files:load_review")
apply_review = late("checker.reviewing.applying:apply_review")
Stage = Literal["reading", "preparing", "checking"]
Told = Callable[[Stage], None]
"""Hears the stage that begins."""


def _untold(stage: Stage) -> None:
    """Nobody wants to hear the stages."""


@cache
def _rulebook(folders: tuple[str, ...]) -> Rulebook:
    return open_rulebook([Path(folder) for folder in folders], examples=False)


class Job(Struct, frozen=True):
    """What is done with each file; small, so that it travels to other processes."""

    folders: tuple[str, ...] = ()
    language: Language | None = None
    base: str | None = None
    huge: bool = False

    @property
    def limits(self) -> Limits:
        """How much is read of one file."""
        return HUGE if self.huge else USUAL

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
        return _guarded(new, lambda: compare_drafts(*(self.judged(path, told) for path in (old, new))))

    def judged(self, path: str, told: Told = _untold) -> Judged:
        """A version of a draft, to be set beside another; ``told`` as in ``run_bare``.

        Raises:
            CheckerError: The file cannot be read, or the rulesets cannot be used.
        """
        rulebook = _rulebook(self.folders)
        told("reading")
        draft = open_draft(path, language=self.language, limits=self.limits)
        told("preparing")
        rulebook.make_ready(languages_of(draft))
        told("checking")
        return judge(draft, rulebook.rulesets, rulebook.lexicon)

    def _checked(self, path: str, rulebook: Rulebook, told: Told = _untold) -> CheckedDraft:
        if self.base is not None:
            return check_amended(path, self.base, rulebook, language=self.language)
        told("reading")
        meanwhile: Iterator[None] = iter(())
        if is_begun(path, language=self.language, limits=self.limits):
            likely = (self.language,) if self.language else likely_languages(path)
            rulebook.make_ready(likely)
            meanwhile = chain(compile_all(), _command_forms(likely), rulebook.read_ahead(likely))
        draft = open_draft(path, language=self.language, limits=self.limits, meanwhile=meanwhile)
        told("preparing")
        rulebook.make_ready(languages_of(draft))
        told("checking")
        return check_whole(draft, rulebook.rulesets, rulebook.lexicon)


def _command_forms(languages: Iterable[Language]) -> Iterator[None]:
    """Compile what tells the commands of amending laws, a language at a step.

    What is ill-formed is told when a draft asks for it.
    """
    for language in languages:
        with suppress(CheckerError):
            forms_of(language).combined  # noqa: B018 - made when it is first asked for, and kept
        yield


def _reviewed(checked: CheckedDraft, path: str) -> CheckedDraft:
    """The draft with the decisions of its review file, if there is one."""
    review = Path(f"{path}{REVIEW_SUFFIX}")
    if path == STANDARD_INPUT or not review.exists():
        return checked
    reviewed: CheckedDraft = apply_review(checked, load_review(review))
    return reviewed


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
