"""The folder of drafts: what is on it, by which names, and what is put there."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import IO

from msgspec import Struct

from checker.patterns import regex
from checker.readers import LARGEST_FILE, SUFFIXES

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
        status = (self.folder / name).stat()
        return Stamp(status.st_size, status.st_mtime_ns)

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
        whole, number = Path(name), 1
        while True:
            wanted = name if number == 1 else f"{whole.stem}-{number}{whole.suffix}"
            path = self.folder / wanted
            try:
                path.open("xb").close()  # the name is taken before the content is there
            except FileExistsError:
                if _same(unfinished, path):
                    return wanted, False
                number += 1
            else:
                unfinished.replace(path)
                return wanted, True


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
