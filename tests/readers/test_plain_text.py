import time

from checker.readers import read_bytes
from checker.readers.characters import block_characters, count_characters
from checker.source import Source


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks]


def test_lines_that_begin_a_unit_start_a_block() -> None:
    text = "Статья 5. Задержание\n1. Срок:\n1) семьдесят два часа;\n2) сорок восемь часов.\n5-бап. Ұстау\n"
    assert texts(read_bytes("law.txt", text.encode())) == [
        "Статья 5. Задержание",
        "1. Срок:",
        "1) семьдесят два часа;",
        "2) сорок восемь часов.",
        "5-бап. Ұстау",
    ]


def test_hard_wrapped_lines_become_paragraphs() -> None:
    lines = [
        "Section 3. A person who is detained shall be brought before a",
        "court without delay and in any case within the period that is",
        "set out in section",
        "(2) of this Act or, where that period has ended, at once. The",
        "court shall decide on the lawfulness of the deten-",
        "tion and shall order release where it finds none.",
        "",
        "(a) The prosecutor shall be heard by the court before it takes",
        "the decision, and the person detained shall have the last word.",
    ]
    blocks = read_bytes("law.txt", "\n".join(lines).encode()).blocks
    assert len(blocks) == 2
    assert "section (2) of this Act" in blocks[0].text
    assert "lawfulness of the detention and" in blocks[0].text
    assert blocks[1].where == "line 8"


def test_lines_broken_at_links_are_joined_where_blank_lines_part_paragraphs() -> None:
    paragraph = "3) вносящих изменения в \nУголовный кодекс\n Республики Казахстан.\n\n"
    source = read_bytes("law.txt", (paragraph * 10).encode())
    assert set(texts(source)) == {"3) вносящих изменения в Уголовный кодекс Республики Казахстан."}


def test_raised_article_numbers_stay_readable() -> None:
    assert texts(read_bytes("law.txt", "Статья 209¹. Ордер".encode())) == ["Статья 209-1. Ордер"]


def test_line_numbers_and_page_heads_of_print_are_set_aside() -> None:
    page = "{n} Police Bill\n\nNo person shall be held\n\n5\n\n10\n\n15\n\nfor longer than a day.\n\n"
    source = read_bytes("bill.txt", "".join(page.format(n=2 * n) for n in range(1, 6)).encode())
    assert texts(source) == ["No person shall be held for longer than a day."] * 5
    reasons = {piece.reason for piece in source.set_aside}
    assert reasons == {"line number in the margin", "running head or foot"}


def test_numbers_in_a_table_are_not_line_numbers() -> None:
    rows = "\n\n".join(str(number) for number in range(1, 21))
    source = read_bytes("law.txt", f"Schedule 1\n\n{rows}\n\n{rows}\n\n{rows}\n".encode())
    assert not source.set_aside


def test_every_character_is_accounted_for() -> None:
    text = "Статья 1\n\n«Каждый»\u00a0имеет\tправо.\n\n5\n"
    source = read_bytes("law.txt", text.encode())
    placed = sum(map(block_characters, source.blocks))
    assert placed == source.characters == count_characters(text)


def test_a_large_code_is_read_in_a_second() -> None:
    article = "Статья {n}. Задержание\n\n      1. Задержание допускается на срок не более трех часов.\n\n"
    text = "".join(article.format(n=n) for n in range(1, 20_000)).encode()
    assert len(text) > 2_900_000
    begun = time.process_time()
    assert len(read_bytes("code.txt", text).blocks) == 2 * 19_999
    # The aim is one second; three leave room for a slow and busy machine.
    assert time.process_time() - begun < 3


def test_a_number_after_and_or_a_comma_starts_an_item_but_not_in_a_reference() -> None:
    text = (
        "(a) enters, and\n(b) seizes, or\n(c) holds,\n(d) any thing;\n"
        "Under sections 4 and\n(5) of the Act\nin paragraphs (a),\n(b) and (c) of it.\n"
    )
    assert texts(read_bytes("law.txt", text.encode())) == [
        "(a) enters, and",
        "(b) seizes, or",
        "(c) holds,",
        "(d) any thing;",
        "Under sections 4 and (5) of the Act in paragraphs (a), (b) and (c) of it.",
    ]
