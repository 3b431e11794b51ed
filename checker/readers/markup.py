"""Safe parsing of HTML and XML: no network, no external entities, no document type loaded."""

from __future__ import annotations

from lxml import etree, html

from checker.errors import mark
from checker.patterns import regex
from checker.readers.decoding import decoded
from checker.readers.reading import File

_OVER_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")

_ENDLESS = frozenset({etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT})
_WRITE_OUT = mark("write the text itself in the place of the entity")


def local_name(node: etree._Element) -> str:
    """The element's name without namespace, empty for comments and instructions."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def parsed_xml(file: File, content: bytes) -> etree._Element:
    """The root element of ``content``; a fault is reported with its line."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        if "Excessive depth" in str(err):
            raise file.too_deep() from err
        line = getattr(err, "lineno", 0) or 0
        if getattr(err, "code", 0) in _ENDLESS:
            raise file.refuse("its entities stand for more text than any law has", _WRITE_OUT, line) from err
        raise file.refuse(
            "it is not well-formed XML: %(fault)s",
            "mend the file, or export it again",
            line,
            fault=_first_line(err),
        ) from err
    entity = next(iter(root.iter(etree.Entity)), None)
    if entity is not None:
        raise file.refuse(
            "it uses the undefined entity «%(entity)s»",
            _WRITE_OUT,
            entity.sourceline or 0,
            entity=entity.text,
        )
    return root


def parsed_html(file: File) -> etree._Element:
    """The root element of a page, whatever state its markup is in."""
    text = _DECLARATION.sub("", decoded(file).lstrip("\ufeff"))
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as err:
        raise file.refuse("there is no text in the page", "save the page again, with its text") from err
    if any(entry.type == _OVER_LIMIT for entry in parser.error_log):
        raise file.too_deep()  # the parser leaves out all that follows
    return root


def _first_line(err: Exception) -> str:
    return str(err).splitlines()[0] if str(err) else "no content"
