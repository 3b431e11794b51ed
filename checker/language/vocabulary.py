"""The words of a lexicon, and which of them a form met in a text may be.

Each distinct form is looked up once: by stem, exact form or beginning, and for what is left by
likeness, so that a slip of the pen or of the scanner still counts, at a lower score.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from checker.draft import Language
from checker.language.phrases import Term
from checker.language.stems import stemmer

_FORGIVEN = 8
"""Words shorter than this are never matched by likeness: «арест» is no slip for «аренд»."""
_LONG_WORD = 13


class Vocabulary:
    """The terms of one language, numbered in the order in which they were given."""

    def __init__(self, language: Language, terms: Iterable[Term] = ()) -> None:
        self.language: Language = language
        self.numbers: dict[Term, int] = {}
        self._of_kind: dict[str, dict[str, int]] = {"exact": {}, "stem": {}, "prefix": {}}
        self._lengths: tuple[int, ...] = ()
        self._heads: set[str] = set()
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for term in terms:
            self.number(term)

    def number(self, term: Term) -> int:
        """The number of a term, new or known."""
        number = self.numbers.get(term)
        if number is None:
            number = self.numbers[term] = len(self.numbers)
            self._of_kind[term.kind][term.text] = number
            if term.kind == "prefix":
                self._add_length(len(term.text))
                self._heads.add(term.text[: self._lengths[0]])
            elif term.kind == "stem" and len(term.text) >= _FORGIVEN:
                self._by_length[len(term.text)].append(term.text)
        return number

    def _add_length(self, length: int) -> None:
        """A prefix shorter than all before makes the heads, which are as long as the shortest, shorter."""
        if length not in self._lengths:
            self._lengths = tuple(sorted({*self._lengths, length}))
            self._heads = {head[: self._lengths[0]] for head in self._heads}

    def look_up(self, form: str) -> tuple[int, ...]:
        """The numbers of the terms that a folded form is."""
        prefixes = self._of_kind["prefix"]
        found = [self._of_kind["exact"].get(form), self._of_kind["stem"].get(stemmer(self.language)(form))]
        if self._lengths and form[: self._lengths[0]] in self._heads:
            found += [prefixes.get(form[:length]) for length in self._lengths if length <= len(form)]
        return tuple(number for number in found if number is not None)

    def look_up_all(self, forms: Iterable[str]) -> dict[str, tuple[tuple[int, ...], float]]:
        """For each form its terms and how surely (1.0 unless it was matched by likeness)."""
        return {form: (found, 1.0) if (found := self.look_up(form)) else self._alike(form) for form in forms}

    def _alike(self, form: str) -> tuple[tuple[int, ...], float]:
        if len(form) < _FORGIVEN + 1 or not form.isalpha():
            return (), 1.0
        stem = stemmer(self.language)(form)
        slips = 1 if len(stem) < _LONG_WORD else 2
        choices = [
            word
            for size in range(len(stem) - slips, len(stem) + slips + 1)
            for word in self._by_length.get(size, ())
        ]
        best = process.extractOne(stem, choices, scorer=OSA.distance, score_cutoff=slips)
        if best is None or best[0][0] != stem[0]:
            return (), 1.0
        return (self.numbers[Term("stem", best[0])],), 1.0 - best[1] / len(stem)
