"""A Word draft of our own with all that experts' drafts hold, and findings on its words."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from checker.draft import Draft
from checker.finding import CheckedDraft, Finding
from checker.readers import read_bytes
from checker.rule import Citation, Instrument, Rule, Ruleset
from checker.structure import build_draft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXTS = {
    "title": {"en": "Court control", "ru": "Судебный контроль", "kk": "Сот бақылауы"},
    "standard": {
        "en": "Only a court decides on custody.",
        "ru": "О содержании под стражей решает только суд.",
        "kk": "Күзетпен ұстау туралы тек сот шешеді.",
    },
    "message": {
        "en": "«{found}»: nobody but the prosecutor decides here.",
        "ru": "«{found}»: решает здесь, по-видимому, один прокурор.",
        "kk": "«{found}»: бұл жерде прокурор ғана шешетін сияқты.",
    },
    "recommendation": {
        "en": "Give it to a court.", "ru": "Передать вопрос суду.", "kk": "Мәселені сотқа беру.",
    },
    "proposed_wording": {
        "en": "Custody is ordered by a court alone.",
        "ru": "Содержание под стражей назначает только суд.",
        "kk": "Күзетпен ұстауды сот қана тағайындайды.",
    },
}  # fmt: skip
INSTRUMENTS = {
    "ICCPR": Instrument("ICCPR", {"en": "Covenant", "ru": "Пакт", "kk": "Пакт"}, "treaty"),
    "BoP": Instrument("BoP", {"en": "Principles", "ru": "Свод принципов", "kk": "Қағидалар"}, "soft-law"),
    "Report-2009": Instrument("Report-2009", {"en": "Report", "ru": "Доклад", "kk": "Баяндама"}, "report"),
}


def rule(id_: str, **fields: Any) -> Rule:
    values: dict[str, Any] = {
        "id": id_, "group": "g", "severity": "major", "reason": {}, "report": ("R-01", "R-02"),
        "sources": (Citation("Report-2009", ""), Citation("ICCPR", "9(3), 14"), Citation("BoP", "11, 37")),
        "exceptions": (), "topic": (), "met_by": (), "checks": (), "examples": (), **TEXTS,
    }  # fmt: skip
    return Rule(**(values | fields))


def ruleset(*rules: Rule) -> Ruleset:
    return Ruleset("own", "1", {"en": "Own"}, "us", {"g": {"en": "G"}}, rules, {}, INSTRUMENTS)


def run(text: str, properties: str = "", attributes: str = "") -> str:
    return f'<w:r{attributes}><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(xml: str, properties: str = "") -> Any:
    return parse_xml(f"<w:p {nsdecls('w')}><w:pPr>{properties}</w:pPr>{xml}</w:p>")


def saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def draft_of(content: bytes, name: str = "draft.docx") -> Draft:
    return build_draft(read_bytes(name, content))


def found(draft: Draft, quote: str, id_: str = "JRD-01", **fields: Any) -> Finding:
    """A finding on words that stand in exactly one provision."""
    holders = [one for one in draft.provisions if quote in one.text]
    assert len(holders) == 1, (quote, [one.text for one in draft.provisions])
    start = holders[0].text.index(quote)
    values: dict[str, Any] = {
        "id": f"{id_}-{holders[0].index}-{start}", "rule": id_, "verdict": "incompatible",
        "severity": "critical", "confidence": 0.9, "provision": holders[0].index, "start": start,
        "end": start + len(quote), "quote": quote, "check": "authority",
        "message": {key: text.replace("{found}", quote) for key, text in TEXTS["message"].items()},
    }  # fmt: skip
    return Finding(**(values | fields))


def whole(provision: int, id_: str = "JRD-01", **fields: Any) -> Finding:
    """A finding on a provision, or on the draft (-1), without words of its own."""
    message = {key: text.replace("{found}", "") for key, text in TEXTS["message"].items()}
    values: dict[str, Any] = {
        "id": f"{id_}-{provision}", "rule": id_, "verdict": "missing", "severity": "major", "confidence": 0.9,
        "provision": provision, "start": 0, "end": 0, "quote": "", "check": "require", "message": message,
    }  # fmt: skip
    return Finding(**(values | fields))


def checked(draft: Draft, *findings: Finding, rules: tuple[Rule, ...] = (), **fields: Any) -> CheckedDraft:
    rules = rules or tuple(rule(id_) for id_ in dict.fromkeys(one.rule for one in findings))
    return CheckedDraft(draft, (ruleset(*rules),), findings, (), **fields)


BOX = """<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>
<w:p><w:r><w:t>Извещение близких по усмотрению следователя.</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls("w")}>
<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:t>Срок продлевает прокурор области.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
INSERTED = 'w:id="91" w:author="А. Б." w:date="2026-01-01T00:00:00Z"'


def rich_draft() -> bytes:
    """Tables, a note, lists, tracked changes, a comment, a field, a box, raised figures, soft hyphens."""
    document = Document()
    document.add_heading("Закон о порядке задержания", level=0)
    document.sections[0].header.paragraphs[0].text = "Проект"
    document.add_paragraph("Статья 1. Арест")
    noted = document.add_paragraph("1. Арест применяется ")
    words = noted.add_run("с санкции ")
    words.bold = True
    noted.add_run("проку\u00adрора").italic = True
    noted.add_run("\u00a0по  ходатайству следователя.")
    document.add_comment([words], "Прошу проверить.", author="Коллега", initials="К")
    body = document.element.body
    end = body.sectPr
    for xml in (
        run("2. Прокурор вправе ") + f"<w:del {INSERTED}>"
        '<w:r><w:delText xml:space="preserve">сократить </w:delText></w:r></w:del>'
        f"<w:ins {INSERTED}>" + run("продлить срок") + "</w:ins>" + run(" до двенадцати месяцев."),
        run("3. Согласно статье 209")
        + run("1", '<w:vertAlign w:val="superscript"/>')
        + "<w:hyperlink>"
        + run(" жалоба рассматривается ведомством", "<w:u/>")
        + "</w:hyperlink>"
        + run(" без суда."),
        "<w:smartTag>" + run("4. Задержанный") + "</w:smartTag>"
        "<w:sdt><w:sdtContent>" + run(" находится под стражей") + "</w:sdtContent></w:sdt>"
        + run(" бессрочно.") + BOX,
        run("5. Надзор осуществляет прокурор.") + '<w:r><w:footnoteReference w:id="1"/></w:r>',
    ):  # fmt: skip
        end.addprevious(paragraph(xml))
    document.add_paragraph("Статья 2. Перечень")
    for text in ("Отказ в свидании решает начальник.", "Обыск жилища проводит следователь."):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Мера"
    table.cell(0, 1).text = "Домашний арест избирает следователь"
    parts = parts_of(saved(document))
    parts["word/footnotes.xml"] = FOOTNOTES.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    _insert(
        parts,
        "word/_rels/document.xml.rels",
        f'<Relationship Id="rId77" Type="{kind}" Target="footnotes.xml"/>',
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    _insert(parts, "[Content_Types].xml", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>')
    return packed(parts)


def _insert(parts: dict[str, bytes], name: str, xml: str) -> None:
    head, last, tail = parts[name].rpartition(b"</")
    parts[name] = head + xml.encode() + last + tail


QUOTES = (
    "с санкции прокурора по ходатайству",
    "Прокурор вправе продлить срок до двенадцати",
    "209-1 жалоба рассматривается ведомством без",
    "Задержанный находится под стражей бессрочно",
    "Надзор осуществляет прокурор.",
    "по усмотрению следователя",
    "Срок продлевает прокурор области",
    "решает начальник",
    "Обыск жилища",
    "арест избирает следователь",
)


def marked_words(content: bytes) -> dict[int, str]:
    """The text that each comment hangs on, tracked deletions left out."""
    parts = parts_of(content)
    words: dict[int, str] = {}
    for name in ("word/document.xml", "word/footnotes.xml"):
        open_ids: set[int] = set()
        for node in etree.fromstring(parts[name]).iter() if name in parts else ():
            if node.tag == f"{W}commentRangeStart":
                open_ids.add(int(node.get(f"{W}id")))
                words[int(node.get(f"{W}id"))] = ""
            elif node.tag == f"{W}commentRangeEnd":
                open_ids.discard(int(node.get(f"{W}id")))
            elif node.tag == f"{W}t":
                for number in open_ids:
                    words[number] += node.text or ""
    return words


def comments_in(content: bytes) -> dict[int, str]:
    """The text of every comment, a line for each paragraph."""
    root = etree.fromstring(parts_of(content)["word/comments.xml"])
    return {
        int(one.get(f"{W}id")): "\n".join(
            "".join(text.text or "" for text in line.iter(f"{W}t")) for line in one.iter(f"{W}p")
        )
        for one in root.iter(f"{W}comment")
    }


def without_marks(content: bytes, first: int) -> bytes:
    """A part without the marks from number ``first`` on, its cut runs put together again."""
    root = etree.fromstring(content)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for node in list(root.iter(f"{W}{name}")):
            if int(node.get(f"{W}id")) >= first:
                gone = node.getparent() if name == "commentReference" else node
                gone.getparent().remove(gone)
    return joined(root)


def joined(root: etree._Element) -> bytes:
    """The canonical form of a part in which neighbouring runs of the same look are one."""
    root = deepcopy(root)
    for one in list(root.iter(f"{W}r")):
        before = one.getprevious()
        if before is not None and before.tag == one.tag and _look(before) == _look(one):
            before.extend([child for child in one if child.tag != f"{W}rPr"])
            one.getparent().remove(one)
    for one in list(root.iter(f"{W}t")):
        before = one.getprevious()
        one.attrib.pop(SPACE, None)
        if before is not None and before.tag == one.tag:
            before.text = (before.text or "") + (one.text or "")
            one.getparent().remove(one)
    return etree.tostring(root, method="c14n")


def _look(one: etree._Element) -> tuple[bytes, str]:
    properties = one.find(f"{W}rPr")
    return (b"" if properties is None else etree.tostring(properties), str(sorted(one.attrib.items())))
