"""Rulesets and their lexicon, made ready once and kept for the next run.

Reading ten thousand phrases takes longer than checking a draft of two hundred pages. What was made of them
is kept under a print of everything it was made from: every file of the rulesets, and the code that reads
them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from checker.draft import Language
from checker.errors import Problem, RulesetError
from checker.kept import Kept, print_of
from checker.language.lexicon import Entry, LanguageLexicon, Lexicon
from checker.language.programs import Program
from checker.language.signs import Signs
from checker.language.vocabulary import Vocabulary
from checker.late import late
from checker.lazily import Lazily
from checker.rule import Concept, Example, Ruleset

load_ruleset: Callable[[Path], Ruleset] = late("checker.rules.loading:load_ruleset")
lexicon_places: Callable[[Path], list[str]] = late("checker.rules.loading:lexicon_places")
join_rulesets: Callable[[Sequence[Ruleset]], tuple[tuple[Ruleset, ...], Lexicon]] = late(
    "checker.rules.joining:join_rulesets"
)
_PACKAGE = Path(__file__).resolve().parent
_READ_BY = ("rule.py", "rulebook.py", "rules/*.py", "language/*.py")


class _KeptRules(Struct, array_like=True):
    """Rulesets without concepts and examples, the concepts of each by name, and what a lexicon needs."""

    rulesets: tuple[Ruleset, ...]
    names: tuple[tuple[str, ...], ...]
    order: tuple[str, ...]
    roles: dict[str, dict[Language, tuple[str, ...]]]


class _KeptLexicon(Struct, array_like=True):
    """The lexicon of one language without its concepts, which are read when a text may name them."""

    signs: Signs
    terms: Mapping[str, dict[str, int]]
    denying: frozenset[str]
    roles: Mapping[str, tuple[Program, ...]]

    def lexicon(self, language: Language, entries: Mapping[str, Entry]) -> LanguageLexicon:
        """What was kept, as it was."""
        vocabulary = Vocabulary(language, self.terms)
        return LanguageLexicon(entries, self.signs, vocabulary, self.denying, self.roles)


class Rulebook(Struct, frozen=True):
    """Rulesets and their common lexicon, for any number of drafts."""

    rulesets: tuple[Ruleset, ...]
    lexicon: Lexicon
    kept: Kept

    def read_ahead(self, languages: Iterable[Language]) -> Iterator[None]:
        """Read the concepts of these languages, one at a step, for whoever has time to spare."""
        for language in languages:
            entries = self.lexicon.of(language).entries
            for name in entries:
                entries[name]
                yield

    def make_ready(self, languages: Iterable[Language]) -> None:
        """Fetch or make the lexicon of these languages.

        Raises:
            RulesetError: Phrases that cannot be read.
        """
        for language in languages:
            if self.lexicon.is_ready(language):
                continue
            ready = self.kept.fetch(language, _KeptLexicon)
            entries = self.kept.fetch_each(f"{language}-concepts", Entry)
            if ready is not None and entries is not None:
                self.lexicon.put(language, ready.lexicon(language, entries))
                continue
            made = self.lexicon.of(language)
            terms = made.vocabulary.of_kind
            self.kept.keep_each(f"{language}-concepts", made.entries)
            self.kept.keep(language, _KeptLexicon(made.signs, terms, made.denying, made.roles))


def _concepts(names: Sequence[str], fetch: Callable[[], Mapping[str, Concept]]) -> Mapping[str, Concept]:
    """Concepts that are fetched and read when they are asked for: a draft is checked without them."""
    return Lazily(names, partial(_one_of, fetch))


def _one_of(fetch: Callable[[], Mapping[str, Concept]], name: str) -> Concept:
    """A function of its own, so that the concepts travel to other processes."""
    return fetch()[name]


def default_rulesets() -> list[Path]:
    """The folders of the rulesets that come with the product, in the wheel or in the source tree."""
    for home in (_PACKAGE / "rulesets", _PACKAGE.parent / "rulesets"):
        folders = sorted(path.parent for path in home.glob("*/ruleset.yaml"))
        if folders:
            return folders
    raise RulesetError(Problem(str(_PACKAGE), "the rulesets of the product are missing", "install it again"))


def open_rulebook(folders: Sequence[Path], *, examples: bool = True) -> Rulebook:
    """The rulesets of these folders, or those of the product if none is given.

    Their rules come without ``examples`` if they are not wanted: a draft is checked without them.

    Raises:
        RulesetError: With every fault found.
    """
    chosen = [folder.resolve() for folder in folders or default_rulesets()]
    kept = Kept(_rulebook_print(chosen))
    book = kept.fetch("rules", _KeptRules)
    told = kept.fetch("examples", dict[str, tuple[Example, ...]]) if examples else {}
    if book is None or told is None:
        return _made(chosen, kept)
    return _as_kept(book, told, chosen, kept)


def _made(folders: Sequence[Path], kept: Kept) -> Rulebook:
    """The rulebook made of its files, and kept."""
    joined, lexicon = join_rulesets([load_ruleset(folder) for folder in folders])
    rulesets = tuple(replace(ruleset, print=kept.print) for ruleset in joined)
    rules = [rule for ruleset in rulesets for rule in ruleset.rules]
    concepts = {name: one for ruleset in rulesets for name, one in ruleset.concepts.items()}
    lean = tuple(
        replace(ruleset, concepts={}, rules=tuple(replace(rule, examples=()) for rule in ruleset.rules))
        for ruleset in rulesets
    )
    names = tuple(tuple(ruleset.concepts) for ruleset in rulesets)
    kept.keep_each("concepts", concepts)
    kept.keep("examples", {rule.id: rule.examples for rule in rules})
    kept.keep("rules", (lean, names, lexicon.order, lexicon.roles))
    return Rulebook(rulesets, lexicon, kept)


@cache
def _fetched(folders: tuple[Path, ...], kept: Kept) -> Mapping[str, Concept]:
    found = kept.fetch_each("concepts", Concept)
    if found is not None:
        return found
    rulesets = _made(folders, kept).rulesets  # what was kept was deleted since
    return {name: one for each in rulesets for name, one in each.concepts.items()}


def _as_kept(
    book: _KeptRules, examples: Mapping[str, tuple[Example, ...]], folders: Sequence[Path], kept: Kept
) -> Rulebook:
    fetched = partial(_fetched, tuple(folders), kept)
    rulesets = tuple(
        replace(
            ruleset,
            concepts=_concepts(names, fetched),
            rules=tuple(replace(rule, examples=examples[rule.id]) for rule in ruleset.rules)
            if examples
            else ruleset.rules,
        )
        for ruleset, names in zip(book.rulesets, book.names, strict=True)
    )
    return Rulebook(rulesets, Lexicon(book.order, _concepts(book.order, fetched), book.roles), kept)


def ruleset_print(folders: Sequence[Path]) -> str:
    """A print of these rulesets, or of those of the product: it differs as soon as any file of them does."""
    return _rulebook_print([folder.resolve() for folder in folders or default_rulesets()])


def _rulebook_print(folders: Iterable[Path]) -> str:
    """A print of every file that the rulebook is made from."""
    code = (path for pattern in _READ_BY for path in sorted(_PACKAGE.glob(pattern)))
    files = (path for folder in folders for path in _files_of(folder))
    return print_of(repr(sys.version_info[:2]), (*code, *files))


def _files_of(folder: Path) -> list[Path]:
    """Every file that a ruleset may be read from, in order: its own and those of the common lexicon.

    Where the lexicon lies is kept under a print of the ruleset's head, so that no YAML need be read for it.
    """
    kept = Kept(print_of(f"{folder}\0{_PACKAGE}", [folder / "ruleset.yaml"]))
    places = kept.fetch("places", list[str])
    if places is None:
        places = lexicon_places(folder)
        kept.keep("places", places)
    found = (path for place in places for path in sorted(Path(place).glob("*.yaml")))
    return [*sorted(folder.rglob("*.yaml")), *found]
