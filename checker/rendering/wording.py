"""How the reports say things in the reader's language: names, numbers, dates, chosen texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from checker.draft import LANGUAGES, Language
from checker.finding import Verdict
from checker.rendering.catalogue import load_catalogue, mark
from checker.rule import Severity, Texts

VERDICTS: tuple[Verdict, ...] = ("incompatible", "missing", "review", "met", "not-addressed")

_VERDICT_NAMES: Mapping[str, str] = {
    "incompatible": mark("Potentially incompatible"),
    "missing": mark("Safeguard not found"),
    "review": mark("For expert review"),
    "met": mark("Met"),
    "not-addressed": mark("Not addressed"),
}
_SEVERITY_NAMES: Mapping[str, str] = {
    "critical": mark("Critical"),
    "major": mark("Major"),
    "minor": mark("Minor"),
}
_LANGUAGE_NAMES: Mapping[str, str] = {
    "en": mark("English"),
    "ru": mark("Russian"),
    "kk": mark("Kazakh"),
}
_CHECK_NAMES: Mapping[str, str] = {
    "forbid": mark("The text says what the standard excludes."),
    "require": mark("The text regulates the subject; the safeguard that belongs to it was looked for."),
    "limit": mark("A term or quantity in the text was compared with the limit of the standard."),
    "authority": mark("The body that decides was compared with the body the standard names."),
}
_PLACES: Mapping[str, str] = {
    "line": mark("line %(number)s"),
    "page": mark("page %(number)s"),
    "table": mark("table %(number)s"),
    "row": mark("row %(number)s"),
    "cell": mark("cell %(number)s"),
    "paragraph": mark("paragraph %(number)s"),
    "footnote": mark("footnote %(number)s"),
}
_CITED: Mapping[str, str] = {
    "para": mark("para %(number)s"),
    "paras": mark("paras %(number)s"),
    "principle": mark("principle %(number)s"),
    "principles": mark("principles %(number)s"),
    "rule": mark("rule %(number)s"),
    "rules": mark("rules %(number)s"),
    "on ECHR": mark("on ECHR %(number)s"),
    "on ICCPR": mark("on ICCPR %(number)s"),
}
_MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "ru": tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
    "kk": tuple("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()),
}
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Told:
    """A text and the language it is written in, which need not be the page's."""

    text: str
    language: Language


class Words:
    """The interface of one language; shared by every renderer."""

    def __init__(self, language: Language) -> None:
        catalogue = load_catalogue(language)
        self.language = language
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext

    def told(self, texts: Texts) -> Told:
        """The text in the reader's language, or in the first language there is one in."""
        for language in (self.language, *LANGUAGES):
            if texts.get(language):
                return Told(texts[language], language)
        return Told("", self.language)

    def verdict(self, verdict: str) -> str:
        """The verdict as a reader sees it; never as a judgment."""
        return self.gettext(_VERDICT_NAMES[verdict])

    def severity(self, severity: Severity) -> str:
        """The name of a severity."""
        return self.gettext(_SEVERITY_NAMES[severity])

    def language_name(self, language: Language) -> str:
        """The name of a language of drafts."""
        return self.gettext(_LANGUAGE_NAMES[language])

    def check(self, check: str) -> str:
        """What a kind of check compares; empty for a kind without a name."""
        kind = re.split(r"\W", check, maxsplit=1)[0]
        return self.gettext(_CHECK_NAMES[kind]) if kind in _CHECK_NAMES else ""

    def where(self, place: str) -> str:
        """A place in a file («page 3», «table 2, row 4») in the reader's language."""
        return re.sub(r"(?P<word>[a-z]+) (?P<number>\d+)", self._numbered, place)

    def cited(self, at: str) -> str:
        """The place in an instrument («paras 5, 14», «on ECHR 6») in the reader's language."""
        words = "|".join(sorted(_CITED, key=len, reverse=True))
        return re.sub(rf"\b(?P<word>{words}) (?P<number>[^\s,]+(?:, [^\s,]+)*)", self._numbered, at)

    def _numbered(self, found: re.Match[str]) -> str:
        known = _PLACES.get(found["word"]) or _CITED.get(found["word"])
        return self.gettext(known) % {"number": found["number"]} if known else found[0]

    def number(self, value: int) -> str:
        """Digits in groups of three: 12,345 in English, with spaces in Russian and Kazakh."""
        return f"{value:,}" if self.language == "en" else f"{value:,}".replace(",", _NO_BREAK)

    def percent(self, part: float, whole: float) -> str:
        """A share to a tenth, rounded down: only all of it is 100 %."""
        tenths = int(part * 1000 // whole) if whole else 1000
        figure = f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
        return f"{figure}%" if self.language == "en" else f"{figure.replace('.', ',')}{_NO_BREAK}%"

    def date(self, day: date) -> str:
        """A day as laws of the language write it."""
        month = _MONTHS[self.language][day.month - 1]
        if self.language == "ru":
            return f"{day.day} {month} {day.year}{_NO_BREAK}г."
        if self.language == "kk":
            return f"{day.year} жылғы {day.day} {month}"
        return f"{day.day} {month} {day.year}"


@cache
def words_for(language: Language) -> Words:
    """The one ``Words`` of a language."""
    return Words(language)
