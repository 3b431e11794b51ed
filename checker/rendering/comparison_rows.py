"""Two versions of a law side by side: articles in the order of the new one, what is gone in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from checker.draft import Draft, Provision
from checker.finding import Pair
from checker.rendering.comparison import Outcome, kinds_of
from checker.rendering.differences import strokes_between


class Piece(Struct, frozen=True):
    """A stretch of text that both versions share, or that only this one has."""

    text: str
    changed: bool = False


class Row(Struct, frozen=True):
    """A provision in both versions; ``kinds`` says what happened to it.

    ``old`` and ``new`` are the texts in pieces, ``number`` counts the pair; notes are found by it.
    """

    number: int
    pair: Pair
    kinds: tuple[str, ...]
    before: Provision | None
    after: Provision | None
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]

    @property
    def shown(self) -> Provision:
        """The provision by which the row is named: the new one, or the one that is gone."""
        shown = self.after or self.before
        assert shown is not None
        return shown


class Article(Struct, frozen=True):
    """Rows under one article, or outside articles; ``open`` where anything in it changed."""

    rows: tuple[Row, ...]

    @property
    def open(self) -> bool:
        """Whether any provision is new, gone, moved or reworded."""
        return any(row.kinds for row in self.rows)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened to its provisions, each kind once."""
        return tuple(dict.fromkeys(kind for row in self.rows for kind in row.kinds))


def articles_of(outcome: Outcome) -> Iterator[Article]:
    """The articles one by one; stretches between articles count as articles."""
    if outcome.old is None:
        return
    rows: list[Row] = []
    key: object = None
    for number, pair in enumerate(outcome.pairs):
        row = _row(number, pair, outcome.old.draft, outcome.new.draft)
        own = _article_key(row, key)
        if rows and own != key:
            yield Article(tuple(rows))
            rows = []
        rows.append(row)
        key = own
    if rows:
        yield Article(tuple(rows))


def _article_key(row: Row, current: object) -> object:
    """What the rows of one article share; what is gone within an article stays with it."""
    article = row.shown.article
    if row.after is None and article and current == ("new", article):
        return current
    return ("old" if row.after is None else "new", article)


def _row(number: int, pair: Pair, old: Draft, new: Draft) -> Row:
    before = old.provisions[pair.before] if pair.before is not None else None
    after = new.provisions[pair.after] if pair.after is not None else None
    if before is None or after is None:
        left, right = _whole(before, changed=True), _whole(after, changed=True)
    elif pair.reworded:
        left, right = _pieces(before.text, after.text)
    else:
        left, right = _whole(before), _whole(after)  # marks of punctuation alone are no change
    return Row(number, pair, kinds_of(pair), before, after, left, right)


def _whole(provision: Provision | None, *, changed: bool = False) -> tuple[Piece, ...]:
    return (Piece(provision.text, changed),) if provision and provision.text else ()


def _pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces; spaces are those of the new text."""
    if before == after:
        same = (Piece(after),) if after else ()
        return same, same
    old: list[Piece] = []
    new: list[Piece] = []
    place = 0
    for stroke in strokes_between(before, after):
        common = Piece(after[place : stroke.start])
        old += [common, Piece(stroke.struck, changed=True)]
        new += [common, Piece(after[stroke.start : stroke.end], changed=True)]
        place = stroke.end
    rest = Piece(after[place:])
    return _said([*old, rest]), _said([*new, rest])


def _said(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)


def rows_by_provision(pairs: Sequence[Pair], *, old: bool) -> Mapping[int, int]:
    """For each provision of a version the number of its row."""
    found: dict[int, int] = {}
    for number, pair in enumerate(pairs):
        index = pair.before if old else pair.after
        if index is not None:
            found[index] = number
    return found
