"""Names in WordprocessingML (ISO/IEC 29500-1, 17), and the few elements that are made by hand."""

from __future__ import annotations

from lxml import etree

from checker.patterns import regex

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: The same elements in the «strict» form of the format.
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parsed(content: bytes) -> etree._Element:
    """The root of a part; entities are left alone and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def written(root: etree._Element) -> bytes:
    """A part as bytes, with the declaration Word writes."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def namespace(root: etree._Element) -> str:
    """The WordprocessingML namespace a part is written in, strict or not."""
    return etree.QName(root).namespace or WORD


def made(space: str, name: str, **attributes: str) -> etree._Element:
    """An element with attributes of the same namespace."""
    values = {f"{{{space}}}{key}": clean(value) for key, value in attributes.items()}
    return etree.Element(f"{{{space}}}{name}", values, {"w": space})


def text_node(space: str, text: str) -> etree._Element:
    """A ``t`` element that keeps its spaces."""
    node = made(space, "t")
    node.text = clean(text)
    node.set(SPACE, "preserve")
    return node


def clean(text: str) -> str:
    """The text without what no XML file may hold."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
