"""How references are printed in each language: patterns made of the tables of words.

Russian goes from the inside out («частью второй статьи 14 настоящего Закона»), Kazakh from the outside
in («осы Заңның 14-бабының екінші бөлігі»), English strings numbers («section 14(2)(a) of this Act»).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.draft import Language
from checker.language.references.words import ACTS, ORDINAL_ENDING, ORDINALS, UNIT_WORDS
from checker.patterns import regex


def _units(language: Language) -> str:
    rows = sorted(UNIT_WORDS[language].items(), key=lambda row: row[0] not in {"subpoint", "article"})
    return "|".join(f"(?:{words})" for _, words in rows)


_ORDINAL_RU = rf"(?:{'|'.join(sorted(ORDINALS['ru'], key=len, reverse=True))}){ORDINAL_ENDING}\b"
_ORDINAL_KK = rf"(?:{'|'.join(sorted(ORDINALS['kk'], key=len, reverse=True))})\b"

_FIGURE: Mapping[Language, str] = {
    "en": r"(?:\d+(?:(?!(?:or|of|and)\b)[a-z]{1,3}\b)?(?:-\d+[a-z]?\b)?(?:\s?\([0-9a-z]{1,5}\))*|(?:\([0-9a-z]{1,5}\)\s?)+(?<=\)))",
    "ru": r"(?:\d+(?:[.-]\d+)*(?:\s?\))?(?!\d)|[а-я]\))",
    "kk": r"(?:\d+(?:-\d+)*(?:\s?\))?|[а-я]\))",
}
_ORDINAL: Mapping[Language, str] = {"en": "", "ru": _ORDINAL_RU, "kk": _ORDINAL_KK}
NUMBER: Mapping[Language, str] = {
    language: f"(?:{figure}|{_ORDINAL[language]})" if _ORDINAL[language] else figure
    for language, figure in _FIGURE.items()
}
JOIN: Mapping[Language, str] = {
    "en": r"(?:\s*(?:,\s*(?:and|or)|,|and|or|to|–|—)\s+|\s?[–—]\s?)",
    "ru": r"\s*(?:,\s*(?:а\s+также|и|или)|,|и|или|либо|по|–|—)\s*",
    "kk": r"\s*(?:,|және|немесе|мен|пен|бен|–|—)\s*",
}
RANGE: Mapping[Language, str] = {"en": r"\s*(?:to|–|—)\s*", "ru": r"\s*(?:–|—|по)\s*", "kk": r"\s*(?:–|—)\s*"}


def _numbers(language: Language) -> str:
    kinds = [one for one in (_FIGURE[language], _ORDINAL[language]) if one]
    return "|".join(rf"{one}(?:{JOIN[language]}{one})*" for one in kinds)


_RU_STEP = rf"(?:{_ORDINAL_RU}\s+(?:{_units('ru')})|(?:{_units('ru')})\s+(?:{_numbers('ru')}))(?!\w)"
_KK_STEP = rf"(?:{_numbers('kk')})\s?[-–]?\s?(?:{_units('kk')})"
_EN_STEP = rf"(?:{_units('en')})\s?(?:{_numbers('en')})"

STEP: Mapping[Language, re.Pattern[str]] = {
    "en": regex(rf"(?P<unit>{_units('en')})\s?(?P<numbers>{_numbers('en')})"),
    "ru": regex(
        rf"(?P<first>{_ORDINAL_RU})\s+(?P<unit1>{_units('ru')})(?!\w)"
        rf"|(?P<unit>{_units('ru')})\s+(?P<numbers>{_numbers('ru')})"
    ),
    "kk": regex(rf"(?P<numbers>{_numbers('kk')})\s?[-–]?\s?(?P<unit>{_units('kk')})"),
}

CHAIN: Mapping[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_EN_STEP}(?:\s+of\s+{_EN_STEP})*"
        r"(?P<own>(?:\s+of\s+|\s*,\s+)this\s+(?P<what>act|code|law|bill|ordinance|constitution|decree|proclamation"
        r"|section|article|clause|subsection|paragraph)\b)?"
        r"(?P<other>\s+(?:of|to|in)\s+(?:(?:schedule|annex|part|chapter|appendix)\b"
        rf"|(?:the|that|said|an?|any|those|its|her|his)\s+(?:said\s+)?(?:\w+\s+){{0,8}}?{ACTS['en']})|\s+(?:thereof|ibid)\b"
        r"|\s+of\s+(?=(?-i:[A-Z])))?"
    ),
    "ru": regex(
        rf"{_RU_STEP}(?:\s*,?\s*(?:и\s+)?{_RU_STEP})*"
        r"(?P<own>\s+(?:настоящ|данн)\w+\s+(?P<what>закон|кодекс|конституци|стать|част|пункт|положени|правил|устав|указ)\w*)?"
        rf"(?P<other>,?\s+(?:(?:указанн|названн|того|этого|эт)\w*\s+)?(?:же\s+)?(?:[а-яё-]+(?:ого|его|ой|ей|ых|их)\s+){{0,4}}"
        rf"{ACTS['ru']}\w*)?"
    ),
    "kk": regex(rf"{_KK_STEP}(?:\s*,?\s*{_KK_STEP})*"),
}
"""One reference, or several to provisions side by side; on folded text."""

HERE: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"\bthis\s+(?P<what>section|article|clause)\b"),
    "ru": regex(r"настоящ\w+\s+(?P<what>стать)\w+"),
    "kk": regex(r"осы\s+(?P<what>бапта|бапты|бапқа|баптың)\w*"),
}
BEFORE_KK = regex(
    r"(?:осы\s+(?P<what>заңның|кодекстің|конституцияның|баптың|бөліктің|тармақтың|ереженің|қағидалардың)"
    rf"|(?P<other>(?:{ACTS['kk']})\w*(?:ның|нің|дың|дің|тың|тің)))\s*$"
)
"""Kazakh says before the number which act is meant."""

HINT: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"section|article|clause|paragraph|\bpara|\barts?\.|point", re.IGNORECASE),
    "ru": regex(r"стат|част|пункт|абзац|ст\.", re.IGNORECASE),
    "kk": regex(r"ба[пб]|бөлі[кг]|тарма|абзац", re.IGNORECASE),
}
