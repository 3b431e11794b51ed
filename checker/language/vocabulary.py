"""The words of a lexicon, and which of them a form met in a text may be.

Each distinct form is looked up once: by stem, exact form or beginning, and for what is left by
likeness, so that a slip of the pen or of the scanner still counts, at a lower score.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from checker.draft import Language
from checker.language.phrases import Term
from checker.language.stems import stemmer

KINDS = ("exact", "stem", "prefix")
_FORGIVEN = 8
"""Words shorter than this are never matched by likeness: «арест» is no slip for «аренд»."""
_LONG_WORD = 13


class Vocabulary:
    """The terms of one language, numbered in the order in which they were given.

    ``of_kind`` gives, per kind of term, its texts with their numbers.
    """

    def __init__(self, language: Language, of_kind: Mapping[str, dict[str, int]] | None = None) -> None:
        self.language: Language = language
        self.of_kind = of_kind or {kind: {} for kind in KINDS}
        self._count = sum(map(len, self.of_kind.values()))

    def number(self, term: Term) -> int:
        """The number of a term, new or known."""
        known = self.of_kind[term.kind]
        number = known.get(term.text)
        if number is None:
            number = known[term.text] = self._count
            self._count += 1
            for made in ("_beginnings", "_alikes"):
                self.__dict__.pop(made, None)
        return number

    def terms(self) -> Iterator[tuple[Term, int]]:
        """Every term with its number."""
        for kind, known in self.of_kind.items():
            for text, number in known.items():
                yield Term(kind, text), number

    @cached_property
    def _beginnings(self) -> tuple[tuple[int, ...], frozenset[str]]:
        """How long prefixes are, and the heads of all, as long as the shortest."""
        prefixes = self.of_kind["prefix"]
        lengths = tuple(sorted(set(map(len, prefixes))))
        return lengths, frozenset(prefix[: lengths[0]] for prefix in prefixes)

    @cached_property
    def _alikes(self) -> Mapping[tuple[str, int], list[str]]:
        """The stems that may be meant by another word, by first letter and length."""
        groups: dict[tuple[str, int], list[str]] = defaultdict(list)
        for text in self.of_kind["stem"]:
            if len(text) >= _FORGIVEN:
                groups[text[0], len(text)].append(text)
        return groups

    def look_up(self, form: str) -> tuple[int, ...]:
        """The numbers of the terms that a folded form is."""
        found = [
            self.of_kind["exact"].get(form),
            self.of_kind["stem"].get(stemmer(self.language)(form)),
        ]
        lengths, heads = self._beginnings
        if lengths and form[: lengths[0]] in heads:
            prefixes = self.of_kind["prefix"]
            found += [prefixes.get(form[:length]) for length in lengths if length <= len(form)]
        return tuple(number for number in found if number is not None)

    def look_up_all(self, forms: Iterable[str]) -> dict[str, tuple[tuple[int, ...], float]]:
        """For each form its terms and how surely (1.0 unless it was matched by likeness)."""
        return {form: (found, 1.0) if (found := self.look_up(form)) else self._alike(form) for form in forms}

    def _alike(self, form: str) -> tuple[tuple[int, ...], float]:
        """The term that a form is a slip for: its first letter is never the slip."""
        if len(form) < _FORGIVEN + 1 or not form.isalpha():
            return (), 1.0
        stem = stemmer(self.language)(form)
        slips = 1 if len(stem) < _LONG_WORD else 2
        choices = [
            word
            for size in range(len(stem) - slips, len(stem) + slips + 1)
            for word in self._alikes.get((stem[:1], size), ())
        ]
        best = process.extractOne(stem, choices, scorer=OSA.distance, score_cutoff=slips)
        if best is None:
            return (), 1.0
        return (self.of_kind["stem"][best[0]],), 1.0 - best[1] / len(stem)
