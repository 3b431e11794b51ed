"""Random lines in the manner of a law: headings, numbers, quotations, references, commands, odd signs."""

from __future__ import annotations

from hypothesis import strategies as st

_HEADS = (
    "Статья {}. ", "Статья {}-1. ", "СТАТЬЯ {}", "{}-бап. ", "{}-1-бап. ", "{}-бап", "Article {}. ", "Section {}. ",
    "{}. ", "{}) ", "({}) ", "{}.{}. ", "§ {}. ", "Глава {}. ", "{}-тарау. ", "CHAPTER {}", "PART {}", "Раздел {}",
    "{}-бөлім", "Приложение {}", "Schedule {}", "SCHEDULE", "Пункт {}. ", "# ", "## ", "- ", "– ", "* ",
)  # fmt: skip
_LETTERED = (
    "(a) ",
    "(b) ",
    "(i) ",
    "(ii) ",
    "(iv) ",
    "(A) ",
    "(I) ",
    "а) ",
    "б) ",
    "ә) ",
    "a) ",
    "i) ",
    "(1)(a) ",
)
_WORDS = (
    "лицо содержится под стражей до семидесяти двух часов", "суд", "прокурор", "задержанный", "адвокат", "без",
    "адам жетпіс екі сағатқа дейін ұсталады", "сот", "қорғаушы", "ұсталған адам", "деген сөздер", "құқығы бар",
    "a person may be held for seventy-two hours", "court", "counsel", "shall", "means", "Provided that",
    "в течение 30 суток", "12 сағат ішінде", "within 10 days", "Примечание.", "Сноска.", "Ескерту.", "СОДЕРЖАНИЕ",
    "CONTENTS", "Президент", "BE IT ENACTED", "EXPLANATORY STATEMENT", "настоящим Кодексом", "утратил силу",
)  # fmt: skip
_COMMANDS = (
    "Внести в статью {} следующие изменения:", "в статье {}:", "часть {} изложить в следующей редакции:",
    "статью {} исключить;", "слова «{}» заменить словами «{}»;", "слово «{}» исключить;",
    "после слов «{}» дополнить словами «{}»;", "дополнить статьей {}-1 следующего содержания:",
    "пункты {} и {} признать утратившими силу.", "подпункт {}) статьи {} после слова «{}» дополнить словом «{}»",
    "{}-бапта:", "{}-тармақ мынадай редакцияда жазылсын:", "«{}» деген сөздер «{}» деген сөздермен ауыстырылсын;",
    "{}-бап алып тасталсын;", "мынадай мазмұндағы {}-1-баппен толықтырылсын:",
    "«{}» деген сөзден кейін «{}» деген сөзбен толықтырылсын;", "{}-бөліктегі «{}» деген сөз алып тасталсын;",
    "Section {} is amended—", "in subsection ({}), for “{}” substitute “{}”;", "omit section {};",
    "after section {} insert—", "in paragraph ({}) the words “{}” are deleted.", "Section {} is repealed.",
    "пункты {} – {} считать пунктами {} – {};", "в соответствующих падежах", "по тексту", "бүкіл мәтін бойынша",
    "the following section is inserted after section {}:",
)  # fmt: skip
_ENDS = (
    ".",
    ";",
    ":",
    ",",
    " –",
    "—",
    ".»;",
    "»",
    "«",
    "“",
    "”",
    '"',
    "», «",
    ")",
    "(",
    "",
    "",
    "!",
    "?..",
    "-",
)
_ODD = (
    "", " ", "\t", "|", "| a | b |", "|---|", "***", "___", "...", "\u202e", "\u2066суд\u2069", "\u00ad", "\u200b",
    "\ufeff", "\u0301", "а\u0301\u0301", "\x01", "\x85", "\u2028", "\x0c", "𝕒", "①", "²", "5²", "Ⅳ", "½", "ﬁ", "İ", "ß",
    "١٢", "1" * 40, "999999999999999999999", "0", "-1", "1-1-1-1", "IIII", "<b>", "&amp;", "<!-- -->", "«" * 20,
    "(" * 30, "." * 30, "1." * 20, "<sup>1</sup>", "[^1]: x", "---", "{{ x }}", "{% x %}", "%s", "\\", "\N{NULL}",
)  # fmt: skip
_NUMBERS = st.one_of(
    st.integers(0, 12).map(str),
    st.integers(0, 12).map(str),
    st.integers(0, 10**6).map(str),
    st.sampled_from(
        ("7" * 5000, "١٢", "²", "1 – 99999999999", "1–3", "2-1", "5-1 – 5-99999999", "0", "IV", "а")
    ),
)


@st.composite
def _filled(draw: st.DrawFn, templates: tuple[str, ...]) -> str:
    template = draw(st.sampled_from(templates))
    values = [
        draw(st.one_of(_NUMBERS, st.sampled_from(_WORDS)))
        if "«{}" in template or "“{}" in template
        else draw(_NUMBERS)
        for _ in range(template.count("{}"))
    ]
    return template.format(*values)


_WORD = st.one_of(
    st.sampled_from(_WORDS), st.sampled_from(_WORDS), st.sampled_from(_ODD), st.text(max_size=12)
)
_BODY = st.lists(_WORD, max_size=5).map(" ".join)
_LINE = st.tuples(
    st.sampled_from(("", "", "", "«", '"', "“", "  ", "\t")),
    st.one_of(_filled(_HEADS), _filled(_HEADS), st.sampled_from(_LETTERED), st.just("")),
    st.one_of(_BODY, _BODY, _filled(_COMMANDS), _filled(_COMMANDS).map(str.capitalize)),
    st.sampled_from(_ENDS),
).map("".join)
_AMENDING = st.tuples(
    st.sampled_from(("", "", "", "«", '"', "“")),
    st.one_of(st.just(""), _filled(_HEADS), st.sampled_from(_LETTERED)),
    st.lists(st.one_of(_filled(_COMMANDS), _filled(_COMMANDS), _BODY), max_size=3).map(" ".join),
    st.sampled_from(_ENDS),
).map("".join)


def _text(lines: list[str]) -> str:
    return "\n".join(lines)


LAWS = st.lists(_LINE, min_size=1, max_size=25).map(_text)
"""The text of a law, or what is left of one."""
AMENDING_LAWS = st.lists(st.one_of(_AMENDING, _AMENDING, _LINE), min_size=1, max_size=20).map(_text)
"""The text of a law that commands changes."""
HOSTILE_TEXTS = st.one_of(
    st.text(max_size=80),
    _BODY,
    st.sampled_from(
        ("<script>alert(1)</script>", "]]>", "</w:t>", "{{ 7 * 7 }}", "\ud800", "=1+1", "@cmd", "\x00\x1b[2J")
    ),
    st.text(st.characters(categories=("Cc", "Cs", "Cf", "Cn", "Mn")), max_size=20),
)
"""Texts that a page, a table or a file might take for its own language."""
