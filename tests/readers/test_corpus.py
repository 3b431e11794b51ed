from pathlib import Path

import pytest

from checker.errors import DraftError
from checker.readers import read_source
from checker.readers.characters import block_characters, count_characters

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*/*")) if CORPUS.is_dir() else []
#: Text may be set aside as no part of the law only for these reasons.
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
    gaps = sum(count_characters(piece.text) for piece in source.unplaced)
    assert placed + gaps == source.characters
    assert placed >= (0.97 if source.format == "pdf" else 0.99) * source.characters
    assert all(piece.reason.startswith(AROUND_THE_LAW) for piece in source.set_aside)
    assert all(block.where for block in source.blocks)
