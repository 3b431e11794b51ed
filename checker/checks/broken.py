"""References that lead nowhere, as faults of drafting."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.surroundings import is_amending
from checker.finding import Flaw
from checker.language.reading import Reading
from checker.language.references.broken import Broken, broken_references
from checker.rule import Texts

_BEYOND_DRAFT: Texts = {
    "en": "The reference “{quote}” leads to no provision: the last article of the draft is {last}.",
    "ru": "Ссылка «{quote}» ведёт к несуществующей норме: последняя статья проекта – {last}.",
    "kk": "«{quote}» сілтемесі жоқ нормаға жасалған: жобаның соңғы бабы – {last}-бап.",
}
_BEYOND_UNIT: Texts = {
    "en": "The reference “{quote}” leads to no provision: the last number in {place} is {last}.",
    "ru": "Ссылка «{quote}» ведёт к несуществующей норме: последний номер в «{place}» – {last}.",
    "kk": "«{quote}» сілтемесі жоқ нормаға жасалған: «{place}» ішіндегі соңғы нөмір – {last}.",
}


def reference_flaws(reading: Reading) -> tuple[Flaw, ...]:
    """The broken references of a draft; none of an amending law, whose references go to the changed law."""
    return () if is_amending(reading) else tuple(_flaws(reading))


def _flaws(reading: Reading) -> Iterator[Flaw]:
    provisions = reading.draft.provisions
    for broken in broken_references(reading.draft, reading.links.places):
        quote = provisions[broken.provision].text[broken.start : broken.end]
        yield Flaw(
            "broken-reference",
            broken.provision,
            broken.start,
            broken.end,
            quote,
            _message(broken, quote, reading),
        )


def _message(broken: Broken, quote: str, reading: Reading) -> Texts:
    texts = _BEYOND_DRAFT if broken.inside is None else _BEYOND_UNIT
    place = reading.draft.provisions[broken.inside].label if broken.inside is not None else ""
    return {
        language: text.format(quote=quote, place=place, last=broken.last) for language, text in texts.items()
    }
