"""A file of which parts are read, also by several processes that have it open together."""

from __future__ import annotations

import os
import weakref
from pathlib import Path
from zlib import crc32

from msgspec import DecodeError


class Parts:
    """Reads parts of a file that is open as ``number``; it is closed when nothing holds this any more."""

    def __init__(self, number: int) -> None:
        self._number = number
        weakref.finalize(self, os.close, number)

    @classmethod
    def of(cls, path: Path) -> Parts:
        """The parts of a file. It is read as it is now, whatever takes its place.

        Raises:
            OSError: It cannot be opened.
        """
        return cls(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)))

    def part(self, start: int, length: int, checksum: int) -> bytes:
        """The bytes of a part.

        Raises:
            DecodeError: They are not those of the checksum.
        """
        content = self._read(start, length)
        if len(content) != length or crc32(content) != checksum:
            raise DecodeError("a part was changed since it was written")
        return content

    def _read(self, start: int, length: int) -> bytes:
        """Processes that share the file share its position too, so it is not used where that can be done."""
        if hasattr(os, "pread"):
            return os.pread(self._number, length, start)
        os.lseek(self._number, start, os.SEEK_SET)
        return os.read(self._number, length)
