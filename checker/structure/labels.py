"""Names of provisions: labels as a lawyer writes them, eIds in the manner of Akoma Ntoso.

The word for a numbered unit changes by tradition: «1.» is a часть of a code and a пункт of a
Kazakhstan law or constitution, with бөлік and тармақ changing places in the same way.
eIds: Akoma Ntoso Naming Convention 1.0, section 5.4; an article starts its own id because
drafts number articles through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from checker.draft import Language
from checker.patterns import regex
from checker.structure.forms import Style
from checker.structure.node import Node

ID_PREFIX: Mapping[str, str] = {
    "article": "art", "paragraph": "para", "chapter": "chp", "section": "sec", "schedule": "schedule",
}  # fmt: skip
_CODE: Mapping[Language, Mapping[Style, str]] = {
    "ru": {"1.": "часть", "(1)": "часть", "1)": "пункт", "a)": "подпункт", "(a)": "подпункт"},
    "kk": {"1.": "бөлік", "(1)": "бөлік", "1)": "тармақ", "a)": "тармақша", "(a)": "тармақша"},
    "en": {"1.": "part", "1)": "point", "a)": "sub-point"},
}
_LAW: Mapping[Language, Mapping[Style, str]] = {
    "ru": {"1.": "пункт", "(1)": "пункт", "1)": "подпункт", "a)": "подпункт", "(a)": "подпункт"},
    "kk": {"1.": "тармақ", "(1)": "тармақ", "1)": "тармақша", "a)": "тармақша", "(a)": "тармақша"},
    "en": {"1.": "paragraph", "1)": "point", "a)": "point"},
}
_ARTICLE: Mapping[Language, str] = {"ru": "статья", "kk": "бап", "en": "section"}
_PLAIN: Mapping[Language, Mapping[str, str]] = {
    "ru": {"paragraph": "часть", "indent": "абзац", "closing": "заключительный абзац"},
    "kk": {"paragraph": "бөлік", "indent": "абзац", "closing": "қорытынды абзац"},
    "en": {"paragraph": "paragraph", "indent": "indent", "closing": "closing words"},
}
_ASIDE: Mapping[Language, Mapping[str, str]] = {
    "ru": {
        "preamble": "преамбула", "note": "примечание", "contents": "содержание",
        "explanatory": "пояснительная записка", "schedule": "приложение", "heading": "подзаголовок",
    },
    "kk": {
        "preamble": "кіріспе", "note": "ескертпе", "contents": "мазмұны",
        "explanatory": "түсіндірме жазба", "schedule": "қосымша", "heading": "тақырыпша",
    },
    "en": {
        "preamble": "preamble", "note": "note", "contents": "contents",
        "explanatory": "explanatory statement", "schedule": "schedule", "heading": "side heading",
    },
}  # fmt: skip
_CODE_REFERENCE = regex(
    r"\bparts? (?:one|two|three|four|five|\d+) of (?:this )?Article"
    r"|част\w{1,3}\s+(?:перв|втор|трет|четв|пят|\d)\w*\s+(?:настоящей\s+)?стать|бөлі[гк]\w*\s+\d+\)\s+тарма"
)
_LAW_REFERENCE = regex(r"(?:под)?пункт\w*\s+\d[\d\-)]*\s+(?:настоящей\s+)?стать|баптың\s+\d[\d-]*-тарма")
_CODE_TITLE = regex(r"кодекс", re.I)
_KAZAKH_DIVISIONS = {"тарау", "бөлім"}
_BILL = regex(r"\bBill\b", re.I)


class Tradition(Struct, frozen=True):
    """The words that one draft uses for its units."""

    code: bool
    article: str
    language: Language

    @classmethod
    def of(cls, title: str, text: str, language: Language) -> Tradition:
        """Told by the title and by how the text refers to its own units."""
        code, law = len(_CODE_REFERENCE.findall(text)), len(_LAW_REFERENCE.findall(text))
        is_code = code > law if code + law else bool(_CODE_TITLE.search(title))
        article = "clause" if language == "en" and _BILL.search(title) else _ARTICLE[language]
        return cls(is_code, article, language)

    def unit(self, node: Node, kind: str, ordinal: int, language: Language) -> str:
        """The name of one unit below its parent («часть 2», «(a)», «абзац 3»)."""
        if kind == "article":
            return self._article(node, language)
        if node.role in _ASIDE["en"] and node.role != "norm" and not node.style:
            return self._aside(node, ordinal, language)
        if not node.style or not node.number:
            return self._unnumbered(node, kind, ordinal, language)
        words = (_CODE if self.code else _LAW)[language]
        word = words.get(node.style)
        if word is None or (language == "en" and _is_subsection(node)):
            return f"({node.number})"
        number = f"{node.number})" if node.style in {"1)", "a)"} and language == "kk" else node.number
        return _counted(word, number, language)

    def _unnumbered(self, node: Node, kind: str, ordinal: int, language: Language) -> str:
        if node.proviso and language == "en":
            return "proviso"
        if node.closing:
            return _PLAIN[language]["closing"]
        return _counted(
            _PLAIN[language]["paragraph" if kind == "paragraph" else "indent"], str(ordinal), language
        )

    def _article(self, node: Node, language: Language) -> str:
        if language == "kk":
            return f"{node.number}-бап"
        if language == "ru":
            return f"{'статья' if node.word or self.language != 'ru' else 'пункт'} {node.number}"
        word = node.word.rstrip(".").capitalize() if node.word else self.article
        return f"{'Article' if word.startswith('Art') else word.lower()} {node.number}"

    def _aside(self, node: Node, ordinal: int, language: Language) -> str:
        name = _ASIDE[language][node.role]
        return name if ordinal == 1 else f"{name} {ordinal}"


def _is_subsection(node: Node) -> bool:
    """«1.» in a section is cited «section 36(1)»; only articles have parts or paragraphs."""
    above = node.parent
    return (
        node.style == "1."
        and above is not None
        and above.kind == "article"
        and not above.word.startswith("Art")
    )


def _counted(word: str, number: str, language: Language) -> str:
    if language == "kk":
        return f"{number} {word}" if number.endswith(")") else f"{number}-{word}"
    return f"{word} {number}"


def joined_label(parent: str, unit: str) -> str:
    """A unit named below its parent: «section 4(2)(a)», «статья 132, часть 2»."""
    if not parent:
        return unit
    return f"{parent}{unit}" if unit.startswith("(") else f"{parent}, {unit}"


def division_label(node: Node, language: Language) -> str:
    """«Глава 17», «17-тарау», «Part II»."""
    word = " ".join(node.word.split()).capitalize()
    if node.number and (language == "kk" or word.lower() in _KAZAKH_DIVISIONS):
        return f"{node.number}-{node.word.lower()}"
    return f"{word} {node.number}".strip() or node.heading[:60]


def eid_step(kind: str, number: str, ordinal: int) -> str:
    """One step of an eId: «para_2», «point_a», «chp_17»."""
    shown = re.sub(r"[^\w-]+", "-", number).strip("-") or str(ordinal)
    return f"{ID_PREFIX.get(kind, kind)}_{shown}"


def is_closing_label(label: str) -> bool:
    """True for the label of the words that end the sentence of a list."""
    return label.rstrip("»").rpartition(", ")[2].rpartition("«")[2] in {
        names["closing"] for names in _PLAIN.values()
    }
