"""Work that a forked process does beside this one.

Only where that is safe and pays: on Linux, with a second processor, in a process of one thread that has
nothing else to do at the same time and says so. The other process has all that this one has, and sends back
data alone.
"""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from msgspec import DecodeError, Struct
from msgspec.msgpack import decode, encode

Kind = TypeVar("Kind")
_ALLOWED: list[bool] = []


def allow() -> None:
    """Let this process fork others: it has one draft to check, and no other process checks any."""
    _ALLOWED.append(True)


class Begun(Struct, Generic[Kind]):
    """Work that was begun; ``wait`` gives what it gives."""

    work: Callable[[], Kind]
    kind: type[Kind]
    child: int = 0
    reader: int = -1

    @property
    def is_beside(self) -> bool:
        """Whether another process does the work."""
        return bool(self.child)

    def wait(self, meanwhile: Iterable[object] = ()) -> Kind:
        """What the work gives; while there is nothing yet, one step after another of ``meanwhile`` is done.

        Where no process could be forked or the other one fails, this one does the work now, and raises what
        the work raises.
        """
        if not self.child:
            return self.work()
        for _ in meanwhile:
            if select.select([self.reader], [], [], 0)[0]:
                break
        return _received(self)


def aside(work: Callable[[], Kind], kind: type[Kind]) -> Begun[Kind]:
    """Begin ``work`` beside this process, if that can be."""
    if not _can_fork():
        return Begun(work, kind)
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _send(work, writer)
    os.close(writer)
    return Begun(work, kind, child, reader)


def _can_fork() -> bool:
    if not _ALLOWED or sys.platform != "linux":
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _send(work: Callable[[], object], writer: int) -> None:
    """Do the work and end this process at once, whatever happens: nothing of the other one must run here."""
    status = 1
    try:
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(encode(work()))
        status = 0
    finally:
        os._exit(status)


def _received(begun: Begun[Kind]) -> Kind:
    with os.fdopen(begun.reader, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(begun.child, 0)
    if status:
        return begun.work()
    try:
        return decode(sent, type=begun.kind)
    except DecodeError:
        return begun.work()
