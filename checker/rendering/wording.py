"""How the reports say things in the reader's language: names, numbers, dates, chosen texts."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from checker.draft import LANGUAGES, Language
from checker.errors import Problem
from checker.finding import Effect, FlawKind, Verdict
from checker.rendering import naming
from checker.rendering.catalogue import load_catalogue
from checker.rendering.citing import cited
from checker.rule import Severity, Texts

ShownEffect = Effect | Literal["mends"]
"""What a draft does to what a finding tells, of the former wording too."""

VERDICTS: tuple[Verdict, ...] = ("incompatible", "missing", "review", "met", "not-addressed")

_NO_BREAK = "\N{NO-BREAK SPACE}"


class Told(Struct, frozen=True):
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
        return self.gettext(naming.VERDICT_NAMES[verdict])

    def severity(self, severity: Severity) -> str:
        """The name of a severity."""
        return self.gettext(naming.SEVERITY_NAMES[severity])

    def choice(self, choice: str) -> str:
        """What an expert decided, or that nobody did («undecided»)."""
        return self.gettext(naming.CHOICE_NAMES[choice])

    def effect(self, effect: ShownEffect) -> str:
        """What a draft does to the wording it changes; «it» is what the finding tells."""
        return self.gettext(naming.EFFECT_NAMES[effect])

    def flaw(self, kind: FlawKind) -> str:
        """The name of a fault of drafting."""
        return self.gettext(naming.FLAW_NAMES[kind])

    def remark(self, kind: str) -> str:
        """What kind of remark somebody makes on a provision."""
        return self.gettext(naming.REMARK_NAMES[kind])

    def file_format(self, name: str) -> str:
        """The format of a file; one that is known by its letters keeps them (DOCX)."""
        return self.gettext(naming.FORMATS[name]) if name in naming.FORMATS else name.upper()

    def reason(self, reason: str) -> str:
        """Why a passage is no part of the law; empty where the page's language has no words for it."""
        fitting = [key for key in naming.REASONS if reason.startswith(key)]
        if not fitting:
            return reason if self.language == "en" else ""
        heading = re.search("«.*»", reason) if fitting == ["table column"] else None
        told = self.gettext(naming.REASONS[max(fitting, key=len)])
        return f"{told} {heading[0]}" if heading else told

    def problem(self, problem: Problem) -> Told:
        """The file, what is wrong with it and what to do; in English where there are no words for it."""
        texts = (problem.message, problem.advice)
        known = self.language == "en" or all(self.gettext(text) != text for text in texts if text)
        told = problem.told(self.gettext) if known else problem.told()
        return Told(f"{problem.place}: {told}", self.language if known else "en")

    def language_name(self, language: Language) -> str:
        """The name of a language of drafts."""
        return self.gettext(naming.LANGUAGE_NAMES[language])

    def check(self, check: str) -> str:
        """What a kind of check compares; empty for a kind without a name."""
        kind = re.split(r"\W", check, maxsplit=1)[0]
        return self.gettext(naming.CHECK_NAMES[kind]) if kind in naming.CHECK_NAMES else ""

    def where(self, place: str) -> str:
        """A place in a file («page 3», «table 2, row 4») in the reader's language."""
        if part := naming.PARTS_OF_FILES.get(place.rstrip("0123456789")):
            return self.gettext(part)
        return re.sub(r"(?P<word>[a-z]+) (?P<number>\d+)", self._numbered, place)

    def cited(self, at: str) -> str:
        """The place in an instrument («paras 5, 14», «on ECHR 6») in the reader's language."""
        return cited(at, self.gettext)

    def _numbered(self, found: re.Match[str]) -> str:
        known = naming.PLACES.get(found["word"])
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
        month = naming.MONTHS[self.language][day.month - 1]
        if self.language == "ru":
            return f"{day.day} {month} {day.year}{_NO_BREAK}г."
        if self.language == "kk":
            return f"{day.year} жылғы {day.day} {month}"
        return f"{day.day} {month} {day.year}"

    def day(self, written: str) -> str:
        """A date written year first, as laws of the language write it; one that is none stays as it is."""
        try:
            return self.date(date.fromisoformat(written))
        except ValueError:
            return written


@cache
def words_for(language: Language) -> Words:
    """The one ``Words`` of a language."""
    return Words(language)
