import shutil
import subprocess
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from laws import (
    QUOTES,
    W,
    checked,
    comments_in,
    draft_of,
    found,
    joined,
    marked_words,
    packed,
    parts_of,
    rich_draft,
    saved,
    whole,
    without_marks,
)
from lxml import etree
from msgspec.structs import replace

from checker.draft import Draft
from checker.readers import read_bytes
from checker.rendering.word.returning import commented

RICH = rich_draft()
CHANGED = {"word/document.xml", "word/comments.xml"}


def _letters(text: str) -> str:
    """Words as they read, without what a reader mends; the raised figure stands bare in the file."""
    return "".join(text.replace("\u00ad", "").replace("209-1", "2091").split())


def _rich():
    draft = draft_of(RICH)
    return checked(draft, *(found(draft, quote) for quote in QUOTES), whole(-1))


def test_every_finding_is_a_comment_on_its_very_words():
    one = _rich()
    words = marked_words(commented(one, language="ru", original=RICH))

    assert len(words) == len(one.findings) + 1
    marked = {_letters(text) for number, text in words.items() if number > 0}
    in_box, in_note = "по усмотрению следователя", "Срок продлевает прокурор области"
    assert {_letters(quote) for quote in QUOTES if quote not in (in_box, in_note)} <= marked
    assert any(_letters(in_box) in text for text in marked)
    assert "" in marked, "the words of a note are commented at its reference"
    said = "\n".join(comments_in(commented(one, language="ru", original=RICH)).values())
    assert f"«{in_box}»" in said
    assert f"«{in_note}»" in said
    assert _letters("Закон о порядке задержания") in marked


def test_nothing_but_comments_and_their_marks_is_changed():
    before, after = parts_of(RICH), parts_of(commented(_rich(), language="ru", original=RICH))

    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == CHANGED
    name = "word/document.xml"
    assert without_marks(after[name], 1) == joined(etree.fromstring(before[name]))


def test_comments_that_were_there_are_kept():
    comments = comments_in(commented(_rich(), language="ru", original=RICH))

    assert comments[0] == "Прошу проверить."
    assert sorted(comments) == list(range(len(QUOTES) + 2))


def test_a_file_without_comments_gets_the_part_its_relation_and_its_type():
    document = Document()
    document.add_paragraph("Статья 1. Арест применяется с санкции прокурора.")
    original = saved(document)
    draft = draft_of(original)
    result = commented(checked(draft, found(draft, "с санкции прокурора")), language="ru", original=original)
    before, after = parts_of(original), parts_of(result)

    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip
    assert [one.text.splitlines()[0] for one in Document(_file(result)).comments] == [
        "JRD-01. Судебный контроль"
    ]


def _file(content: bytes):
    return BytesIO(content)


@pytest.mark.parametrize(
    ("language", "author", "said"),
    [
        (
            "en",
            "Draft-law checker",
            ("Court control", "Potentially incompatible · Critical", "Wording to propose: Custody is"),
        ),
        (
            "ru",
            "Проверка законопроектов",
            ("Судебный контроль", "Критическое", "Предлагаемая редакция: Содержание"),
        ),
        (
            "kk",
            "Заң жобаларын тексеру",
            ("Сот бақылауы", "Аса маңызды", "Ұсынылатын редакция: Күзетпен ұстауды"),
        ),
    ],
)
def test_comments_speak_the_language_of_the_report(language, author, said):
    result = commented(_rich(), language=language, original=RICH)
    text = comments_in(result)[2]

    assert all(words in text for words in said), text
    assert [one.author for one in Document(_file(result)).comments][1:] == [author] * (len(QUOTES) + 1)


def test_a_date_is_printed_only_when_given_and_the_bytes_are_the_same():
    one = _rich()
    undated, dated = (
        commented(one, language="ru", day=day, original=RICH) for day in (None, date(2026, 1, 2))
    )

    assert undated == commented(one, language="ru", original=RICH)
    assert b"T00:00:00Z" not in parts_of(undated)["word/comments.xml"]
    assert parts_of(dated)["word/comments.xml"].count(b"2026-01-02T00:00:00Z") == len(one.findings)


def test_words_that_stand_twice_are_marked_where_the_finding_is():
    document = Document()
    for number in (1, 2, 3):
        document.add_paragraph(f"Статья {number}. Мера {number}")
        document.add_paragraph("Решает прокурор.")
    original = saved(document)
    draft = draft_of(original)
    holders = [one for one in draft.provisions if one.text == "Решает прокурор."]
    findings = [whole(one.index, start=7, end=15, quote="прокурор") for one in holders]
    body = etree.fromstring(
        parts_of(commented(checked(draft, *findings), language="ru", original=original))["word/document.xml"]
    )
    space = body.nsmap["w"]
    seats = [
        [p for p in body.iter(f"{{{space}}}p")].index(next(mark.iterancestors(f"{{{space}}}p")))
        for mark in body.iter(f"{{{space}}}commentRangeStart")
    ]

    assert seats == [1, 3, 5]


def test_what_cannot_be_located_hangs_on_the_nearest_heading_with_its_words():
    document = Document()
    document.add_heading("Статья 1. Основания ареста подозреваемого", level=1)
    document.add_paragraph("Арест применяет суд.")
    original = saved(document)
    other = Document()
    other.add_heading("Статья 1. Основания ареста подозреваемого", level=1)
    other.add_paragraph("Совсем другие слова прокурора области.")
    draft = draft_of(saved(other))
    finding = found(draft, "слова прокурора")
    result = commented(checked(draft, finding), language="ru", original=original)

    assert list(marked_words(result).values()) == ["Статья 1. Основания ареста подозреваемого"]
    assert "«слова прокурора»" in comments_in(result)[0]


def test_a_provision_whose_text_was_mended_is_found_by_the_quotation():
    original = saved(_document("Статья 1. Сроки", "1. Срок ареста продлевает (прокурор области) один раз."))
    other = saved(
        _document("Статья 1. Сроки", "1. Срок содержания ареста продлевает (прокурор области) один раз.")
    )
    draft = draft_of(other)
    result = commented(checked(draft, found(draft, "(прокурор области)")), language="ru", original=original)

    assert list(marked_words(result).values()) == ["(прокурор области)"]


def _document(*texts: str):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return document


def test_overlapping_findings_cut_a_run_once_at_each_edge():
    original = saved(_document("Статья 1. Арест", "Прокурор вправе продлить арест до года без суда."))
    draft = draft_of(original)
    quotes = (
        "Прокурор вправе продлить",
        "вправе продлить арест",
        "Прокурор вправе продлить арест до года без суда.",
        "продлить",
    )
    result = commented(
        checked(draft, *(found(draft, quote) for quote in quotes)), language="ru", original=original
    )

    assert sorted(marked_words(result).values()) == sorted(quotes)
    after = parts_of(result)["word/document.xml"]
    assert without_marks(after, 0) == joined(etree.fromstring(parts_of(original)["word/document.xml"]))


def test_the_strict_form_of_the_format_is_given_back_in_kind():
    parts = parts_of(saved(_document("Статья 1. Арест", "Арест применяется с санкции прокурора.")))
    swaps = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    for name in ("word/document.xml", "word/styles.xml"):
        for old, new in swaps:
            parts[name] = parts[name].replace(old, new)
    original = packed(parts)
    draft = draft_of(original)
    after = parts_of(commented(checked(draft, found(draft, "с санкции")), language="ru", original=original))

    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in after["word/comments.xml"]
    assert b"officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]
    assert after["word/document.xml"].count(b"commentReference") == 1


@pytest.mark.parametrize("name", ["law.txt", "law.html"])
def test_other_formats_become_a_clean_file_with_the_comments(name):
    lines = ("Заң жобасы", "1-бап. Қамау", "1. Қамауды прокурор санкциялайды.", "2. Прокурор:")
    text = "\n\n".join((*lines, "1) мерзімді ұзартады;", "2) шағымды қарайды."))
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n\n")) + "</body></html>"
    draft = draft_of((page if name.endswith("html") else text).encode(), name)
    one = checked(draft, found(draft, "прокурор санкциялайды"), found(draft, "мерзімді ұзартады"), whole(-1))
    result = commented(one, language="kk")
    document = Document(_file(result))

    assert {"прокурор санкциялайды", "мерзімді ұзартады"} <= set(marked_words(result).values())
    assert len(list(document.comments)) == len(one.findings)
    assert "1-бап. Қамау" in [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert read_bytes("again.docx", result).blocks
    assert commented(one, language="kk") == result


def test_the_new_file_is_read_as_the_same_law():
    lines = ("Статья 1. Арест", "1. Суд вправе:", "1) продлить срок;", "2) отказать.")
    text = "\n\n".join((*lines, "Статья 2. Жалоба", "Жалоба подаётся в суд."))
    draft = draft_of(text.encode(), "law.txt")
    again = draft_of(commented(checked(draft, whole(-1)), language="ru"))

    assert [(one.label, one.text) for one in again.provisions if one.text][-4:] == [
        (one.label, one.text) for one in draft.provisions if one.text
    ][-4:]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_file_and_reads_the_same_text(tmp_path):
    (tmp_path / "before.docx").write_bytes(RICH)
    (tmp_path / "after.docx").write_bytes(commented(_rich(), language="ru", original=RICH))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run(
        [*command, str(tmp_path / "before.docx"), str(tmp_path / "after.docx")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    before, after = ((tmp_path / f"{name}.txt").read_text("utf-8") for name in ("before", "after"))

    assert "Прокурор вправе" in before
    assert before == after


def test_words_are_found_among_line_numbers_and_side_notes():
    lines = (
        "88. (1) Where an officer in charge of a police",
        "5",
        "Powers of",
        "station so asks, the Minister may extend",
    )
    original = saved(_document("PART I", *lines, "the detention", "10", "order for a year without a court."))
    text = (
        "PART I\n\n88. (1) Where an officer in charge of a police station so asks, the Minister may extend "
    )
    draft = draft_of((text + "the detention order for a year without a court.").encode(), "law.txt")
    result = commented(
        checked(
            draft, found(draft, "police station so asks"), found(draft, "the detention order for a year")
        ),
        language="en",
        original=original,
    )

    assert list(marked_words(result).values()) == [
        "police5Powers ofstation so asks",
        "the detention10order for a year",
    ]


def test_unchanged_words_of_a_comparative_table_are_marked_in_the_column_of_the_draft():
    rows = (
        ("Срок ареста продлевает прокурор района.", "Срок ареста продлевает прокурор района."),
        (
            "Жалобу рассматривает ведомство.",
            "Жалобу рассматривает вышестоящее ведомство по своему усмотрению.",
        ),
        ("Решение окончательное.", "Решение окончательное и обжалованию в суд не подлежит."),
    )
    document = Document()
    table = document.add_table(rows=0, cols=3)
    for number, texts in enumerate(rows, 1):
        for cell, text in zip(table.add_row().cells, (str(number), *texts), strict=True):
            cell.text = text
    original = saved(document)
    draft = Draft.of_texts([proposed for _, proposed in rows], "ru")
    provisions = tuple(replace(one, row=one.index + 1) for one in draft.provisions)
    draft = replace(draft, format="docx", provisions=provisions)
    result = commented(checked(draft, found(draft, "продлевает прокурор")), language="ru", original=original)
    root = etree.fromstring(parts_of(result)["word/document.xml"])
    (mark,) = root.iter(f"{W}commentRangeStart")
    cell = next(mark.iterancestors(f"{W}tc"))

    assert [one for one in cell.getparent() if one.tag == f"{W}tc"].index(cell) == 2
    assert list(marked_words(result).values()) == ["продлевает прокурор"]
