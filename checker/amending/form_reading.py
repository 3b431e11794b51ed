"""Reads a file of ``rulesets/amending``: every part is there, in its shape, and the lines are known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from checker.amending.form_file import FormFile
from checker.errors import CheckerError, Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEYS = {
    "commands", "repeals", "quoting", "speaks", "amending", "words", "fillers", "self", "flags", "units",
    "cases",
    "prepositions", "links", "chain", "order", "numbers", "ordinals", "tens", "acts", "forms", "modal",
    "notes", "ranges", "titles", "suspends", "enacting", "versions",
}  # fmt: skip
_ACT_KEYS = {"nouns", "side", "after", "joining", "proper"}
_NAMED = ("words", "flags", "units", "cases", "prepositions", "ordinals", "tens", "acts")
_SHAPES = {**dict.fromkeys(_NAMED, (dict, "names with their phrases")), "forms": (list, "list of forms")}


def read_form_file(path: Path) -> FormFile:
    """The file with its lines.

    Raises:
        CheckerError: The first fault, with its line.
    """
    root = _root(path)
    data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    if not isinstance(data, dict):
        raise CheckerError(Problem(str(path), "holds no parts", "see rulesets/amending/ru.yaml", 1))
    lines = {key.value: key.start_mark.line + 1 for key, _ in root.value}
    _check_parts(path, data, lines)
    forms = next(value for key, value in root.value if key.value == "forms").value
    return FormFile(data, lines, [node.start_mark.line + 1 for node in forms])


def _root(path: Path) -> Any:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise CheckerError(Problem(str(path), f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise CheckerError(Problem(str(path), "is not UTF-8", "save it as UTF-8")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise CheckerError(Problem(str(path), "is not YAML", "mend the line", line)) from error


def _check_parts(path: Path, data: Mapping[str, Any], lines: Mapping[str, int]) -> None:
    """Every part is there, in the shape that is read; ``lines`` tells where it stands."""
    for name in data:
        if name not in _KEYS:
            raise CheckerError(
                Problem(str(path), f"{name}: no such part", f"one of {', '.join(sorted(_KEYS))}", lines[name])
            )
    for name in sorted(_KEYS - data.keys()):
        raise CheckerError(Problem(str(path), f"the part {name} is missing", "write it, empty if need be", 1))
    for name, (kind, said) in _SHAPES.items():
        if not isinstance(data[name], kind):
            raise CheckerError(Problem(str(path), f"{name}: no {said}", "see ru.yaml beside it", lines[name]))
    for name in sorted(_ACT_KEYS - data["acts"].keys()):
        raise CheckerError(Problem(str(path), f"acts: {name} is missing", "see ru.yaml", lines["acts"]))
