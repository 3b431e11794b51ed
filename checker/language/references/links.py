"""What a reference does in its sentence: names a manner, a term or a body that is set elsewhere in the draft.

Only such a reference is followed. One that takes a provision out («за исключением случаев, указанных в
статье 5»), or that only mentions one («a person charged under section 5»), makes nothing of it a part of
the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from checker.draft import Draft, Language, Provision
from checker.language.letters import fold
from checker.language.references.places import Places
from checker.language.references.reference import Reference, references_in
from checker.language.references.words import ACCORDS, BODIES, EXCEPTS, LAPSES, TERMS
from checker.patterns import regex

LinkKind = Literal["manner", "term", "body"]
_KINDS: tuple[tuple[LinkKind, Mapping[Language, str]], ...] = (
    ("term", TERMS),
    ("body", BODIES),
    ("manner", ACCORDS),
)
_SAID_BY = {kind: {language: regex(words) for language, words in table.items()} for kind, table in _KINDS}
_EXCEPTS = {language: regex(words) for language, words in EXCEPTS.items()}
_LAPSES = {language: regex(words) for language, words in LAPSES.items()}
_ANY = {
    language: regex(
        "|".join(table[language] for _, table in _KINDS).replace("?P<head>", "?:").replace(r"\s*$", " ")
    )
    for language in TERMS
}
_LOOK = 90
"""How far from a reference the words stand that say what it does (code points)."""
_CLAUSE = regex(r"[;.:]")


class Link(Struct, frozen=True):
    """A reference that is followed: its kind, the provisions it leads to, and its words.

    ``start`` and ``end`` are code points in the own text of the referring provision: of the whole phrase for
    a term («срока, установленного статьей 131»), of the head for a body («органом»).
    """

    kind: LinkKind
    places: tuple[int, ...]
    start: int
    end: int


class Links:
    """The references of a draft that are followed; read when they are asked for, and once.

    Where a draft quotes wording for another act, only «this Act» and «this article» surely mean its own.
    """

    def __init__(self, draft: Draft, article_of: list[int]) -> None:
        self._draft = draft
        self._article_of = article_of
        self._places: Places | None = None
        self._known: dict[int, tuple[Link, ...]] = {}
        self._quotes = any(one.quoted for one in draft.provisions)

    @property
    def places(self) -> Places:
        """The provisions by their numbers."""
        if self._places is None:
            self._places = Places(self._draft, self._article_of)
        return self._places

    def of(self, provision: int) -> tuple[Link, ...]:
        """The links that stand in the own text of a provision."""
        if provision not in self._known:
            self._known[provision] = tuple(self._read(self._draft.provisions[provision]))
        return self._known[provision]

    def text(self, provision: int) -> str:
        """The own text of a provision."""
        return self._draft.provisions[provision].text

    def under(self, place: int) -> Iterator[int]:
        """A provision and all below it, in reading order; notes and quoted wording left out."""
        yield place
        for child in self.places.children(place):
            yield from self.under(child.index)

    def _read(self, provision: Provision) -> Iterator[Link]:
        if provision.quoted or provision.role in ("contents", "note", "explanatory"):
            return
        text = fold(provision.text)
        if not _ANY[provision.language].search(text):
            return
        sure = ("here", "act") if self._quotes else ("here", "act", "unsaid")
        for reference in references_in(provision.text, provision.language):
            read = _kind(reference, text, provision.language) if reference.scope in sure else None
            places = self.places.of(reference, provision.index) if read else ()
            if read and places and not self._circles(places, provision.index):
                yield Link(read[0], places, read[1], read[2])

    def _circles(self, places: tuple[int, ...], provision: int) -> bool:
        """Whether the reference leads to the very place it stands in."""
        above = {provision, *(one.index for one in self._draft.ancestors(self._draft.provisions[provision]))}
        return any(place in above for place in places)


def _kind(reference: Reference, text: str, language: Language) -> tuple[LinkKind, int, int] | None:
    """What the reference does, and the words that stand for what it leads to."""
    before = _CLAUSE.split(text[max(0, reference.start - _LOOK) : reference.start])[-1]
    after = _CLAUSE.split(text[reference.end : reference.end + _LOOK])[0]
    if _EXCEPTS[language].search(after if language == "kk" else before):
        return None
    if language == "kk":
        return _kind_after(reference, after)
    origin = reference.start - len(before)
    term = _SAID_BY["term"][language].search(before)
    if term:
        lapsed = _LAPSES[language].search(before)
        return None if lapsed else ("term", origin + term.start(), reference.end)
    body = _SAID_BY["body"][language].search(before)
    if body:
        return "body", origin + body.start("head"), origin + body.end("head")
    if _SAID_BY["manner"][language].search(before):
        return "manner", reference.start, reference.end
    return None


def _kind_after(reference: Reference, after: str) -> tuple[LinkKind, int, int] | None:
    """Kazakh: the words follow the reference."""
    term = _SAID_BY["term"]["kk"].match(after)
    if term:
        lapsed = _LAPSES["kk"].search(after)
        return None if lapsed else ("term", reference.start, reference.end + term.end())
    body = _SAID_BY["body"]["kk"].match(after)
    if body:
        return "body", reference.end + body.start("head"), reference.end + body.end("head")
    return ("manner", reference.start, reference.end) if _SAID_BY["manner"]["kk"].match(after) else None
