"""Broken and hostile files, made and not kept: each is small to write and large, deep or endless to read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

from docx import Document

PARAGRAPH = "Article 1. Detention\n\n1. A suspect may be held without a court for up to seventy-two hours.\n"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_MEGABYTE = 1_000_000


def _docx(body: str, **parts: str) -> bytes:
    """A DOCX package with this body and these further parts of the folder ``word``."""
    memory = io.BytesIO()
    Document().save(memory)
    changed = {"word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'}
    changed |= {f"word/{name}.xml": text for name, text in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(memory) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in [*given.namelist(), *(one for one in changed if one not in given.namelist())]:
            archive.writestr(name, changed.get(name, "").encode() or given.read(name))
    return made.getvalue()


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _akn(body: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<akomaNtoso xmlns="{_AKN}"><act><body>{body}</body></act></akomaNtoso>'
    ).encode()


def _laughs() -> str:
    """An entity that stands for a billion words (CVE-2003-1564)."""
    named = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE akomaNtoso [<!ENTITY l0 "law ">{named}]>'


def _pdf(*objects: bytes, root: int = 1, size: int | None = None) -> bytes:
    """A PDF of these objects, numbered from 1."""
    parts, places = [b"%PDF-1.4\n"], []
    for number, content in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = size or len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, root, start))
    return b"".join(parts)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def _page(content: bytes, *more: bytes, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>") -> bytes:
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        pages,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R"
        b" /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        content,
        *more,
    )


def text_of_pdf(words: bytes, times: int) -> bytes:
    """A PDF of one page with so many lines of these words."""
    shown = b"BT /F 12 Tf 50 780 Td " + b"(%s) Tj 0 -14 Td " % words * times + b"ET"
    return _page(_stream(zlib.compress(shown), b"/Filter /FlateDecode"))


def _form_in_itself() -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    return _page(
        _stream(b"/X Do BT /F 12 Tf 50 700 Td (A law of one line and more) Tj ET"), _stream(b"/X Do", form)
    )


def _zip_bomb() -> bytes:
    return _docx(_run("0" * 300 * _MEGABYTE))


def _lying_zip() -> bytes:
    """A part whose size in the directory says little and whose stream goes on."""
    data = bytearray(_docx(_run("0" * 50 * _MEGABYTE)))
    place = data.rfind(b"PK\x01\x02")
    while place >= 0:
        data[place + 24 : place + 28] = (100).to_bytes(4, "little")
        place = data.rfind(b"PK\x01\x02", 0, place)
    return bytes(data)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    # Text
    "one-line.txt": lambda: b"held without a court for seventy-two hours " * (5 * _MEGABYTE // 43),
    "no-sentence-end.txt": lambda: "лицо содержится под стражей без суда\n".encode() * 60_000,
    "only-abbreviations.txt": lambda: "ст. 5 ч. 2 п. 3 ".encode() * 100_000,
    "only-dots.txt": lambda: b"." * _MEGABYTE,
    "dots-and-brackets.txt": lambda: b".)" * (_MEGABYTE // 2) + b"x",
    "only-brackets.txt": lambda: b"(" * _MEGABYTE,
    "only-quotes.txt": lambda: "«".encode() * 500_000,
    "quotes-in-lines.txt": lambda: "«1) слово\n".encode() * 50_000,
    "only-numbers.txt": lambda: b"1. " * 300_000,
    "one-number.txt": lambda: b"9" * _MEGABYTE,
    "numbers-in-lines.txt": lambda: b"\n".join(b"%d. law" % n for n in range(60_000)),
    "letters-in-lines.txt": lambda: b"(a) law;\n(i) law;\n(A) law;\n" * 20_000,
    "articles.txt": lambda: b"".join(b"Article %d. Law\nText.\n" % n for n in range(30_000)),
    "one-word.txt": lambda: b"a" * (2 * _MEGABYTE),
    "hyphens.txt": lambda: b"law-\n" * 200_000,
    "semicolons.txt": lambda: b"; " * 500_000,
    "capitals.txt": lambda: b"CHAPTER\n" * 100_000,
    "spaces.txt": lambda: b"law" + b" " * (5 * _MEGABYTE) + b"law",
    "blank-lines.txt": lambda: b"law\n" + b"\n" * (2 * _MEGABYTE) + b"law",
    "null-bytes.txt": lambda: b"A law\0of nulls. " * 1000,
    "controls.txt": lambda: bytes(range(1, 32)) * 1000 + PARAGRAPH.encode(),
    "directions.txt": ("\u202e\u2066\u200f" * 10_000 + PARAGRAPH).encode,
    "combining.txt": ("a" + "\u0301" * 300_000 + PARAGRAPH).encode,
    "surrogates.txt": lambda: PARAGRAPH.encode() + b"\xed\xa0\x80\xed\xb0\x80",
    "surrogates-16.txt": lambda: b"\xff\xfe" + PARAGRAPH.encode("utf-16-le") + b"\x00\xd8",
    "mixed.txt": lambda: PARAGRAPH.encode() + "Статья 2. Арест и суд.\n".encode("cp1251") * 50,
    "random.txt": lambda: bytes((n * 7919 + n // 251) % 256 for n in range(100_000)),
    "empty.txt": lambda: b"",
    # Markdown
    "hashes.md": lambda: b"#" * _MEGABYTE,
    "stars.md": lambda: b"*" * 300_000 + b" law " + b"_" * 300_000,
    "brackets.md": lambda: b"[" * 300_000 + b"](" * 100_000,
    "deep-list.md": lambda: b"\n".join(b" " * n + b"- law" for n in range(3000)),
    "table.md": lambda: b"|" * 500_000 + b"\n" + b"|-" * 250_000 + b"\n",
    "quotes.md": lambda: b">" * 300_000 + b" law",
    # Pages
    "deep.html": lambda: b"<div>" * 10_000 + b"A law is read." + b"</div>" * 10_000,
    "deep-inline.html": lambda: b"<html><body><p>" + b"<b>" * 10_000 + b"A law is read.",
    "deep-table.html": lambda: b"<html><body>" + b"<table><tr><td>" * 3000 + b"A law is read.",
    "wide-table.html": lambda: b"<html><table><tr>" + b"<td>law</td>" * 100_000 + b"</tr></table>",
    "spans.html": lambda: (
        b'<html><table><tr><td colspan="1000000000" rowspan="1000000000">A law</td></tr></table>'
    ),
    "open-tags.html": lambda: b"<html><body><p>A law" + b"<" * 500_000,
    "attributes.html": lambda: b"<html><p " + b"a=b " * 200_000 + b">A law is read.</p></html>",
    "entities.html": lambda: b"<html><p>" + b"&amp;" * 300_000 + b"&#xD800;&#x110000;&#0;</p></html>",
    "comments.html": lambda: b"<html><!--" + b"<!-- " * 200_000 + b"<p>A law",
    # XML
    "laughs.xml": lambda: _akn("<p>&l9;</p>", _laughs()),
    "quadratic.xml": lambda: _akn(
        f"<p>{'&a;' * 10_000}</p>", f'<!DOCTYPE x [<!ENTITY a "{"law " * 10_000}">]>'
    ),
    "external.xml": lambda: _akn("<p>&e;</p>", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "deep.xml": lambda: _akn("<section>" * 10_000 + "<p>law</p>" + "</section>" * 10_000),
    "wide.xml": lambda: _akn("<section><num>1</num><content><p>law</p></content></section>" * 20_000),
    "one-paragraph.xml": lambda: _akn(
        f"<section><content><p>{'the law is held ' * 300_000}</p></content></section>"
    ),
    "cut.xml": lambda: _akn("<section><p>law</p></section>")[:-20],
    # Word
    "million-runs.docx": lambda: _docx("<w:p>" + _run("law ") * 300_000 + "</w:p>"),
    "many-paragraphs.docx": lambda: _docx(f"<w:p>{_run('law')}</w:p>" * 100_000),
    "deep-tables.docx": lambda: _docx(
        "<w:tbl><w:tr><w:tc>" * 80 + f"<w:p>{_run('law')}</w:p>" + "</w:tc></w:tr></w:tbl>" * 80
    ),
    "deep.docx": lambda: _docx("<w:sdt><w:sdtContent>" * 5000),
    "laughs.docx": lambda: _docx("<w:p/>", footnotes=f"{_laughs()}<a>&l9;</a>"),
    "bomb.docx": _zip_bomb,
    "lying.docx": _lying_zip,
    "cut.docx": lambda: _docx(f"<w:p>{_run('law')}</w:p>")[:-200],
    "not-word.docx": lambda: b"PK\x03\x04" + b"\0" * 1000,
    # PDF
    "many-lines.pdf": lambda: text_of_pdf(b"a person may be held", 20_000),
    "page-loop.pdf": lambda: _page(
        _stream(b""), pages=b"<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 3 >>"
    ),
    "page-count.pdf": lambda: _page(
        _stream(b""), pages=b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"
    ),
    "form-loop.pdf": _form_in_itself,
    "wrong-length.pdf": lambda: _page(
        b"<< /Length 999999999 >>\nstream\nBT /F 12 Tf 50 700 Td (A law of one line) Tj ET\nendstream"
    ),
    "wrong-size.pdf": lambda: _pdf(b"<< /Type /Catalog /Pages 1 0 R >>", size=2_000_000_000),
    "bomb.pdf": lambda: _page(_stream(zlib.compress(b" " * 200 * _MEGABYTE), b"/Filter /FlateDecode")),
    "cut.pdf": lambda: text_of_pdf(b"a law", 100)[:300],
    "nothing.pdf": lambda: b"%PDF-1.7",
}
"""What each file is called, which tells its format, and what makes it."""
