"""What a file is, from its first bytes; the suffix is only a hint, for it is often wrong."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from checker.errors import DraftError
from checker.readers.reading import File

_HEAD = 4096
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_PAGE_PART = re.compile(
    r"^\s*<(?:p|div|table|h[1-6]|center|font|article|section|meta)\b[^>]*>", re.IGNORECASE
)
_XML = re.compile(r"^\s*<(?:\?xml\b|!--|!DOCTYPE\b|[A-Za-z_])")
_MARKS_OF_MARKDOWN = re.compile(r"^(?:#{1,6}\s+\S|---\s*$)", re.MULTILINE)

_SAVE_AS = "open it in a word processor and save it as DOCX"
#: First bytes of kinds that cannot be read, what they are, and what to do.
_UNREADABLE: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old Word (.doc) or protected Office file", _SAVE_AS),
    (b"{\\rtf", "it is a rich text (RTF) file", _SAVE_AS),
    (b"\x89PNG", "it is a picture", "run text recognition (OCR) and give the text or the searchable PDF"),
    (
        b"\xff\xd8\xff",
        "it is a picture",
        "run text recognition (OCR) and give the text or the searchable PDF",
    ),
    (b"II*\x00", "it is a picture", "run text recognition (OCR) and give the text or the searchable PDF"),
    (b"MM\x00*", "it is a picture", "run text recognition (OCR) and give the text or the searchable PDF"),
    (b"AT&TFORM", "it is a DjVu scan", "run text recognition (OCR) and give the text or a searchable PDF"),
    (b"Rar!", "it is an archive", "unpack it and give the files inside"),
    (b"7z\xbc\xaf", "it is an archive", "unpack it and give the files inside"),
    (b"\x1f\x8b", "it is an archive", "unpack it and give the files inside"),
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
    except (zipfile.BadZipFile, ValueError, OSError) as err:
        raise file.refuse("the file is damaged or was cut short", "copy or download it again") from err
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    raise _other_archive(file, names)


def _other_archive(file: File, names: set[str]) -> DraftError:
    if "mimetype" in names or "content.xml" in names:
        return file.refuse("it is an OpenDocument or e-book file", _SAVE_AS)
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return file.refuse("it is a spreadsheet or a presentation", "copy the law text into a DOCX file")
    return file.refuse("it is an archive", "unpack it and give the files inside")


def _kind_of_text(file: File, suffix: str) -> str:
    head = file.content[:_HEAD]
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")
    text = text.lstrip("\ufeff")
    markdown = suffix in (".md", ".markdown")
    if _PAGE.search(text[:1500]) and text.lstrip().startswith("<"):
        return "html"
    if not markdown and _PAGE_PART.match(text):
        return "html"
    if _XML.match(text) and (
        text.lstrip().startswith("<?xml") or suffix in (".xml", ".akn") or "xmlns" in text
    ):
        return "xml"
    if suffix in (".htm", ".html", ".xhtml"):
        return "html"
    if markdown or (suffix != ".txt" and len(_MARKS_OF_MARKDOWN.findall(text)) > 1):
        return "markdown"
    return "text"
