"""A DOCX package as parts that can be changed one by one and packed again, the same bytes each time."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree
from msgspec import Struct

from checker.rendering.word.names import parsed, written

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CONTENT_TYPES = "[Content_Types].xml"
UNUSABLE = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    OSError,
    struct.error,
    lzma.LZMAError,
    etree.LxmlError,
)
"""What a package that was read for its text alone may still raise when all its parts are unpacked."""


class Package(Struct):
    """The parts by name, in the order of the file, and how each was packed."""

    parts: dict[str, bytes]
    packing: dict[str, zipfile.ZipInfo]

    @classmethod
    def opened(cls, content: bytes) -> Package:
        """Unpacks a file that a reader has accepted: sizes and entities were looked at there."""
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = {info.filename: info for info in archive.infolist()}
            return cls({name: archive.read(info) for name, info in infos.items()}, infos)

    def packed(self) -> bytes:
        """The file; every part keeps the date and packing it came with, a new part has a fixed date."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                old = self.packing.get(name)
                info = zipfile.ZipInfo(name, FIXED_DATE if old is None else old.date_time)
                info.compress_type = zipfile.ZIP_DEFLATED if old is None else old.compress_type
                info.external_attr = 0 if old is None else old.external_attr
                archive.writestr(info, content)
        return stream.getvalue()

    def document(self) -> str:
        """The part that the package names as its main document."""
        for relation in parsed(self.parts["_rels/.rels"]):
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
        return "word/document.xml"

    def related(self, kind: str) -> str:
        """The part that the main document is tied to by a relation of this kind; empty if by none."""
        folder = posixpath.dirname(self.document())
        for relation in self._relations():
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", ""))
                return posixpath.normpath(target).lstrip("/")
        return ""

    def relate(self, kind: str, content_type: str, *, strict: bool) -> str:
        """Ties a new part to the main document; gives its name, whose content is left to the caller."""
        document = self.document()
        folder, taken, number = posixpath.dirname(document), set(self.parts), 1
        while (file := f"{kind}{number if number > 1 else ''}.xml") and posixpath.join(folder, file) in taken:
            number += 1
        relations = self._relations()
        ids = {relation.get("Id", "") for relation in relations}
        relation_id = next(
            f"rId{count}" for count in range(len(ids) + 1, 2 * len(ids) + 3) if f"rId{count}" not in ids
        )
        root = "http://purl.oclc.org/ooxml" if strict else "http://schemas.openxmlformats.org"
        middle = "officeDocument" if strict else "officeDocument/2006"
        etree.SubElement(
            relations,
            f"{_RELATIONS}Relationship",
            {"Id": relation_id, "Type": f"{root}/{middle}/relationships/{kind}", "Target": file},
        )
        self.parts[self._relations_name()] = written(relations)
        name = posixpath.join(folder, file)
        types = parsed(self.parts[CONTENT_TYPES])
        etree.SubElement(types, f"{_TYPES}Override", {"PartName": f"/{name}", "ContentType": content_type})
        self.parts[CONTENT_TYPES] = written(types)
        return name

    def _relations_name(self) -> str:
        folder, file = posixpath.split(self.document())
        return posixpath.join(folder, "_rels", f"{file}.rels")

    def _relations(self) -> etree._Element:
        content = self.parts.get(self._relations_name())
        return etree.Element(f"{_RELATIONS}Relationships") if content is None else parsed(content)
