from checker.readers import read_bytes
from checker.source import Source

PAGE = """<!DOCTYPE html><html><head><title>Gazette</title><style>p {color: red}</style></head><body>
<div id="menu"><ul><li><a href="/">Home</a></li><li><a href="/laws">Laws</a></li></ul></div>
<div class="crumbs"><a href="/1">Acts</a> <a href="/2">2024</a></div>
<div class="page"><h1>Act on Detention</h1>
<div class="text"><article>
<h3>Chapter 1<br>General</h3>
<p>Article&nbsp;209<sup>1</sup>. Order of arrest<sup><a href="#_ftn1">1</a></sup></p>
<p>1. Arrest is ordered by the court.<br>2. The term is at most forty-eight hours.</p>
<ol><li>first ground;<ol type="a"><li>nested ground;</li></ol></li><li>second ground.</li></ol>
<table><tr><th>Current</th><th>Proposed</th></tr><tr><td>72 hours</td><td>48 hours</td></tr></table>
<table><tr><td>(a)</td><td><p>in writing;</p></td></tr></table>
<p>The detained person <span style="display: none">[anchor]</span>is informed of the reasons at once.</p>
<div id="ftn1"><p>1 See the Constitution.</p></div>
</article></div></div>
<footer>All rights reserved by the site</footer><script>var x = "no text";</script>
</body></html>"""


def read() -> Source:
    return read_bytes("page.html", PAGE.encode())


def test_menus_are_set_aside_with_a_reason() -> None:
    source = read()
    assert source.title == "Act on Detention"
    aside = {piece.text: piece.reason for piece in source.set_aside}
    assert "«menu» of the page" in aside["Home Laws"]
    assert "menus and links" in aside["Acts 2024"]
    assert "«footer»" in aside["All rights reserved by the site"]
    assert aside["[anchor]"] == "hidden on the page"
    assert not any("no text" in text for text in aside)


def test_headings_and_line_breaks() -> None:
    blocks = read().blocks
    assert (blocks[1].kind, blocks[1].depth, blocks[1].text) == ("heading", 3, "Chapter 1 General")
    texts = [block.text for block in blocks]
    assert "1. Arrest is ordered by the court." in texts
    assert "2. The term is at most forty-eight hours." in texts


def test_raised_figures_and_note_references() -> None:
    assert read().blocks[2].text == "Article 209-1. Order of arrest[1]"


def test_lists_give_number_and_depth() -> None:
    items = [(block.number, block.depth, block.text) for block in read().blocks if block.kind == "item"]
    assert items == [
        ("1.", 1, "first ground;"),
        ("a.", 2, "nested ground;"),
        ("2.", 1, "second ground."),
        ("(a)", 0, "in writing;"),
    ]


def test_table_cells_say_where_they_stand() -> None:
    cells = {block.where: block.text for block in read().blocks if block.kind == "cell"}
    assert cells["table 1, row 2, column 2"] == "48 hours"
    assert len(cells) == 4


def test_footnotes_are_footnotes() -> None:
    notes = [block.text for block in read().blocks if block.kind == "footnote"]
    assert notes == ["1 See the Constitution."]


def test_a_text_file_that_is_a_page_is_read_as_one() -> None:
    source = read_bytes("law.txt", b"<html><body><p>Article 1</p><p>Text.</p></body></html>")
    assert source.format == "html"
    assert [block.text for block in source.blocks] == ["Article 1", "Text."]


def test_two_columns_of_law_are_both_kept() -> None:
    column = "<p>Article 1. Everyone has the right to liberty and security of person.</p>" * 5
    page = f"<body><table><tr><td>{column}</td><td>{column}</td></tr></table></body>"
    assert len(read_bytes("law.html", page.encode()).blocks) == 10
