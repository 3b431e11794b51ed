import pytest

from checker.draft import Draft
from checker.rendering.quoting import pieces_of, with_short_quotes
from checker.rendering.wording import Told

LONG = "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать"


def _finding(make_checked_draft):
    return make_checked_draft("en").findings[0]


@pytest.mark.parametrize(
    ("message", "quoted"),
    [
        ("«күзетпен ұстау»: решает не суд.", ["күзетпен ұстау"]),
        ("Не суд (“күзетпен ұстау”) решает.", ["күзетпен ұстау"]),
        ("Термин «доклад» стоит не в законе.", []),
        ("Без кавычек күзетпен ұстау.", []),
    ],
)
def test_words_quoted_from_the_draft_keep_its_language(make_checked_draft, message, quoted):
    finding = _finding(make_checked_draft)
    draft = Draft.of_texts([""] * 5 + ["Прокурор күзетпен ұстау туралы шешеді."], "kk")
    pieces = pieces_of(Told(message, "ru"), finding, draft)

    assert "".join(piece.text for piece in pieces) == message
    assert [piece.text for piece in pieces if piece.language == "kk"] == quoted


def test_a_message_in_the_language_of_the_law_is_one_piece(make_checked_draft):
    draft = Draft.of_texts([""] * 5 + ["суд"], "ru")

    assert len(pieces_of(Told("«суд» решает", "ru"), _finding(make_checked_draft), draft)) == 1


def test_long_quotations_are_cut_in_an_overview_only():
    short = "один два три четыре пять шесть семь восемь девять десять …"

    assert (
        with_short_quotes((Told(f"Норма («{LONG}») неясна.", "ru"),))[0].text == f"Норма («{short}») неясна."
    )
    pieces = with_short_quotes((Told("Норма («", "kk"), Told(LONG, "ru"), Told("»)", "kk")))
    assert [piece.text for piece in pieces] == ["Норма («", short, "»)"]
    assert with_short_quotes((Told("«до суда» и всё", "ru"),))[0].text == "«до суда» и всё"
