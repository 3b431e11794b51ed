"""Files that commands write."""

from __future__ import annotations

from pathlib import Path

from checker.errors import CheckerError, Problem


def write_file(path: Path, content: bytes | str) -> None:
    """Write a file, with the folders above it.

    Raises:
        CheckerError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        problem = Problem(str(path), f"cannot be written: {error.strerror}", "choose another place")
        raise CheckerError(problem) from error
