"""What is known of every draft of a run, on disk as soon as it is known.

A database of SQLite beside the reports: one transaction a draft, so that a run that is ended at any moment
leaves each draft done or not done. It is the program's own; ``--format sqlite`` gives one for readers.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast, overload

from msgspec import Struct, convert
from msgspec.structs import asdict

from checker.book.task import Outcome
from checker.delivery import write_whole
from checker.draft import Language
from checker.errors import CheckerError, Problem
from checker.rendering.pieces import Made, Piece
from checker.rule import Severity

UNFINISHED = "unfinished"
"""Ends the name of a file of a book that is being written."""

_VERSION = 1
_SCHEMA = """
CREATE TABLE drafts (path BLOB PRIMARY KEY, key TEXT, shared TEXT, told BLOB);
CREATE TABLE pieces (
    path BLOB, format TEXT, head BLOB, facts BLOB, parts INTEGER, PRIMARY KEY (path, format)
) WITHOUT ROWID;
CREATE TABLE parts (path BLOB, format TEXT, number INTEGER, content BLOB);
CREATE UNIQUE INDEX parts_of ON parts(path, format, number);
CREATE TABLE heads (digest BLOB PRIMARY KEY, content BLOB) WITHOUT ROWID;
"""


class Known(Struct, frozen=True):
    """What is kept of a draft beside what it adds to common files; ``files`` are names with sizes."""

    path: str
    key: str
    shared: str
    files: tuple[tuple[str, int], ...]
    lines: tuple[str, ...]
    language: Language | None
    told_in: Language
    severities: tuple[Severity, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


class Store:
    """The database, and the reports in ``folder``; one that is not ``lasting`` need not outlive a crash."""

    def __init__(self, database: Path, folder: Path, *, lasting: bool = True) -> None:
        self.folder = folder
        self._base = _opened(database, lasting=lasting)
        self._heads: set[bytes] = set()

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    def ask(self, paths: Sequence[str]) -> None:
        """Begin a run on these files: what is known of others is forgotten."""
        with self._base:
            self._base.execute("DROP TABLE IF EXISTS temp.asked")
            self._base.execute("CREATE TEMP TABLE asked (place INTEGER PRIMARY KEY, path BLOB UNIQUE)")
            self._base.executemany("INSERT INTO asked VALUES (?, ?)", enumerate(map(_blob, paths)))
            for table in ("drafts", "pieces", "parts"):
                self._base.execute(f"DELETE FROM {table} WHERE path NOT IN (SELECT path FROM asked)")

    def known(self, path: str) -> Known | None:
        """What is known of a draft."""
        row = self._base.execute(
            "SELECT key, shared, told FROM drafts WHERE path = ?", (_blob(path),)
        ).fetchone()
        return _known(path, *row) if row else None

    def is_whole(self, known: Known) -> bool:
        """Whether the reports of a draft still lie in the folder."""
        return all(_size(self.folder / name) == size for name, size in known.files)

    def put(self, outcome: Outcome, key: str, shared: str) -> Known:
        """Write the reports of a draft, then put down that they are written."""
        path = _blob(outcome.path)
        with self._base:  # a report that is newer than what is known of it must not pass for the older one
            self._base.execute("UPDATE drafts SET key = '' WHERE path = ?", (path,))
        for name, content in outcome.parcel.files:
            write_whole(self.folder / name, [content], UNFINISHED)
        told = _packed(_told(outcome))
        with self._base:
            for table in ("pieces", "parts"):
                self._base.execute(f"DELETE FROM {table} WHERE path = ?", (path,))
            for name, piece in outcome.parcel.pieces.items():
                self._put_piece(path, name, piece)
            self._base.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", (path, key, shared, told))
        return _known(outcome.path, key, shared, told)

    def all(self) -> Iterator[Known]:
        """What is known of each draft, in the order of the run."""
        rows = self._base.execute(
            "SELECT path, key, shared, told FROM asked JOIN drafts USING (path) ORDER BY place"
        )
        for path, *row in rows:
            yield _known(_text(path), *row)

    def pieces(self, format_: str) -> StoredPieces:
        """What the drafts add to a file of all, in the order of the run."""
        return StoredPieces(self._base, format_)

    def _put_piece(self, path: bytes, name: str, piece: Made) -> None:
        head = piece.head.encode("utf-8", "surrogatepass")
        digest = blake2b(head, digest_size=16).digest()
        if digest not in self._heads:
            self._base.execute("INSERT OR IGNORE INTO heads VALUES (?, ?)", (digest, zlib.compress(head, 1)))
            self._heads.add(digest)
        row = (path, name, digest, _packed(piece.facts), len(piece.parts))
        self._base.execute("INSERT INTO pieces VALUES (?, ?, ?, ?, ?)", row)
        parts = ((path, name, number, _packed(part)) for number, part in enumerate(piece.parts))
        self._base.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", parts)


class _StoredPiece(Struct, frozen=True):
    base: sqlite3.Connection
    place: tuple[bytes, str]
    head: str
    facts: str

    def part(self, number: int) -> str:
        """The text with this number, read when it is asked for."""
        query = "SELECT content FROM parts WHERE path = ? AND format = ? AND number = ?"
        return _unpacked(self.base.execute(query, (*self.place, number)).fetchone()[0])


class StoredPieces(Sequence[Piece]):
    """The pieces of one file; each is read when it is asked for."""

    def __init__(self, base: sqlite3.Connection, format_: str) -> None:
        self._base = base
        self._format = format_
        query = "SELECT path FROM asked JOIN pieces USING (path) WHERE format = ? ORDER BY place"
        self._paths = [path for (path,) in base.execute(query, (format_,))]
        self._heads: dict[bytes, str] = {}

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, place: int) -> Piece: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Piece]: ...
    def __getitem__(self, place: int | slice) -> Piece | Sequence[Piece]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        query = "SELECT head, facts FROM pieces WHERE path = ? AND format = ?"
        key = (self._paths[place], self._format)
        digest, facts = self._base.execute(query, key).fetchone()
        return cast(Piece, _StoredPiece(self._base, key, self._head(digest), _unpacked(facts)))

    def _head(self, digest: bytes) -> str:
        if digest not in self._heads:
            query = "SELECT content FROM heads WHERE digest = ?"
            self._heads[digest] = _unpacked(self._base.execute(query, (digest,)).fetchone()[0])
        return self._heads[digest]


def _opened(path: Path, *, lasting: bool) -> sqlite3.Connection:
    """The database; one that is damaged or of another version of the checker is begun anew."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(path)
            base.execute(f"PRAGMA journal_mode={'WAL' if lasting else 'MEMORY'}")
            base.execute(f"PRAGMA synchronous={'NORMAL' if lasting else 'OFF'}")
            (version,) = base.execute("PRAGMA user_version").fetchone()
            if version == _VERSION:
                return base
            if version == 0 and not base.execute("SELECT 1 FROM sqlite_master").fetchone():
                base.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={_VERSION}; COMMIT;")
                return base
            base.close()
        except (OSError, sqlite3.OperationalError) as error:
            advice = "choose another folder with --out"
            raise CheckerError(Problem(str(path), f"cannot be written: {error}", advice)) from error
        except sqlite3.DatabaseError:
            base.close()
        for ending in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    raise CheckerError(Problem(str(path), "cannot be used", "delete it and begin again"))


def _told(outcome: Outcome) -> str:
    told = {
        "files": [(name, len(content)) for name, content in outcome.parcel.files],
        "lines": outcome.lines,
        "language": outcome.language,
        "told_in": outcome.told_in,
        "severities": outcome.severities,
        "problems": [asdict(problem) for problem in outcome.problems],
        "notes": [asdict(problem) for problem in outcome.parcel.notes],
    }
    return json.dumps(told)


def _known(path: str, key: str, shared: str, told: bytes) -> Known:
    facts: Mapping[str, Any] = json.loads(_unpacked(told))
    return Known(
        path,
        key,
        shared,
        tuple((name, size) for name, size in facts["files"]),
        tuple(facts["lines"]),
        facts["language"],
        facts["told_in"],
        tuple(facts["severities"]),
        convert(facts["problems"], type=tuple[Problem, ...]),
        convert(facts["notes"], type=tuple[Problem, ...]),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _blob(path: str) -> bytes:
    """A path as it is kept: it may hold bytes that are no letters."""
    return path.encode("utf-8", "surrogateescape")


def _text(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(content: bytes) -> str:
    return zlib.decompress(content).decode("utf-8", "surrogatepass")
