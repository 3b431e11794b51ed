"""The headings of comparative tables: which column says what, in three languages.

A form is the stems of the words that a heading must hold, in any order; headings are told from them
whatever their case, their line breaks, and with a typing error in a long word. The forms are those of
the tables that parliaments and ministries hand out with a bill; a new one is a new line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Indel

from checker.patterns import regex

Role = Literal["before", "after", "draft", "reason", "place", "number"]

#: In order: the first role with a form that fits is taken. «draft» is the bill's wording, which is the new
#: one beside the law in force and the former one beside an amendment to it.
FORMS: Mapping[Role, tuple[str, ...]] = {
    "reason": (
        "обоснован", "примечан", "мотивир", "негіздем", "ескертп", "ескерту", "дәлелдем",
        "justificat", "rationale", "reason", "explanat", "remark", "note",
    ),
    "place": (
        "структурн элемент", "структур законодательн", "структур проект", "структур закон", "структур единиц",
        "құрылымд элемент", "құрылымд бөл", "заңнамал акт құрылым",
        "structural unit", "structural element", "provision number",
    ),
    "before": (
        "действующ редакц", "действующ текст", "действующ норм", "редакц действующ", "существующ редакц",
        "ныне действующ", "текущ редакц", "прежн редакц",
        "қолданыст редакц", "қолданыст мәтін", "қолданыст норма", "қазіргі редакц", "бұрынғы редакц",
        "in force", "existing provision", "existing text", "existing wording", "existing law", "current text",
        "current wording", "current provision", "current law", "present text", "present wording",
        "former wording",
    ),
    "after": (
        "предлагаем редакц", "предложен редакц", "предлагаем изменен", "предлагаем дополнен",
        "предлагаем поправ",
        "нов редакц", "редакц предлагаем", "редакц с учетом", "вносим изменен", "предлагаем текст",
        "ұсыныл редакц", "ұсынат редакц", "ұсыныл өзгеріс", "ұсыныл толықтыр", "ұсыныл мәтін",
        "ұсыныл түзету", "ұсынып редакц",
        "жаңа редакц", "ұсыныл норма",
        "proposed", "new wording", "new text", "amended text", "as amended",
    ),
    "draft": (
        "редакц законопроект", "редакц проект", "текст законопроект", "текст проект",
        "жоба редакц", "заң жоба", "жоба мәтін", "заңжоба редакц",
        "text bill", "bill wording", "draft wording", "draft text", "draft law", "text draft",
    ),
    "number": ("п п", "р с", "рет саны", "рет", "number", "no"),
}  # fmt: skip
#: Short headings that stand for the place of a row when nothing else is in them.
_PLACES = frozenset(
    "статья статьи элемент структура норма бап баптар бабы құрылым құрылымы тармақ article articles"
    " section sections clause clauses provision provisions unit place".split()
)
_WORD = regex(r"[^\W\d_]+")
_LONGEST = 160  # letters; a longer cell is a provision, not a heading
_LONG_WORD = 6
_LIKE = 0.8  # of the letters agree: one wrong or left-out letter in a word of six or more


class Columns(Struct, frozen=True):
    """Where each column of a comparative table stands, from 0; -1 where there is none.

    ``count`` is the number of columns; ``others`` those whose headings say something else, with the heading.
    """

    count: int
    after: int
    before: int = -1
    place: int = -1
    reason: int = -1
    number: int = -1
    others: tuple[tuple[int, str], ...] = ()

    @property
    def wordings(self) -> tuple[int, ...]:
        """The columns that hold text of the law."""
        return tuple(column for column in (self.before, self.after) if column >= 0)


def columns_of(headings: Sequence[str]) -> Columns | None:
    """The columns under these headings; None where they are not those of a comparative table."""
    roles: dict[Role, int] = {}
    others = []
    for column, heading in enumerate(headings):
        role = _role(heading)
        if role is None or role in roles:
            others.append((column, heading))
        else:
            roles[role] = column
    _settle_draft(roles, headings, others)
    supported = {"before", "place", "reason"} & set(roles)
    if "after" not in roles or not supported:
        return None
    return Columns(len(headings), **roles, others=tuple(others))


def may_be_headings(text: str) -> bool:
    """Whether a page may hold the headings of a comparative table: all their words are on it somewhere."""
    words = set(_WORD.findall(text.lower()))

    def said(*roles: Role) -> bool:
        forms = (form.split() for role in roles for form in FORMS[role])
        return any(all(any(word.startswith(stem) for word in words) for stem in form) for form in forms)

    return said("after", "draft") and said("before", "place", "reason")


def _settle_draft(roles: dict[Role, int], headings: Sequence[str], others: list[tuple[int, str]]) -> None:
    """The bill's column is the new wording, or the former one where an amendment to it stands beside."""
    if "draft" not in roles:
        return
    column = roles.pop("draft")
    if "after" not in roles:
        roles["after"] = column
    elif "before" not in roles:
        roles["before"] = column
    else:
        others.append((column, headings[column]))


@lru_cache(maxsize=4096)
def _role(heading: str) -> Role | None:
    words = _WORD.findall(heading.lower())
    if "№" in heading and len(words) <= 2:
        return "number"
    if not words or sum(map(len, words)) > _LONGEST:
        return None
    if len(words) <= 2 and _PLACES.issuperset(words):
        return "place"
    for role, forms in FORMS.items():
        if role == "number" and len(words) > 2:
            continue
        if any(_fits(form.split(), words) for form in forms):
            return role
    return None


def _fits(stems: Iterable[str], words: Sequence[str]) -> bool:
    """Whether the heading holds all stems; narrow columns run its words together or break them."""
    glued = "".join(words)
    return all(
        any(_is_form(word, stem) for word in words) or (len(stem) >= _LONG_WORD and stem in glued)
        for stem in stems
    )


def _is_form(word: str, stem: str) -> bool:
    if len(stem) <= 2:
        return word == stem
    if word.startswith(stem):
        return True
    if len(stem) < _LONG_WORD or abs(len(word) - len(stem)) > _LONG_WORD:
        return False
    head = word[: len(stem)]
    if Indel.normalized_similarity(head, stem) < _LIKE:  # never below the ratio, and quick to tell
        return False
    return SequenceMatcher(None, head, stem, autojunk=False).ratio() >= _LIKE
