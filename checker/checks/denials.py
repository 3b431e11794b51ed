"""Negation in the verb itself: «does not entail», «не порождает», «ұшыратылмайды».

Only verbs that stand within the act or right at it count: a verb further off may deny something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.draft import Language

_RUSSIAN_VERB = re.compile(
    r"(?:[аеиоуюя]т(?:ся)?|[иы]тся|подсудн[аоы]|подведомственн[аоы]|обязан[аоы]?|нужн[аоы]?|будут)$"
)
_LEAVES_ACT = re.compile(
    r"(?:препятств|прекраща|освобожда|приостан|лиша|исключа|огранич|отмен|превыша|завис|требу|явля|счита|влия|"
    r"меша|освобод|име|тер|необход|достиг|может|могут|позволя|доказ|докаж|выполн|соблюда|подтвер|указ|состав|облада|зна|владе|учит)"
)
"""What is said not to be so, or not to be hindered, leaves the act as it is."""
_KAZAKH_VERB = re.compile(r"(?:[мбп][ае]й(?:ды|ді))$")
_KAZAKH_LEAVES_ACT = re.compile(
    r"(?:аспа|тоқтат|кедергі|босат|шектел|бола?май|болма|алмай|айырма|білме|көрсетілме)"
)
_KAZAKH_CAPS = frozenset(("жиі", "сирек", "артық", "кем", "ерте", "кеш", "көп", "аз", "ұзақ", "ғана"))
_ENGLISH_VERB = frozenset(
    ("is", "are", "was", "were", "be", "does", "do", "shall", "may", "must", "can", "will")
)
_ENGLISH_CAP = re.compile(
    r"(?:only|later|earlier|sooner|more|less|longer|fewer|greater|exceed|below|under|above|beyond|until|before|"
    r"after|merely|obliged|required|bound|necessary|prevent|affect|preclude|prejudice|limit|apply|able|known|yet|"
    r"have|be|otherwise|sufficient)"
)
_FIRST_AFTER = {"en": 0, "ru": 1, "kk": 1}


def denied_by_verb(forms: Sequence[str], first: int, last: int, language: Language, *, within: bool) -> int:
    """The place behind a verb with a negation that denies the words ``first`` to ``last``; 0 if none does.

    Without ``within`` the words hold a negation of their own, and only one before or behind them counts.
    """
    places = [
        place for place in range(max(first - 2, 0), last + _FIRST_AFTER[language] + 1) if place < len(forms)
    ]
    if not within:
        places = [place for place in places if not first < place < last]
    for place in places:
        if _DENIES[language](forms, place, first):
            return place + 1
    return 0


def _russian(forms: Sequence[str], place: int, first: int) -> bool:
    if place == 0 or forms[place - 1] != "не" or place < first:
        return False
    return bool(_RUSSIAN_VERB.search(forms[place])) and not _LEAVES_ACT.match(forms[place])


def _kazakh(forms: Sequence[str], place: int, first: int) -> bool:
    verb = forms[place]
    if place < first or forms[place - 1] in _KAZAKH_CAPS:
        return False
    return bool(_KAZAKH_VERB.search(verb)) and not _KAZAKH_LEAVES_ACT.match(verb)


def _english(forms: Sequence[str], place: int, first: int) -> bool:
    if forms[place] != "not" or place == 0 or forms[place - 1] not in _ENGLISH_VERB:
        return False
    return place + 1 < len(forms) and not _ENGLISH_CAP.match(forms[place + 1])


_DENIES = {"en": _english, "ru": _russian, "kk": _kazakh}
