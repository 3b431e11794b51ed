"""Every fault of rulesets that a person can mend, beyond what stops them from loading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker.errors import Problem, RulesetError
from checker.rules.joining import lexicon_of
from checker.rules.lint.concepts import lint_concepts
from checker.rules.lint.duplicates import lint_duplicates
from checker.rules.lint.examples import lint_examples
from checker.rules.lint.phrases import lint_phrases
from checker.rules.lint.recommendations import lint_recommendations
from checker.rules.lint.roles import lint_roles
from checker.rules.lint.sources import lint_sources
from checker.rules.lint.texts import TODO, lint_texts
from checker.rules.lint.unread import lint_shipped_ids, lint_unread
from checker.rules.lint.unused import lint_shared, lint_unused
from checker.rules.loading import RULESET_FILE, Gathered, gather

LINTS: tuple[Callable[[Gathered], Iterator[Problem]], ...] = (
    lint_texts,
    lint_sources,
    lint_examples,
    lint_duplicates,
    lint_concepts,
    lint_phrases,
    lint_roles,
    lint_unused,
    lint_recommendations,
    lint_unread,
    lint_shipped_ids,
)


def lint(folders: Sequence[Path]) -> list[Problem]:
    """Every fault and warning of these rulesets, in order of file and line.

    Raises:
        RulesetError: A folder is no ruleset.
    """
    gathered = [gather(folder, mapped=True) for folder in folders]
    found: list[Problem] = []
    for one in gathered:
        found.extend(problem for problem in one.problems if f"«{TODO}»" not in problem.message)
        for check in LINTS:
            found.extend(check(one))
    found.extend(lint_shared(gathered))
    if not any(not problem.warning for problem in found):
        found.extend(_not_together(gathered))
    homes = [folder.resolve().parent for folder in folders]
    unique = dict.fromkeys(one for one in found if not one.warning or _stands_in(one, homes))
    return sorted(unique, key=lambda one: (one.path, one.line, one.column, one.message))


def _stands_in(problem: Problem, homes: Sequence[Path]) -> bool:
    """Whether a file is the authors' own or stands beside it; a lexicon from elsewhere is not theirs."""
    return any(Path(problem.path).resolve().is_relative_to(home) for home in homes)


def _not_together(gathered: Sequence[Gathered]) -> Sequence[Problem]:
    """What keeps rulesets that are sound by themselves from being used together."""
    try:
        lexicon_of([one.ruleset for one in gathered])
    except RulesetError as error:
        return error.problems
    return ()


def rulesets_of(path: Path) -> list[Path]:
    """The rulesets that a file or folder belongs to: its own, or those that use a shared lexicon.

    Raises:
        RulesetError: It belongs to none.
    """
    if not path.exists():
        raise RulesetError(Problem(str(path), "does not exist", "name a file or folder of a ruleset"))
    for folder in (path, *path.resolve().parents):
        if (folder / RULESET_FILE).is_file():
            return [folder]
        inside = sorted(found.parent for found in folder.glob(f"*/{RULESET_FILE}") if folder.is_dir())
        if inside:
            return inside
    raise RulesetError(
        Problem(str(path), "belongs to no ruleset", f"put it into a folder that has a file {RULESET_FILE}")
    )
