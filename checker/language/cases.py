"""Grammatical case by the ending of a word, as far as telling a body's part in a sentence needs it.

«Прокурором» decides where «прокурора» does not; «соттың», «сотқа» and «сот» play three parts.
Endings are ambiguous, so the answer is a set of the cases the form may be.
"""

from __future__ import annotations

from typing import Literal

from checker.draft import Language

Case = Literal["nom", "gen", "dat", "acc", "ins", "loc", "abl"]
CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "ins", "loc", "abl")

_RUSSIAN: tuple[tuple[tuple[str, ...], tuple[Case, ...]], ...] = (
    (("ами", "ями", "ом", "ем", "ым", "им", "ою", "ею", "ыми", "ими"), ("ins",)),
    (("ого", "его", "ов", "ев", "ых", "их"), ("gen", "acc")),
    (("ому", "ему", "ам", "ям"), ("dat",)),
    (("ой",), ("gen", "dat", "ins", "loc")),
    (("ей",), ("gen", "ins")),
    (("ах", "ях"), ("loc",)),
    (("ий", "ый", "ая", "ое", "ые", "ие", "ция", "дья"), ("nom", "acc")),
    (("ии", "ьи", "ы", "и"), ("nom", "gen", "acc")),
    (("а", "я"), ("gen", "acc")),
    (("у", "ю"), ("dat", "acc")),
    (("е",), ("loc", "dat")),
)
_KAZAKH: tuple[tuple[tuple[str, ...], tuple[Case, ...]], ...] = (
    (("органы",), ("nom",)),
    (("ның", "нің", "дың", "дің", "тың", "тің"), ("gen",)),
    (("дан", "ден", "тан", "тен", "нан", "нен"), ("abl",)),
    (("мен", "бен", "пен"), ("ins",)),
    (("ны", "ні", "ды", "ді", "ты", "ті", "сын", "сін", "ын", "ін"), ("acc",)),
    (("ға", "ге", "қа", "ке", "на", "не"), ("dat",)),
    (("да", "де", "та", "те"), ("loc",)),
)
_VOICELESS = frozenset("пткқсшщфхцчһ")
"""After these alone the accusative is -ты, -ті: «сотты»; in «соты», «Президенті» the т is the stem's own
and the ending a possessive, the common form of a body («облыстық соты»)."""


def cases(word: str, language: Language) -> tuple[Case, ...]:
    """The cases a folded word may stand in; every case for a language without endings.

    >>> cases("прокурором", "ru"), cases("соттың", "kk")
    (('ins',), ('gen',))
    >>> cases("президенті", "kk"), cases("президентті", "kk")
    (('nom',), ('acc',))
    """
    if language == "en":
        return CASES
    if language == "kk" and word.endswith(("ты", "ті")) and word[-3:-2] not in _VOICELESS:
        return ("nom",)
    for endings, found in _RUSSIAN if language == "ru" else _KAZAKH:
        if word.endswith(endings):
            return found
    return ("nom", "acc") if language == "ru" else ("nom",)
