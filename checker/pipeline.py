"""From files to checked drafts: the stages in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.checks.engine import check_draft
from checker.draft import LANGUAGES, Draft, Language
from checker.errors import Problem, RulesetError
from checker.finding import CheckedDraft
from checker.language.lexicon import Lexicon
from checker.readers import read_source
from checker.rule import Ruleset
from checker.rules.loading import lexicon_of, load_ruleset
from checker.structure import build_draft


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rulesets and their common lexicon, made ready once for any number of drafts."""

    rulesets: tuple[Ruleset, ...]
    lexicon: Lexicon


def default_rulesets() -> list[Path]:
    """The folders of the rulesets that come with the product, in the wheel or in the source tree."""
    package = Path(__file__).resolve().parent
    for home in (package / "rulesets", package.parent / "rulesets"):
        folders = sorted(path.parent for path in home.glob("*/ruleset.yaml"))
        if folders:
            return folders
    raise RulesetError(Problem(str(package), "the rulesets of the product are missing", "install it again"))


def open_rulebook(folders: Sequence[Path]) -> Rulebook:
    """The rulesets of these folders, or those of the product if none is given.

    Raises:
        RulesetError: With every fault found.
    """
    rulesets = tuple(load_ruleset(folder) for folder in folders or default_rulesets())
    return Rulebook(rulesets, lexicon_of(rulesets, languages=LANGUAGES))


def open_draft(path: Path, *, language: Language | None = None) -> Draft:
    """A file as a draft: read and structured. ``language`` overrules what its letters say.

    Raises:
        DraftError: The file cannot be read as a law text.
    """
    return (
        build_draft(read_source(path))
        if language is None
        else build_draft(read_source(path), language=language)
    )


def check_files(paths: Sequence[Path], rulebook: Rulebook) -> Iterator[CheckedDraft]:
    """Check each file in turn."""
    for path in paths:
        yield check_draft(open_draft(path), rulebook.rulesets, rulebook.lexicon)
