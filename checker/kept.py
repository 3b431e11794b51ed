"""What was made of some files, kept in the user's cache folder for the next run.

It lies there under a print of everything it was made from, so it is never out of date, and may be deleted
at any time. It is data alone, checked against its types when it is read: what someone else put there can
run nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from msgspec import DecodeError, Struct, field
from msgspec.msgpack import decode, encode
from platformdirs import user_cache_path

Kind = TypeVar("Kind")
_MOST_KEPT = 48
_SUFFIX = ".msgpack"


class Kept(Struct, frozen=True):
    """What was made of one state of some files. A cache that cannot be written or read is done without."""

    print: str
    folder: Path = field(default_factory=lambda: user_cache_path("draftlaw-checker", appauthor=False))

    def fetch(self, name: str, kind: type[Kind]) -> Kind | None:
        """What was kept under a name, if it is there and whole."""
        path = self._path(name)
        try:
            found = decode(path.read_bytes(), type=kind)
            os.utime(path)  # what is used is not among the oldest, which go
            return found
        except (OSError, DecodeError, UnicodeDecodeError, RecursionError):
            return None

    def keep(self, name: str, value: object) -> None:
        """Keep a value for the next run; only the user may read or write it."""
        path = self._path(name)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_bytes(encode(value))
            unfinished.replace(path)
            self._clear()

    def _path(self, name: str) -> Path:
        return self.folder / f"{self.print}-{name}{_SUFFIX}"

    def _clear(self) -> None:
        """Rule authors change a file and run again: only the newest files stay."""
        files = sorted(self.folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_MOST_KEPT:]:
            path.unlink(missing_ok=True)


def print_of(start: str, files: Iterable[Path]) -> str:
    """A print of a text and of the names and contents of files."""
    seen = hashlib.blake2b(start.encode("utf-8", "surrogateescape"), digest_size=16)
    for path in files:
        seen.update(f"\0{path}\0".encode("utf-8", "surrogateescape"))
        with contextlib.suppress(OSError):
            seen.update(path.read_bytes())
    return seen.hexdigest()
