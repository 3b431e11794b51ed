from io import BytesIO
from itertools import starmap

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from laws import INSTRUMENTS, checked, draft_of, found, rule, whole
from msgspec.structs import replace

from checker.draft import Draft
from checker.finding import Change, CheckedDraft, Pair
from checker.rendering.word.names import WORD
from checker.rendering.word.proposals import proposals_file
from checker.rule import Citation

LAW = {
    "en": "DRAFT LAW ON ARREST\n\nArticle 1. Arrest\n\n1. The prosecutor orders arrest. A term is set.\n\n"
    "2. The prosecutor extends arrest.\n\nArticle 2. Release\n\nRelease is granted.\n",
    "ru": "Проект Закона об аресте\n\nСтатья 1. Арест\n\n1. Арест санкционирует прокурор. "
    "Срок указывается.\n\n2. Срок продлевает прокурор.\n\n"
    "Статья 2. Освобождение\n\nОсвобождение производится.\n",
    "kk": "«Қамау туралы» Заңның жобасы\n\n1-бап. Қамау\n\n1. Қамауды прокурор санкциялайды. "
    "Мерзімі көрсетіледі.\n\n"
    "2. Мерзімді прокурор ұзартады.\n\n2-бап. Босату\n\nБосату жүргізіледі.\n",
}
WORDS = {
    "en": ("The prosecutor orders", "The prosecutor extends", "Release"),
    "ru": ("санкционирует прокурор", "продлевает прокурор", "Освобождение"),
    "kk": ("прокурор санкциялайды", "прокурор ұзартады", "Босату"),
}


def _law(language: str, **fields: object) -> CheckedDraft:
    draft = draft_of(LAW[language].encode(), "law.txt")
    first, second, third = WORDS[language]
    last = next(one.index for one in draft.provisions if one.text.startswith(third))
    findings = (found(draft, first), found(draft, second), whole(last, "JRD-03"), whole(-1, "JRD-05"))
    return checked(draft, *findings, **fields)


def _document(checked: CheckedDraft, language: str):
    return Document(BytesIO(proposals_file(checked, language=language)))


def _rows(document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("language", "named", "head", "absent"),
    [
        ("en", "on the draft LAW ON ARREST", "Wording of the draft", "Absent."),
        ("ru", "к проекту Закона об аресте", "Редакция законопроекта", "Отсутствует."),
        ("kk", "«Қамау туралы» Заңның жобасына", "Заң жобасының редакциясы", "Жоқ."),
    ],
)
def test_the_table_is_named_headed_and_filled(language, named, head, absent):
    document = _document(_law(language), language)
    rows = _rows(document)
    text = "\n".join(one.text for one in document.paragraphs)

    assert named in text
    assert "____" in text
    assert rows[0][2] == head
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert [row[2] == absent for row in rows[1:]] == [True, False, True]
    assert all(_said(language) in row[3] for row in rows[1:])


def _said(language: str) -> str:
    return rule("X").proposed_wording[language]


def test_findings_of_one_rule_in_one_article_are_one_row_with_their_words_in_bold():
    document = _document(_law("ru"), "ru")
    cell = document.tables[0].rows[2].cells
    bold = [run.text for line in cell[2].paragraphs for run in line.runs if run.bold]

    assert cell[1].text == "Статья 1, пункт 1\nСтатья 1, пункт 2"
    assert cell[2].text.startswith("Статья 1. Арест\n1. Арест санкционирует прокурор. Срок указывается.\n2. ")
    assert bold == ["санкционирует прокурор", "продлевает прокурор"]


def test_the_justification_reads_as_sentences():
    (_, _, row, _) = _rows(_document(_law("ru"), "ru"))

    assert row[4].split("\n") == [
        "Норма, содержащая слова «санкционирует прокурор», вызывает возражение: решает здесь, по-видимому, "
        "один прокурор. То же относится к словам «продлевает прокурор».",
        "О содержании под стражей решает только суд.",
        "Предложение основано на следующих документах: Пакт, статьи 9(3), 14; Свод принципов, пп. 11, 37.",
        "Оно отвечает рекомендациям R-01, R-02 (Доклад).",
    ]


def test_the_law_is_quoted_in_its_own_language_whatever_the_language_of_the_table():
    rows = _rows(_document(_law("kk"), "ru"))

    assert rows[0][3] == "Предлагаемая редакция"
    assert "Қамауды прокурор санкциялайды." in rows[2][2]
    assert f"«{_said('kk')}»" in rows[2][3]
    assert "Изложить" in rows[2][3]


@pytest.mark.parametrize(
    ("count", "instruction"),
    [
        (1, "Предложение, содержащее выделенные слова, изложить"),
        (2, "Изложить в редакции, предусматривающей"),
    ],
)
def test_rules_that_share_a_provision_do_not_each_replace_it(count, instruction):
    draft = draft_of(LAW["ru"].encode(), "law.txt")
    findings = [found(draft, "санкционирует прокурор", f"R-{number}") for number in range(count)]
    rows = _rows(_document(checked(draft, *findings), "ru"))[1:]

    assert len(rows) == count
    assert all(row[3].startswith(instruction) for row in rows)


def test_only_what_has_a_wording_is_proposed():
    draft = draft_of(LAW["ru"].encode(), "law.txt")
    one = found(draft, "санкционирует прокурор")
    document = _document(checked(draft, one, rules=(rule("JRD-01", proposed_wording={}),)), "ru")

    assert document.tables == []
    assert "не предлагают редакций" in "\n".join(line.text for line in document.paragraphs)


def test_of_a_long_provision_only_the_sentences_with_the_words_are_printed():
    filler = "Это предложение ничего не решает и стоит здесь для длины. " * 20
    text = f"Статья 1. Арест\n\n1. {filler}Арест санкционирует прокурор. {filler}\n"
    draft = draft_of(text.encode(), "law.txt")
    (_, row) = _rows(_document(checked(draft, found(draft, "санкционирует прокурор")), "ru"))

    assert row[2] == "Статья 1. Арест\n1. … Арест санкционирует прокурор. …"


def test_an_item_is_printed_with_its_lead_in():
    text = "Статья 1. Арест\n\n1. Прокурор вправе:\n\n1) продлить арест;\n\n2) отказать в жалобе.\n"
    draft = draft_of(text.encode(), "law.txt")
    (_, row) = _rows(_document(checked(draft, found(draft, "продлить арест")), "ru"))

    assert row[2] == "Статья 1. Арест\nПрокурор вправе:\n1) продлить арест;"


def test_a_finding_on_a_whole_article_shows_what_stands_under_it():
    draft = draft_of(LAW["ru"].encode(), "law.txt")
    article = next(one.index for one in draft.provisions if one.kind == "article")
    (_, row) = _rows(_document(checked(draft, whole(article, verdict="review")), "ru"))

    assert row[2].startswith("Статья 1. Арест\n1. Арест санкционирует прокурор.")


def test_the_wording_in_force_has_a_column_where_it_is_known():
    draft = draft_of(LAW["ru"].encode(), "law.txt")
    before = draft_of(LAW["ru"].replace("санкционирует прокурор", "санкционирует суд").encode(), "old.txt")
    one = _law("ru")
    known = _rows(_document(replace(one, draft=replace(one.draft, before=before)), "ru"))
    pairs = tuple(Pair(one.index, one.index) for one in draft.provisions)
    change = Change(checked(before), pairs)
    paired = _rows(_document(replace(one, change=change), "ru"))

    for rows in (known, paired):
        assert rows[0][2] == "Действующая редакция"
        assert rows[1][2] == "Отсутствует."
        assert rows[2][2].startswith("1. Арест санкционирует суд.")


def test_the_page_lies_across_and_the_head_is_repeated():
    document = _document(_law("kk"), "kk")
    section = document.sections[0]
    head = document.tables[0].rows[0]._tr

    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert round(section.page_width.cm, 1) == 29.7
    assert head.find(f"{{{WORD}}}trPr/{{{WORD}}}tblHeader") is not None
    assert document.tables[0]._tbl.find(f"{{{WORD}}}tblPr/{{{WORD}}}tblBorders") is not None


def test_same_draft_same_bytes():
    assert proposals_file(_law("kk"), language="kk") == proposals_file(_law("kk"), language="kk")


def test_an_unknown_instrument_keeps_its_name():
    draft = draft_of(LAW["ru"].encode(), "law.txt")
    one = checked(draft, found(draft, "санкционирует прокурор"))
    bare = replace(one.rulesets[0], instruments={"ICCPR": INSTRUMENTS["ICCPR"]})
    (_, row) = _rows(_document(replace(one, rulesets=(bare,)), "ru"))

    assert "BoP" in row[4]
    assert "рекомендациям R-01, R-02." in row[4]


def test_a_draft_known_by_its_file_alone_leaves_the_title_blank():
    draft = draft_of(LAW["ru"].partition("\n")[2].encode(), "law.txt")
    text = "\n".join(one.text for one in _document(checked(draft, whole(-1)), "ru").paragraphs)

    assert "к законопроекту\n____" in text
    assert "law.txt" not in text


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("en", "Covenant, articles 9(3), 14; Principles, para 38; Principles, paras 11, 37."),
        ("ru", "Пакт, статьи 9(3), 14; Свод принципов, п. 38; Свод принципов, пп. 11, 37."),
        ("kk", "Пакт, 9(3), 14-баптар; Қағидалар, 38-тармақ; Қағидалар, 11, 37-тармақтар."),
    ],
)
def test_sources_are_cited_as_the_language_does(language, cited):
    one = _law(language)
    places = (("ICCPR", "9(3), 14"), ("BoP", "para 38"), ("BoP", "11, 37"))
    rules = tuple(
        rule(id_, sources=tuple(starmap(Citation, places))) for id_ in ("JRD-01", "JRD-03", "JRD-05")
    )
    rows = _rows(_document(replace(one, rulesets=(replace(one.rulesets[0], rules=rules),)), language))

    assert all(f": {cited}" in row[4] for row in rows[1:])


def test_the_wording_in_force_is_told_by_the_row_of_a_comparative_table():
    one = _law("ru")
    old = replace(Draft.of_texts(["Арест санкционирует суд."], "ru").provisions[0], row=7)
    before = replace(Draft.of_texts([], "ru"), provisions=(old,))
    provisions = tuple(
        replace(each, row=7) if each.text.startswith("Арест") else each for each in one.draft.provisions
    )
    rows = _rows(
        _document(replace(one, draft=replace(one.draft, before=before, provisions=provisions)), "ru")
    )

    assert rows[2][2] == "Арест санкционирует суд."
