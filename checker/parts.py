"""A file of named parts, each of which is read alone, also by several processes that have it open together.

It begins with the length of a table (eight bytes, the highest first); the table gives the place of each part
among the bytes behind it.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from msgspec import DecodeError
from msgspec.msgpack import Decoder, encode

_HEAD = 8
Place = tuple[int, int, int]
"""Where a part begins behind the table, its length in bytes, its checksum."""
_TABLE = Decoder(dict[str, Place])


def in_parts(parts: Mapping[str, bytes]) -> bytes:
    """The bytes of a file that holds these parts."""
    places, start = {}, 0
    for name, part in parts.items():
        places[name] = (start, len(part), crc32(part))
        start += len(part)
    table = encode(places)
    return b"".join((len(table).to_bytes(_HEAD, "big"), table, *parts.values()))


class Parts:
    """The parts of a file as it was when it was opened, whatever takes its place; ``places`` by name.

    It is closed when nothing holds this any more.
    """

    def __init__(self, number: int, places: Mapping[str, Place], start: int) -> None:
        self._number = number
        self.places = places
        self._start = start

    @classmethod
    def of(cls, path: Path) -> Parts:
        """The parts of a file.

        Raises:
            OSError: It cannot be opened.
            DecodeError: It is no such file, or not whole.
        """
        number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        parts = cls(number, {}, _HEAD)
        weakref.finalize(parts, os.close, number)
        length = int.from_bytes(parts._read(0, _HEAD), "big")
        if length > os.fstat(number).st_size:
            raise DecodeError("the table is cut short")
        parts.places = _TABLE.decode(parts._read(_HEAD, length))
        parts._start = _HEAD + length
        return parts

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            DecodeError: They are not those that were written.
        """
        start, length, checksum = self.places[name]
        content = self._read(self._start + start, length)
        if len(content) != length or crc32(content) != checksum:
            raise DecodeError(f"{name}: was changed since it was written")
        return content

    def _read(self, start: int, length: int) -> bytes:
        """Processes that share the file share its position too, so it is not used where that can be done."""
        if hasattr(os, "pread"):
            return os.pread(self._number, length, start)
        os.lseek(self._number, start, os.SEEK_SET)
        return os.read(self._number, length)
