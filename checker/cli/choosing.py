"""Which rulesets and rules a command is about; an unknown id names the nearest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from checker.cli.app import tell
from checker.cli.files import chosen_folders
from checker.errors import CheckerError, Problem
from checker.kit.sound import gather_sound, open_sound
from checker.rule import Rule, Ruleset
from checker.rulebook import Rulebook
from checker.rules.loading import Gathered
from checker.rules.validating import nearest_name


def open_chosen(given: Sequence[str | Path], wanted: Collection[str] = ()) -> Rulebook:
    """The rulebook of the rulesets given; a faulty rule is left out and told of, unless it is wanted."""
    book, left_out = open_sound(chosen_folders(given), wanted=wanted)
    tell(left_out)
    return book


def gather_chosen(folder: Path, wanted: Collection[str] = (), *, mapped: bool = True) -> Gathered:
    """A ruleset; a faulty rule is left out and told of, unless it is wanted."""
    gathered, left_out = gather_sound(folder, wanted=wanted, mapped=mapped)
    tell(left_out)
    return gathered


def chosen_rules(book: Rulebook, ids: Sequence[str]) -> list[tuple[Rule, Ruleset]]:
    """The rules named, each with its ruleset; all rules if none is named.

    Raises:
        CheckerError: An id that no rule bears.
    """
    return rules_named(book.rulesets, ids)


def rules_named(rulesets: Sequence[Ruleset], ids: Sequence[str]) -> list[tuple[Rule, Ruleset]]:
    """The rules named, of these rulesets; all if none is named.

    Raises:
        CheckerError: An id that no rule bears.
    """
    rules = [(rule, ruleset) for ruleset in rulesets for rule in ruleset.rules]
    known = [rule.id for rule, _ in rules]
    wanted = {one.upper() for one in ids}
    unknown = sorted(wanted - {one.upper() for one in known})
    if unknown:
        raise CheckerError(*(Problem(one, "no such rule", nearest_name(one, known)) for one in unknown))
    return [(rule, ruleset) for rule, ruleset in rules if not wanted or rule.id.upper() in wanted]


def common_concepts(book: Rulebook) -> set[str]:
    """The concepts of lexicons that rulesets share: the plain things of law."""
    return {
        name
        for ruleset in book.rulesets
        for name, concept in ruleset.concepts.items()
        if not Path(concept.path).is_relative_to(Path(ruleset.path).resolve())
    }
