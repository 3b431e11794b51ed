"""A file of which parts are read, also by several processes that have it open together."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from msgspec import DecodeError


class Parts:
    """Reads parts of an open file; closed with the process or when nothing holds it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @classmethod
    def of(cls, path: Path) -> Parts:
        """The parts of a file. It is read as it is now, whatever takes its place.

        Raises:
            OSError: It cannot be opened.
        """
        return cls(path.open("rb", buffering=0))

    def part(self, start: int, length: int, checksum: int) -> bytes:
        """The bytes of a part.

        Raises:
            DecodeError: They are not those of the checksum.
        """
        content = self._read(start, length)
        if len(content) != length or crc32(content) != checksum:
            raise DecodeError(f"{self._file.name}: was changed")
        return content

    def _read(self, start: int, length: int) -> bytes:
        """Processes that share the file share its position too, so it is not used where that can be done."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)
