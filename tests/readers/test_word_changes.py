"""Tracked changes and comments of Word files: two views, and remarks on the words they hang on."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.readers import read_bytes
from checker.source import Source
from tests.readers.test_word import listed, numbered
from tests.readers.test_word import saved as saved_document
from tests.readers.word_files import paragraph, put_in, read, run, table, taken_out


def views(source: Source) -> tuple[list[str], list[str]]:
    return [block.text for block in source.blocks], [block.text for block in source.before]


def test_accepted_is_the_law_and_rejected_its_former_wording() -> None:
    source = read(paragraph(run("не более "), taken_out("48"), put_in("72"), run(" часов")))

    assert views(source) == (["не более 72 часов"], ["не более 48 часов"])
    assert source.set_aside == ()


def test_a_file_without_changes_has_no_former_wording() -> None:
    change = '<w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange>'
    looks = f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>Суд</w:t></w:r>"

    assert read(paragraph(run("Суд"))).before == ()
    assert read(paragraph(looks)).before == ()


def test_paragraph_marks_put_in_or_taken_out() -> None:
    parted = read(paragraph(run("Суд решает."), mark="ins"), paragraph(run("Прокурор ждет.")))
    joined = read(paragraph(run("Суд решает "), mark="del"), paragraph(run("дело.")))
    gone = read(paragraph(taken_out("Лишнее."), mark="del"), paragraph(run("Остаток.")))
    last = read(paragraph(run("Начало.")), paragraph(put_in("Новое."), mark="ins"), table(("а", "б")))

    assert views(parted) == (["Суд решает.", "Прокурор ждет."], ["Суд решает.Прокурор ждет."])
    assert views(joined) == (["Суд решает дело."], ["Суд решает", "дело."])
    assert views(gone) == (["Остаток."], ["Лишнее.", "Остаток."])
    assert views(last) == (["Начало.", "Новое.", "а", "б"], ["Начало.", "а", "б"])


def test_moved_text_stands_where_it_came_from() -> None:
    away = '<w:moveFrom w:id="1" w:author="a"><w:r><w:t>Второе.</w:t></w:r></w:moveFrom>'
    here = '<w:moveTo w:id="1" w:author="a"><w:r><w:t>Второе.</w:t></w:r></w:moveTo>'
    source = read(paragraph(here), paragraph(run("Первое.")), paragraph(away))

    assert views(source) == (["Второе.", "Первое."], ["Первое.", "Второе."])


def test_rows_put_in_or_taken_out() -> None:
    def row(text: str, change: str) -> str:
        mark = f'<w:trPr><w:{change} w:id="1" w:author="a"/></w:trPr>' if change else ""
        return f"<w:tr>{mark}<w:tc>{paragraph(run(text))}</w:tc></w:tr>"

    source = read(f"<w:tbl>{row('а', '')}{row('б', 'ins')}{row('в', 'del')}</w:tbl>")

    assert views(source) == (["а", "б"], ["а", "в"])


def test_automatic_numbers_are_those_of_each_view() -> None:
    document = numbered(("decimal", "%1."))
    for text in ("один", "два", "три"):
        listed(document, text)
    second = document.element.body[1]
    properties = second.pPr
    properties.append(properties.makeelement(f"{{{properties.nsmap['w']}}}rPr", {}))
    mark = properties[-1]
    mark.append(mark.makeelement(f"{{{properties.nsmap['w']}}}ins", {}))
    run_node = second[-1]
    wrapper = second.makeelement(f"{{{properties.nsmap['w']}}}ins", {})
    second.replace(run_node, wrapper)
    wrapper.append(run_node)
    source = read_bytes("a.docx", saved_document(document))

    assert [(one.number, one.text) for one in source.blocks] == [("1.", "один"), ("2.", "два"), ("3.", "три")]
    assert [(one.number, one.text) for one in source.before] == [("1.", "один"), ("2.", "три")]


def anchored(comment: int, *pieces: str, end: bool = True) -> str:
    close = f'<w:commentRangeEnd w:id="{comment}"/>' if end else ""
    mark = f'<w:r><w:commentReference w:id="{comment}"/></w:r>'
    return f'<w:commentRangeStart w:id="{comment}"/>{"".join(pieces)}{close}{mark}'


def test_comments_hang_on_their_words() -> None:
    source = read(
        paragraph(run("Статья 1. Срок")),
        paragraph(run("Срок "), anchored(0, run("три дня")), run(" со дня ареста.")),
        paragraph(anchored(1, run("Суд "), end=False), run("решает.")),
        comments=[("Ася", "Почему три?"), ("", "Какой суд?"), ("Бек", "Ни о чем")],
    )

    assert [(one.kind, one.author, one.text, one.block, one.quote) for one in source.remarks] == [
        ("comment", "Ася", "Почему три?", 1, "три дня"),
        ("comment", "", "Какой суд?", 2, ""),
    ]
    [aside] = source.set_aside
    assert (aside.text, aside.reason) == ("Ни о чем", "comment by Бек whose place in the text is lost")


def test_a_range_over_paragraphs_hangs_on_the_first() -> None:
    source = read(
        paragraph(run("Суд "), '<w:commentRangeStart w:id="0"/>', run("решает")),
        paragraph(run("сам"), '<w:commentRangeEnd w:id="0"/>'),
        comments=[("Ася", "Как?")],
    )

    assert [(one.block, one.quote) for one in source.remarks] == [(0, "решает")]


def test_a_thousand_changes_are_read_in_time() -> None:
    parts = [
        paragraph(run(f"{n}. Срок "), taken_out(f"{n}"), put_in(f"{n + 1}"), run(" дней."))
        for n in range(1000)
    ]
    began = time.process_time()
    source = read(*parts)

    assert len(source.blocks) == len(source.before) == 1000
    assert time.process_time() - began < 5


CHANGES = st.lists(
    st.tuples(st.sampled_from(["stay", "in", "out"]), st.sampled_from(["", "ins", "del"])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(CHANGES)
def test_every_word_stands_in_the_views_it_belongs_to(changes) -> None:
    make = {"stay": run, "in": put_in, "out": taken_out}
    parts = [
        paragraph(make[kind](f"слово{place}. "), mark=mark) for place, (kind, mark) in enumerate(changes)
    ]
    source = read(paragraph(run("Закон")), *parts, paragraph(run("Конец")))
    after = " ".join(block.text for block in source.blocks)
    before = " ".join(block.text for block in source.before) or after

    for place, (kind, _) in enumerate(changes):
        assert (f"слово{place}." in after) == (kind != "out")
        assert (f"слово{place}." in before) == (kind != "in")
