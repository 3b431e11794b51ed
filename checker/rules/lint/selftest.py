"""Each phrase tried on its own words: one that is not found there is found nowhere.

What takes it back is mostly a false friend of its own concept that is too wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.draft import LANGUAGES, Draft, Language
from checker.errors import RulesetError
from checker.language.lexicon import Lexicon, build_lexicon
from checker.language.reading import read_draft
from checker.patterns import regex
from checker.rule import Concept
from checker.rules.lint.sites import PhraseSite, phrase_sites
from checker.rules.loading import Gathered

_TOKEN = regex(r"<[^<>]*>|[()|?&]|\.{2,}|…|[^\s<>()|?&.…]+")
_TERMS: Mapping[Language, Mapping[str, str]] = {
    "en": {"term": "forty hours", "n": "5"},
    "ru": {"term": "сорока часов", "n": "5"},
    "kk": {"term": "қырық сағат", "n": "5"},
}
_MOST_TRIED = 6
_DEEPEST = 6


def never_found(gathered: Gathered) -> Iterator[tuple[PhraseSite, str]]:
    """Phrases that no wording made of their own words gives, with the false friend that takes them back."""
    ruleset = gathered.ruleset
    try:
        lexicon = build_lexicon(ruleset.concepts, roles=ruleset.roles, languages=())
        for language in LANGUAGES:
            lexicon.make_ready([language])  # no wording is made of phrases that cannot be read
            sites = [site for site in phrase_sites(gathered) if site.language == language]
            left = [site for site in sites if not site.barred and "@" not in site.text]
            for number in range(_MOST_TRIED):
                left = _not_found(left, number, lexicon, ruleset.concepts)
            for site in left:
                yield site, _taken_back_by(site, lexicon, ruleset.concepts)
    except RulesetError:
        return  # what cannot be made ready is told elsewhere


def _not_found(
    sites: Sequence[PhraseSite], number: int, lexicon: Lexicon, concepts: Mapping[str, Concept]
) -> list[PhraseSite]:
    if not sites:
        return []
    texts = [wording(site.text, number, site.language, concepts) for site in sites]
    reading = read_draft(Draft.of_texts(texts, sites[0].language), lexicon)
    left = []
    for index, site in enumerate(sites):
        numbers = reading.sentences_in.get(index, ())
        if not any(reading.mentions(site.concept.id, one) for one in numbers):
            left.append(site)
    return left


def _taken_back_by(site: PhraseSite, lexicon: Lexicon, concepts: Mapping[str, Concept]) -> str:
    """The false friend of its own concept that overlaps a phrase in its own words; empty if none does."""
    reading = read_draft(
        Draft.of_texts([wording(site.text, 0, site.language, concepts)], site.language), lexicon
    )
    matcher = reading.matchers[site.language]
    entry = matcher.lexicon.entries[site.concept.id]
    program = next(one for one in entry.phrases if one.text == site.text)
    for sentence in reading.sentences:
        for start, end in matcher.places(program, sentence.number):
            for friend in entry.not_this:
                places = matcher.places(friend, sentence.number)
                if any(start < last and first < end for first, last in places):
                    return friend.text
    return ""


def wording(text: str, number: int, language: Language, concepts: Mapping[str, Concept]) -> str:
    """One wording of a phrase; other numbers take other alternatives and leave out what may be absent.

    >>> wording("(a|b c) .. word? <n>", 1, "en", {})
    'b c word 5'
    """
    return " ".join(_Wording(text, number, language, concepts, 0).words())


class _Wording:
    """Walks the tokens of a phrase; which alternative is taken follows from the number."""

    def __init__(
        self, text: str, number: int, language: Language, concepts: Mapping[str, Concept], depth: int
    ) -> None:
        self.tokens = _TOKEN.findall(text)
        self.number = number
        self.language: Language = language
        self.concepts = concepts
        self.depth = depth

    def words(self) -> list[str]:
        """The words, to the end of the phrase or of a bracket."""
        options: list[list[str]] = [[]]
        while self.tokens:
            token = self.tokens.pop(0)
            if token == ")":
                break
            if token == "|":
                options.append([])
                continue
            words = self.words() if token == "(" else self._plain(token)
            if self.tokens[:1] == ["?"]:
                self.tokens.pop(0)
                words = words if self.number % 2 else []
            options[-1].extend(words)
        return options[self.number % len(options)]

    def _plain(self, token: str) -> list[str]:
        if token == "&" or token.startswith((".", "…")):
            return []
        if not token.startswith("<"):
            return [token.strip("=*")]
        name = token.strip("<>").partition("@")[0].split("|")[0].strip()
        return self._named(name)

    def _named(self, name: str) -> list[str]:
        """A wording of a concept: of one of its phrases, or of what it includes."""
        term = _TERMS[self.language].get(name)
        if term:
            return term.split()
        concept = self.concepts.get(name)
        if concept is None or self.depth > _DEEPEST:
            return [name]
        phrases = concept.phrases.get(self.language, ())
        if not phrases:
            return (
                self._named(concept.includes[self.number % len(concept.includes)]) if concept.includes else []
            )
        text = phrases[self.number % len(phrases)]
        return _Wording(text, self.number, self.language, self.concepts, self.depth + 1).words()
