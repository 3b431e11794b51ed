"""The words by which laws of three languages refer to their own provisions: tables only.

Unit words are regular expressions on folded text (checker.language.letters), in every grammatical form;
the place of each unit in the ladder is that of checker.amending.instruction.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.amending.instruction import Unit
from checker.draft import Language

UNIT_WORDS: Mapping[Language, Mapping[Unit, str]] = {
    "en": {
        "article": r"(?:articles?|sections?|clauses?|arts?\.|ss?\.)",
        "paragraph": r"(?:subsections?|sub-sections?|paragraphs?|paras?\.?)",
        "subpoint": r"(?:subparagraphs?|sub-paragraphs?)",
        "point": r"points?",
    },
    "ru": {
        "article": r"(?:стать(?:ями|ям|ях|я|и|е|ю|ей)|статей|ст\.)",
        "paragraph": r"част(?:ями|ям|ях|ью|ей|ь|и)",
        "subpoint": r"подпункт(?:ами|ам|ах|ов|ом|а|у|е|ы)?",
        "point": r"пункт(?:ами|ам|ах|ов|ом|а|у|е|ы)?",
        "indent": r"абзац(?:ами|ам|ах|ев|ем|а|у|е|ы)?",
    },
    "kk": {
        "article": r"бап(?![а-яәғқңөұүһі])|бап(?:қа|та|тар|ты|пен)\w*|баб\w+",
        "paragraph": r"бөлі[кг]\w*",
        "subpoint": r"тармақша\w*",
        "point": r"тарма[қғ]\w*",
        "indent": r"абзац\w*",
    },
}
"""«Пункт» begins in «подпункт», «тармақ» in «тармақша»: the longer stands first."""

LADDER: tuple[Unit, ...] = ("article", "paragraph", "point", "subpoint", "indent")

ORDINALS: Mapping[Language, Mapping[str, int]] = {
    "en": {},
    "ru": {
        "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8,
        "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14,
        "пятнадцат": 15,
    },
    "kk": {
        "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6, "жетінші": 7,
        "сегізінші": 8, "тоғызыншы": 9, "оныншы": 10, "он бірінші": 11, "он екінші": 12,
    },
}  # fmt: skip
ORDINAL_ENDING = (
    r"(?:ыми|ими|ого|его|ому|ему|ьей|ьего|ьему|ьем|ьих|ьими|ья|ью|ье|ой|ей|ая|ую|ый|ий|ом|ем|ые|ых|ым)"
)

ACTS: Mapping[Language, str] = {
    "en": r"(?:act|code|law|bill|ordinance|constitution|decree|proclamation|convention|covenant|protocol|treaty"
    r"|agreement|regulations?|rules?|charter|schedule|enactment|order|statute|directive|annex|appendix)\b",
    "ru": r"(?:закон|кодекс|конституци|указ|положени|правил|договор|конвенци|соглашени|протокол|пакт|устав"
    r"|постановлени|приказ|инструкци|регламент|приложени|директив|декрет|(?:упк|ук|гпк|гк|тк|коап)\b)",
    "kk": r"(?:заң|кодекс|конституция|жарлы|ереже|шарт|конвенция|келісім|хаттама|пакт|жарғы|қаулы|бұйры|нұсқаулы"
    r"|регламент|қосымша|директива|декрет)",
}
"""Beginnings of the words for an act, whose provisions a reference may mean."""

EXCEPTS: Mapping[Language, str] = {
    "en": r"(?:except|other than|notwithstanding|unless|save|without prejudice to|despite|exempt)",
    "ru": r"(?:за исключением|кроме|исключая|помимо|независимо от|без соблюдения|не распростран)",
    "kk": r"(?:қоспағанда|басқа|қарамастан|қолданылмай)",
}
"""A reference beside these takes the provision out: it is not followed."""

ACCORDS: Mapping[Language, str] = {
    "en": r"(?:(?:in (?:accordance|compliance|conformity) with|subject to|observing|complying with)"
    r"(?: the)?(?: (?:provisions?|requirements?|safeguards?|procedures?|conditions?|guarantees?|rules?),?"
    r"(?: of| in| (?:laid down|set out|prescribed|provided|established|specified)(?: for)? (?:in|by|under)))?"
    r"|in the manner (?:of|laid down|set out|prescribed|provided|established|specified)(?: for)?(?: in| by| under)?"
    r"|(?:under|by|following) the procedure (?:of|in|(?:laid down|set out|prescribed|provided|established)(?: for)? (?:in|by|under))"
    r")\s*$",
    "ru": r"(?:(?:в соответствии со?|согласно|с соблюдением|при соблюдении|с учетом|соблюд\w+)"
    r"(?: (?:требовани|услови|правил|порядк|гаранти|положени|норм)\w*)?"
    r"|(?:в порядке|порядком|по правилам|с гарантиями)(?: и (?:в )?срок\w*| и на условиях)?)"
    r"(?:,? (?:установленн|предусмотренн|определенн|закрепленн|указанн)\w+(?: в| во)?)?\s*$",
    "kk": r"\s*(?:сәйкес|(?:ның|нің|дың|дің|тың|тің)?\s*(?:талаптар|ережелер|кепілдіктер|шарттар)\w*\s+(?:сақта|сәйкес|бойынша|ескер)\w*"
    r"|(?:тәртіб|тәртіп)\w*|(?:көзделген|белгіленген|айқындалған|көрсетілген)\s+(?:тәртіп|талаптар|ережелер|кепілдіктер|шарттар)\w*)",
}
"""Words right before a reference (Kazakh: right after it) that make the provision a part of the manner in which
something is done."""

LAPSES: Mapping[Language, str] = {
    "en": r"(?:expir|elapse|lapse|after)",
    "ru": r"(?:истеч|истек|окончан|после|отбыт)",
    "kk": r"(?:өткен|аяқтал|кейін|соң)",
}
"""A term that has run out is no measure of what follows it."""

TERMS: Mapping[Language, str] = {
    "en": r"(?:time[- ]limits?|periods?|(?<!in )terms?|time)(?: of (?:detention|custody|arrest))?,? (?:of|in|under|set (?:out )?(?:in|by)"
    r"|fixed (?:in|by)|laid down (?:in|by)|specified in|prescribed (?:in|by)|provided (?:for )?(?:in|by)|established (?:in|by)"
    r"|referred to in|allowed by|permitted by)\s*$",
    "ru": r"срок\w*,? (?:установленн|предусмотренн|указанн|определенн|закрепленн)\w+(?:\s+в)?\s*$",
    "kk": r"\s*(?:көзделген|белгіленген|көрсетілген|айқындалған)\s+мерзім\w*",
}
"""Words before a reference (Kazakh: after it) by which it stands for the term set there."""

BODIES: Mapping[Language, str] = {
    "en": r"(?P<head>bod(?:y|ies)|authorit(?:y|ies)|officers?|officials?) (?:named|referred to|specified|designated|mentioned)"
    r" (?:in|under|by)\s*$",
    "ru": r"(?P<head>орган\w*|должностн\w+ лиц\w*),? (?:указанн|названн|определенн|перечисленн)\w+(?:\s+в)?\s*$",
    "kk": r"\s*(?:көрсетілген|аталған|айқындалған)\s+(?P<head>(?:лауазымды адам|орган)\w*)",
}
"""Words before a reference (Kazakh: after it) by which it stands for the body named there."""
