"""Prints of all that a result is made from: as long as none changes, it need not be made again."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from checker import __version__
from checker.decision import REVIEW_SUFFIX
from checker.late import late
from checker.rulebook import ruleset_print

if TYPE_CHECKING:
    from checker.book.task import Task

library_versions: Callable[[str], list[str]] = late("checker.book.libraries:library_versions")
_PACKAGE = Path(__file__).resolve().parent.parent
_OF_THE_CODE = {".py", ".po", ".j2", ".css", ".js", ".yaml", ".json"}
_CHUNK = 1 << 20


@cache
def code_print() -> str:
    """A print of the checker itself and of the libraries it reads files with, the same on every machine."""
    seen = hashlib.blake2b(f"{__version__} {sys.version_info[:2]}".encode(), digest_size=16)
    for path in sorted(one for one in _PACKAGE.rglob("*") if one.suffix in _OF_THE_CODE):
        seen.update(f"\0{path.relative_to(_PACKAGE).as_posix()}\0".encode())
        seen.update(path.read_bytes())
    for line in library_versions("draftlaw-checker"):
        seen.update(f"\0{line}".encode())
    return seen.hexdigest()


def task_print(task: Task, fixed_day: bool) -> str:
    """A print of all that the results of a run have in common.

    The day counts only where it is given: else every report would be out of date the next morning.
    """
    order = asdict(task.order) | {"day": str(task.order.day) if fixed_day else "", "shared": ""}
    told = {
        "code": code_print(),
        "rules": ruleset_print([Path(folder) for folder in task.job.folders]),
        "job": asdict(task.job),
        "base": file_print(Path(task.job.base)) if task.job.base else "",
        "order": order,
        "reviewed": task.reviewed,
    }
    return _print(told)


def draft_print(path: str, stem: str, common: str) -> tuple[str, str]:
    """A print of all that the result on a draft is made from, and the SHA-256 of its file.

    Both are empty where the file cannot be read: it is then tried anew each time.
    """
    content = file_print(Path(path))
    if not content:
        return "", ""
    review = Path(f"{path}{REVIEW_SUFFIX}")
    return _print([common, content, file_print(review) if review.exists() else "", stem]), content


def file_print(path: Path) -> str:
    """The SHA-256 of a file; empty where it cannot be read."""
    seen = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                seen.update(chunk)
    except OSError:
        return ""
    return seen.hexdigest()


def _print(value: object) -> str:
    return hashlib.blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=16).hexdigest()
