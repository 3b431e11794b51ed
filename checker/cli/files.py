"""Files that commands are given and write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.errors import CheckerError, Problem
from checker.opening import STANDARD_INPUT
from checker.rulebook import default_rulesets


def chosen_folders(given: Sequence[str | Path]) -> list[Path]:
    """The folders of the rulesets given, each once; those of the product if none is given."""
    folders = [Path(folder) for folder in given] or default_rulesets()
    return list({folder.resolve(): folder for folder in folders}.values())


def write_file(path: Path, content: bytes | str) -> None:
    """Write a file, with the folders above it.

    Raises:
        CheckerError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)
    except OSError as error:
        problem = Problem(str(path), f"cannot be written: {error.strerror}", "choose another place")
        raise CheckerError(problem) from error


def refuse_confusion(inputs: Sequence[str], output: str | None) -> None:
    """Standard input is read once, and no file that is read is written over.

    Raises:
        CheckerError: «-» is given twice, or the file to write is one of those to read.
    """
    if inputs.count(STANDARD_INPUT) > 1:
        raise CheckerError(Problem(STANDARD_INPUT, "is given twice, and can be read once", "name a file"))
    files = {Path(one).resolve() for one in inputs if one != STANDARD_INPUT}
    if output not in (None, "", STANDARD_INPUT) and Path(str(output)).resolve() in files:
        raise CheckerError(Problem(str(output), "would be written over what is read", "name another file"))
