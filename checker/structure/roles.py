"""What a line is besides a norm: editors' notes, page furniture, definitions, provisos, closing words."""

from __future__ import annotations

import re

from checker.patterns import regex

NOTE = regex(
    r"""\W*(?:
      Сноска\b | Примечани[ея]\s+(?:ИЗПИ|РЦПИ) | Примечание\.\s+См\. | \(?\s*В\s+редакции\s+Закона
    | См\.\s+(?:част|стать|пункт|глав|раздел|постановл|Закон|предыдущую|также|Положен|Инструкц)
    | (?:\((?:текст|часть|стать|абзац|пункт|наименование|заголовок|глава|раздел)\w*\s.{0,120}?
        (?:в\s+редакции|введен|дополнен|исключен|изменен)\w*\s)
    | \((?:[Сс]татья|[Сс]м\.)\s[^)]{0,60}(?:утратил|в\s+ред)
    | Ескерту\b | Ескертпе\s?[!.] | ЗҚАИ | РҚАО | ҚР\s+Конституциялық\s+[СК]\w+\s.{0,200}?қаулысы
    | (?:Section|Subsection|Part|Schedule|Subpart|Act|Form|Heading|Cross-heading)\s[^.]{0,140}?:\s
        (?:inserted|amended|repealed|substituted|added|replaced|brought|omitted)
    | \d{1,2}\s?\.?\s(?:Subs|Ins|Omitted|Added|Rep|The\s+words?|Clause|Certain\s+words)\b\.?
        [^.]{0,60}\b(?:by|ins|omitted|subs)\b
    | \[?(?:F|C|E|P|I|M)\d+\s?\]?\s*
        (?:Substituted|Inserted|Repealed|Deleted|Amended|Application|Functions|Power|Transfer)
    | (?:Amendments|Annotations|Modifications\s+\(not\s+altering\s+text\)
        |Editorial\s+Notes|Textual\s+Amendments)\s?:?\s*$
    | Национальная\s+база\s+данных\s+законодательства
    | <\*>
    )""",
    re.X | re.S,
)
NOTE_GOES_ON = regex(r"\W*(?:(?:Примечани[ея]\s+(?:ИЗПИ|РЦПИ)|ЗҚАИ|РҚАО|Ескертпе)[^!]*!|Сноска\s?:)\s*$")
FURNITURE = regex(
    r"""\W{0,60}(?:
      Вернуться\s+в\s+мобильную\s+версию | Если\s+Вы\s+обнаружили | Состояние\s+базы | Последние\s+документы
    | Пользовательское\s+соглашение | Карта\s+сайта | Соңғы\s+құжаттар | ©\s?\d{4}
    | Мобильді\s+нұсқа | Пайдаланушы\s+келісімі | Для\s+удобства\s+пользования
    | (?:\d+\s+)?Национальный\s+правовой\s+Интернет-портал[^а-яё]*Республики\s+Беларусь[\s,\d./]*$
    | (?:THE\s+)?GAZETTE\s+OF\s+PAKISTAN | Current\s+Page\s+Content
    | Текст\s+Официальная\s+публикация | Мәтін\s+Ресми\s+жарияланым
    | cbd\.minjust\.gov\.kg\s*$ | Authorised\s+Version | \d{1,3}\s*$ | [_\W]+$ | PRINTED\s+(?:AT|ON)\b
    | English\s+Acts\s+of\s+the\s+Parliament\s+can\s+be\s+purchased
    )""",
    re.X | re.I,
)
EXPLANATORY = regex(
    r"\W*(?:EXPLANATORY\s+(?:STATEMENT|MEMORANDUM|NOTES?)|STATEMENT\s+OF\s+OBJECTS|HURAIAN)\b", re.I
)
CONTENTS = regex(
    r"\W{0,20}(?:СОДЕРЖАНИЕ|ОГЛАВЛЕНИЕ|МАЗМҰНЫ|CONTENTS?|TABLE\s+OF\s+(?:CONTENTS|PROVISIONS)|ARRANGEMENT\s+OF\s+\w+)\W*$",
    re.I,
)
ENACTING = regex(
    r"\W*(?:BE\s+IT\s+(?:THEREFORE\s+)?ENACTED|(?:IT\s+IS\s+HEREBY\s+)?ENACTED\s+by|ENACTS?\s+as\s+follows|NOW,?\s+THEREFORE)",
    re.I,
)
PROVISO = regex(
    r"\W*(?:Provided\s*,?\s+(?:however|further|also|that|always|nevertheless)\b|Notwithstanding\s+(?:anything|the\s+(?:foregoing|provisions))"
    r"|Explanation\b|Exception\b|Illustrations?\b)",
    re.I,
)
STANDALONE_PROVISO = regex(r"\W*(?:Provided|Explanation|Exception|Illustration)", re.I)
DEFINITION = regex(
    r"""\W{0,20}(?:
      [“"'‘«„][^”"'’»“]{1,120}[”"'’»“]\s*,?[^.;:]{0,160}?\b(?:means?|includes?|has\s+the\s+(?:same\s+)?meanings?|have\s+the|
        shall\s+(?:be\s+construed|have|include|mean)|is\s+to\s+be\s+(?:construed|read))
    | [a-z][^.;:“"]{1,80}\s(?:means|includes|has\s+the\s+(?:same\s+)?meaning)\b
    | [^.;:–—]{2,160}\s[–—-]\s(?!влеч)\S
    )""",
    re.X | re.S,
)
DEFINITION_HEADING = regex(
    r"(?:основные\s+)?(?:понятия|термин)|определения\s+(?:основных\s+)?(?:понятий|терминов)|разъяснение\s+некоторых\s+понятий"
    r"|interpretation|definitions?\b|ұғымдар|терминдер",
    re.I,
)
DEFINITION_LEAD = regex(
    r"(?:In|For\s+the\s+purposes?\s+of)\s+(?:this|the)\s[^.;]{0,80}(?:otherwise|[—–:,-]\s*$)|следующие\s+(?:основные\s+)?(?:понятия|термины)"
    r"|(?:ұғымдар|терминдер)\s+(?:мен\s+\w+\s+)?(?:пайдаланылады|қолданылады)",
    re.I,
)
LEAD_IN = regex(r"(?:[:—–,-]|[^\W\d_]|\))[\"”»]?\s*$")
_CLOSING_START = regex(r"[–—-]?\s*[a-zа-яёәғқңөұүһі]")
SIGNATURE = regex(
    # «Президент Республики … в сфере образования:» has words with small letters and opens a list
    r"\W*(?:Президент|Қазақстан\s+Республикасының\s+Президенті|Председатель\s+Верховного|Премьер-Министр|Первый\s+заместитель)"
    r"(?!.*\s[а-яё]+[\s:,;])(?!.*:\s*$)(?:\s+(?:Республики|Кыргызской|Российской|Узбекистан)[^.]{0,80}|\s*)(?:[А-ЯӘҒҚҢӨҰҮІЁ]\.\s?[^.]{0,40})?$"
)


def is_lead_in(text: str) -> bool:
    """True when the text does not end its sentence: what comes below carries it on.

    >>> is_lead_in("The prosecutor may:"), is_lead_in("The prosecutor decides.")
    (True, False)
    """
    return bool(LEAD_IN.search(text.rstrip())) if text else False


def opens_list(text: str) -> bool:
    """True when the text announces the items that follow it."""
    return text.rstrip().endswith((":", "—", "–", "-", ":-", ":—", ",")) or is_lead_in(text)


def is_closing(text: str, before: str) -> bool:
    """True for words that end the sentence of a list («shall be guilty of an offence», «влечет штраф»)."""
    return bool(_CLOSING_START.match(text)) and not before.rstrip().endswith((".", ":", "!"))


REMARK = regex(r"\W*(?:Примечани[ея]|Ескертпе(?:лер)?)\s?[.:]")
