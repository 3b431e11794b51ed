"""Numbers and units of time as laws of three languages write them: tables only."""

from __future__ import annotations

from collections.abc import Mapping

from checker.draft import Language

_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_FUSED = {
    ten + one: tens + ones
    for ten, tens in _ENGLISH.items()
    if 20 <= tens < 100
    for one, ones in _ENGLISH.items()
    if ones < 10
}
"""«twentyfour»: the hyphen at the end of a line is lost in texts taken from a page."""
_RUSSIAN_STEMS = {
    "один": 1, "одн": 1, "двух": 2, "дву": 2, "два": 2, "две": 2, "двое": 2, "двум": 2, "трех": 3, "три": 3,
    "трое": 3, "трем": 3, "четыр": 4, "четвер": 4, "пят": 5, "шест": 6, "сем": 7, "восем": 8, "восьм": 8,
    "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14,
    "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19,
    "двадцат": 20, "тридцат": 30, "сорок": 40, "пятьдесят": 50, "пятидесят": 50, "шестьдесят": 60,
    "шестидесят": 60, "семьдесят": 70, "семидесят": 70, "восемьдесят": 80, "восьмидесят": 80,
    "девяност": 90, "сто": 100, "ста": 100, "полутор": 1.5,
}  # fmt: skip
_RUSSIAN_ENDINGS = ("", "а", "я", "е", "и", "о", "у", "ь", "ю", "х", "м", "ого", "ой", "ом", "ому", "их", "ех", "ох",
                    "ью", "ими", "ех", "ырех", "ырем", "ья", "ое", "о", "ых", "ым", "ым", "ем", "еро", "ы", "ре")  # fmt: skip
_KAZAKH = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
    "жүз": 100,
}  # fmt: skip

NUMBER_WORDS: Mapping[Language, Mapping[str, float]] = {
    "en": _ENGLISH | _FUSED,
    "ru": {stem + ending: value for stem, value in _RUSSIAN_STEMS.items() for ending in _RUSSIAN_ENDINGS},
    "kk": _KAZAKH,
}

HOURS_PER_UNIT: Mapping[str, float] = {
    "minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0, "year": 8760.0, "fortnight": 336.0,
}  # fmt: skip

UNIT_BEGINNINGS: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "en": (
        ("minute", "minute"), ("hour", "hour"), ("hrs", "hour"), ("day", "day"), ("week", "week"),
        ("fortnight", "fortnight"), ("month", "month"), ("year", "year"),
    ),
    "ru": (
        ("минут", "minute"), ("час", "hour"), ("сут", "day"), ("дн", "day"), ("день", "day"), ("дне", "day"),
        ("недел", "week"), ("месяц", "month"), ("год", "year"), ("лет", "year"),
    ),
    "kk": (
        ("минут", "minute"), ("сағат", "hour"), ("тәулі", "day"), ("күн", "day"), ("апта", "week"),
        ("ай", "month"), ("жыл", "year"),
    ),
}  # fmt: skip
NOT_UNITS = frozenset(
    (
        "часть части частью частей частям частях частями частный частного частных "
        "час-тично участ лето летн годен годн айқын айып айрықша айтыл айтылған айна "
        "айнал айналым айналысатын аймақ айыру айырбас айырыл дневник дно сутью суть сути "
        "сутяж daybreak dayton yearly"
    ).split()
)
UNIT_ALONE: Mapping[Language, frozenset[str]] = {
    "en": frozenset({"fortnight"}),
    "ru": frozenset({"сутки", "суток"}),
    "kk": frozenset(),
}
"""Units that stand for one of themselves without a number: «в течение суток», «a fortnight»."""

ADJECTIVES_BEFORE_UNIT: Mapping[Language, tuple[str, ...]] = {
    "en": ("clear", "working", "business", "calendar", "consecutive", "further", "full", "court", "sitting", "additional", "more"),
    "ru": ("рабоч", "календарн", "полн"),
    "kk": ("жұмыс", "күнтізбелік", "толық"),
}  # fmt: skip
AGE_AROUND: Mapping[Language, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (("aged", "age", "attained", "under"), ("age", "old")),
    "ru": (("достиг", "возраст", "старше", "младше", "моложе"), ("возраст",)),
    "kk": (("жас",), ("жас",)),
}
"""Words (beginnings) before and after a number of years that make it an age and no term."""
