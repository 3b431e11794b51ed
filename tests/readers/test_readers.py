import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import DraftError
from checker.readers import FORMATS, read_bytes, read_source
from checker.readers import __doc__ as guide

LAW = "Статья 1. Каждый имеет право на свободу и личную неприкосновенность."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"]
)
def test_encodings(encoding: str) -> None:
    assert read_bytes("law.txt", LAW.encode(encoding)).blocks[0].text == LAW


def test_single_broken_bytes_do_not_stop_the_reading() -> None:
    content = LAW.encode()
    assert read_bytes("law.txt", content + content[:1]).blocks[0].text == LAW + "\ufffd"


def test_kazakh_text_in_utf_16() -> None:
    law = "12-бап. Ұстау мерзімі қырық сегіз сағаттан аспауға тиіс."
    assert read_bytes("-", law.encode("utf-16-le")).blocks[0].text == law


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("law.txt", b"", "empty"),
        ("law.txt", b" \n\t", "empty"),
        ("law.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "old Word"),
        ("law.txt", b"{\\rtf1 text}", "RTF"),
        ("law.pdf", b"\x89PNG\r\n", "picture"),
        ("law.docx", b"PK\x03\x04 cut short", "damaged"),
        ("law.bin", bytes(range(256)) * 20, "could be recognised|binary"),
        ("law.html", b"<html><body><script>x()</script></body></html>", "no law text"),
        ("law.html", b"<div>" * 3000 + b"text", "nested too deep"),
    ],
)
def test_unreadable_files_give_one_clear_line(name: str, content: bytes, message: str) -> None:
    with pytest.raises(DraftError, match=message) as caught:
        read_bytes(name, content)
    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="cannot be opened"):
        read_source(tmp_path / "absent.txt")
    with pytest.raises(DraftError, match="is a folder"):
        read_source(tmp_path)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(101 * 1024 * 1024)
    with pytest.raises(DraftError, match="101 MB"):
        read_source(path)


def test_path_and_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_text(LAW, encoding="utf-8")
    source = read_source(path)
    assert source.path == str(path)
    assert source == read_bytes(str(path), LAW.encode())
    assert len(source.sha256) == 64


def test_the_registry_says_how_to_add_a_format() -> None:
    assert guide is not None
    assert "add a format" in guide
    assert set(FORMATS) == {"text", "markdown", "html", "docx", "pdf", "xml"}


def test_heavy_libraries_are_not_loaded_at_start() -> None:
    heavy = "{'pypdfium2', 'docx', 'charset_normalizer'}"
    code = f"import sys, checker.readers; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
