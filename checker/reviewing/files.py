"""The review file: ``<draft>.review.yaml`` beside the draft.

It is written whole into a new file that then takes the old one's name, under a lock, so that a crash
leaves either the old text or the new one, and two programs do not lose each other's decisions.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from filelock import FileLock
from msgspec.structs import asdict

from checker.decision import REVIEW_SUFFIX, Review
from checker.errors import CheckerError, Problem, mark
from checker.reviewing.validating import review_of
from checker.rules.yaml_nodes import load_yaml

_HEAD = (
    "# Decisions on the findings of the draft beside this file. Texts may be edited by hand;\n"
    "# «finding» is the fingerprint of rule and words and must stay as it is.\n"
)
_WAIT_SECONDS = 30


class _Dumper(yaml.SafeDumper):
    """Writes long texts in folded lines and keeps letters as they are."""


def review_path(draft: str) -> Path:
    """The review file of a draft."""
    return Path(f"{draft}{REVIEW_SUFFIX}")


def load_review(path: Path) -> Review:
    """The decisions of a review file; none where there is no file.

    Raises:
        CheckerError: The file cannot be read; with file, line, and what to write instead.
    """
    if not path.exists():
        return Review()
    return review_of(load_yaml(path))


def save_review(path: Path, review: Review) -> None:
    """Write a review file whole.

    Raises:
        CheckerError: The file cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(review_text(review))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        message, advice = mark("cannot be written (%(why)s)"), mark("choose a folder that may be written to")
        values = (("why", error.strerror or str(error)),)
        raise CheckerError(Problem(str(path), message, advice, values=values)) from error


def update_review(path: Path, change: Callable[[Review], Review]) -> Review:
    """Read, change and write a review file while no one else may; gives what was written.

    Raises:
        CheckerError: The file cannot be read or written.
    """
    with _alone(path):
        review = change(load_review(path))
        save_review(path, review)
        return review


def move_review(path: Path, target: Path) -> None:
    """Move a review file, if there is one, while no one else may write it.

    Raises:
        CheckerError: It cannot be moved.
    """
    with _alone(path):
        if path.exists():
            path.replace(target)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock of a review file."""
    lock = path.with_name(f".{path.name}.lock")
    try:
        with FileLock(lock, timeout=_WAIT_SECONDS):
            yield
    except (OSError, TimeoutError) as error:
        message, advice = mark("is held by another program"), mark("close it, or delete %(lock)s")
        raise CheckerError(Problem(str(path), message, advice, values=(("lock", lock.name),))) from error


def review_text(review: Review) -> str:
    """A review as YAML; empty values are left out."""
    content = {
        "decisions": [_filled(asdict(one)) for one in review.decisions],
        "added": [_filled(asdict(one)) for one in review.added],
    }
    return _HEAD + yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value != ""}
