"""The law with an amending law carried out, as a page: what goes, what comes, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from checker import __version__
from checker.draft import Language, Provision
from checker.patterns import regex
from checker.rendering.templating import environment

_TOKEN = regex(r"\w+|\s+|[^\w\s]")
_LEAST_SHARED = 0.3  # below this share of words in common a text is shown struck as a whole and put in anew


class Piece(Struct, frozen=True):
    """A stretch of text that stays, comes in or goes out."""

    kind: Literal["same", "ins", "del"]
    text: str


class ShownUnit(Struct, frozen=True):
    """A unit of the law as it will be, or one that goes; ``commands`` are the numbers of the instructions."""

    provision: Provision
    anchor: str
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]
    mark: tuple[Piece, ...]
    depth: int
    commands: tuple[int, ...] = ()

    @property
    def level(self) -> int:
        """The level of its heading in the page; 0: it has none."""
        if self.provision.kind == "article":
            return 4
        return 3 if self.provision.role in {"heading", "schedule"} and self.provision.heading else 0


class Command(Struct, frozen=True):
    """An instruction: its number, where it is said, its words, the units it changed, why it does not fit."""

    number: int
    place: str
    words: str
    anchors: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def consolidated_page(
    titles: tuple[str, str],
    units: Sequence[ShownUnit],
    commands: Sequence[Command],
    left: Sequence[tuple[str, str]],
    languages: tuple[Language, Language],
) -> str:
    """The page; ``titles`` and ``languages``: the law's and the amending law's, the reader's and the law's.

    ``left`` are the places and words of instructions that were not read.
    """
    template = environment(languages[0]).get_template("consolidated.html.j2")
    return template.render(
        version=__version__,
        title=titles[0],
        amending=titles[1],
        units=units,
        commands=commands,
        left=left,
        law_language=languages[1],
        unfit=sum(bool(command.faults) for command in commands),
    )


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Two wordings as one text with what goes out and what comes in, whole words at a time.

    >>> [(piece.kind, piece.text) for piece in pieces("two days", "three days")]
    [('del', 'two'), ('ins', 'three'), ('same', ' days')]
    """
    if before == after:
        return (Piece("same", after),) if after else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not before or not after or matcher.quick_ratio() < _LEAST_SHARED:
        whole = (Piece("del", before), Piece("ins", after))
        return tuple(piece for piece in whole if piece.text)
    return tuple(_cut(matcher, old, new))


def _cut(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(new[c:d]))
            continue
        if b > a:
            yield Piece("del", "".join(old[a:b]))
        if d > c:
            yield Piece("ins", "".join(new[c:d]))
