"""Rulesets and their lexicon, made ready once and kept for the next run.

Reading ten thousand phrases takes longer than checking a draft of two hundred pages. What was made of them
is kept in the user's cache folder under a print of everything it was made from: every file of the
rulesets, and the code that reads them. So it is never out of date, and may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from checker.draft import Language
from checker.errors import Problem, RulesetError
from checker.language.lexicon import LanguageLexicon, Lexicon
from checker.rule import Ruleset
from checker.rules.joining import join_rulesets
from checker.rules.loading import load_ruleset, ruleset_files

Kind = TypeVar("Kind")
_PACKAGE = Path(__file__).resolve().parent
_READ_BY = ("rule.py", "rules/*.py", "language/*.py")
_MOST_KEPT = 12


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rulesets and their common lexicon, for any number of drafts."""

    rulesets: tuple[Ruleset, ...]
    lexicon: Lexicon
    kept: Kept

    def make_ready(self, languages: Iterable[Language]) -> None:
        """Fetch or make the lexicon of these languages.

        Raises:
            RulesetError: Phrases that cannot be read.
        """
        for language in languages:
            if not self.lexicon.is_ready(language):
                ready = self.kept.fetch(language, LanguageLexicon)
                if ready is None:
                    self.kept.keep(language, self.lexicon.of(language))
                else:
                    self.lexicon.put(language, ready)


class Kept:
    """What was made of one state of the rulesets. A cache that cannot be written or read is done without."""

    def __init__(self, print_: str) -> None:
        self.print = print_
        self.folder = user_cache_path("draftlaw-checker", appauthor=False)

    def fetch(self, name: str, kind: type[Kind]) -> Kind | None:
        """What was kept under a name, if it is there and whole."""
        try:
            value = pickle.loads(self._path(name).read_bytes())
        except Exception:  # a damaged pickle may raise anything; it is made anew
            return None
        return value if isinstance(value, kind) else None

    def keep(self, name: str, value: object) -> None:
        """Keep a value for the next run; only the user may read or write it."""
        path = self._path(name)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_bytes(pickle.dumps(value, protocol=5))
            unfinished.replace(path)
            self._clear()

    def _path(self, name: str) -> Path:
        return self.folder / f"{self.print}-{name}.pickle"

    def _clear(self) -> None:
        """Rule authors change a file and run again: only the newest files stay."""
        files = sorted(self.folder.glob("*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_MOST_KEPT:]:
            path.unlink(missing_ok=True)


def default_rulesets() -> list[Path]:
    """The folders of the rulesets that come with the product, in the wheel or in the source tree."""
    for home in (_PACKAGE / "rulesets", _PACKAGE.parent / "rulesets"):
        folders = sorted(path.parent for path in home.glob("*/ruleset.yaml"))
        if folders:
            return folders
    raise RulesetError(Problem(str(_PACKAGE), "the rulesets of the product are missing", "install it again"))


def open_rulebook(folders: Sequence[Path]) -> Rulebook:
    """The rulesets of these folders, or those of the product if none is given.

    Raises:
        RulesetError: With every fault found.
    """
    chosen = [folder.resolve() for folder in folders or default_rulesets()]
    kept = Kept(_print_of(chosen))
    book = kept.fetch("rules", tuple)
    if book is None:
        book = join_rulesets([load_ruleset(folder) for folder in chosen])
        kept.keep("rules", book)
    return Rulebook(book[0], book[1], kept)


def _print_of(folders: Iterable[Path]) -> str:
    """A print of every file that the rulebook is made from."""
    code = (path for pattern in _READ_BY for path in sorted(_PACKAGE.glob(pattern)))
    seen = hashlib.blake2b(repr(sys.version_info[:2]).encode(), digest_size=16)
    for path in (*code, *(file for folder in folders for file in ruleset_files(folder))):
        seen.update(f"\0{path}\0".encode())
        with contextlib.suppress(OSError):
            seen.update(path.read_bytes())
    return seen.hexdigest()


def ruleset_print(folders: Sequence[Path]) -> str:
    """A print of these rulesets, or of those of the product: it differs as soon as any file of them does."""
    return _print_of([folder.resolve() for folder in folders or default_rulesets()])
