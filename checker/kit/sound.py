"""Rulesets as an author's commands see them: a rule that is unfinished or faulty is left out, and told of.

A draft is never checked with half a ruleset; but whoever writes a second rule still wants to prove the first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from checker.errors import Problem, RulesetError
from checker.kept import Kept
from checker.rulebook import Rulebook, open_rulebook
from checker.rules.joining import join_rulesets
from checker.rules.loading import Gathered, gather

Kind = TypeVar("Kind")
_ADVICE = "finish or mend it; «checker rules lint» tells every fault"


class _NothingKept(Kept, frozen=True):
    """Of rulesets with faults nothing is kept: the next run will find other files."""

    def fetch(self, name: str, kind: type[Kind]) -> Kind | None:
        """Nothing."""
        return None

    def keep(self, name: str, value: object) -> None:
        """Keep nothing."""


def gather_sound(
    folder: Path, *, wanted: Collection[str] = (), mapped: bool = False
) -> tuple[Gathered, list[Problem]]:
    """A ruleset without its faulty rules, and a line on each of these.

    ``wanted`` are ids of rules that must be there.

    Raises:
        RulesetError: With the faults of the ruleset's other files, or of a wanted rule.
    """
    gathered = gather(folder, mapped=mapped)
    faulty = [problem for problem in gathered.problems if _is_of_a_rule(problem, folder)]
    asked = {_id_of(one, gathered) for one in faulty} & {name.upper() for name in wanted}
    refused = [one for one in gathered.problems if one not in faulty or _id_of(one, gathered) in asked]
    if refused:
        raise RulesetError(*refused)
    by_path: dict[str, list[Problem]] = {}
    for problem in faulty:
        by_path.setdefault(problem.path, []).append(problem)
    rules = tuple(rule for rule in gathered.ruleset.rules if rule.path not in by_path)
    sound = replace(gathered, ruleset=replace(gathered.ruleset, rules=rules), problems=[])
    return sound, [_left_out(problems, gathered) for problems in by_path.values()]


def open_sound(folders: Sequence[Path], *, wanted: Collection[str] = ()) -> tuple[Rulebook, list[Problem]]:
    """The rulebook of these rulesets without their faulty rules, and a line on each of these.

    Raises:
        RulesetError: With the faults of other files, or of a wanted rule.
    """
    try:
        return open_rulebook(folders), []
    except RulesetError:
        gathered = [gather_sound(folder.resolve(), wanted=wanted) for folder in folders]
    left_out = [problem for _, problems in gathered for problem in problems]
    rulesets, lexicon = join_rulesets([one.ruleset for one, _ in gathered])
    return Rulebook(rulesets, lexicon, _NothingKept("")), left_out


def _is_of_a_rule(problem: Problem, folder: Path) -> bool:
    return Path(problem.path).parent == folder / "rules"


def _id_of(problem: Problem, gathered: Gathered) -> str:
    """The id that a faulty rule bears, as far as its file can be read."""
    document = gathered.documents.get(problem.path)
    return str((document.value.get("id") if document else "") or Path(problem.path).stem.upper())


def _left_out(problems: Sequence[Problem], gathered: Gathered) -> Problem:
    first = problems[0]
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    message = f"{_id_of(first, gathered)} is left out: {first.message}{more}"
    return replace(first, message=message, advice=_ADVICE, warning=True)
