"""What a file is, from its first bytes; the suffix is only a hint, for it is often wrong."""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO

from checker.errors import DraftError, mark
from checker.patterns import regex
from checker.readers.reading import File

_HEAD = 4096
#: What may stand before the root element, then its name and attributes.
_ROOT = regex(
    r"^(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE\b(?:[^>\[]|\[.*?\])*>)*<([A-Za-z_][\w:.-]*)([^>]*)",
    re.DOTALL | re.IGNORECASE,
)
_DOCTYPE_PAGE = regex(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<!doctype\s+html\b", re.DOTALL | re.IGNORECASE
)
_PAGE = frozenset({"html", "head", "body"})
_PAGE_PARTS = frozenset("p div table h1 h2 h3 h4 h5 h6 center font article section meta span ul ol".split())
_MARKS_OF_MARKDOWN = regex(r"^(?:#{1,6}\s+\S|---\s*$)", re.MULTILINE)

_SAVE_AS = mark("open it in a word processor and save it as DOCX")
_RECOGNISE = mark("run text recognition (OCR) and give the text or the searchable PDF")
_UNPACK = mark("unpack it and give the files inside")
_PICTURE, _ARCHIVE = mark("it is a picture"), mark("it is an archive")
#: First bytes of kinds that cannot be read, what they are, and what to do.
_UNREADABLE: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        mark("it is an old Word (.doc) or protected Office file"),
        _SAVE_AS,
    ),
    (b"{\\rtf", mark("it is a rich text (RTF) file"), _SAVE_AS),
    (b"\x89PNG", _PICTURE, _RECOGNISE),
    (b"\xff\xd8\xff", _PICTURE, _RECOGNISE),
    (b"II*\x00", _PICTURE, _RECOGNISE),
    (b"MM\x00*", _PICTURE, _RECOGNISE),
    (b"AT&TFORM", mark("it is a DjVu scan"), _RECOGNISE),
    (b"Rar!", _ARCHIVE, _UNPACK),
    (b"7z\xbc\xaf", _ARCHIVE, _UNPACK),
    (b"\x1f\x8b", _ARCHIVE, _UNPACK),
)


def kind_of(file: File, suffix: str) -> str:
    """The name of the format: «docx», «pdf», «html», «xml», «markdown» or «text»."""
    head = file.content[:_HEAD]
    for magic, what, advice in _UNREADABLE:
        if head.startswith(magic):
            raise file.refuse(what, advice)
    if head.startswith(b"PK"):
        return _kind_of_archive(file)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _kind_of_text(file, suffix)


def _kind_of_archive(file: File) -> str:
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, struct.error, OverflowError, RuntimeError, ValueError, OSError) as err:
        raise file.refuse("the file is damaged or was cut short", "copy or download it again") from err
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    raise _other_archive(file, names)


def _other_archive(file: File, names: set[str]) -> DraftError:
    if "mimetype" in names or "content.xml" in names:
        return file.refuse("it is an OpenDocument or e-book file", _SAVE_AS)
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return file.refuse("it is a spreadsheet or a presentation", "copy the law text into a DOCX file")
    return file.refuse(_ARCHIVE, _UNPACK)


def _kind_of_text(file: File, suffix: str) -> str:
    head = file.content[:_HEAD]
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")
    text = text.lstrip("\ufeff").lstrip()
    root = _ROOT.match(text)
    if root and (_DOCTYPE_PAGE.match(text) or root.group(1).lower() in _PAGE):
        return "html"
    if root and ("xmlns" in root.group(2) or suffix in (".xml", ".akn") or text.lstrip().startswith("<?xml")):
        return "xml"
    if root is None and text.startswith("<?xml"):  # a long document type stands before the root
        return "xml"
    return _kind_by_suffix(text, suffix, root)


def _kind_by_suffix(text: str, suffix: str, root: re.Match[str] | None) -> str:
    if suffix in (".md", ".markdown"):
        return "markdown"
    if suffix in (".htm", ".html", ".xhtml") or (root and root.group(1).lower() in _PAGE_PARTS):
        return "html"
    if suffix != ".txt" and len(_MARKS_OF_MARKDOWN.findall(text)) > 1:
        return "markdown"
    return "text"
