"""Writes the sample drafts from their sources: ``python drafts/make.py [FOLDER]``.

Each source holds one law in three languages, article by article, with the faults planted in it.
It becomes Word with automatic numbers (Russian), a gazette page with menus (Kazakh) and plain text (English).
Where a source tells the law in force that a draft changes, the draft also becomes a comparative table
(Russian and Kazakh), a Word file with tracked changes, and a page in two languages.
"""

from __future__ import annotations

import difflib
import html
import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.run import Run

HERE = Path(__file__).resolve().parent
_FIXED_DATE = (2026, 1, 1, 0, 0, 0)
_ABSTRACT = 90


def load_sources() -> list[dict[str, Any]]:
    """The laws of ``sources/``."""
    return [source for source in _sources() if "of" not in source]


def load_former() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each law in force that a draft changes, after that draft."""
    laws = {law["name"]: law for law in load_sources()}
    return [(laws[source["of"]], source) for source in _sources() if "of" in source]


def _sources() -> list[dict[str, Any]]:
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
    return _saved(document)


def _saved(document: Any) -> bytes:
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


_HEADINGS = {
    "ru": ("№ п/п", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование"),
    "kk": ("Р/с №", "Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция", "Негіздеме"),
}
_WIDTHS = (1.2, 2.6, 7.0, 7.0, 4.0)
_TABLE_TITLE = {"ru": "Сравнительная таблица", "kk": "Салыстырма кесте"}
_ARTICLE = {"ru": "Статья {}", "kk": "{}-бап"}
_CHAPTER = {"ru": "Глава {}. {}", "kk": "{}-тарау. {}"}
_ABSENT = {"ru": "Отсутствует", "kk": "Жоқ"}
_GONE = {"ru": "Исключить", "kk": "Алып тасталсын"}
Article = Mapping[str, Any]


def versions(
    law: Mapping[str, Any], former: Mapping[str, Any]
) -> Iterator[tuple[int, int, Article | None, Article | None]]:
    """Chapter, number, the article in force and that of the draft; one of them may be None."""
    number = 0
    for order, chapter in enumerate(law["chapters"], start=1):
        for article in chapter["articles"]:
            number += 1
            changed = former["articles"].get(number, {})
            parts = [changed.get(place, part) for place, part in enumerate(article["parts"], start=1)]
            old = None if number in former["new"] else {**article, "parts": parts}
            yield order, number, old, article
    for place, article in enumerate(former["dropped"], start=number - len(former["new"]) + 1):
        yield len(law["chapters"]), place, article, None


def comparative_table(law: Mapping[str, Any], former: Mapping[str, Any], language: str) -> bytes:
    """The law in force and the draft side by side, with the reasons."""
    document = Document()
    document.add_heading(law["title"][language], level=0)
    document.add_paragraph(_TABLE_TITLE[language])
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    table = document.add_table(rows=1, cols=5, style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], _HEADINGS[language])
    _fill(table.add_row(), ["1", "2", "3", "4", "5"])
    chapter = 0
    for row, (order, number, old, new) in enumerate(versions(law, former), start=1):
        if order != chapter:
            chapter = order
            cells = table.add_row().cells
            heading = law["chapters"][order - 1]["heading"][language]
            cells[0].merge(cells[4]).text = _CHAPTER[language].format(order, heading)
        reason = former["reasons"].get(number if new else "dropped", {}).get(language, "")
        texts = (_cell(old, number, language), _cell(new, number, language))
        left, right = texts[0] or _ABSENT[language], texts[1] or _GONE[language]
        _fill(table.add_row(), [f"{row}.", _ARTICLE[language].format(number), left, right, reason])
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    return _saved(document)


def _cell(article: Article | None, number: int, language: str) -> str:
    if article is None:
        return ""
    heading = f"{_ARTICLE[language].format(number)}. {article['heading'][language]}"
    parts = [f"{count}. {part[language]}" for count, part in enumerate(article["parts"], start=1)]
    return "\n".join((heading, *parts))


def _fill(row: Any, texts: Sequence[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        first, *rest = text.split("\n")
        cell.paragraphs[0].add_run(first)
        for paragraph in rest:
            cell.add_paragraph(paragraph)


def tracked_changes(law: Mapping[str, Any], former: Mapping[str, Any]) -> bytes:
    """The law in force, made the draft by tracked changes, with comments; in Russian."""
    document = Document()
    _add_numbering(document.part.numbering_part.element)
    document.add_heading(law["title"]["ru"], level=0)
    chapter = 0
    changed: dict[tuple[int, int], Any] = {}
    for order, number, old, new in versions(law, former):
        if order != chapter:
            chapter = order
            heading = law["chapters"][order - 1]["heading"]["ru"]
            document.add_heading(_CHAPTER["ru"].format(order, heading), level=1)
        either = new or old or {}
        pairs = [_pair(old, new, lambda one: one["heading"])]
        pairs += [_pair(old, new, lambda one, at=at: one["parts"][at]) for at in range(len(either["parts"]))]
        for count, (before, after) in enumerate(pairs):
            paragraph = document.add_paragraph() if count else document.add_heading(level=2)
            _numbered(paragraph, level=1 if count else 0)
            _change(paragraph, before, after)
            if new:
                changed[number, count] = paragraph
    for comment in former["comments"]:
        _comment(document, changed[comment["article"], comment["part"]], comment)
    return _saved(document)


def _pair(old: Article | None, new: Article | None, words: Callable[[Article], Any]) -> tuple[str, str]:
    return words(old)["ru"] if old else "", words(new)["ru"] if new else ""


_TRACKED = 'w:id="0" w:author="Разработчик" w:date="2026-01-01T00:00:00Z"'


def _change(paragraph: Any, before: str, after: str) -> None:
    """Fills a paragraph with what stays, goes and comes, word by word; a whole one with its mark."""
    whole = "ins" if not before else "del" if not after else ""
    if whole:
        mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:{whole} {_TRACKED}/></w:rPr>")
        paragraph._p.get_or_add_pPr().append(mark)
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            paragraph.add_run("".join(old[a:b]))
            continue
        for name, tag, words in (("del", "delText", old[a:b]), ("ins", "t", new[c:d])):
            if words:
                run = f'<w:r><w:{tag} xml:space="preserve">{html.escape("".join(words))}</w:{tag}></w:r>'
                paragraph._p.append(parse_xml(f"<w:{name} {nsdecls('w')} {_TRACKED}>{run}</w:{name}>"))


def _comment(document: Any, paragraph: Any, comment: Mapping[str, Any]) -> None:
    """Hangs a comment on the runs that hold its words."""
    runs = [Run(node, paragraph) for node in paragraph._p.iter(qn("w:r")) if node.find(qn("w:t")) is not None]
    holding = [run for run in runs if comment["on"]["ru"] in run.text]
    made = document.add_comment(holding, comment["text"]["ru"], comment["author"], initials="")
    made._comment_elm.set(qn("w:date"), "2026-01-01T00:00:00Z")


def bilingual_page(law: Mapping[str, Any]) -> bytes:
    """The Kazakh and the Russian text side by side, as official portals print them."""
    rows = [law["title"]]
    number = 0
    for order, chapter in enumerate(law["chapters"], start=1):
        rows.append({one: _CHAPTER[one].format(order, chapter["heading"][one]) for one in ("kk", "ru")})
        for article in chapter["articles"]:
            number += 1
            rows.append(
                {one: f"{_ARTICLE[one].format(number)}. {article['heading'][one]}" for one in ("kk", "ru")}
            )
            for count, part in enumerate(article["parts"], start=1):
                rows.append({one: f"{count}. {part[one]}" for one in ("kk", "ru")})
    cells = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape(row[one])}</td>" for one in ("kk", "ru")) + "</tr>"
        for row in rows
    )
    page = (
        '<!doctype html>\n<html lang="kk"><head><meta charset="utf-8">'
        f"<title>{html.escape(law['title']['kk'])}</title></head>\n<body>\n"
        f"<main>\n<table>\n{cells}\n</table>\n</main>\n</body></html>\n"
    )
    return page.encode()


FORMATS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    "en.txt": plain_text,
    "ru.docx": word_file,
    "kk.html": gazette_page,
}


CHANGE_FORMATS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], bytes]] = {
    "table-ru.docx": lambda law, former: comparative_table(law, former, "ru"),
    "table-kk.docx": lambda law, former: comparative_table(law, former, "kk"),
    "tracked-ru.docx": tracked_changes,
    "bilingual.html": lambda law, former: bilingual_page(law),
}


def make(folder: Path) -> list[Path]:
    """Write every sample draft into a folder; gives their paths."""
    written = []
    for law in load_sources():
        for ending, build in FORMATS.items():
            path = folder / f"{law['name']}-{ending}"
            path.write_bytes(build(law))
            written.append(path)
    for law, former in load_former():
        for ending, build_change in CHANGE_FORMATS.items():
            path = folder / f"{law['name']}-{ending}"
            path.write_bytes(build_change(law, former))
            written.append(path)
    return written


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
