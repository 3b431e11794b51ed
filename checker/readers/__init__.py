"""Readers: one module per file format gives the blocks of a law text.

To add a format: write a module with one function ``read_x(file: File) -> Reading`` that places
every piece of law as a ``Block``, in reading order, and sets everything else aside with a
reason; teach ``sniffing.kind_of`` to know the format by its first bytes; add one line to
``FORMATS``. Number and heading that a format gives apart from the text are not repeated in the
text, so that every character is counted once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from checker.errors import DraftError, Problem, mark
from checker.late import late
from checker.readers.reading import File, Reading
from checker.readers.sniffing import kind_of
from checker.source import USUAL, Limits, Source

__all__ = ["FORMATS", "LARGEST_FILE", "SUFFIXES", "read_bytes", "read_source"]

#: Format names, as ``sniffing.kind_of`` gives them, and what reads each.
FORMATS: Mapping[str, Callable[[File], Reading]] = {
    "text": late("checker.readers.plain_text:read_plain_text"),
    "markdown": late("checker.readers.markdown:read_markdown"),
    "html": late("checker.readers.html_page:read_html"),
    "docx": late("checker.readers.word:read_word"),
    "pdf": late("checker.readers.pdf:read_pdf"),
    "xml": late("checker.readers.akoma_ntoso:read_akoma_ntoso"),
}
#: The suffixes a folder is searched for; a file named outright may have any.
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".xml", ".akn"})
#: No law comes near this size; what does is a mistake or an attack.
LARGEST_FILE = 100 * 1024 * 1024


def read_source(path: Path, limits: Limits = USUAL) -> Source:
    """The text of the file in blocks; a file that cannot be read raises ``DraftError``."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if path.is_file() and size <= LARGEST_FILE else b""
    except OSError as err:
        advice = mark("check the name and the right to read it")
        values = (("why", err.strerror or str(err)),)
        raise DraftError(
            Problem(str(path), mark("cannot be opened (%(why)s)"), advice, values=values)
        ) from err
    if path.is_dir():
        raise DraftError(Problem(str(path), "is a folder", "give a file of it"))
    if size > LARGEST_FILE:
        raise _too_large(str(path), size)
    return read_bytes(str(path), content, limits)


def read_bytes(name: str, data: bytes, limits: Limits = USUAL) -> Source:
    """The text of ``data`` in blocks; the suffix of ``name`` is a hint to its format."""
    file = File(name, data, hashlib.sha256(data).hexdigest())
    if not data.strip():
        raise file.refuse("the file is empty", "give a file with the text of a law")
    if len(data) > LARGEST_FILE:
        raise _too_large(name, len(data))
    kind = kind_of(file, PurePath(name).suffix.lower())
    try:
        source = FORMATS[kind](file).source(file, kind)
    except RecursionError as err:
        raise file.too_deep() from err
    if not (source.blocks or source.before):
        raise file.refuse("there is no law text in it", "give a file with the text of a law")
    if source.characters > limits.characters:
        long, most = source.characters // 1_000_000, limits.characters // 1_000_000
        raise file.refuse(
            "holds %(long)s million characters of text; at most %(most)s million are read",
            "give the law alone, or one part of it at a time",
            long=long,
            most=most,
        )
    return source


def _too_large(name: str, size: int) -> DraftError:
    megabytes, most = size // 1_048_576, LARGEST_FILE // 1_048_576
    message = mark("has %(size)s MB; at most %(most)s MB are read")
    values = (("size", megabytes), ("most", most))
    return DraftError(Problem(name, message, mark("give the law text alone"), values=values))
