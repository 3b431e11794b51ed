"""A statute book of a few dozen laws, and one rule to check them by."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from books import DAY
from variants import write_variants


@pytest.fixture(scope="session")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty-six laws in three languages and formats; three files are broken."""
    folder = tmp_path_factory.mktemp("laws")
    write_variants(folder, 36)
    (folder / "000" / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "000" / "empty.txt").write_bytes(b"")
    (folder / "000" / "picture.pdf").write_bytes(b"%PDF-1.7")
    return folder


@pytest.fixture
def start(own_ruleset: Path) -> Callable[..., subprocess.Popen[str]]:
    """Begin ``checker check`` in a process of its own, as a user does."""

    def begin(*arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "checker", "check", *map(str, arguments), "--ruleset", str(own_ruleset)],
            env=os.environ | DAY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return begin
