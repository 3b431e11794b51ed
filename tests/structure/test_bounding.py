"""Own texts of a bounded length, and nothing lost where they are parted."""

from hypothesis import given
from hypothesis import strategies as st

from checker.readers import read_bytes
from checker.structure import build_draft
from checker.structure.bounding import parts_of
from checker.structure.node import LONGEST_TEXT


@given(st.lists(st.sampled_from(["law ", "Суд решает. ", "x" * 3000, "ст. 5 ", "\n\n", "! "]), max_size=40))
def test_the_parts_hold_every_sign_and_none_is_too_long(pieces):
    text = "".join(pieces)
    parts = list(parts_of(text))

    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= LONGEST_TEXT for part in parts)


def test_a_run_together_paragraph_becomes_paragraphs_of_its_unit():
    text = "Article 1. Custody\n\n1. " + "A person may be held there. " * 2000
    draft = build_draft(read_bytes("law.txt", text.encode()))

    assert max(len(one.text) for one in draft.provisions) <= LONGEST_TEXT
    assert draft.coverage.placed == draft.coverage.characters
    assert sum(one.text.count("held there.") for one in draft.provisions) == 2000
