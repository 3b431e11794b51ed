"""Notes in the margin of a section become its heading, in every format that prints them."""

from __future__ import annotations

from docx import Document
from docx.shared import Pt

from checker.readers import read_bytes
from checker.readers.side_notes import note_and_section
from checker.source import Source
from tests.readers.test_word import read


def _gazette() -> Source:
    document = Document()
    for number in range(1, 6):
        paragraph = document.add_paragraph()
        for words, size in (
            ("Arrest by ", 8),
            (f"{number}. ", 10),
            ("Any officer may arrest a person who has ", 10),
            ("police ", 8),
            ("committed an offence under this Act.", 10),
        ):
            paragraph.add_run(words).font.size = Pt(size)
    return read(document)


def test_small_words_among_the_lines_of_a_word_file_are_the_side_note():
    blocks = _gazette().blocks

    assert [block.heading for block in blocks] == ["Arrest by police"] * 5
    assert blocks[1].text == "2. Any officer may arrest a person who has committed an offence under this Act."


def test_a_table_row_may_set_the_note_beside_its_section():
    document = Document()
    document.add_paragraph("AN ACT TO TEST")
    for number, note in ((1, "Short title"), (2, "Insertion of section 5 in the principal enactment")):
        row = document.add_table(rows=1, cols=2).rows[0]
        row.cells[0].text = f"{number}. The principal enactment is amended in the following manner."
        row.cells[1].text = note
    blocks = read(document).blocks

    assert [(block.heading, block.kind) for block in blocks[1:]] == [
        ("Short title", "text"),
        ("Insertion of section 5 in the principal enactment", "text"),
    ]


def test_a_comparative_table_has_no_side_notes():
    assert not note_and_section(["1.", "The court decides within two days.", "The court decides at once."])
    assert not note_and_section(["1. Суд решает дело в течение двух дней.", "Обоснование"])


PRINTED = """
An Act to test the arrest of persons

1. This Act may be cited as the Testing Act,

Short title

No. 5 of 2020.

testing of acts

2. (1) Any police officer may arrest a person referred to in subsection

(2) of section 5 when he has committed an offence.

Arrest by police

5

10

15

"""


def test_notes_on_lines_of_their_own_and_heads_without_numbers():
    text = PRINTED + "".join(
        f"{n}. Any officer shall keep the record of the arrest.\n\ntesting of acts\n\n5\n\n10\n\n15\n\n"
        for n in range(3, 14)
    )
    source = read_bytes("bill.txt", text.encode())

    assert [(block.heading, block.text) for block in source.blocks[1:3]] == [
        ("Short title", "1. This Act may be cited as the Testing Act, No. 5 of 2020."),
        (
            "Arrest by police",
            "2. (1) Any police officer may arrest a person referred to in subsection (2) of section 5"
            " when he has committed an offence.",
        ),
    ]
    assert {piece.reason for piece in source.set_aside} == {
        "running head or foot",
        "line number in the margin",
    }
