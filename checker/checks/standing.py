"""What stands where in a text that was read: rules that a provision meets, safeguards an article gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from checker.checks.authority import decides
from checker.checks.limit import hours_in, is_beyond
from checker.checks.require import absent_from
from checker.checks.surroundings import candidates, provision_bits
from checker.checks.verdicts import either, is_right
from checker.language.reading import Mention, Reading
from checker.language.text_index import members
from checker.rule import Check, Concept, Rule, Texts


class Standing(Struct, frozen=True):
    """A safeguard that a rule looks for, the provision it stands in and its words.

    ``home`` is the article in which the matter it guards stands; ``anywhere`` is set where it may stand
    outside of that. ``proofs`` are sets of concepts: where a sentence holds one of each, it still stands
    there; ``matter`` the concepts of what it guards.
    """

    rule: str
    name: Texts
    home: int
    provision: int
    quote: str
    proofs: tuple[tuple[str, ...], ...]
    matter: tuple[str, ...]
    anywhere: bool = False


def met_in(rule: Rule, reading: Reading) -> frozenset[int]:
    """Every provision that meets a rule, and for a safeguard every provision it guards."""
    return frozenset(place for check in rule.checks for place in _met_by(rule, check, reading))


def _met_by(rule: Rule, check: Check, reading: Reading) -> Iterator[int]:
    if check.kind == "forbid":
        if check.where.negated != "no" or check.where.struck:
            return
        check = replace(check, where=replace(check.where, negated="yes"))
    else:
        check = either(check)
    for mark, _ in candidates(rule, check, reading):
        if check.kind == "forbid" or _is_met(check, mark, reading):
            yield reading.sentences[mark.sentence].provision


def _is_met(check: Check, mark: Mention, reading: Reading) -> bool:
    if check.kind == "require":
        return not absent_from(mark, check, reading)
    if check.kind == "limit":
        hours = hours_in(mark, reading)
        return hours is not None and not is_beyond(hours, check)
    return is_right(check, mark, reading)


def speaks_of(rule: Rule, sentences: Iterable[int], reading: Reading) -> bool:
    """Whether one of the sentences speaks of what the rule is about."""
    bits = 0
    for number in sentences:
        bits |= 1 << number
    names = (*rule.topic, *(name for check in rule.checks for name in check.any))
    return bool(bits) and reading.holds(names, bits)


def holds_still(standing: Standing, homes: Iterable[int], reading: Reading) -> bool:
    """Whether the safeguard stands in one of these articles, in whatever words."""
    bits = -1 if standing.anywhere else bits_of(homes, reading)
    for names in standing.proofs:
        bits = reading.sentences_with(names, bits)
    return bool(bits)


def bits_of(homes: Iterable[int], reading: Reading) -> int:
    """The sentences (bits) of articles."""
    bits = 0
    for home in homes:
        bits |= reading.sentences_under.get(home, 0)
    return bits


def safeguards_in(rule: Rule, concepts: Mapping[str, Concept], reading: Reading) -> Iterator[Standing]:
    """The safeguards of a rule that stand in the articles of a text, each once an article."""
    for check in rule.checks:
        if check.kind != "forbid":
            for mark, _ in candidates(rule, either(check), reading):
                yield from _OF_KIND[check.kind](rule, check, mark, reading, concepts)


def _required(
    rule: Rule, check: Check, mark: Mention, reading: Reading, _concepts: Mapping[str, Concept]
) -> Iterator[Standing]:
    home = _home(mark, reading)
    for one in check.must:
        place = first_place(one.any, bits_of((home,), reading), reading)
        if place is not None:
            anywhere = check.scope == "draft"
            yield Standing(rule.id, one.name, home, *place, (one.any,), check.any, anywhere)


def _right_body(
    rule: Rule, check: Check, mark: Mention, reading: Reading, concepts: Mapping[str, Concept]
) -> Iterator[Standing]:
    for name in check.allowed:
        body = next((b for b in reading.mentions(name, mark.sentence) if decides(b, mark, reading)), None)
        place = words_at(body, reading) if body else None
        if place is not None:
            home = _home(mark, reading)
            yield Standing(
                rule.id, _name_of(name, concepts), home, *place, (check.allowed, check.any), check.any
            )
            return


def _term(
    rule: Rule, check: Check, mark: Mention, reading: Reading, _concepts: Mapping[str, Concept]
) -> Iterator[Standing]:
    place = words_at(mark, reading) if _is_met(check, mark, reading) else None
    if place is not None:
        matter = tuple(name for group in check.where.with_ for name in group) or rule.topic
        yield Standing(rule.id, rule.title, _home(mark, reading), *place, (check.any,), matter)


_OF_KIND = {"require": _required, "authority": _right_body, "limit": _term}


def _home(mark: Mention, reading: Reading) -> int:
    return reading.article_of[reading.sentences[mark.sentence].provision]


def first_place(names: Iterable[str], bits: int, reading: Reading) -> tuple[int, str] | None:
    """The first provision, of these sentences (bits), whose own text names a concept, and its words."""
    names = tuple(names)
    for number in members(reading.sentences_with(names, bits)):
        for name in names:
            for mention in reading.mentions(name, number):
                place = words_at(mention, reading)
                if place is not None:
                    return place
    return None


def words_at(mention: Mention, reading: Reading) -> tuple[int, str] | None:
    """The provision whose own text holds a mention, and the words; None in headings and chapeaux."""
    sentence = reading.sentences[mention.sentence]
    law = sentence.provision >= 0 and not sentence.heading
    span = sentence.own_span(mention.first, mention.last) if law else None
    if span is None:
        return None
    return sentence.provision, reading.draft.provisions[sentence.provision].text[slice(*span)]


def _name_of(name: str, concepts: Mapping[str, Concept]) -> Texts:
    """A concept's first phrase of letters alone in each language."""
    phrases = concepts[name].phrases if name in concepts else {}
    return {
        language: next((one for one in texts if one.replace(" ", "").isalpha()), name)
        for language, texts in phrases.items()
    }


def sentences_of_provision(provision: int, reading: Reading) -> list[int]:
    """The numbers of the sentences of a provision, its heading left out."""
    return [
        number
        for number in members(provision_bits(reading, provision))
        if not reading.sentences[number].heading
    ]
