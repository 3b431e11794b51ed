"""What tests on whole statute books share."""

from __future__ import annotations

from pathlib import Path

ALL = "html,json,csv,sarif,sqlite"
DAY = {"SOURCE_DATE_EPOCH": "1700000000"}
OWN = {".book.sqlite", ".book.sqlite-wal", ".book.sqlite-shm", ".book.lock"}


def written(folder: Path) -> dict[str, bytes]:
    """What a run left for its readers: every file, whole."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in OWN}
