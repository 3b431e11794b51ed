"""A finding of one text faced with the other text: what stands there in its place.

The same questions are asked of a new finding (what stood there before?) and of one that is gone (what
stands there now?), so that turning the two texts round turns the answers round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from checker.checks.standing import bits_of, first_place, sentences_of_provision, speaks_of
from checker.comparing.counterpart import counterpart, sentence_at
from checker.comparing.judging import Judged
from checker.comparing.likeness import likeness, part_likeness, plain
from checker.comparing.matching import finding_names, is_of_the_draft
from checker.finding import Finding
from checker.language.words import sentence_spans
from checker.rule import Rule

_SAME_MATTER = 0.45
_NEARLY = 0.6
_NEARLY_SAME = 0.7
_TELLING = 3
"""So many words quoted stand for themselves; of fewer the sentence must be nearly the same."""


class Passage(Struct, frozen=True):
    """A sentence of the other text, the order it has in its provision, and how alike it is.

    ``rank`` counts the quoted words too: of a sentence that was parted, the part that holds them.
    """

    alike: float
    provision: int
    order: int
    text: str
    rank: float = 0.0


@dataclass(frozen=True)
class Facing:
    """A finding and the text it is faced with; ``mate`` and ``homes`` are what answers to its place.

    ``altered`` tells whether a word of its article differs in the other text.
    """

    finding: Finding
    own: Judged
    other: Judged
    mate: int | None
    homes: frozenset[int]
    altered: bool

    @property
    def rule(self) -> Rule:
        """The rule of the finding."""
        return self.own.rules[self.finding.rule]

    @property
    def whole(self) -> bool:
        """Whether it is about the draft as a whole."""
        return is_of_the_draft(self.finding, self.rule)

    @cached_property
    def text(self) -> str:
        """The own text of the finding's provision."""
        return self.own.draft.provisions[self.finding.provision].text if self.finding.provision >= 0 else ""

    @cached_property
    def passage(self) -> Passage | None:
        """The sentence of the other text that is most like the finding's, if it is of the same matter."""
        best = max(self._passages(), key=lambda one: (one.rank, -one.provision, -one.order), default=None)
        return best if best is not None and best.alike >= _SAME_MATTER else None

    def _passages(self) -> Iterator[Passage]:
        own, quote = plain(sentence_at(self.text, self.finding.start)), plain(self.finding.quote)
        for home in sorted(self.homes):
            for provision in self.other.within.get(home, ()):
                text = self.other.draft.provisions[provision].text
                for order, (start, end) in enumerate(sentence_spans(text)):
                    said = plain(text[start:end])
                    alike = max(likeness(own, said), part_likeness(own, said))
                    rank = alike + (provision == self.mate) / 10 + part_likeness(quote, said) / 2
                    yield Passage(alike, provision, order, text[start:end], rank)

    @property
    def words_stand(self) -> bool:
        """Whether the quoted words themselves stand in the other text."""
        if self.passage is None:
            return False
        quote = plain(self.finding.quote)
        telling = len(quote.split()) >= _TELLING or self.passage.alike >= _NEARLY_SAME
        return telling and f" {quote} " in f" {plain(self.passage.text)} "

    @property
    def met_there(self) -> bool:
        """Whether the place meets the rule in the other text."""
        met = self.other.met(self.rule)
        if self.finding.check == "require":
            return (
                bool(met) if self.whole else any(self.other.reading.article_of[n] in self.homes for n in met)
            )
        places = {self.mate} if self.passage is None else {self.mate, self.passage.provision}
        return bool(met & places)

    @property
    def guarded_there(self) -> bool:
        """Whether the other text says beside it what takes it out of the rule, and the own text does not."""
        if self.passage is None:
            return False
        near, far = self._excepting()
        reading = self.other.reading
        numbers = sentences_of_provision(self.passage.provision, reading)
        bits = 1 << numbers[self.passage.order] if self.passage.order < len(numbers) else 0
        article = bits_of((reading.article_of[self.passage.provision],), reading)
        there = {name for name in near if reading.holds((name,), bits)}
        there |= {name for name in far if reading.holds((name,), article)}
        own = self.own.reading
        here = bits_of((own.article_of[self.finding.provision],), own)
        return any(not own.holds((name,), here) for name in there)

    def _excepting(self) -> tuple[set[str], set[str]]:
        """The concepts that take a sentence out of the rule, there and anywhere in the article."""
        checks = [one for one in self.rule.checks if one.kind == self.finding.check]
        near = {*self.rule.exceptions, *(name for one in checks for name in one.where.without)}
        return near, {name for one in checks for name in one.where.article_without}

    @property
    def spoken_there(self) -> bool:
        """Whether the sentence of the other text is nearly the same, or speaks of the rule's matter."""
        if self.passage is None:
            return False
        numbers = sentences_of_provision(self.passage.provision, self.other.reading)
        near = numbers[self.passage.order : self.passage.order + 1]
        return self.passage.alike >= _NEARLY or speaks_of(self.rule, near, self.other.reading)

    @property
    def counterpart(self) -> str:
        """The words of the other text in the place of the quoted ones, or the sentence of the other text.

        The more alike the sentences, the fewer words can be told. Empty where the sentence is the same.
        """
        if self.passage is None or plain(self.passage.text) == plain(
            sentence_at(self.text, self.finding.start)
        ):
            return ""
        words = counterpart(self.text, self.finding.start, self.finding.end, self._other_text())
        least = 1 if self.passage.alike >= _NEARLY_SAME else _TELLING
        sure = self.passage.alike >= _NEARLY and len(plain(words).split()) >= least
        return words if sure and plain(words) != plain(self.finding.quote) else self.passage.text

    @property
    def gone(self) -> bool:
        """Whether nothing of the other text answers to the finding's place."""
        if self.mate is not None or self.words_stand:
            return False
        own = plain(sentence_at(self.text, self.finding.start))
        return self.passage is None or likeness(own, plain(self.passage.text)) < _NEARLY

    def _other_text(self) -> str:
        assert self.passage is not None
        if self.passage.provision == self.mate:
            return self.other.draft.provisions[self.mate].text
        return self.passage.text

    @property
    def safeguard(self) -> tuple[int, str] | None:
        """Where the safeguards that the finding misses stand in the other text, and the sentence."""
        missing = set(finding_names(self.finding))
        needs = (one for check in self.rule.checks for one in check.must if str(dict(one.name)) in missing)
        names = tuple(dict.fromkeys(name for one in needs for name in one.any))
        reading = self.other.reading
        place = first_place(names, -1 if self.whole else bits_of(self.homes, reading), reading)
        if place is None:
            return None
        text = self.other.draft.provisions[place[0]].text
        return place[0], sentence_at(text, text.find(place[1]))
