"""Writes the sample drafts from their sources: ``python drafts/make.py [FOLDER]``.

Each source holds one law in three languages, article by article, with the faults planted in it.
It becomes Word with automatic numbers (Russian), a gazette page with menus (Kazakh) and plain text (English).
"""

from __future__ import annotations

import html
import io
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

HERE = Path(__file__).resolve().parent
_FIXED_DATE = (2026, 1, 1, 0, 0, 0)
_ABSTRACT = 90


def load_sources() -> list[dict[str, Any]]:
    """The laws of ``sources/``."""
    paths = sorted((HERE / "sources").glob("*.yaml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


def articles(law: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The articles of a law with their numbers, which run through its chapters."""
    yield from enumerate((one for chapter in law["chapters"] for one in chapter["articles"]), start=1)


def plain_text(law: Mapping[str, Any]) -> bytes:
    """The English text."""
    lines = [law["title"]["en"].upper(), ""]
    number = 0
    for order, chapter in enumerate(law["chapters"], start=1):
        lines += [f"Chapter {order}. {chapter['heading']['en']}", ""]
        for article in chapter["articles"]:
            number += 1
            lines += [f"Article {number}. {article['heading']['en']}", ""]
            for count, part in enumerate(article["parts"], start=1):
                lines += [f"{count}. {part['en']}", ""]
    return "\n".join(lines).encode()


def gazette_page(law: Mapping[str, Any]) -> bytes:
    """The Kazakh page, with a menu and a footer around the law as gazettes have them."""
    body = [f"<h1>{html.escape(law['title']['kk'])}</h1>"]
    number = 0
    for order, chapter in enumerate(law["chapters"], start=1):
        body.append(f"<h2>{order}-тарау. {html.escape(chapter['heading']['kk'])}</h2>")
        for article in chapter["articles"]:
            number += 1
            body.append(f"<h3>{number}-бап. {html.escape(article['heading']['kk'])}</h3>")
            for count, part in enumerate(article["parts"], start=1):
                body.append(f"<p>{count}. {html.escape(part['kk'])}</p>")
    page = (
        '<!doctype html>\n<html lang="kk"><head><meta charset="utf-8">'
        f"<title>{html.escape(law['title']['kk'])}</title></head>\n<body>\n"
        '<nav><ul><li><a href="#">Басты бет</a></li><li><a href="#">Іздеу</a></li></ul></nav>\n'
        "<main>\n" + "\n".join(body) + "\n</main>\n"
        "<footer><p>Барлық құқықтар қорғалған</p></footer>\n</body></html>\n"
    )
    return page.encode()


def word_file(law: Mapping[str, Any]) -> bytes:
    """The Russian Word file; articles and parts carry automatic numbers that no text repeats."""
    document = Document()
    document.core_properties.title = law["title"]["ru"]
    numbering = document.part.numbering_part.element
    _add_numbering(numbering)
    document.add_heading(law["title"]["ru"], level=0)
    for order, chapter in enumerate(law["chapters"], start=1):
        document.add_heading(f"Глава {order}. {chapter['heading']['ru']}", level=1)
        for article in chapter["articles"]:
            _numbered(document.add_heading(article["heading"]["ru"], level=2), level=0)
            for part in article["parts"]:
                _numbered(document.add_paragraph(part["ru"]), level=1)
    buffer = io.BytesIO()
    document.save(buffer)
    return _same_bytes(buffer.getvalue())


def _add_numbering(numbering: Any) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, text in enumerate(("Статья %1.", "%2."))
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_ABSTRACT}">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    number = f'<w:num {nsdecls("w")} w:numId="{_ABSTRACT}"><w:abstractNumId w:val="{_ABSTRACT}"/></w:num>'
    numbering.append(parse_xml(number))


def _numbered(paragraph: Any, *, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().set(qn("w:val"), str(level))
    properties.get_or_add_numId().set(qn("w:val"), str(_ABSTRACT))


def _same_bytes(package: bytes) -> bytes:
    """The package with fixed dates, so that the same source gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, _FIXED_DATE), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


FORMATS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    "en.txt": plain_text,
    "ru.docx": word_file,
    "kk.html": gazette_page,
}


def make(folder: Path) -> list[Path]:
    """Write every sample draft into a folder; gives their paths."""
    written = []
    for law in load_sources():
        for ending, build in FORMATS.items():
            path = folder / f"{law['name']}-{ending}"
            path.write_bytes(build(law))
            written.append(path)
    return written


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
