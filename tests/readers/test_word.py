import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from checker.errors import DraftError
from checker.readers import read_bytes
from checker.source import Source

NUMBERING = """<w:abstractNum {ns} w:abstractNumId="90">
{levels}</w:abstractNum>"""
LEVEL = (
    '<w:lvl w:ilvl="{place}"><w:start w:val="1"/>'
    '<w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
)
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraph(document, xml: str) -> None:
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(document) -> Source:
    return read_bytes("draft.docx", saved(document))


def numbered(*levels: tuple[str, str]):
    document = Document()
    root = document.part.numbering_part.element
    xml = "".join(
        LEVEL.format(place=place, format=kind, text=text) for place, (kind, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"), levels=xml)))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/>{restart}</w:num>')
    )
    return document


def listed(document, text: str, level: int = 0, number: int = 90) -> None:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph(document, f"<w:pPr>{place}</w:pPr>{run(text)}")


def test_automatic_numbers_of_several_levels() -> None:
    document = numbered(("decimal", "%1."), ("decimal", "%1.%2."), ("russianLower", "%3)"))
    for text, level in (
        ("one", 0),
        ("one one", 1),
        ("a", 2),
        ("b", 2),
        ("two", 0),
        ("two one", 1),
        ("a again", 2),
    ):
        listed(document, text, level)
    listed(document, "restarted", 0, 91)
    numbers = [(block.number, block.depth) for block in read(document).blocks]
    assert numbers == [
        ("1.", 1),
        ("1.1.", 2),
        ("а)", 3),
        ("б)", 3),
        ("2.", 1),
        ("2.1.", 2),
        ("а)", 3),
        ("1.", 1),
    ]


@pytest.mark.parametrize(
    ("kind", "last"),
    [("lowerLetter", "d"), ("lowerRoman", "iv"), ("upperRoman", "IV"), ("decimalZero", "04")],
)
def test_number_formats(kind: str, last: str) -> None:
    document = numbered((kind, "(%1)"))
    for text in "four":
        listed(document, text)
    assert read(document).blocks[-1].number == f"({last})"


def test_bullets_have_no_number() -> None:
    document = numbered(("bullet", "•"))
    listed(document, "ground")
    assert (read(document).blocks[0].number, read(document).blocks[0].depth) == ("", 1)


def test_tracked_changes_are_accepted() -> None:
    document = Document()
    inserted = f'<w:ins w:id="1" w:author="a">{run("48")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>72</w:delText></w:r></w:del>'
    paragraph(document, run("at most ") + deleted + inserted + run(" hours"))
    source = read(document)
    assert [block.text for block in source.blocks] == ["at most 48 hours"]
    assert [block.text for block in source.before] == ["at most 72 hours"]
    assert source.set_aside == ()


def test_raised_figures_soft_hyphens_and_links() -> None:
    document = Document()
    raised = run("1", '<w:vertAlign w:val="superscript"/>')
    link = f'<w:hyperlink w:anchor="x">{run("Кодекса")}</w:hyperlink>'
    paragraph(document, run("статья 209") + raised + run(" уго\u00adловного ") + link)
    assert read(document).blocks[0].text == "статья 209-1 уголовного Кодекса"


def test_headings_have_depth() -> None:
    document = Document()
    document.add_heading("Act on Detention", 1)
    document.add_heading("Chapter 1", 2)
    source = read(document)
    assert [(block.kind, block.depth) for block in source.blocks] == [("heading", 1), ("heading", 2)]
    assert source.title == "Act on Detention"


def test_tables_are_read_row_by_row() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Fee", "Rate"), ("72 hours", "48 hours")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert [(block.kind, block.where, block.text) for block in read(document).blocks] == [
        ("cell", "table 1, row 1, column 1", "Fee"),
        ("cell", "table 1, row 1, column 2", "Rate"),
        ("cell", "table 1, row 2, column 1", "72 hours"),
        ("cell", "table 1, row 2, column 2", "48 hours"),
    ]


def test_headers_and_hidden_text_are_set_aside() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Draft of 1 May"
    paragraph(document, run("Article 1") + run("secret", "<w:vanish/>"))
    source = read(document)
    assert [block.text for block in source.blocks] == ["Article 1"]
    assert {piece.reason for piece in source.set_aside} == {"page header", "hidden text"}


def test_text_boxes_are_read_once() -> None:
    document = Document()
    box = f"<w:txbxContent><w:p>{run('Boxed text')}</w:p></w:txbxContent>"
    pict = f'<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{box}</v:textbox></w:pict>'
    both = f'<mc:Choice Requires="wps">{pict}</mc:Choice><mc:Fallback>{pict}</mc:Fallback>'
    either = f"<w:r><mc:AlternateContent {MC}>{both}</mc:AlternateContent></w:r>"
    paragraph(document, run("Article 1") + either)
    assert [block.text for block in read(document).blocks] == ["Article 1", "Boxed text"]


def with_part(content: bytes, name: str, text: str) -> bytes:
    stream = BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return stream.getvalue()


def test_footnotes_follow_the_paragraph_that_refers_to_them() -> None:
    document = Document()
    paragraph(document, run("Article 1") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    paragraph(document, run("Article 2"))
    note = f'<w:footnote w:id="2"><w:p>{run("See the Code.")}</w:p></w:footnote>'
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    blocks = read_bytes("draft.docx", with_part(saved(document), "word/footnotes.xml", notes)).blocks
    assert [(block.kind, block.number, block.text) for block in blocks] == [
        ("text", "", "Article 1"),
        ("footnote", "2", "See the Code."),
        ("text", "", "Article 2"),
    ]


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(saved(Document()), "word/media/zeros.bin", "0" * 80_000_000)
    with pytest.raises(DraftError, match="zip bomb"):
        read_bytes("draft.docx", bomb)


def test_damaged_files_are_refused() -> None:
    content = saved(Document())
    with pytest.raises(DraftError, match="damaged"):
        read_bytes("draft.docx", content[: len(content) // 2])
