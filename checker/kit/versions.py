"""Earlier versions of a ruleset: out of git, or in another folder."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from checker.errors import CheckerError, Problem
from checker.rules.loading import RULESET_FILE

LAST = "HEAD"


class Version(Struct, frozen=True):
    """An earlier version: how to call it, and the folder of the ruleset as it was."""

    name: str
    folder: Path


@contextmanager
def earlier_version(folder: Path, lexicons: Sequence[Path], against: str | None) -> Iterator[Version | None]:
    """The ruleset as it was, while the block runs; None if there is nothing to compare with.

    ``against`` is a folder or a revision of git; without it, the last revision if the ruleset is kept
    in git and has changed since.

    Raises:
        CheckerError: ``against`` is neither, or does not hold the ruleset.
    """
    if against and Path(against).is_dir():
        yield Version(against, Path(against))
        return
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        if against:
            raise CheckerError(
                Problem(against, "is no folder, and the ruleset is not kept in git", "name a folder")
            )
        yield None
        return
    root = Path(os.fsdecode(top.strip())).resolve()
    kept = [path.resolve() for path in lexicons if path.resolve().is_relative_to(root)]
    home = Path(os.path.commonpath([folder.resolve(), *kept]))
    revision = against or LAST
    inside = str(home.relative_to(root))
    if against is None and not _git(root, "status", "--porcelain", "--", inside):
        yield None
        return
    with _unpacked(root, revision, inside) as place:
        old = place / folder.resolve().relative_to(root)
        there = (old / RULESET_FILE).is_file()
        if against and not there:
            advice = "name a later revision, or a folder"
            raise CheckerError(Problem(against, "does not hold this ruleset yet", advice))
        yield Version(revision, old) if there else None


@contextmanager
def _unpacked(root: Path, revision: str, inside: str) -> Iterator[Path]:
    if _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise CheckerError(Problem(revision, "is neither a folder nor a revision of git", "see «git log»"))
    archive = _git(root, "archive", "--format=tar", revision, "--", inside)
    with TemporaryDirectory(prefix="checker-") as name:
        if archive is not None:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                tar.extractall(name, [one for one in tar if one.isfile()], filter="data")
        yield Path(name)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None if it refuses or is not there."""
    try:
        run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None
