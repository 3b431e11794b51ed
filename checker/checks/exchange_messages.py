"""What is said of words that an instruction exchanges, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from checker.checks.exchange import Exchange
from checker.draft import LANGUAGES
from checker.rule import Texts

_PUT: Texts = {
    "en": "Where the law says «{old}», the draft puts «{new}»",
    "ru": "Слова закона «{old}» проект заменяет словами «{new}»",
    "kk": "Жоба заңдағы «{old}» деген сөздерді «{new}» деген сөздермен ауыстырады",
}
_ADDED: Texts = {
    "en": "To the words «{old}» the draft adds «{new}»",
    "ru": "К словам «{old}» проект добавляет «{new}»",
    "kk": "Жоба «{old}» деген сөздерге «{new}» деген сөздерді қосады",
}
_STRUCK: Texts = {
    "en": "The draft strikes out the words «{old}»",
    "ru": "Проект исключает слова «{old}»",
    "kk": "Жоба «{old}» деген сөздерді алып тастайды",
}
_WORSE: Mapping[str, Texts] = {
    "body": {
        "en": "the decision would no longer lie with the body that the standard names.",
        "ru": "решение перестанет принадлежать органу, который называет стандарт.",
        "kk": "шешім енді стандартта аталған органның қолында болмайды.",
    },
    "term": {
        "en": "the term would go beyond what the standard allows.",
        "ru": "срок выйдет за пределы, которые допускает стандарт.",
        "kk": "мерзім стандарт жол беретін шектен шығады.",
    },
    "safeguard": {
        "en": "a safeguard would fall away: {name}.",
        "ru": "гарантия отпадёт: {name}.",
        "kk": "кепілдік жойылады: {name}.",
    },
}
_BETTER: Mapping[str, Texts] = {
    "body": {
        "en": "the decision passes to the body that the standard names.",
        "ru": "решение переходит к органу, который называет стандарт.",
        "kk": "шешім стандартта аталған органға көшеді.",
    },
    "term": {
        "en": "the term comes within what the standard allows.",
        "ru": "срок входит в пределы, которые допускает стандарт.",
        "kk": "мерзім стандарт жол беретін шекке келеді.",
    },
}
_RULE: Texts = {"en": "The standard: {title}.", "ru": "Стандарт: {title}.", "kk": "Стандарт: {title}."}
_UNSURE: Texts = {
    "en": "Whether the words are about this matter must be read in the law that is changed.",
    "ru": "Об этом ли предмете идёт речь, надо смотреть в изменяемом законе.",
    "kk": "Сөздердің осы мәселеге қатысты екенін өзгертілетін заңнан қарау керек.",
}


def message_of(exchange: Exchange, *, inserted: bool) -> Texts:
    """The message on an exchange; ``inserted`` where new words come beside old ones that stay."""
    opening = _ADDED if inserted else _PUT if exchange.new else _STRUCK
    effect = (_WORSE if exchange.worse else _BETTER)[exchange.kind]
    message = {}
    for language in LANGUAGES:
        parts = [f"{opening[language]}: {effect[language]}", _RULE[language]]
        if exchange.worse and not exchange.certain:
            parts.append(_UNSURE[language])
        message[language] = (
            " ".join(parts)
            .replace("{name}", exchange.lacking.name[language] if exchange.lacking else "")
            .replace("{title}", exchange.rule.title[language].rstrip("."))
            .replace("{old}", exchange.old.text if exchange.old else "")
            .replace("{new}", exchange.new.text if exchange.new else "")
        )
    return message
