"""What the pages work with: the drafts, the jobs, the decisions as they stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from checker.decision import Review
from checker.draft import LANGUAGES, Language
from checker.errors import Problem
from checker.finding import CheckedDraft
from checker.rendering.desk import Shown, Ways, said
from checker.rendering.wording import Told, words_for
from checker.reviewing.applying import apply_review
from checker.reviewing.files import load_review, review_path
from checker.serving.jobs import Jobs, Work, check_of
from checker.serving.lineage import Lineage
from checker.serving.saving import version_of
from checker.serving.shelf import Shelf


class Desk(Struct, frozen=True):
    """A folder with its jobs; ``secret`` must be borne by every request that changes something."""

    shelf: Shelf
    jobs: Jobs
    secret: str
    lineage: Lineage

    def review_file(self, name: str) -> Path:
        """Where the decisions on a draft are kept."""
        return review_path(str(self.shelf.folder / name))

    def review(self, name: str) -> Review:
        """The decisions on a draft.

        Raises:
            CheckerError: The file was damaged by hand.
        """
        return load_review(self.review_file(name))

    def reviewed(self, name: str, checked: CheckedDraft) -> CheckedDraft:
        """A checked draft with its decisions."""
        return apply_review(checked, self.review(name))

    def versions(self, name: str) -> tuple[str, ...]:
        """A draft and the versions before it, the oldest first."""
        return self.lineage.versions(name, self.shelf.names())

    def shown(self, name: str, language: Language, ways: Ways) -> Shown:
        """The line of a draft in the list."""
        work = self.jobs.known(check_of(name))
        day = date.fromtimestamp(self.shelf.stamp(name).modified / 1e9)
        if work is None:
            return Shown(name, ways.report, said("", language).text, day, history=ways.history)
        why = told_of(work.problems[0], language) if work.problems else None
        state = said(state_of(work), language).text
        return Shown(name, ways.report, state, day, not work.over, why, ways.history)


def state_of(work: Work) -> str:
    """The stage of a job that runs, else its state."""
    return work.stage or work.state if work.state == "running" else work.state


def told_of(problem: Problem, language: Language) -> Told:
    """A fault of a file, which is named without its folder: there is one only."""
    return words_for(language).problem(replace(problem, path=Path(problem.path).name))


def seen_in(checked: CheckedDraft) -> dict[str, str]:
    """The print of what stands on each finding."""
    return {one.id: version_of(one) for one in checked.findings}


def language_of(name: str | None) -> Language | None:
    """The language of that name, if the pages speak it."""
    return next((language for language in LANGUAGES if language == name), None)
