from checker.readers import read_bytes

LAW = """---
title: "Bail Act"
country: "ie"
---
# Bail Act

##### 1. **Interpretation.**

1.—(1) In *this* Act [section 17C][0] of the Act, see *section 2*and (*a*) below—

* (1) A person may apply.
  - (a) in writing; or

| Offence | Term |
|---|---|
| Theft | 2 years |

[0]: https://example.org/act
"""


def test_headings_have_depth_and_marks_are_gone() -> None:
    blocks = read_bytes("law.md", LAW.encode()).blocks
    assert [(block.kind, block.depth, block.text) for block in blocks[:2]] == [
        ("heading", 1, "Bail Act"),
        ("heading", 5, "1. Interpretation."),
    ]
    assert blocks[2].text == "1.—(1) In this Act section 17C of the Act, see section 2 and (a) below—"


def test_bullets_are_items_without_their_bullet() -> None:
    items = [block.text for block in read_bytes("law.md", LAW.encode()).blocks if block.kind == "item"]
    assert items == ["(1) A person may apply.", "(a) in writing; or"]


def test_tables_become_cells() -> None:
    cells = [block.text for block in read_bytes("law.md", LAW.encode()).blocks if block.kind == "cell"]
    assert cells == ["Offence", "Term", "Theft", "2 years"]


def test_front_matter_and_link_targets_are_set_aside() -> None:
    source = read_bytes("law.md", LAW.encode())
    assert source.title == "Bail Act"
    assert {piece.reason for piece in source.set_aside} == {"metadata of the file", "target of a link"}


def test_a_rule_is_not_front_matter() -> None:
    source = read_bytes("law.md", b"---\n\nNo one shall be tortured, and that is all\n\n---\n\n# Two\n")
    assert source.blocks[0].text.startswith("No one shall")


def test_markdown_is_known_by_its_headings() -> None:
    assert read_bytes("-", b"# Act\n\n## Part 1\n\nText of the law.\n").format == "markdown"
