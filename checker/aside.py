"""Work that a forked process does beside this one.

Only where that is safe and pays: on Linux, with a second processor, in a process of one thread that has
nothing else to do at the same time and says so. The other process has all that this one has, and sends back
data alone.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from msgspec import DecodeError
from msgspec.msgpack import decode, encode

Kind = TypeVar("Kind")
_ALLOWED: list[bool] = []


def allow() -> None:
    """Let this process fork others: it has one draft to check, and no other process checks any."""
    _ALLOWED.append(True)


def aside(work: Callable[[], Kind], kind: type[Kind]) -> Callable[[], Kind]:
    """Begin ``work`` beside this process; the function that is given waits for what it gives.

    Where no process can be forked or the other one fails, this one does the work when it is asked for, and
    raises what the work raises.
    """
    if not _can_fork():
        return work
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _send(work, writer)
    os.close(writer)
    return lambda: _received(child, reader, work, kind)


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


def _received(child: int, reader: int, work: Callable[[], Kind], kind: type[Kind]) -> Kind:
    with os.fdopen(reader, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return work()
    try:
        return decode(sent, type=kind)
    except DecodeError:
        return work()
