"""A draft as read: its sentences with the concepts they mention, and what is prohibited in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.draft import Draft, Language
from checker.language.lexicon import Entry, LanguageLexicon, Lexicon
from checker.language.matching import Matcher
from checker.language.sentences import Sentence, sentences_of
from checker.language.text_index import Found, Place, index_text


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in words ``first`` to ``last`` (half open) of a sentence, and how surely."""

    concept: str
    sentence: int
    first: int
    last: int
    score: float


@dataclass(slots=True)
class Reading:
    """The sentences of a draft and every mention of every concept in them.

    ``sentences_in`` gives the numbers of a provision's sentences; ``article_of`` the provision that
    is the article of each provision (itself outside articles); ``sentences_under`` the sentences of
    an article with its headings and those above it.
    """

    draft: Draft
    sentences: list[Sentence]
    found: Mapping[str, Found]
    matchers: Mapping[Language, Matcher]
    article_of: list[int]
    sentences_in: Mapping[int, list[int]]
    sentences_under: Mapping[int, int]
    headings_under: Mapping[int, int]

    def mentions(self, concept: str, sentence: int) -> list[Mention]:
        """The mentions of a concept in one sentence."""
        found = self.found.get(concept)
        places = found.places.get(sentence, ()) if found else ()
        return [self._mention(concept, sentence, place) for place in places]

    def sentences_with(self, concepts: Iterable[str]) -> int:
        """The set (bits) of sentences that mention any of the concepts."""
        bits = 0
        for concept in concepts:
            if concept in self.found:
                bits |= self.found[concept].bits
        return bits

    def _mention(self, concept: str, number: int, place: Place) -> Mention:
        sentence = self.sentences[number]
        sureness = self.matchers[sentence.language].sureness
        score = min((sureness.get(form, 1.0) for form in sentence.forms[place[0] : place[1]]), default=1.0)
        return Mention(concept, number, place[0], place[1], round(score, 3))


def read_draft(draft: Draft, lexicon: Lexicon) -> Reading:
    """Read a draft with a lexicon: cut it into sentences and find every concept in them."""
    sentences = sentences_of(draft)
    found: dict[str, Found] = defaultdict(Found)
    for sentence in sentences:
        for quantity in sentence.quantities:
            found["n" if quantity.hours is None else "term"].add(
                sentence.number, (quantity.start, quantity.end)
            )
    matchers: dict[Language, Matcher] = {}
    for language in sorted({sentence.language for sentence in sentences}):
        own = lexicon.of(language)
        matchers[language] = _matcher(language, sentences, own, found)
        for entry in own.entries:
            _find_concept(entry, matchers[language], found)
    article_of = articles(draft)
    sentences_in: dict[int, list[int]] = defaultdict(list)
    for sentence in sentences:
        sentences_in[sentence.provision].append(sentence.number)
    under, headings = _under(draft, sentences, article_of)
    return Reading(draft, sentences, found, matchers, article_of, sentences_in, under, headings)


def _matcher(
    language: Language, sentences: list[Sentence], lexicon: LanguageLexicon, found: Mapping[str, Found]
) -> Matcher:
    own = {sentence.number: sentence for sentence in sentences if sentence.language == language}
    looked_up = lexicon.vocabulary.look_up_all({form for sentence in own.values() for form in sentence.forms})
    terms = {form: numbers for form, (numbers, _) in looked_up.items()}
    unsure = {form: score for form, (_, score) in looked_up.items() if score < 1.0}
    return Matcher(
        index_text(language, own, terms), found, roles=lexicon.roles, denying=lexicon.denying, sureness=unsure
    )


def _find_concept(entry: Entry, matcher: Matcher, found: dict[str, Found]) -> None:
    barred: dict[int, list[Place]] = defaultdict(list)
    for phrase in entry.not_this:
        for number, place in matcher.find(phrase):
            barred[number].append(place)
    concept = found[entry.concept]
    for number, place in _all_places(entry, matcher, found):
        if not any(place[0] < end and start < place[1] for start, end in barred.get(number, ())):
            concept.add(number, place)


def _all_places(entry: Entry, matcher: Matcher, found: Mapping[str, Found]) -> Iterator[tuple[int, Place]]:
    for phrase in entry.phrases:
        yield from matcher.find(phrase)
    for name in entry.includes:
        for number, places in found[name].places.items():
            if number in matcher.index.sentences:
                yield from ((number, place) for place in places)


def articles(draft: Draft) -> list[int]:
    """For each provision the index of the article that holds it; itself outside articles."""
    homes: list[int] = []
    for provision in draft.provisions:
        inside = provision.parent is not None and draft.provisions[homes[provision.parent]].article
        home = homes[provision.parent] if inside and provision.parent is not None else provision.index
        homes.append(home)
    return homes


def _under(
    draft: Draft, sentences: list[Sentence], article_of: list[int]
) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Per article, as bit sets: all its sentences with the headings above it, and the headings alone."""
    texts: dict[int, int] = defaultdict(int)
    headings: dict[int, int] = defaultdict(int)
    own_heading: dict[int, int] = {}
    for sentence in sentences:
        if sentence.provision < 0:
            continue
        home = article_of[sentence.provision]
        texts[home] |= 1 << sentence.number
        if sentence.heading:
            own_heading[sentence.provision] = own_heading.get(sentence.provision, 0) | 1 << sentence.number
            headings[home] |= 1 << sentence.number
    for home in set(article_of):
        for above in draft.ancestors(draft.provisions[home]):
            texts[home] |= own_heading.get(above.index, 0)
            headings[home] |= own_heading.get(above.index, 0)
    return texts, headings
