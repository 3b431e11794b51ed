"""Which draft is the next version of which, as the reader told by comparing or carrying decisions over."""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterator
from pathlib import Path

_NAME = ".versions.json"


class Lineage:
    """The version before each draft, kept in the folder of the drafts.

    It only spares the reader from naming the versions again: a file that is damaged counts as empty.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._lock = threading.Lock()

    def follow(self, old: str, new: str) -> None:
        """Remember that ``new`` is the next version of ``old``; the reverse, told before, no longer holds.

        Raises:
            OSError: The folder cannot be written.
        """
        with self._lock:
            before = self._read()
            ring = set(_back(old, before))
            told = {one: last for one, last in before.items() if one not in ring or last != new}
            if told.get(new) != old:
                self._write({**told, new: old})

    def versions(self, name: str, present: Collection[str]) -> tuple[str, ...]:
        """A draft and the versions before it that are present, the oldest first."""
        found = []
        for one in _back(name, self._read()):
            if one not in present:
                break
            found.append(one)
        return tuple(reversed(found))

    def _read(self) -> dict[str, str]:
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        pairs = held.items() if isinstance(held, dict) else ()
        return {new: old for new, old in pairs if isinstance(old, str)}

    def _write(self, before: dict[str, str]) -> None:
        unfinished = self._path.with_suffix(".part")
        unfinished.write_text(json.dumps(before, ensure_ascii=False, indent=1), encoding="utf-8")
        unfinished.replace(self._path)


def _back(name: str, before: dict[str, str]) -> Iterator[str]:
    """A draft and those before it; a ring made by hand ends where it began."""
    seen: set[str] = set()
    step: str | None = name
    while step is not None and step not in seen:
        seen.add(step)
        yield step
        step = before.get(step)
