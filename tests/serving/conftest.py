from collections.abc import Iterator

import pytest
from desks import SAMPLE, Running, start

pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[dev]'")


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[Running]:
    """The program with an empty folder, one for the tests of a module."""
    running = start(tmp_path_factory.mktemp("drafts"))
    yield running
    running.end()


@pytest.fixture
def sample(desk: Running) -> str:
    """The Russian sample on the shelf, checked, without decisions."""
    name = "detention-ru.docx"
    desk.put(name, SAMPLE.read_bytes())
    assert desk.settled(name)["state"] == "done"
    (desk.folder / f"{name}.review.yaml").unlink(missing_ok=True)
    return name
