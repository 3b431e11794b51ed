"""What stands beside the law in its file becomes drafts and remarks of their own."""

from __future__ import annotations

from checker.source import Block, Remark, Source
from checker.structure import build_draft, outline


def source(**beside) -> Source:
    blocks = (
        Block("Закон о суде", where="paragraph 1"),
        Block("Статья 4. Срок", where="row 1", row=1),
        Block("1. Срок три дня.", where="row 1", row=1),
        Block("2. Суд решает: 1) дело; 2) жалобу.", where="row 2", row=2),
    )
    return Source("a.docx", "docx", "0" * 64, blocks, 62, "Закон о суде", **beside)


FORMER = (
    Block("Статья 4. Срок", row=1),
    Block("1. Срок два дня.", row=1),
    Block("3. Врач осматривает.", row=3),
)


def test_former_wording_and_other_language_are_drafts() -> None:
    draft = build_draft(source(before=FORMER, parallel=(Block("4-бап. Мерзім"), Block("1. Мерзімі үш күн."))))

    assert draft.before is not None
    assert [(one.id, one.row, one.text) for one in draft.before.provisions] == [
        ("art_4", 1, ""),
        ("art_4__para_1", 1, "Срок два дня."),
        ("art_4__para_3", 3, "Врач осматривает."),
    ]
    assert draft.before.coverage.placed == draft.before.coverage.characters
    assert (draft.before.title, draft.before.sha256) == (draft.title, draft.sha256)
    assert draft.parallel is not None
    assert (draft.parallel.language, len(draft.parallel.provisions)) == ("kk", 2)


def test_rows_and_places_go_with_the_blocks() -> None:
    provisions = build_draft(source()).provisions

    assert [(one.row, one.where) for one in provisions] == [
        (0, "paragraph 1"), (1, "row 1"), (1, "row 1"), (2, "row 2"), (2, "row 2"), (2, "row 2"),
    ]  # fmt: skip


def test_remarks_find_the_provision_with_their_words() -> None:
    remarks = (
        Remark("comment", "Почему?", 2, "Ася", "три дня"),
        Remark("comment", "Какую?", 3, "Бек", "жалобу"),
        Remark("justification", "Надо", 1),
    )
    draft = build_draft(source(remarks=remarks))

    found = [(one.kind, one.author, one.quote, draft.provisions[one.provision].id) for one in draft.remarks]
    assert found == [
        ("comment", "Ася", "три дня", "art_4__para_1"),
        ("comment", "Бек", "жалобу", "art_4__para_2__point_2"),
        ("justification", "", "", "art_4"),
    ]


def test_the_outline_tells_what_stands_beside() -> None:
    remarks = (Remark("justification", "Надо", 1),)
    lines = outline(build_draft(source(before=FORMER, remarks=remarks))).splitlines()

    assert lines[2:4] == ["former wording: 3 provisions (show --before prints them)", "1 justification"]


def test_the_name_of_an_act_over_all_columns_is_a_division() -> None:
    blocks = (
        Block("Кодекс о суде", "heading", row=1),
        Block("Статья 4. Срок", row=2),
        Block("Закон об адвокатах", "heading", row=3),
        Block("Статья 4. Допуск", row=4),
    )
    draft = build_draft(Source("a.docx", "docx", "0" * 64, blocks, 52))

    assert [(one.kind, one.heading, one.parent) for one in draft.provisions] == [
        ("book", "Кодекс о суде", None),
        ("article", "Срок", 0),
        ("book", "Закон об адвокатах", None),
        ("article", "Допуск", 2),
    ]


def test_a_table_that_only_strikes_out_is_a_draft_without_provisions() -> None:
    draft = build_draft(Source("a.docx", "docx", "0" * 64, (), 0, before=FORMER))

    assert draft.provisions == ()
    assert draft.language == "ru"
    assert draft.before is not None
