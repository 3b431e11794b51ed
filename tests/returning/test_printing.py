import pytest
from laws import draft_of

from checker.rendering.word.printing import own_title, printed_heading, printed_number, quoted

LAWS = (
    ("Section 1 Arrest\n\n(1) A court may—\n\n(a) arrest;\n\n(b) release.\n", ["(1)", "(a)", "(b)"]),
    ("Статья 1. Арест\n\n1. Суд вправе:\n\n1) арестовать;\n\n2) освободить.\n", ["1.", "1)", "2)"]),
    ("1-бап. Қамау\n\n1. Сот:\n\n1) қамайды;\n\n2) босатады.\n", ["1.", "1)", "2)"]),
)


@pytest.mark.parametrize(("text", "numbers"), LAWS)
def test_numbers_are_printed_as_the_tradition_does(text, numbers):
    provisions = draft_of(text.encode(), "law.txt").provisions

    assert [printed_number(one) for one in provisions if one.kind != "article"] == numbers


@pytest.mark.parametrize(("text", "numbers"), LAWS)
def test_headings_are_printed_with_their_number(text, numbers):
    article = next(one for one in draft_of(text.encode(), "law.txt").provisions if one.kind == "article")
    label = article.label[:1].upper() + article.label[1:]

    assert printed_heading(article, label).replace(".", "") == text.partition("\n")[0].replace(".", "")


def test_a_title_that_is_but_the_name_of_the_file_is_none():
    assert own_title(draft_of("Срок продлевает суд.".encode(), "law.txt")) == ""


def test_quotation_marks_are_those_of_the_language():
    assert (quoted("a", "en"), quoted("а", "ru"), quoted("ә", "kk")) == ("“a”", "«а»", "«ә»")
