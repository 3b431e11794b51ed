"""What was made of some files, kept in the user's cache folder for the next run.

It lies there under a print of everything it was made from, so it is never out of date, and may be deleted
at any time. It is data alone, checked against its types when it is read: what someone else put there can
run nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import DecodeError, Struct, field
from msgspec.msgpack import Decoder, decode, encode
from platformdirs import user_cache_path

from checker.lazily import Lazily
from checker.parts import Parts, in_parts

Kind = TypeVar("Kind")
_MOST_KEPT = 48
_SUFFIX = ".msgpack"
_PARTS = ".parts"


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
        if self._write(self._path(name), encode(value)):
            self._clear()

    def fetch_each(self, name: str, kind: type[Kind]) -> Mapping[str, Kind] | None:
        """The values that were kept under a name one by one; each is read when it is asked for.

        One that is no longer whole then raises ``DecodeError``, and all are made anew by the next run.
        """
        path = self._path(name, _PARTS)
        try:
            parts = Parts.of(path)
            os.utime(path)
        except (OSError, DecodeError):
            return None
        decoder = Decoder(kind)

        def read(one: str) -> Kind:
            try:
                return decoder.decode(parts.part(one))
            except DecodeError:
                path.unlink(missing_ok=True)
                raise

        return Lazily(parts.places, read)

    def keep_each(self, name: str, values: Mapping[str, object]) -> None:
        """Keep values by name so that the next run need not read those that it has no use for."""
        parts = {one: encode(value) for one, value in values.items()}
        if self._write(self._path(name, _PARTS), in_parts(parts)):
            self._clear()

    def _write(self, path: Path, content: bytes) -> bool:
        """Write a file as a whole or not at all."""
        unfinished = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(path)
            return True
        return False

    def _path(self, name: str, suffix: str = _SUFFIX) -> Path:
        return self.folder / f"{self.print}-{name}{suffix}"

    def _clear(self) -> None:
        """Rule authors change a file and run again: only the newest files stay."""
        with contextlib.suppress(OSError):  # another process may clear at the same time
            self._keep_newest()

    def _keep_newest(self) -> None:
        files = (*self.folder.glob(f"*{_SUFFIX}"), *self.folder.glob(f"*{_PARTS}"))
        newest = sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest[_MOST_KEPT:]:
            path.unlink(missing_ok=True)


def print_of(start: str, files: Iterable[Path]) -> str:
    """A print of a text and of the names and contents of files."""
    seen = hashlib.sha256(start.encode("utf-8", "surrogateescape"))
    for path in files:
        seen.update(f"\0{path}\0".encode("utf-8", "surrogateescape"))
        with contextlib.suppress(OSError):
            seen.update(path.read_bytes())
    return seen.hexdigest()[:32]
