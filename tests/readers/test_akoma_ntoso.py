import pytest

from checker.errors import DraftError
from checker.readers import read_bytes
from checker.source import Block

AKN = """<akomaNtoso xmlns="{namespace}"><act><meta><FRBRalias value="x"/><note>editor</note></meta>
<preface><longTitle><p>An Act about detention</p></longTitle></preface>
<body><chapter eId="c1"><num>Chapter 1</num><heading>Liberty</heading>
<section><num>12</num><heading>Detention <authorialNote><p>see above</p></authorialNote></heading>
<subsection><num>(1)</num><intro><p>The court may<eol/>order:</p></intro>
<paragraph><num>(a)</num><content><p>release;</p><p>and costs;</p></content></paragraph>
<wrapUp><p>whichever is just.</p></wrapUp></subsection>
<hcontainer name="crossheading"><heading>Other</heading></hcontainer>
<subsection><num>(2)</num><content><p>Section 9 reads: <mod><quotedStructure startQuote="“" endQuote="”">
<section><num>9</num><content><p>No arrest.</p></content></section></quotedStructure></mod></p>
<table><tr><td><p>Days</p></td><td><p>2</p></td></tr></table></content></subsection>
</section></chapter></body></act></akomaNtoso>"""


def read(namespace: str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0") -> tuple[Block, ...]:
    return read_bytes("law.xml", AKN.format(namespace=namespace).encode()).blocks


def test_levels_carry_number_heading_and_depth() -> None:
    found = [(block.level, block.number, block.heading, block.depth) for block in read() if block.number][:4]
    assert found == [
        ("chapter", "Chapter 1", "Liberty", 1),
        ("section", "12", "Detention", 2),
        ("subsection", "(1)", "", 3),
        ("paragraph", "(a)", "", 4),
    ]


def test_text_closing_words_and_cross_headings() -> None:
    blocks = {block.text: block for block in read()}
    assert blocks["The court may order:"].number == "(1)"
    assert (blocks["and costs;"].level, blocks["and costs;"].depth) == ("", 5)
    assert (blocks["whichever is just."].level, blocks["whichever is just."].depth) == ("wrapUp", 4)
    assert any(block.level == "crossheading" and block.heading == "Other" for block in read())


def test_quoted_text_is_not_the_acts_own() -> None:
    quoted = [block for block in read() if block.level == "quotedStructure"]
    assert [(block.number, block.text) for block in quoted if block.number] == [("9", "No arrest.")]


def test_cells_and_notes() -> None:
    source = read_bytes("law.xml", AKN.format(namespace="http://www.akomantoso.org/2.0").encode())
    assert [block.text for block in source.blocks if block.kind == "cell"] == ["Days", "2"]
    assert {piece.text for piece in source.set_aside} >= {"see above", "editor"}


@pytest.mark.parametrize("namespace", ["http://www.akomantoso.org/2.0", "urn:anything"])
def test_any_namespace(namespace: str) -> None:
    assert read(namespace) == read()


def test_justice_canada() -> None:
    law = """<Statute><Identification><ShortTitle>Act</ShortTitle></Identification><Body>
    <Heading level="1"><Label>PART I</Label><TitleText>Detention</TitleText></Heading>
    <Section><MarginalNote>Limit</MarginalNote><Label>4</Label><Text>No order may provide for</Text>
    <Paragraph><Label>(a)</Label><Text>detention</Text></Paragraph>
    <ContinuedSectionSubsection><Text>of citizens.</Text></ContinuedSectionSubsection></Section>
    </Body></Statute>"""
    blocks = read_bytes("law.xml", law.encode()).blocks
    assert [(block.kind, block.level, block.number, block.heading, block.text) for block in blocks] == [
        ("heading", "", "PART I", "", "Detention"),
        ("text", "section", "4", "Limit", "No order may provide for"),
        ("text", "paragraph", "(a)", "", "detention"),
        ("text", "wrapUp", "", "", "of citizens."),
    ]


def test_dc_code() -> None:
    law = (
        '<section xmlns="https://code.dccouncil.us/schemas/dc-library"><num>23-1</num><heading>Trial.</heading>'
        "<para><num>(a)</num><text>The officer shall decide.</text></para>"
        "<annotations><annotation>1970</annotation></annotations></section>"
    )
    source = read_bytes("law.xml", law.encode())
    assert [(block.number, block.text) for block in source.blocks] == [
        ("23-1", ""),
        ("(a)", "The officer shall decide."),
    ]
    assert source.set_aside[0].text == "1970"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<letter><to>court</to></letter>", "vocabulary is not known (root element «letter»)"),
        ("<akomaNtoso><act>", "not well-formed XML"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><akomaNtoso>&x;</akomaNtoso>',
            "undefined entity",
        ),
    ],
)
def test_faults_are_one_clear_line(content: str, message: str) -> None:
    with pytest.raises(DraftError, match=r"law\.xml") as caught:
        read_bytes("law.xml", content.encode())
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
