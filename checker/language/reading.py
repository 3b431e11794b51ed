"""A draft as read: its sentences, and the concepts they mention, found when a check asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from checker.draft import Draft, Language, Provision
from checker.language.lexicon import LanguageLexicon, Lexicon
from checker.language.matching import Matcher
from checker.language.references.definitions import Definition, definitions_of
from checker.language.references.lending import lend_terms
from checker.language.references.links import Links
from checker.language.references.postponed import postponed
from checker.language.sentences import Sentence, sentences_of
from checker.language.text_index import Place, bit_set, first_members, index_text

_FIRST_LOOK = 40
"""So many sentences are read first where one that mentions a concept is enough."""


class Mention(Struct, frozen=True):
    """A concept named in words ``first`` to ``last`` (half open) of a sentence, and how surely."""

    concept: str
    sentence: int
    first: int
    last: int
    score: float


class Reading(Struct):
    """The sentences of a draft; what they mention is found when it is asked for.

    ``sentences_in`` gives the numbers of a provision's sentences; ``article_of`` the provision that
    is the article of each provision (itself outside articles); ``sentences_under`` the sentences of
    an article with its headings and those above it, ``links`` the references that are followed,
    ``definitions`` the terms that the draft defines,
    ``postponed`` the provisions that come into force later than the rest.
    """

    draft: Draft
    sentences: list[Sentence]
    matchers: Mapping[Language, Matcher]
    article_of: list[int]
    sentences_in: Mapping[int, list[int]]
    sentences_under: Mapping[int, int]
    headings_under: Mapping[int, int]
    links: Links
    definitions: tuple[Definition, ...]
    postponed: frozenset[int]

    def mentions(self, concept: str, sentence: int) -> list[Mention]:
        """The mentions of a concept in one sentence."""
        matcher = self.matchers[self.sentences[sentence].language]
        return [self._mention(concept, sentence, place) for place in matcher.mentions(concept, sentence)]

    def is_silent_on(self, concepts: Collection[str]) -> bool:
        """Whether the draft's words are such that it can name none of the concepts."""
        return all(matcher.announced.isdisjoint(concepts) for matcher in self.matchers.values())

    def may_mention(self, concepts: Iterable[str]) -> int:
        """The sentences (bits) beyond which none of the concepts can stand; told by sets of words alone."""
        bits = 0
        for concept in concepts:
            for matcher in self.matchers.values():
                bits |= matcher.possible(concept)
        return bits

    def sentences_with(self, concepts: Iterable[str], among: int = -1) -> int:
        """Those of the sentences (bits; -1: all) that mention any of the concepts."""
        bits = 0
        for concept in concepts:
            for matcher in self.matchers.values():
                bits |= matcher.among(concept, among & ~bits)
        return bits

    def holds(self, concepts: Iterable[str], among: int = -1) -> bool:
        """Whether any of the sentences (bits; -1: all) mentions one of the concepts."""
        for concept in concepts:
            for matcher in self.matchers.values():
                possible = among & matcher.possible(concept)
                if matcher.among(concept, first_members(possible, _FIRST_LOOK)) or matcher.among(
                    concept, possible
                ):
                    return True
        return False

    def _mention(self, concept: str, number: int, place: Place) -> Mention:
        sentence = self.sentences[number]
        sureness = self.matchers[sentence.language].sureness
        score = min((sureness.get(form, 1.0) for form in sentence.forms[place[0] : place[1]]), default=1.0)
        return Mention(concept, number, place[0], place[1], round(score, 3))


def read_draft(draft: Draft, lexicon: Lexicon) -> Reading:
    """Cut a draft into sentences and make them ready for the concepts of a lexicon."""
    sentences = sentences_of(draft)
    article_of = articles(draft)
    sentences_in: dict[int, list[int]] = defaultdict(list)
    for sentence in sentences:
        sentences_in[sentence.provision].append(sentence.number)
    links = Links(draft, article_of)
    lend_terms(sentences, sentences_in, links)
    matchers = {
        language: _matcher(language, sentences, lexicon.of(language))
        for language in sorted({sentence.language for sentence in sentences})
    }
    under, headings = _under(draft, sentences, article_of)
    defined = definitions_of(draft, sentences, sentences_in)
    later = postponed(draft, links)
    return Reading(
        draft, sentences, matchers, article_of, sentences_in, under, headings, links, defined, later
    )


def _matcher(language: Language, sentences: list[Sentence], lexicon: LanguageLexicon) -> Matcher:
    own = {sentence.number: sentence for sentence in sentences if sentence.language == language}
    looked_up = lexicon.vocabulary.look_up_all({form for sentence in own.values() for form in sentence.forms})
    terms = {form: numbers for form, (numbers, _) in looked_up.items()}
    unsure = {form: score for form, (_, score) in looked_up.items() if score < 1.0}
    given: dict[str, dict[int, list[Place]]] = {"n": defaultdict(list), "term": defaultdict(list)}
    for sentence in own.values():
        for quantity in sentence.quantities:
            kind = "n" if quantity.hours is None else "term"
            given[kind][sentence.number].append((quantity.start, quantity.end))
    return Matcher(index_text(language, own, terms), lexicon, given=given, sureness=unsure)


def articles(draft: Draft) -> list[int]:
    """For each provision the index of the article that holds it; itself outside articles.

    An article that an amending law quotes whole is one for itself, not a part of the one that quotes it.
    """
    homes: list[int] = []
    for provision in draft.provisions:
        inside = provision.parent is not None and draft.provisions[homes[provision.parent]].article
        whole = provision.quoted and provision.kind == "article"
        part = provision.parent is not None and inside and not whole
        home = homes[provision.parent] if part and provision.parent is not None else provision.index
        homes.append(home)
    return homes


def _holder(article: Provision, article_of: list[int]) -> int:
    """The article of the amending law that quotes an article; the article itself where none does."""
    above = article.parent if article.quoted else None
    return article.index if above is None else article_of[above]


def _under(
    draft: Draft, sentences: list[Sentence], article_of: list[int]
) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Per article, as bit sets: all its sentences with the headings above it, and the headings alone.

    An article of an amending law holds the articles that it quotes too: what it puts into an article it
    does not quote whole may rest on them.
    """
    texts: dict[int, list[int]] = defaultdict(list)
    headings: dict[int, list[int]] = defaultdict(list)
    own_heading: dict[int, list[int]] = defaultdict(list)
    holders = {home: _holder(draft.provisions[home], article_of) for home in set(article_of)}
    for sentence in sentences:
        if sentence.provision < 0:
            continue
        home = article_of[sentence.provision]
        for one in {home, holders[home]}:
            texts[one].append(sentence.number)
        if sentence.heading:
            own_heading[sentence.provision].append(sentence.number)
            headings[home].append(sentence.number)
    for home in set(article_of):
        for above in draft.ancestors(draft.provisions[home]):
            if above.index in own_heading:
                texts[home] += own_heading[above.index]
                headings[home] += own_heading[above.index]
    return _Sets(texts), _Sets(headings)


class _Sets(Mapping[int, int]):
    """Sets of sentences that become bits when one is asked for: each is as long as the draft."""

    def __init__(self, numbers: Mapping[int, Sequence[int]]) -> None:
        self._numbers = numbers

    def __getitem__(self, home: int) -> int:
        numbers = self._numbers[home]
        first = min(numbers, default=0)
        return bit_set(number - first for number in numbers) << first

    def __contains__(self, home: object) -> bool:
        return home in self._numbers

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
