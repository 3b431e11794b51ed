"""Coverage is counted from the provisions: a word that the structure loses shows."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.errors import DraftError
from checker.readers import read_source
from checker.source import Block, Source, Unplaced
from checker.structure import build_draft
from checker.structure.coverage import count_characters, coverage_of
from checker.structure.node import Node
from tests.structure.drafting import draft_of

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*/*")) if CORPUS.is_dir() else []
#: The contract: at least so much of a law's text stands in its provisions.
SHARES = {"pdf": 0.97}
#: Of the words of the blocks so many may be missing from the provisions.
LOST = 0.005

LAW = "Глава 2. Суд\nСтатья 5. Срок\n1. Суд решает:\n1) дело;\n2) жалобу.\n2. Решение вручается."


def test_a_law_without_loss_is_placed_whole():
    coverage = draft_of(LAW).coverage

    assert coverage.placed == coverage.characters == count_characters(LAW)
    assert not coverage.unplaced


def test_a_lost_word_shows_where_it_stood():
    draft = draft_of(LAW)
    broken = [
        replace(provision, text=provision.text.replace("вручается", "")) for provision in draft.provisions
    ]
    blocks = tuple(Block(line, where=f"line {n}") for n, line in enumerate(LAW.split("\n"), 1))
    source = Source("x.txt", "text", "", blocks, count_characters(LAW))
    root = Node("act")
    root.add(Node("chapter", word="Глава"))
    root.add(Node("article", word="Статья"))

    coverage = coverage_of(source, [], root, broken)

    assert coverage.unplaced == (Unplaced("line 6", "вручается", "lost between the file and the provisions"),)
    assert coverage.placed == coverage.characters - len("вручается")


def test_text_set_aside_by_the_reader_is_shown_and_not_counted():
    page = Unplaced("page 3", "Gazette 14", "running head or foot")
    doubtful = Unplaced("page 4", "stamp", "note in the margin")
    source = Source(
        "x.txt", "text", "", (Block("Article 1. Court"), Block("It decides.")), 29, "", (doubtful,), (page,)
    )

    coverage = build_draft(source).coverage

    assert coverage.set_aside == (page,)
    assert coverage.unplaced == (doubtful,)
    assert (coverage.placed, coverage.characters) == (24, 29)


def test_a_line_number_of_print_before_an_item_is_set_aside():
    draft = draft_of("1. Powers. A person may—\n(a) enter;\n20 (b) search;\n(c) leave.")

    assert [piece.text for piece in draft.coverage.set_aside] == ["20"]
    assert "20" not in " ".join(provision.text for provision in draft.provisions)


@pytest.mark.skipif(not FILES, reason="the collection of real laws is not beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_of_real_laws_stand_in_their_provisions(path: Path):
    try:
        source = read_source(path)
    except DraftError:
        pytest.skip("a scan without text")
    draft = build_draft(source)
    coverage = draft.coverage
    read = _words(f"{block.number} {block.heading} {block.text}" for block in source.blocks)
    made = _words(f"{p.number} {p.heading} {p.text} {p.label}" for p in draft.provisions)
    made.update(_words(piece.text for piece in coverage.set_aside))

    assert (read - made).total() <= LOST * read.total()
    assert coverage.placed >= SHARES.get(source.format, 0.99) * coverage.characters


def _words(texts) -> Counter[str]:
    return Counter(word.lower() for text in texts for word in re.findall(r"[^\W_]+", text))


def test_figures_of_a_list_are_no_page_numbers():
    draft = draft_of("1. Rates.\nThe rates are these:\n" + "\n".join(f"{n}\nGoods" for n in range(5, 15)))

    assert not draft.coverage.set_aside
    assert {"5", "14"} <= {provision.text for provision in draft.provisions}
