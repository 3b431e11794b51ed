"""Small laws of our own wording in three languages, with the changes that are judged."""

from __future__ import annotations

from collections.abc import Sequence

from checker.draft import Draft, Language
from checker.readers import read_bytes
from checker.structure import build_draft

Article = tuple[str, tuple[str, ...]]
"""A heading and numbered parts."""

FILLER: dict[Language, tuple[Article, ...]] = {
    "en": (
        ("Purpose of this Law", ("This Law governs the work of temporary holding facilities.",)),
        ("Staff of a facility", ("The head of a facility appoints its staff.", "Staff wear a badge.")),
        ("Entry into force", ("This Law comes into force on the first of January.",)),
    ),
    "ru": (
        ("Цель Закона", ("Настоящий Закон регулирует работу изоляторов временного содержания.",)),
        ("Персонал изолятора", ("Начальник изолятора назначает персонал.", "Персонал носит нагрудный знак.")),
        ("Вступление в силу", ("Настоящий Закон вводится в действие с первого января.",)),
    ),
    "kk": (
        ("Заңның мақсаты", ("Осы Заң уақытша ұстау изоляторларының жұмысын реттейді.",)),
        ("Изолятор персоналы", ("Изолятор бастығы персоналды тағайындайды.", "Персонал белгі тағып жүреді.")),
        ("Қолданысқа енгізілуі", ("Осы Заң бірінші қаңтардан бастап қолданысқа енгізіледі.",)),
    ),
}
TERM: dict[Language, tuple[str, str, str]] = {
    "en": (
        "Appearance before a judge",
        "A detained person shall be brought before the investigating judge not later than forty-eight hours "
        "after actual apprehension.",
        "A detained person shall be brought before the investigating judge not later than ninety-six hours "
        "after actual apprehension.",
    ),
    "ru": (
        "Доставление к судье",
        "Задержанный не позднее сорока восьми часов с момента задержания доставляется в суд.",
        "Задержанный не позднее девяноста шести часов с момента задержания доставляется в суд.",
    ),
    "kk": (
        "Судьяға жеткізу",
        "Ұстап алынған адам қырық сегіз сағаттан кешіктірілмей тергеу судьясына жеткізіледі.",
        "Ұстап алынған адам тоқсан алты сағаттан кешіктірілмей тергеу судьясына жеткізіледі.",
    ),
}
"""Heading, the term within the limit of HC-01, the term beyond it."""
TERMS: dict[Language, tuple[str, str]] = {
    "en": ("forty-eight hours", "ninety-six hours"),
    "ru": ("сорока восьми часов", "девяноста шести часов"),
    "kk": ("қырық сегіз сағаттан", "тоқсан алты сағаттан"),
}
BODY: dict[Language, tuple[str, str, str]] = {
    "en": (
        "Extension of custody",
        "The detention of the arrested person may be extended by order of the court.",
        "The detention of the arrested person may be extended by order of the prosecutor.",
    ),
    "ru": (
        "Продление срока",
        "Срок содержания под стражей продлевается судом до шести месяцев.",
        "Срок содержания под стражей продлевается прокурором до шести месяцев.",
    ),
    "kk": (
        "Мерзімді ұзарту",
        "Күдіктіні күзетпен ұстау тергеушінің қаулысы бойынша соттың санкциясымен қолданылады.",
        "Күдіктіні күзетпен ұстау тергеушінің қаулысы бойынша прокурордың санкциясымен қолданылады.",
    ),
}
"""Heading, a court decides, the prosecutor decides (JRD-01)."""

_HEAD: dict[Language, str] = {"en": "Article {}. {}", "ru": "Статья {}. {}", "kk": "{}-бап. {}"}
_TITLE: dict[Language, str] = {
    "en": "Law on temporary holding facilities",
    "ru": "Закон об изоляторах временного содержания",
    "kk": "Уақытша ұстау изоляторлары туралы заң",
}


def law(language: Language, *articles: Article, first: int = 1) -> Draft:
    """A draft of articles numbered from ``first``, read from plain text as a file would be."""
    lines = [_TITLE[language], ""]
    for number, (heading, parts) in enumerate(articles, start=first):
        lines.append(_HEAD[language].format(number, heading))
        lines += [f"{place}. {part}" for place, part in enumerate(parts, start=1)]
        lines.append("")
    return build_draft(read_bytes("law.txt", "\n".join(lines).encode()))


def among_filler(language: Language, *articles: Article) -> Sequence[Article]:
    """Articles between others that no rule asks about."""
    start, middle, end = FILLER[language]
    return (start, *articles, middle, end)
