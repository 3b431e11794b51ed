"""The house rules that a machine can check: sizes, layers, walls round libraries."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
WALLS = {
    "click": ("cli/",),
    "flask": ("serving/",),
    "werkzeug": ("serving/",),
    "yaml": ("rules/", "amending/", "reviewing/"),
    "pydantic": ("rules/",),
    "lxml": ("readers/", "rendering/"),
    "jinja2": ("rendering/",),
    "markupsafe": ("rendering/",),
    "rapidfuzz": (
        "language/vocabulary.py",
        "rules/",
        "comparing/likeness.py",
        "consolidating/near.py",
        "readers/table_headings.py",
        "rendering/word/aligning.py",
        "reviewing/",
    ),
    "Stemmer": ("language/stems.py",),
    "docx": ("readers/", "rendering/"),
    "pypdfium2": ("readers/",),
}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert len(source.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_libraries_stay_behind_their_walls(path: Path) -> None:
    for library in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        allowed = WALLS.get(library)
        assert allowed is None or _name(path).startswith(allowed), (
            f"{library} does not belong in {_name(path)}"
        )


def test_imports_point_down() -> None:
    run = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout


def _late_places(path: Path) -> Iterator[str]:
    """The ``module:name`` of each function that a module imports late."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "late":
            yield str(ast.literal_eval(node.args[0]))


def _layers() -> dict[str, int]:
    """The layer of each part of the package, counted from the top."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return {part.strip(): row for row, line in enumerate(contract["layers"]) for part in line.split("|")}


LATE = [(path, place) for path in MODULES for place in _late_places(path)]


@pytest.mark.parametrize(("path", "place"), LATE, ids=[place for _, place in LATE])
def test_late_imports_name_a_function_and_point_down(path: Path, place: str) -> None:
    module, _, name = place.partition(":")
    own, other = _name(path).split("/")[0].removesuffix(".py"), module.split(".")[1]
    layers = _layers()

    assert callable(getattr(importlib.import_module(module), name))
    assert own == other or layers[own] < layers[other]


def test_late_imports_are_seen() -> None:
    assert len(LATE) > 10
