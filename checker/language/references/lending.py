"""Terms that a sentence takes from another provision: «не позднее срока, установленного статьей 131»."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.draft import Language
from checker.language.quantities import Quantity
from checker.language.references.links import Link, Links
from checker.language.sentences import Sentence
from checker.patterns import regex

_MAY_LEND: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"limit|period|\bterm|\btime\b", re.IGNORECASE),
    "ru": regex(r"срок", re.IGNORECASE),
    "kk": regex(r"мерзім", re.IGNORECASE),
}


def lend_terms(sentences: list[Sentence], sentences_in: Mapping[int, list[int]], links: Links) -> None:
    """Give each sentence that refers to a term set elsewhere the one value found there.

    Where the provisions referred to hold no duration, or several, nothing is told.
    """
    for provision, numbers in list(sentences_in.items()):
        own = [sentences[number] for number in numbers if not sentences[number].heading]
        if provision < 0 or not own or not _may_lend(own[0], provision, links):
            continue
        for link in links.of(provision):
            if link.kind == "term" and len(link.places) == 1:
                _lend(link, own, [sentences[n] for n in _at(link, sentences_in, links)])


def _may_lend(sentence: Sentence, provision: int, links: Links) -> bool:
    return bool(_MAY_LEND[sentence.language].search(links.text(provision)))


def _at(link: Link, sentences_in: Mapping[int, list[int]], links: Links) -> list[int]:
    return [
        number
        for place in link.places
        for under in links.under(place)
        for number in sentences_in.get(under, ())
    ]


def _lend(link: Link, own: list[Sentence], there: list[Sentence]) -> None:
    found = [
        (one, sentence) for sentence in there for one in sentence.quantities if one.hours and not one.lent
    ]
    if len({one.hours for one, _ in found}) != 1:
        return
    value, lender = found[0]
    for sentence in own:
        words = [
            place
            for place, start in enumerate(sentence.starts)
            if start >= link.start and sentence.ends[place] <= link.end
        ]
        if words:
            lent = (lender.number, value.start, value.end)
            sentence.quantities.append(Quantity(words[0], words[-1] + 1, value.number, value.hours, lent))
            sentence.quantities.sort(key=lambda one: one.start)
            return
