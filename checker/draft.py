"""A law text as the checker sees it: provisions in a tree.

Kinds are Akoma Ntoso 3.0 element names. What the drafting traditions call them:

=========  =======================  ====================  =====================
kind       English                  Russian               Kazakh
=========  =======================  ====================  =====================
part       Part                     часть, раздел         бөлім
chapter    Chapter                  глава                 тарау
section    Division (above article) параграф              параграф
article    Article, Section, Clause статья                бап
paragraph  paragraph, subsection    часть (1.)            бөлік
point      point, paragraph (a)     пункт 1)              тармақ
subpoint   sub-point (i)            подпункт а)           тармақша
indent     indent                   абзац                 абзац
=========  =======================  ====================  =====================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

from checker.source import Unplaced

Language = Literal["en", "ru", "kk"]
LANGUAGES: tuple[Language, ...] = ("en", "ru", "kk")
LANGUAGE_NAMES: Mapping[Language, str] = {"en": "English", "ru": "Russian", "kk": "Kazakh"}

Role = Literal["norm", "heading", "definition", "note", "contents", "preamble", "explanatory", "schedule"]


class Provision(Struct, frozen=True):
    """One unit of a draft; ``text`` is its own text, without that of its children.

    ``context`` is the chapeau (text of the parents) and ``tail`` the closing words of the parent
    that the own text is read with. ``index``, ``parent`` and ``children`` are positions in
    ``Draft.provisions``, which is in reading order. ``article`` is the number of the holding
    article, section or clause as printed («132», «627-2», «13A»), empty outside articles. ``mark`` is how
    the number is printed before the text («1)», «(a)», «Статья 14.», «14-бап.»), empty where none is;
    ``quoted`` is set where an amending law quotes the provision as new wording; ``row`` is its row in a
    comparative table (0: none). ``transitional`` is set where it applies for the time between two laws.
    """

    index: int
    id: str
    kind: str
    number: str
    article: str
    label: str
    heading: str
    text: str
    parent: int | None = None
    children: tuple[int, ...] = ()
    context: str = ""
    tail: str = ""
    role: Role = "norm"
    language: Language = "en"
    where: str = ""
    mark: str = ""
    quoted: bool = False
    row: int = 0
    transitional: bool = False


class Remark(Struct, frozen=True):
    """What somebody says about a provision: a comment in the file, a justification in a comparative table.

    ``quote`` are the words it hangs on, empty for the whole provision.
    """

    kind: Literal["comment", "justification"]
    text: str
    provision: int
    author: str = ""
    quote: str = ""


class Coverage(Struct, frozen=True):
    """How much of the law's text stands in the provisions (non-space code points).

    ``characters`` and ``placed`` count the text that is or may be law; ``unplaced`` is the part of it
    that found no provision. ``set_aside`` was recognised as no part of the law and counts in neither.
    """

    characters: int
    placed: int
    unplaced: tuple[Unplaced, ...] = field(default=())
    set_aside: tuple[Unplaced, ...] = field(default=())


class Draft(Struct, frozen=True):
    """One law text that was read.

    ``before`` is the wording that it changes, where that is known: from a comparative table, tracked
    changes, or the law in force. ``parallel`` is the same law in another language, from the same file.
    """

    path: str
    title: str
    language: Language
    sha256: str
    format: str
    provisions: tuple[Provision, ...]
    coverage: Coverage
    before: Draft | None = None
    parallel: Draft | None = None
    remarks: tuple[Remark, ...] = ()

    @classmethod
    def of_texts(cls, texts: Iterable[str], language: Language) -> Draft:
        """A draft of unnumbered provisions with these texts, in their order."""
        provisions = tuple(
            Provision(number, f"p{number}", "point", "", "", "", "", text, language=language)
            for number, text in enumerate(texts)
        )
        return cls("", "", language, "", "text", provisions, Coverage(0, 0))

    def ancestors(self, provision: Provision) -> tuple[Provision, ...]:
        """The provisions that hold this one, the nearest first."""
        chain = []
        parent = provision.parent
        while parent is not None:
            chain.append(self.provisions[parent])
            parent = self.provisions[parent].parent
        return tuple(chain)
