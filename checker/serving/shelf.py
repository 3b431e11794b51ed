"""The folder of drafts: what is on it, by which names, and what is put there."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePosixPath
from typing import IO

from msgspec import Struct

from checker.errors import CheckerError, Problem, mark
from checker.patterns import regex
from checker.readers import LARGEST_FILE, SUFFIXES
from checker.reviewing.files import move_review, review_path

REMOVED = "Removed"
"""The folder, among the drafts, that removed drafts are moved to."""

_UNSAFE = regex(r'[<>:"/\\|?*%#]+')
_RESERVED = regex(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices (Microsoft, «Naming Files, Paths, and Namespaces»)."""

_LONGEST = 180
"""Bytes of a name: file systems hold 255, and the review file needs a name longer than its draft's."""

_CHUNK = 1 << 20
_UNFINISHED = ".part"


class Stamp(Struct, frozen=True):
    """What a file is known by without reading it."""

    size: int
    modified: int


class TooLargeError(Exception):
    """A file larger than any law."""


class Shelf:
    """A folder with drafts; the names of its files are the only way in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """The drafts, the newest first; links and folders are none."""
        with os.scandir(self.folder) as entries:
            found = [
                (entry.stat().st_mtime_ns, entry.name)
                for entry in entries
                if _is_draft(entry.name) and entry.is_file(follow_symlinks=False)
            ]
        return [name for _, name in sorted(found, reverse=True)]

    def path(self, name: str) -> Path | None:
        """The path of a draft; None for any name that is not that of one of its drafts."""
        return self.folder / name if name in self.names() else None

    def stamp(self, name: str) -> Stamp:
        """Size in bytes, and the time of the last change in nanoseconds."""
        return _stamp(self.folder / name)

    def review_stamp(self, name: str) -> Stamp:
        """The same of the decisions on a draft; nothing where there are none."""
        try:
            return _stamp(review_path(str(self.folder / name)))
        except OSError:
            return Stamp(0, 0)

    def remove(self, name: str) -> str:
        """Move a draft and its decisions to the folder of removed ones; the name that they have there.

        Raises:
            CheckerError: They cannot be moved.
        """
        return _move(self.folder, self.folder / REMOVED, name)

    def removed(self) -> list[str]:
        """The drafts that were removed."""
        there = self.folder / REMOVED
        return Shelf(there).names() if there.is_dir() else []

    def put_back(self, name: str) -> str:
        """Move a removed draft and its decisions back; the name that they have here.

        Raises:
            CheckerError: They cannot be moved.
        """
        return _move(self.folder / REMOVED, self.folder, name)

    def put(self, name: str, content: IO[bytes]) -> tuple[str, bool]:
        """Keep a file under a name of its own; the name, and whether it is new.

        A file of the same name and content is not kept twice.

        Raises:
            TooLargeError: The file is larger than a reader takes.
            OSError: The folder cannot be written.
        """
        unfinished = self.folder / f".{os.getpid()}-{id(content)}{_UNFINISHED}"
        try:
            with unfinished.open("wb") as file:
                while chunk := content.read(_CHUNK):
                    file.write(chunk)
                    if file.tell() > LARGEST_FILE:
                        raise TooLargeError
            return self._named(unfinished, name)
        finally:
            unfinished.unlink(missing_ok=True)

    def _named(self, unfinished: Path, name: str) -> tuple[str, bool]:
        for wanted in _names_like(name):
            path = self.folder / wanted
            if _take(path):
                unfinished.replace(path)
                return wanted, True
            if _same(unfinished, path):
                return wanted, False
        raise AssertionError("names like another never end")


def safe_name(given: str) -> str:
    """The name of a file without folders, marks of direction and signs that a system may trip over.

    Empty where the kind of file is not one that can be read.
    """
    name = PurePosixPath(unicodedata.normalize("NFC", given).replace("\\", "/")).name
    shown = "".join(char for char in name if unicodedata.category(char)[0] not in "C")
    stem, dot, suffix = _UNSAFE.sub("-", shown).rpartition(".")
    if not dot or f".{suffix.lower()}" not in SUFFIXES:
        return ""
    stem = stem.strip(". -") or "draft"
    stem = f"draft-{stem}" if _RESERVED.fullmatch(stem) else stem
    while len(f"{stem}.{suffix}".encode()) > _LONGEST:
        stem = stem[:-1]
    return f"{stem}.{suffix}"


def _names_like(name: str) -> Iterator[str]:
    """The name, then the same with numbers."""
    whole = Path(name)
    yield name
    for number in count(2):
        yield f"{whole.stem}-{number}{whole.suffix}"


def _take(path: Path) -> bool:
    """Take a name before the content is there; False where it is taken."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    return True


def _move(source: Path, target: Path, name: str) -> str:
    """Move a draft and its decisions under a name that is free there; nothing is written over.

    The draft goes first: a crash in between leaves decisions that it meets again when it is put back.
    """
    ours = review_path(str(source / name))
    try:
        target.mkdir(exist_ok=True)
        places = (target / one for one in _names_like(name))
        place = next(one for one in places if _is_free(one, ours) and _take(one))
        _replace(source / name, place)
        move_review(ours, review_path(str(place)))
        return place.name
    except OSError as error:
        message, advice = mark("cannot be moved (%(why)s)"), mark("close the programs that use it")
        values = (("why", error.strerror or str(error)),)
        raise CheckerError(Problem(name, message, advice, values=values)) from error


def _is_free(place: Path, review: Path) -> bool:
    """Whether a draft with this review file would meet no decisions but its own there."""
    theirs = review_path(str(place))
    return not theirs.exists() or (place.parent == review.parent.parent and not review.exists())


def _replace(path: Path, taken: Path) -> None:
    """Move a file to a name that was taken for it, and give the name free where that fails."""
    try:
        path.replace(taken)
    except OSError:
        taken.unlink(missing_ok=True)
        raise


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns)


def _is_draft(name: str) -> bool:
    shown = name.isprintable() and not name.startswith(".")  # bytes that are no letters cannot be shown
    return shown and Path(name).suffix.lower() in SUFFIXES


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while chunk := first.read(_CHUNK):
            if chunk != second.read(_CHUNK):
                return False
    return True
