"""Writes the sample reports from the sample drafts: ``python reports/make.py [FOLDER]``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAFTS = ("detention-kk.html", "detention-ru.docx", "detention-en.txt")
_DAY = "1767225600"
"""1 January 2026 in seconds: the day printed in the samples, so that they change only with what they show."""


def make(folder: Path) -> None:
    """Check the sample drafts and write their reports, index page and findings files into a folder."""
    command = [sys.executable, "-m", "checker", "check", *(f"drafts/{name}" for name in DRAFTS)]
    command += ["--out", str(folder), "--format", "html,json,csv,sarif,docx,proposals"]
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": _DAY},
    )
    for own in folder.glob(".book.*"):  # what the checker keeps for its next run is no sample
        own.unlink()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "reports" / "sample")
