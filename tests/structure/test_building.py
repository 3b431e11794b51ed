"""Whole drafts of the three languages and the drafting traditions."""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from checker.readers import read_source
from checker.source import Block
from checker.structure import build_draft
from tests.structure.drafting import by_id, draft_of, ids

RUSSIAN_CODE = """
ТЕСТОВЫЙ КОДЕКС РЕСПУБЛИКИ
Раздел 1. ОБЩИЕ ПОЛОЖЕНИЯ
Глава 1. ЗАДЕРЖАНИЕ
Статья 5. Срок задержания
1. Прокурор вправе:
1) продлить срок до трех суток;
2) отказать:
а) в продлении;
б) в отмене;
3) освободить лицо.
Копия постановления вручается лицу.
1-1. Жалоба подается в суд.
2. Нарушение правил, совершенное:
1) повторно;
2) группой лиц, –
влечет штраф.
Сноска. Статья 5 с изменениями, внесенными Законом РК от 01.01.2020 № 1.
Статья 627-2. Ответственность
Часть вторая пункта не имеет номера.
Вторая часть тоже.
"""


def test_russian_code_has_parts_points_and_subpoints():
    draft = draft_of(RUSSIAN_CODE)

    assert ids(draft) == [
        "preamble_1",
        "part_1",
        "part_1__chp_1",
        "art_5",
        "art_5__para_1",
        "art_5__para_1__point_1",
        "art_5__para_1__point_2",
        "art_5__para_1__point_2__subpoint_а",
        "art_5__para_1__point_2__subpoint_б",
        "art_5__para_1__point_3",
        "art_5__para_1__indent_2",
        "art_5__para_1-1",
        "art_5__para_2",
        "art_5__para_2__point_1",
        "art_5__para_2__point_2",
        "art_5__para_2__indent_2",
        "art_5__note_1",
        "art_627-2",
        "art_627-2__para_1",
        "art_627-2__para_2",
    ]
    assert draft.language == "ru"
    assert (
        by_id(draft, "art_5__para_1__point_2__subpoint_а").label == "статья 5, часть 1, пункт 2, подпункт а"
    )
    assert by_id(draft, "art_5__para_1__point_2__subpoint_а").context == "Прокурор вправе: отказать:"
    assert by_id(draft, "art_5__para_2__point_1").tail == "влечет штраф."
    assert by_id(draft, "art_5__note_1").role == "note"
    assert by_id(draft, "art_627-2__para_2").label == "статья 627-2, часть 2"
    assert by_id(draft, "art_627-2__para_2").article == "627-2"


def test_law_of_kazakhstan_has_points_where_a_code_has_parts():
    draft = draft_of("Статья 3\n1. Суд решает.\n2. Срок по пункту 1 статьи 2 таков:\n1) день;\n2) два дня.")

    assert by_id(draft, "art_3__para_2__point_2").label == "статья 3, пункт 2, подпункт 2"


def test_a_latin_letter_in_the_word_for_article_hides_no_article():
    draft = draft_of("Статья 68. Меры\nСуд назначает меры.\nCтатья 69. Сроки\nСуд назначает срок.")

    assert [p.article for p in draft.provisions if p.kind == "article"] == ["68", "69"]


def test_kazakh_articles_chapters_and_points():
    draft = draft_of(
        """
        17-тарау. КҮДІКТІНІ ҰСТАП АЛУ
        128-бап. Ұстап алу негіздері
        1. Лауазымды адам мынадай негіздер болғанда:
        1) адам қылмыс үстінде ұсталса;
        2) куәлар көрсетсе, ұстап алуға құқылы.
        1-1. Мерзім үш тәуліктен аспайды.
        Ескерту. 128-бапқа өзгеріс енгізілді - ҚР Заңымен.
        65-1-бап
        1. Әркімнің құқығы бар.
        """,
        title="Сынақ кодексі",
    )

    assert draft.language == "kk"
    assert by_id(draft, "chp_17").label == "17-тарау"
    assert by_id(draft, "art_128__para_1__point_2").label == "128-бап, 1-бөлік, 2) тармақ"
    assert by_id(draft, "art_128").heading == "Ұстап алу негіздері"
    assert by_id(draft, "art_128__para_1-1").number == "1-1"
    assert by_id(draft, "art_128__note_1").role == "note"
    assert by_id(draft, "art_65-1__para_1").article == "65-1"


def test_english_sections_with_doubled_numbers_side_headings_and_provisos():
    draft = draft_of(
        """
        TESTING OF DETENTION ACT
        PART I
        PRELIMINARY
        1. Short title.
        This Act may be cited as the Testing Act.
        2. In this Act, unless the context otherwise requires—
        “court” means the High Court;
        “officer” includes—
        (a) a police officer, and
        (b) a guard.
        Arrest without warrant
        3. (1) A police officer may arrest any person—
        (h) who runs;
        (i) who hides; or
        (j) who fights,
        and shall keep him in custody.
        Provided that no child shall be so kept.
        (2) (a) The officer shall inform the person—
        (i) of the reason; and
        (ii) of his rights.
        4.—(1) The Minister may make rules.
        """
    )

    assert by_id(draft, "art_3").heading == "Arrest without warrant"
    assert by_id(draft, "art_3__para_1__point_i").label == "section 3(1)(i)"
    assert by_id(draft, "art_3__para_1__point_i").tail == "and shall keep him in custody."
    assert by_id(draft, "art_3__para_2__point_a__subpoint_ii").label == "section 3(2)(a)(ii)"
    proviso = next(p for p in draft.provisions if p.text.startswith("Provided"))
    assert proviso.label == "section 3(1), proviso"
    assert proviso.context == "A police officer may arrest any person—"
    assert [p.role for p in draft.provisions if p.text.startswith("“")] == ["definition", "definition"]
    assert by_id(draft, "part_I").heading == "PRELIMINARY"


def test_an_item_cut_by_the_page_is_put_together():
    draft = draft_of(
        "Section 2\n(1) The court may—\n(a) change the place of\ndetention; or\n(b) release him."
    )

    assert by_id(draft, "art_2__para_1__point_a").text == "change the place of detention; or"


def test_a_list_that_goes_from_numbers_to_letters_is_read():
    draft = draft_of(
        "1. Punishments.\n\n(1) If he finds: (b) exclusion from work for 21 days; (e) confinement.\n"
    )

    assert "(b) exclusion from work" in " ".join(part.text for part in draft.provisions)


def test_articles_with_numbered_paragraphs():
    draft = draft_of(
        "Article 9\n1. Everyone has liberty.\n2. No one shall be:\na) tortured;\nb) enslaved.\n"
        "Article 10\nAll are equal."
    )

    assert by_id(draft, "art_9__para_2__point_b").label == "Article 9, paragraph 2, point b"
    assert by_id(draft, "art_10").text == "All are equal."


def test_quoted_articles_keep_the_number_of_the_amending_article():
    draft = draft_of(
        """
        Статья 1. Внести в Кодекс следующие изменения:
        1) статью 150 изложить в следующей редакции:
        «Статья 150. Арест
        1. Арест применяется по решению суда.
        2. Срок ареста:
        1) месяц;
        2) два месяца.»;
        2) в части второй статьи 14 слово «прокурора» исключить.
        Статья 2. Настоящий Закон вводится в действие с 1 января.
        """
    )

    quoted = next(p for p in draft.provisions if p.text == "два месяца.»;")
    assert quoted.label == "статья 1, пункт 1 «статья 150, часть 2, пункт 2»"
    assert quoted.article == "1"
    assert by_id(draft, "art_1__point_2").text.startswith("в части второй")
    assert by_id(draft, "art_2").article == "2"


def test_text_without_line_breaks_is_cut_at_its_units():
    filler = "Органы внутренних дел защищают права граждан и интересы общества. " * 30
    text = (
        f"Статья 23. Задачи органов {filler}Статья 24. Права органов Органам предоставляется право: "
        "1) проверять документы; 2) задерживать лиц; 3) входить в помещения. "
        "Статья 25. Надзор Надзор ведет прокурор."
    )
    draft = draft_of(text)

    assert [p.article for p in draft.provisions if p.kind == "article"] == ["23", "24", "25"]
    assert by_id(draft, "art_24__point_2").text == "задерживать лиц;"


def test_contents_are_not_articles():
    entries = "\n".join(f"{n}. Title of rule {n}" for n in range(1, 6))
    bodies = "\n".join(f"{n}. Title of rule {n}\nThe court shall decide matter {n}." for n in range(1, 6))
    draft = draft_of(f"ARRANGEMENT OF SECTIONS\n{entries}\n{bodies}")

    assert [p.id for p in draft.provisions if p.kind == "article"] == [f"art_{n}" for n in range(1, 6)]
    assert sum(p.role == "contents" for p in draft.provisions) == 6


def test_explanatory_statement_is_not_law():
    draft = draft_of(
        "A BILL\n1. This Act may be cited as the Bail Act.\n2. The court shall decide.\n"
        "EXPLANATORY STATEMENT\nClause 2 seeks to let the court decide."
    )

    assert [p.role for p in draft.provisions][-2:] == ["explanatory", "explanatory"]


def test_a_format_that_knows_its_tree_is_taken_at_its_word():
    blocks = (
        Block("", level="part", number="Part 1", heading="Arrest", depth=1),
        Block("", level="section", number="7", heading="Custody", depth=2),
        Block("A person may be kept", level="subsection", number="(1)", depth=3),
        Block("for a day; or", level="paragraph", number="(a)", depth=4),
        Block("for a week", level="paragraph", number="(b)", depth=4),
        Block("with leave of the court.", level="wrapUp", depth=4),
    )
    draft = draft_of("", blocks=blocks)

    assert by_id(draft, "art_7__para_1__point_a").label == "section 7(1)(a)"
    assert by_id(draft, "art_7__para_1__point_a").tail == "with leave of the court."
    assert by_id(draft, "part_1").heading == "Arrest"


def test_opening_words_tagged_as_a_heading_are_text():
    blocks = (
        Block("", kind="heading", level="section", number="75", heading="Conduct", depth=1),
        Block("", level="subsection", number="2", heading="An officer shall not--", depth=2),
        Block("take gifts;", level="paragraph", number="a", depth=3),
    )
    draft = draft_of("", blocks=blocks)

    assert by_id(draft, "art_75__para_2__point_a").context == "An officer shall not--"
    assert by_id(draft, "art_75__para_2__point_a").label == "section 75(2)(a)"


def test_page_furniture_is_set_aside_and_not_counted():
    draft = draft_of("Статья 1. Суд\nСуд решает дело.\n12\nПоследние документы О налогах О земле")

    assert [(piece.text, piece.reason) for piece in draft.coverage.set_aside] == [
        ("12", "page furniture"),
        ("Последние документы О налогах О земле", "page furniture"),
    ]
    assert draft.coverage.placed == draft.coverage.characters == len("Статья1.СудСудрешаетдело.")
    assert not draft.coverage.unplaced


@pytest.mark.parametrize(
    "text", [RUSSIAN_CODE, "One line.", "1) a\n1) b\n1) c", "«", "(a)\n(b)", "5.\n\n- x"]
)
def test_no_word_is_lost_and_no_id_repeated(text: str):
    draft = draft_of(text)
    words = Counter(
        re.findall(r"\w+", " ".join(f"{p.number} {p.heading} {p.text}" for p in draft.provisions))
    )
    words.update(re.findall(r"\w+", " ".join(piece.text for piece in draft.coverage.set_aside)))
    lost = Counter(re.findall(r"\w+", text)) - words

    assert set(lost) <= {"Статья", "Глава", "Раздел"}
    assert len(ids(draft)) == len(set(ids(draft)))
    assert all(draft.provisions[child].parent == p.index for p in draft.provisions for child in p.children)


def test_a_long_code_is_read_in_linear_time():
    article = "Статья {n}. Заголовок статьи\n1. Суд решает:\n1) дело;\n2) жалобу.\n2. Решение окончательно.\n"
    small, large = ("".join(article.format(n=n) for n in range(1, size)) for size in (301, 3001))
    draft_of(small)
    start = time.process_time()
    draft_of(small)
    once = time.process_time() - start
    start = time.process_time()
    draft_of(large)

    assert time.process_time() - start < 25 * max(once, 0.05)


CORPUS = Path(os.environ.get("CHECKER_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of laws (../shared/corpus) is not here")
@pytest.mark.parametrize(
    ("name", "articles", "last"),
    [
        ("ru/kg-constitution-2021-ru.docx", 116, "116"),
        ("ru/by-internal-affairs-bodies-2007-ru.txt", 50, "50"),
        ("kk/kz-digital-code-2026-kk.txt", 106, "106"),
        ("en/ie-children-act-2001.md", 300, "271"),
        ("en/my-prevention-of-terrorism-bill-2015.md", 35, "35"),
        ("en/ke-constitution-2010.akn.xml", 264, "264"),
    ],
)
def test_articles_of_real_laws(name: str, articles: int, last: str):
    draft = build_draft(read_source(CORPUS / name))
    found = [p for p in draft.provisions if p.kind == "article" and p.role == "norm" and "«" not in p.label]

    assert (len(found), found[-1].number) == (articles, last)


def test_a_side_note_is_the_heading_of_its_section():
    blocks = (
        Block("1. (1) A person may be held for a day.", heading="Term"),
        Block("(2) A court decides.", heading="Court"),
    )
    draft = draft_of("", blocks=blocks)

    assert by_id(draft, "art_1").heading == "Term"
    assert by_id(draft, "art_1__para_1").text == "A person may be held for a day."
    assert [(p.text, p.role) for p in draft.provisions if p.role == "heading"] == [("Court", "heading")]


def test_a_list_below_a_list_of_the_same_letters():
    draft = draft_of(
        "1. (1) An officer may arrest a person—\n(a) who flees; or\n(b) who is suspected, if—\n"
        "(i) there is a ground; and\n(ii) it is needed—\n(a) to prevent an offence; or\n"
        "(b) for inquiry;\n(c) for search;\n"
        "(c) who is wanted.",
    )

    assert by_id(draft, "art_1__para_1__point_b__subpoint_ii__indent_b").text == "for inquiry;"
    assert by_id(draft, "art_1__para_1__point_c").text == "who is wanted."


def test_the_head_of_state_as_subject_is_no_signature():
    draft = draft_of(
        "Статья 8. Полномочия\nПрезидент Республики Беларусь в сфере дел:\nутверждает положения;\n"
        "решает дела.\nПрезидент Республики Беларусь А.Иванов"
    )

    assert by_id(draft, "art_8").text == "Президент Республики Беларусь в сфере дел:"
    assert draft.provisions[-1].article == ""


def test_a_law_without_numbers_is_divided_by_its_headings():
    blocks = (
        Block("CHAPTER-I", kind="heading"),
        Block("PRELIMINARY", kind="heading"),
        Block("Definitions", kind="heading"),
        Block("In this Act a court is a court."),
        Block("Powers", kind="heading"),
        Block("The Commission inquires."),
    )

    assert ids(draft_of("", blocks=blocks)) == [
        "chp_I",
        "chp_I__sec_1",
        "chp_I__sec_1__indent_1",
        "chp_I__sec_2",
        "chp_I__sec_2__indent_1",
    ]
