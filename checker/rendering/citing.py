"""The place in an instrument, as rule authors write it in English, told in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from checker.errors import mark
from checker.patterns import regex

NUMBERED: Mapping[str, str] = {
    "para": mark("para %(number)s"),
    "paras": mark("paras %(number)s"),
    "principle": mark("principle %(number)s"),
    "principles": mark("principles %(number)s"),
    "rule": mark("rule %(number)s"),
    "rules": mark("rules %(number)s"),
    "guideline": mark("guideline %(number)s"),
    "guidelines": mark("guidelines %(number)s"),
    "article": mark("article %(number)s"),
    "art.": mark("article %(number)s"),
    "chapters": mark("chapters %(number)s"),
    "part": mark("part %(number)s"),
    "point": mark("point %(number)s"),
    "plenary": mark("plenary %(number)s"),
    "workshop": mark("workshop %(number)s"),
    "general": mark("general recommendation %(number)s"),
    "claims under": mark("claims under %(number)s"),
    "on ECHR": mark("on ECHR %(number)s"),
    "on ICCPR": mark("on ICCPR %(number)s"),
    "on CAT": mark("on CAT %(number)s"),
}
_SEVERAL: Mapping[str, str] = {
    "on ECHR": mark("on ECHR articles %(number)s"),
    "on ICCPR": mark("on ICCPR articles %(number)s"),
    "on CAT": mark("on CAT articles %(number)s"),
}
"""Where more than one article is named («on ECHR 5(1), 11»)."""

PASSAGES = (
    mark("administrative detention"),
    mark("appendix"),
    mark("collective punishment"),
    mark("complaints"),
    mark("complaints mechanisms"),
    mark("composition and guarantees of independence"),
    mark("conditions of detention"),
    mark("crime prevention"),
    mark("detention"),
    mark("discussion"),
    mark("education of prisoners"),
    mark("enforcement of judgments"),
    mark("equality of arms"),
    mark("fair trial"),
    mark("foreigners"),
    mark("full set"),
    mark("general recommendations"),
    mark("health care"),
    mark("home leave"),
    mark("humanising"),
    mark("hygiene and exercise"),
    mark("jury trials"),
    mark("juvenile justice"),
    mark("labour of prisoners"),
    mark("long sentences"),
    mark("on the Views"),
    mark("openness"),
    mark("parcels"),
    mark("parole"),
    mark("place of serving"),
    mark("preventive mechanism"),
    mark("prisons"),
    mark("self-mutilation of prisoners"),
    mark("separation"),
    mark("solitary confinement"),
    mark("special needs"),
    mark("Standard Minimum Rules"),
    mark("subordination of facilities"),
    mark("summary"),
    mark("telephone and correspondence"),
    mark("testing"),
    mark("torture"),
    mark("visits"),
    mark("whole decision"),
)
"""Headings of the seminar report and of judgments that the rules cite by name."""

_AND = mark("and")
_BY_NAME = {passage.lower(): passage for passage in PASSAGES}


def _either(words: Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NUMBER = r"(?-i:(?=[^a-z]))[^\s,;:]+(?:(?:, | and )(?-i:[\dIVXP])[^\s,;:]*)*"
_PLACE = regex(
    rf"\b(?P<word>{_either(NUMBERED)}) (?P<number>{_NUMBER})|\b(?P<passage>{_either(_BY_NAME)})\b",
    re.IGNORECASE,
)
_KEYS = {word.lower(): text for word, text in NUMBERED.items()}
_KEYS_OF_SEVERAL = _KEYS | {word.lower(): text for word, text in _SEVERAL.items()}
_OWN = frozenset((*NUMBERED.values(), *_SEVERAL.values()))


def _keys(number: str) -> Mapping[str, str]:
    return _KEYS_OF_SEVERAL if re.search(r"[,\s]", number) else _KEYS


def cited(at: str, gettext: Callable[[str], str]) -> str:
    """The place («paras 5, 14», «on ECHR 6», «torture; general 12»); what is not known stays as it is."""

    def told(found: re.Match[str]) -> str:
        if found["passage"]:
            passage = gettext(_BY_NAME[found["passage"].lower()])
            return passage if passage != _BY_NAME[found["passage"].lower()] else found[0]
        number = found["number"].replace(" and ", f" {gettext(_AND)} ")
        text = gettext(_keys(number)[found["word"].lower()])
        return found[0] if text in _OWN else text % {"number": number}

    return _PLACE.sub(told, at)
