import pytest

from checker.errors import DraftError
from checker.readers import read_bytes
from checker.source import Source

ESCAPED = str.maketrans({"(": r"\(", ")": r"\)"})
Text = tuple[float, float, float, str]


def pdf(*pages: list[Text], encrypted: bool = False) -> bytes:
    """A PDF with the texts (left, bottom, size, words) of each page in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for texts in pages:
        stream = "\n".join(
            f"BT /F1 {size} Tf {left} {bottom} Td ({words.translate(ESCAPED)}) Tj ET"
            for left, bottom, size, words in texts
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    security = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>".format("41" * 32)
    objects.append(security)
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    lock = f" /Encrypt {len(objects)} 0 R /ID [<41><41>]" if encrypted else ""
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return (
        out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R{lock} >>\nstartxref\n{start}\n%%EOF".encode()
    )


BODY = [
    "4. (1) A police officer may arrest a person without a warrant where",
    "there are grounds to believe that the person has committed an of-",
    "fence that is punishable with imprisonment for more than five years,",
    "and shall bring the person before a court.",
    "(2) The person shall be informed of the reasons for the arrest at the",
    "moment of the arrest and shall be given access to a lawyer.",
]


SIDE_NOTES = {1: "Arrest", 2: "Fund", 3: "Rules", 4: "State", 5: ""}
#: Other words at the foot of every page, as in a real bill.
FILLING = {
    1: ["(3) A child is questioned with a parent.", "(4) Records are kept.", "(5) A doctor is called."],
    2: ["(3) Fines go to the fund.", "(4) The fund is audited.", "(5) Audits are public."],
    3: ["(3) Rules are laid before the House.", "(4) The House debates them.", "(5) Rules lapse in a year."],
    5: ["(3) The Act applies.", "(4) Forms are set.", "(5) Fees are paid."],
    4: ["(3) The Act binds the State.", "(4) Repeals are in the Schedule.", "(5) It applies at sea."],
}


def page(number: int) -> list[Text]:
    texts: list[Text] = [(250, 800, 10, "Police Bill"), (290, 40, 10, str(number))]
    for row, words in enumerate([*BODY, *FILLING[number]]):
        texts.append((150, 700 - 14 * row, 10, words))
    texts.extend((130, 700 - 14 * row, 8, str(5 * row)) for row in range(1, 4))
    texts.append((500, 686, 7, SIDE_NOTES[number]))
    return texts


@pytest.fixture(scope="module")
def bill() -> Source:
    return read_bytes("bill.pdf", pdf(*(page(number) for number in range(1, 5))))


def test_lines_become_paragraphs_and_broken_words_whole(bill: Source) -> None:
    texts = [block.text for block in bill.blocks if block.where == "page 2"]
    assert len(texts) == 5
    assert "committed an offence that is punishable" in texts[0]
    assert texts[0].endswith("before a court.")
    assert texts[1].startswith("(2) The person")


def test_what_the_printer_added_is_set_aside_with_its_page(bill: Source) -> None:
    aside = {(piece.text, piece.reason) for piece in bill.set_aside if piece.where == "page 3"}
    assert aside == {
        ("Police Bill", "running head or foot"),
        ("3", "page number"),
        ("5", "line number in the margin"),
        ("10", "line number in the margin"),
        ("15", "line number in the margin"),
    }


def test_a_note_in_the_margin_heads_what_stands_beside_it_or_stays_unplaced(bill: Source) -> None:
    beside = page(5)
    beside[-1] = (500, 700, 7, "Arrest without warrant")
    source = read_bytes("bill.pdf", pdf(*(page(number) for number in range(1, 5)), beside))
    (section,) = [block for block in source.blocks if block.heading]

    assert (section.heading, section.where) == ("Arrest without warrant", "page 5")
    assert [(piece.text, piece.where) for piece in bill.unplaced][2] == ("Rules", "page 3")


def test_raised_figures() -> None:
    texts: list[Text] = [
        (100, 700, 12, "209"),
        (120.2, 705, 7, "1"),
        (128, 700, 12, "of the Code applies to arrest"),
    ]
    assert read_bytes("law.pdf", pdf(texts)).blocks[0].text.startswith("209-1 of the Code")


def test_two_columns_are_read_one_after_the_other() -> None:
    columns: list[Text] = []
    for row in range(12):
        columns.append((60, 700 - 14 * row, 10, f"left column, line number {row} of the law"))
        columns.append((320, 700 - 14 * row, 10, f"right column, line number {row} of the law"))
    text = " ".join(block.text for block in read_bytes("law.pdf", pdf(columns)).blocks)
    assert text.index("left column, line number 11") < text.index("right column, line number 0")


def test_a_scan_asks_for_text_recognition() -> None:
    with pytest.raises(DraftError, match="scan") as caught:
        read_bytes("scan.pdf", pdf([], []))
    assert "OCR" in str(caught.value)


def test_encrypted_and_damaged_files_are_refused() -> None:
    with pytest.raises(DraftError, match="encrypted"):
        read_bytes("law.pdf", pdf(page(1), encrypted=True))
    with pytest.raises(DraftError, match="damaged"):
        read_bytes("law.pdf", b"%PDF-1.4\nnothing more")
