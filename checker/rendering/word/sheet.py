"""A new Word file of our own: its styles, its page, its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from checker.draft import Language
from checker.rendering.word.names import clean, parsed, written
from checker.rendering.word.package import FIXED_DATE, Package

FONT = "Times New Roman"
_LETTERS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


def new_sheet(title: str, language: Language, size: float) -> Any:
    """A document without text on A4 with page numbers; ``size`` of its letters in points."""
    document = Document()
    styles = document.styles
    styles["Normal"].font.size = Pt(size)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        style = styles[name]
        style.font.name = FONT
        fonts = style.element.rPr.rFonts
        for letters in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[letters]
        for letters in _LETTERS:
            fonts.set(qn(letters), FONT)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
    for line in list(styles["Title"].element.iter(qn("w:pBdr"))):
        line.getparent().remove(line)
    for node in styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(title)[:255], "", ""
    properties.language = language
    _number_pages(document.sections[0])
    return document


def _number_pages(section: Any) -> None:
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot._p.append(OxmlElement("w:fldSimple", {qn("w:instr"): "PAGE"}))


def filled(document: Any, nodes: Iterable[Any]) -> Package:
    """The document with paragraphs and tables put in; its bytes do not change with the day."""
    stream = BytesIO()
    document.save(stream)
    package = Package.opened(stream.getvalue())
    for info in package.packing.values():
        info.date_time = FIXED_DATE
    _without_picture(package)
    name = package.document()
    root = parsed(package.parts[name])
    end = root[0][-1]
    for node in nodes:
        end.addprevious(node)
    package.parts[name] = written(root)
    return package


def _without_picture(package: Package) -> None:
    """The model that the library begins with carries a picture of its own first page."""
    relations = parsed(package.parts["_rels/.rels"])
    for relation in [one for one in relations if one.get("Type", "").endswith("/thumbnail")]:
        package.parts.pop(relation.get("Target", ""), None)
        relations.remove(relation)
    package.parts["_rels/.rels"] = written(relations)
