"""Word files for the tests, from the XML of their paragraphs and cells."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from checker.readers import read_bytes
from checker.source import Source


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def put_in(text: str) -> str:
    return f'<w:ins w:id="1" w:author="a">{run(text)}</w:ins>'


def taken_out(text: str) -> str:
    return (
        f'<w:del w:id="2" w:author="a"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def paragraph(*pieces: str, mark: str = "") -> str:
    changed = f'<w:pPr><w:rPr><w:{mark} w:id="3" w:author="a"/></w:rPr></w:pPr>' if mark else ""
    return f"<w:p>{changed}{''.join(pieces)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    paragraphs = "".join(paragraph(run(line)) for line in text.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table; a cell is a text, «|» parting its paragraphs, or the XML of the cell."""
    made = []
    for row in rows:
        cells = (one if one.startswith("<") else cell(one) for one in row)
        made.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def saved(*parts: str, comments: Sequence[tuple[str, str]] = ()) -> bytes:
    document = Document()
    body = document.element.body
    for node in list(parse_xml(f"<w:x {nsdecls('w')}>{''.join(parts)}</w:x>")):
        body.insert(len(body) - 1, node)
    for author, text in comments:
        document.add_comment(document.add_paragraph("x").runs, text, author)
        body.remove(body[-2])
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(*parts: str, comments: Sequence[tuple[str, str]] = ()) -> Source:
    return read_bytes("draft.docx", saved(*parts, comments=comments))
