"""What a sentence takes from the provisions it refers to, and from the terms that the draft defines.

An amending law shows only a part of the law it changes: nothing is followed there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from checker.checks.surroundings import is_amending, provision_bits
from checker.language.reading import Mention, Reading
from checker.language.references.links import Link
from checker.language.text_index import members

REFERRED = "provision-referred-to"
"""The concept by which evidence from another provision is shown."""


def manner_bits(number: int, reading: Reading) -> int:
    """The sentences (bits) of the provisions in whose manner a sentence says that something is done."""
    bits = 0
    for link in _links(number, reading):
        if link.kind == "manner":
            bits |= bits_at(link, reading)
    return bits


def bits_at(link: Link, reading: Reading) -> int:
    """The sentences (bits) that a link leads to, headings left out."""
    bits = 0
    for place in link.places:
        for under in reading.links.under(place):
            bits |= provision_bits(reading, under)
    for number in members(bits):
        if reading.sentences[number].heading:
            bits ^= 1 << number
    return bits


def lenders(mention: Mention, hours: float, reading: Reading) -> Iterator[Mention]:
    """Where a term stands that the mention only refers to."""
    for one in reading.sentences[mention.sentence].quantities:
        inside = mention.first <= one.start and one.end <= mention.last
        if one.lent and one.hours == hours and inside:
            yield Mention(REFERRED, *one.lent, 1.0)


def stand_ins(
    names: Sequence[str], others: Sequence[str], number: int, reading: Reading
) -> Iterator[tuple[Mention, Mention]]:
    """Words of a sentence that stand for one of these bodies, each with the mention that says so.

    «Орган, указанный в статье 12» stands for the body that article 12 names, where it names none of the
    ``others`` beside it; «компетентный орган» for the prosecutor, where the draft defines it so.
    """
    for link in _links(number, reading):
        if link.kind == "body":
            bits = bits_at(link, reading)
            said = _only(names, others, bits, reading)
            words = _words(link, number, reading)
            if said and words:
                yield Mention(said.concept, number, *words, said.score), replace(said, concept=REFERRED)
    yield from _defined(names, others, number, reading)


def _defined(
    names: Sequence[str], others: Sequence[str], number: int, reading: Reading
) -> Iterator[tuple[Mention, Mention]]:
    """Terms of the draft whose meaning begins with one of these bodies."""
    taken = [one for name in (*names, *others) for one in reading.mentions(name, number)]
    for definition in reading.definitions:
        if definition.sentence == number:
            continue
        for first, last in definition.places(reading.sentences[number]):
            if any(one.first < last and first < one.last for one in taken):
                continue  # the words say themselves what body it is
            said = _only(names, others, 1 << definition.sentence, reading)
            if said and definition.means(reading.sentences[said.sentence], said.first, said.last):
                yield Mention(said.concept, number, first, last, said.score), replace(said, concept=REFERRED)


def _only(names: Sequence[str], others: Sequence[str], bits: int, reading: Reading) -> Mention | None:
    """The first mention of these bodies in some sentences, where they name none of the others."""
    if reading.holds(others, bits):
        return None
    found = reading.sentences_with(names, bits)
    number = next(members(found), None)
    if number is None:
        return None
    return min((one for name in names for one in reading.mentions(name, number)), key=lambda one: one.first)


def _words(link: Link, number: int, reading: Reading) -> tuple[int, int] | None:
    sentence = reading.sentences[number]
    inside = [
        place
        for place, start in enumerate(sentence.starts)
        if start >= link.start and sentence.ends[place] <= link.end
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _links(number: int, reading: Reading) -> Iterator[Link]:
    """The links in the own words of a sentence, and in the words it is read with."""
    sentence = reading.sentences[number]
    if sentence.provision < 0 or sentence.heading or is_amending(reading):
        return
    starts = [start for start in sentence.starts if start >= 0]
    for link in reading.links.of(sentence.provision):
        if starts and starts[0] <= link.start <= sentence.ends[sentence.starts.index(starts[-1])]:
            yield link
    provision = reading.draft.provisions[sentence.provision]
    if sentence.starts[0] < 0 and provision.parent is not None:
        above = reading.draft.provisions[provision.parent]
        if above.text and provision.context.endswith(above.text):
            yield from (link for link in reading.links.of(above.index) if link.kind == "manner")
