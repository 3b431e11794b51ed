"""Comparative tables: the wording in force and the proposed one, told apart in every format."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.readers import read_bytes
from checker.readers.characters import block_characters, count_characters
from checker.readers.table_headings import columns_of
from checker.readers.table_places import Place
from checker.source import Block, Source
from tests.readers.test_pdf import pdf
from tests.readers.word_files import cell, paragraph, put_in, read, run, table, taken_out

HEAD = ("№ п/п", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование")


def texts(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(block.row, f"{block.number} {block.text}".strip()) for block in blocks]


def all_words(source: Source) -> str:
    pieces = (*source.unplaced, *source.set_aside, *source.remarks, *source.blocks, *source.before)
    return " ".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("headings", "before", "after", "reason"),
    [
        (HEAD, 2, 3, 4),
        (("Действующая редакция", "Редакция законопроекта"), 0, 1, -1),
        (("№", "ДЕЙСТВУЮЩАЯ РЕДАКЦИЯ", "Редакция, предлагаемая депутатами", "Примечание"), 1, 2, 3),
        (("Структурный элемент", "Редакция законопроекта", "Предлагаемое изменение", "Автор"), 1, 2, -1),
        (
            ("Р/с №", "Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция", "Негіздеме"),
            2,
            3,
            4,
        ),
        (("Бап", "Қолданыстағы редакция", "Жобаның редакциясы", "Ескертпе"), 1, 2, 3),
        (("No.", "Text in force", "Proposed amendment", "Rationale"), 1, 2, 3),
        (("Section", "Existing provision", "Proposed text", "Reasons"), 1, 2, 3),
        (("Дейстувющая редакция", "Предлогаемая редакция"), 0, 1, -1),
    ],
)
def test_columns_are_known_by_their_headings(headings, before, after, reason) -> None:
    columns = columns_of(headings)

    assert columns is not None
    assert (columns.before, columns.after, columns.reason) == (before, after, reason)


@pytest.mark.parametrize(
    "headings",
    [
        ("Наименование", "Ставка, тенге"),
        ("№", "Предлагаемая цена"),
        ("Үлгі", "Саны"),
        ("Goods", "Rate", "Note"),
    ],
)
def test_other_tables_compare_nothing(headings) -> None:
    assert columns_of(headings) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Статья 14", Place("14", "ru")),
        ("часть вторая статьи 132-1", Place("132-1", "ru", "2.")),
        ("пункт 2 статьи 5", Place("5", "ru", "2.")),
        ("подпункт 3) пункта 2 статьи 5", Place("5", "ru", "2.", "3)")),
        ("пункт 3) части 2 статьи 5", Place("5", "ru", "2.", "3)")),
        ("14-баптың 2-тармағы", Place("14", "kk", "2.")),
        ("14-баптың 2-тармағының 3) тармақшасы", Place("14", "kk", "2.", "3)")),
        ("14-баптың 2-бөлігі", Place("14", "kk", "2.")),
        ("Section 14(2)", Place("14", "en", "(2)")),
        ("Преамбула", Place()),
    ],
)
def test_places_are_read(text: str, place: Place) -> None:
    assert Place.named(text) == place


def test_both_wordings_the_reasons_and_what_steers_the_table() -> None:
    source = read(
        paragraph(run("Сравнительная таблица")),
        table(
            HEAD,
            ("1", "2", "3", "4", "5"),
            (cell("Глава 2. Задержание", '<w:gridSpan w:val="5"/>'),),
            (
                "1",
                "Статья 4",
                "Статья 4. Срок|1. До 48 часов.",
                "Статья 4. Срок|1. До 72 часов.",
                "Мало времени",
            ),
            HEAD,
            ("2", "пункт 2 статьи 5", "Отсутствует", "Суд решает.", "Новое"),
            ("3", "Статья 6", "Статья 6. Врач", "Исключить", "Лишнее"),
            ("4", "Статья 7", "Статья 7. Суд|…", "Без изменений", ""),
        ),
    )

    assert texts(source.blocks) == [
        (0, "Сравнительная таблица"),
        (1, "Глава 2. Задержание"),
        (2, "Статья 4. Срок"),
        (2, "1. До 72 часов."),
        (3, "Статья 5."),
        (3, "2. Суд решает."),
        (5, "Статья 7. Суд"),
    ]
    assert texts(source.before) == [
        (1, "Глава 2. Задержание"),
        (2, "Статья 4. Срок"),
        (2, "1. До 48 часов."),
        (4, "Статья 6. Врач"),
        (5, "Статья 7. Суд"),
    ]
    assert [(remark.kind, remark.text, remark.block) for remark in source.remarks] == [
        ("justification", "Мало времени", 2),
        ("justification", "Новое", 4),
    ]
    assert ("Лишнее", "justification on a row that proposes no text") in [
        (piece.text, piece.reason) for piece in source.set_aside
    ]
    assert source.characters == sum(map(block_characters, source.blocks))


def test_merged_cells_and_headings_of_two_rows() -> None:
    down = '<w:vMerge w:val="restart"/>'
    source = read(
        table(
            (cell("Р/с №", down), cell("Редакциясы", '<w:gridSpan w:val="2"/>'), cell("Негіздеме", down)),
            (cell("", "<w:vMerge/>"), "Қолданыстағы", "Ұсынылатын", cell("", "<w:vMerge/>")),
            ("1", cell("4-бап. Мерзім", down), "4-бап. Мерзім", "Себеп"),
            ("2", cell("", "<w:vMerge/>"), "1. Сот шешеді.", ""),
        )
    )

    assert texts(source.before) == [(1, "4-бап. Мерзім")]
    assert texts(source.blocks) == [(1, "4-бап. Мерзім"), (1, "1. Сот шешеді.")]


def test_a_row_that_goes_on_is_one_with_the_row_above() -> None:
    source = read(
        table(
            HEAD,
            ("1", "Статья 4", "Статья 4. Срок|1. Срок до", "Статья 4. Срок|1. Срок не может", "Так"),
            ("", "", "двух суток.", "превышать трех суток.", "надо."),
        )
    )

    assert texts(source.blocks)[-1] == (1, "1. Срок не может превышать трех суток.")
    assert texts(source.before)[-1] == (1, "1. Срок до двух суток.")
    assert [remark.text for remark in source.remarks] == ["Так надо."]


def test_one_act_may_go_through_several_tables() -> None:
    rows = [(str(n), f"Статья {n}", f"Статья {n}. А", f"Статья {n}. Б", "") for n in (1, 2)]
    source = read(table(HEAD, rows[0]), paragraph(run("Продолжение таблицы")), table(rows[1]))

    assert texts(source.before) == [(1, "Статья 1. А"), (2, "Статья 2. А")]
    assert texts(source.blocks) == [(1, "Статья 1. Б"), (0, "Продолжение таблицы"), (2, "Статья 2. Б")]


def test_a_wholly_new_law_has_no_former_wording() -> None:
    source = read(table(HEAD, ("1", "Статья 1", "жоқ", "Статья 1. Цель", "Новый закон")))
    bare = read(table(("№", "Структурный элемент", "Редакция законопроекта"), ("1", "Статья 1", "Цель.")))

    assert texts(source.blocks) == [(1, "Статья 1. Цель")]
    assert source.before == bare.before == ()
    assert texts(bare.blocks) == [(1, "Статья 1."), (1, "Цель.")]


def test_a_table_may_only_strike_out() -> None:
    source = read(table(HEAD, ("1", "Статья 4", "Статья 4. Арест", "Исключить", "")))

    assert (source.blocks, texts(source.before)) == ((), [(1, "Статья 4. Арест")])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Статья 4", "1. До трех суток."), "the row has 2 cells under 5 headings"),
        (
            ("1", "Статья 4", cell("Оба текста", '<w:gridSpan w:val="2"/>'), "Так"),
            "one cell stands under both",
        ),
    ],
)
def test_a_row_that_cannot_be_read_stays_unplaced_with_the_reason(row, reason: str) -> None:
    source = read(table(HEAD, ("1", "Статья 1", "Статья 1. А", "Статья 1. Б", ""), row))

    [piece] = source.unplaced
    assert piece.reason.startswith(reason)
    assert piece.where == "table 1, row 3"
    assert source.characters == count_characters(piece.text) + sum(map(block_characters, source.blocks))


def test_headings_that_are_pictures_are_told() -> None:
    picture = "<w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc>"
    source = read(table((picture, picture), ("До 48 часов.", "До 72 часов.")))

    assert "headings of the table are pictures" in source.unplaced[0].reason
    assert [block.text for block in source.blocks] == ["До 48 часов.", "До 72 часов."]


def test_a_table_within_a_cell_loses_nothing() -> None:
    inner = f"<w:tc>{table(('Ставка', '10'))}<w:p/></w:tc>"
    source = read(table(HEAD, ("1", "Статья 1", "Статья 1. А", inner, "Так")))

    assert [block.text for block in source.blocks] == ["Статья 1.", "Ставка", "10"]


def test_a_table_with_tracked_changes_keeps_what_was_deleted() -> None:
    changed = f"<w:tc>{paragraph(run('Статья 1. Срок '), taken_out('48'), put_in('72'))}</w:tc>"
    source = read(table(HEAD, ("1", "Статья 1", "Статья 1. Срок 24", changed, "")))

    assert texts(source.blocks) == [(1, "Статья 1. Срок 72")]
    assert texts(source.before) == [(1, "Статья 1. Срок 24")]
    assert [piece.text for piece in source.set_aside if "deleted" in piece.reason] == ["48"]


HTML = """<table><caption>Салыстырма кесте</caption>
<tr><th rowspan="2">№</th><th colspan="2">Редакция</th><th rowspan="2">Негіздеме</th></tr>
<tr><th>Қолданыстағы</th><th>Ұсынылатын</th></tr>
<tr><td colspan="4">2-тарау. Ұстап алу</td></tr>
<tr><td>1</td><td><p>4-бап. Мерзім</p><p>1. 48 сағат.</p></td><td><p>4-бап. Мерзім</p><p>1. 72 сағат.</p></td>
<td>Уақыт аз</td></tr></table>"""


def test_a_table_of_a_page() -> None:
    source = read_bytes("a.html", f"<html><body>{HTML}</body></html>".encode())

    assert [text for _, text in texts(source.blocks)] == [
        *("Салыстырма кесте", "2-тарау. Ұстап алу", "4-бап. Мерзім", "1. 72 сағат.")
    ]
    assert texts(source.before) == [(1, "2-тарау. Ұстап алу"), (2, "4-бап. Мерзім"), (2, "1. 48 сағат.")]
    assert [remark.text for remark in source.remarks] == ["Уақыт аз"]


LEFT = (60, 90, 170, 300, 430)
ROWS = [
    (770, "No.", "Structural/unit", "Text in force", "Proposed/amendment", "Justification"),
    (
        730,
        "1",
        "Section 4",
        "4. A person is held/for 48 hours.",
        "4. A person may be/held for 72 hours.",
        "Need",
    ),
    (680, "2", "Section 5", "None", "5. The court decides/on the motion.", "New rule"),
    (640, "3", "Section 6", "6. Appeal lies.", "repealed", "Too slow"),
]
PRINTED = [(60.0, 800.0, 12.0, "Comparative table to the Bill on Detention")] + [
    (float(left), top - 14.0 * place, 10.0, line)
    for top, *cells in ROWS
    for left, text in zip(LEFT, cells, strict=True)
    for place, line in enumerate(text.split("/"))
]


def with_rules(content: bytes) -> bytes:
    """The page with lines around its rows and columns, too near for the space alone to part them."""
    across = [f"55 {y} m 550 {y} l S" for y in (785, 745, 695, 655, 620)]
    down = [f"{x} 620 m {x} 785 l S" for x in (55, 86, 166, 296, 426, 550)]
    drawn = "\n".join(["0.5 w", *across, *down]).encode()
    start = content.index(b"stream\n") + 7
    end = content.index(b"\nendstream")
    stream = drawn + b"\n" + content[start:end]
    head = content[: content.index(b"<< /Length")] + f"<< /Length {len(stream)} >>\nstream\n".encode()
    return head + stream + content[end:]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "spaced"])
def test_a_printed_table(ruled: bool) -> None:
    content = pdf(PRINTED)
    source = read_bytes("a.pdf", with_rules(content) if ruled else content)

    assert texts(source.blocks) == [
        (0, "Comparative table to the Bill on Detention"),
        (1, "4. A person may be held for 72 hours."),
        (2, "5. The court decides on the motion."),
    ]
    assert texts(source.before) == [(1, "4. A person is held for 48 hours."), (3, "6. Appeal lies.")]
    assert [remark.text for remark in source.remarks] == ["Need", "New rule"]


WORDS = st.text("абвгде", min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(WORDS, st.sampled_from(["", "<w:vMerge/>"])), max_size=6), min_size=1, max_size=5
    )
)
def test_no_word_of_any_table_is_lost(rows) -> None:
    made = [[cell(f"{text}q{row}w{place}", merge) for place, (text, merge) in enumerate(cells)]
            for row, cells in enumerate(rows)]  # fmt: skip
    source = read(paragraph(run("Закон")), table(HEAD, *[row for row in made if row]))

    words = all_words(source)
    for row, cells in enumerate(rows):
        for place, (text, _) in enumerate(cells):
            assert f"{text}q{row}w{place}" in words


def test_long_tables_are_read_in_time() -> None:
    rows = [
        (str(n), f"Статья {n}", f"Статья {n}. А|1. Да.", f"Статья {n}. Б|1. Нет.", "Так") for n in range(2000)
    ]
    began = time.process_time()
    source = read(table(HEAD, *rows))

    assert len(source.blocks) == len(source.before) == 4000
    assert time.process_time() - began < 5
