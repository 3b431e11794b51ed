from pathlib import Path

import pytest

from checker.errors import DraftError
from checker.readers import read_source
from checker.readers.characters import block_characters, count_characters

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*/*")) if CORPUS.is_dir() else []
#: What is set aside from each may be more than a hundredth only for these reasons.
AROUND_THE_LAW = (
    *("outside the law", "metadata", "note", "target", "title", "cover", "running", "page", "line", "hidden"),
    *("provisions of other acts", "table of contents", "comment", "struck out", "deleted"),
)

pytestmark = pytest.mark.skipif(not FILES, reason="the collection of real laws is not beside the project")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_real_law_is_read_or_refused_clearly(path: Path) -> None:
    try:
        source = read_source(path)
    except DraftError as err:
        assert "scan" in str(err)
        return
    placed = sum(map(block_characters, source.blocks))
    aside = {piece.reason: 0 for piece in source.unplaced}
    for piece in source.unplaced:
        aside[piece.reason] += count_characters(piece.text)
    assert placed + sum(aside.values()) == source.characters
    of_the_law = sum(count for reason, count in aside.items() if not reason.startswith(AROUND_THE_LAW))
    assert placed >= 0.99 * (placed + of_the_law)
    assert all(block.where for block in source.blocks)
