"""Opens a DOCX package with care and gives its XML parts."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from functools import cache
from io import BytesIO

from lxml import etree
from msgspec import Struct

from checker.readers.markup import local_name, parsed_xml
from checker.readers.reading import File

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The same elements in the «strict» form of the format (ISO/IEC 29500-1).
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
#: Real drafts unpack to a few megabytes, at most some fifty times their size.
LARGEST_PACKAGE = 400 * 1024 * 1024
LARGEST_PART = 40 * 1024 * 1024
HIGHEST_RATIO = 200
_SMALL = 1024 * 1024
#: What the archive module raises for a directory that lies; an unknown packing is also a RuntimeError.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
    OverflowError, NotImplementedError,
)  # fmt: skip


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{_WORD}}}{name}"


def value(node: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element that may be absent; empty when there is none."""
    return "" if node is None else node.get(w(name), "")


def switched_on(node: etree._Element | None) -> bool:
    """Whether an on/off property (bold, hidden) is present and not set to off."""
    return node is not None and value(node) not in ("0", "false", "off", "none")


class Package(Struct, frozen=True):
    """The parts of a DOCX file that hold text, by their names."""

    file: File
    contents: dict[str, bytes]
    document: str

    def part(self, name: str) -> etree._Element | None:
        """The root of a part beside the main document («footnotes.xml»), None when there is none."""
        path = posixpath.join(posixpath.dirname(self.document), name)
        content = self.contents.get(path)
        return None if content is None else _parsed(self.file, content)

    def body(self) -> etree._Element:
        """The root of the main document."""
        return _parsed(self.file, self.contents[self.document])

    def named(self, start: str) -> list[tuple[str, etree._Element]]:
        """The parts whose names begin so («header»), in order."""
        folder = posixpath.dirname(self.document)
        names = sorted(name for name in self.contents if name.startswith(f"{folder}/{start}"))
        return [(posixpath.basename(name), _parsed(self.file, self.contents[name])) for name in names]


def opened_package(file: File) -> Package:
    """The package's XML parts; damaged, encrypted or oversized packages are refused."""
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as archive:
            _refuse_bombs(file, archive)
            contents = {
                name: archive.read(name)
                for name in archive.namelist()
                if name.endswith((".xml", ".rels")) and name.startswith(("word/", "_rels/"))
            }
    except _DAMAGED as err:
        raise file.refuse(
            "the DOCX file is damaged or was cut short", "open and save it again in Word"
        ) from err
    except RuntimeError as err:
        raise file.refuse("it is protected by a password", "remove the password and save it again") from err
    document = _document_name(file, contents)
    if document not in contents:
        raise file.refuse("the DOCX file has no main document", "open and save it again in Word")
    return Package(file, contents, document)


def _refuse_bombs(file: File, archive: zipfile.ZipFile) -> None:
    """A few kilobytes can unpack to gigabytes; sizes are checked before anything is unpacked."""
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    largest = max((part.file_size for part in parts if part.filename.endswith(".xml")), default=0)
    too_dense = total > _SMALL and total > HIGHEST_RATIO * max(packed, 1)
    if total > LARGEST_PACKAGE or largest > LARGEST_PART or too_dense:
        raise file.refuse(
            "the DOCX file unpacks to %(size)s MB, which no law text does (a «zip bomb»)",
            "save the text alone as a new DOCX file",
            size=total // 1_048_576,
        )


def _document_name(file: File, contents: dict[str, bytes]) -> str:
    """The part that the package names as its main document; usually ``word/document.xml``."""
    relations = contents.get("_rels/.rels")
    if relations is not None:
        for relation in parsed_xml(file, relations):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _parsed(file: File, content: bytes) -> etree._Element:
    root = parsed_xml(file, content.replace(_STRICT.encode(), _WORD.encode()))
    if not local_name(root):
        raise file.refuse("a part of the DOCX file is empty", "open and save it again in Word")
    return root
