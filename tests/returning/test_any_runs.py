"""Whatever the runs, changes and spans: the marked words are the quotation, the file stays itself."""

from docx import Document
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from laws import (
    INSERTED,
    checked,
    draft_of,
    joined,
    marked_words,
    paragraph,
    parts_of,
    run,
    saved,
    whole,
    without_marks,
)
from lxml import etree

from checker.rendering.word.letters import bare
from checker.rendering.word.returning import commented

WORDS = st.sampled_from(
    [
        "суд",
        "қамау",
        "и\u0306од",
        "санк\u00adция",
        "court,",
        "(мера)",
        "құқық-",
        "ё",
        "—",
        "\u00a0",
        " ",
        " ",
        " ",
    ]
)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:lang w:val="kk-KZ"/>'])


@st.composite
def pieces(draw) -> str:
    """A run, bare or wrapped; deleted words are in the file and not in the law."""
    text = "".join(draw(st.lists(WORDS, max_size=6)))
    one = run(text, draw(LOOKS), draw(st.sampled_from(["", ' w:rsidR="00AA11BB"'])))
    wrapped = {
        "run": one,
        "ins": f"<w:ins {INSERTED}>{one}</w:ins>",
        "del": f"<w:del {INSERTED}>{one.replace('w:t>', 'w:delText>').replace('w:t ', 'w:delText ')}</w:del>",
        "hyperlink": f"<w:hyperlink>{one}</w:hyperlink>",
        "sdt": f"<w:sdt><w:sdtPr/><w:sdtContent>{one}</w:sdtContent></w:sdt>",
        "tab": f"<w:r><w:t>{text}</w:t><w:tab/><w:t>{text}</w:t></w:r>",
        "bookmark": f'<w:bookmarkStart w:id="7" w:name="x"/>{one}<w:bookmarkEnd w:id="7"/>',
    }
    return wrapped[draw(st.sampled_from(sorted(wrapped)))]


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces(), min_size=1, max_size=7), st.data())
def test_marks_hold_the_quotation_and_come_off_again(runs, data):
    document = Document()
    document.add_paragraph("Статья 1. Проба")
    document.element.body.sectPr.addprevious(paragraph("".join((run("Слово "), *runs, run(" конец.")))))
    original = saved(document)
    draft = draft_of(original)
    holder = max(draft.provisions, key=lambda one: len(one.text))
    findings = []
    for number in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(holder.text) - 1))
        end = data.draw(st.integers(start + 1, len(holder.text)))
        quote = holder.text[start:end]
        assume(bare(quote) and quote == quote.strip())
        findings.append(whole(holder.index, f"R-{number}", start=start, end=end, quote=quote))

    result = commented(checked(draft, *findings), language="ru", original=original)

    words = marked_words(result)
    assert sorted(map(_read, words.values())) == sorted(_read(one.quote) for one in findings)
    before, after = (parts_of(content)["word/document.xml"] for content in (original, result))
    assert without_marks(after, 0) == joined(etree.fromstring(before))


def _read(text: str) -> str:
    """The text without spaces and marks that no reader keeps."""
    return "".join(text.replace("\u00ad", "").replace("и\u0306", "й").split())
