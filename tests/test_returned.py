"""Drafts given back: the file as it came if it can be had again, else a clean one and a line that says so."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from checker.delivery import Delivery, Order
from checker.finding import CheckedDraft
from checker.opening import open_draft
from checker.pipeline import Job

ROOT = Path(__file__).resolve().parent.parent
TEXT = "1. A suspect may be held without a court for up to seventy-two hours."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    document = Document()
    document.add_paragraph("Article 1. Detention")
    document.add_paragraph(TEXT, style="Quote")
    document.save(str(tmp_path / "draft.docx"))
    return tmp_path / "draft.docx"


def _checked(path: Path) -> CheckedDraft:
    result = Job().run(str(path))
    assert isinstance(result, CheckedDraft)
    return result


def _delivered(checked: CheckedDraft, folder: Path) -> tuple[Path, list[str]]:
    delivery = Delivery(folder, Order(("docx",)))
    (path,) = delivery.add(checked)
    return path, [str(note) for note in delivery.notes]


def _style(path: Path) -> str:
    found = next(one for one in Document(str(path)).paragraphs if "seventy-two" in one.text)
    return str(found.style.name)


def test_the_draft_itself_is_given_back(draft: Path, tmp_path: Path) -> None:
    path, notes = _delivered(_checked(draft), tmp_path / "out")

    assert (path.name, notes, _style(path)) == ("draft.docx.comments.docx", [], "Quote")
    assert len(list(Document(str(path)).comments)) == len(_checked(draft).findings) > 0


@pytest.mark.parametrize(("gone", "said"), [(False, "was changed while"), (True, "cannot be opened again")])
def test_a_file_that_is_not_what_was_checked_is_not_given_back(
    draft: Path, tmp_path: Path, gone: bool, said: str
) -> None:
    checked = _checked(draft)
    if gone:
        draft.unlink()
    else:
        draft.write_bytes(draft.read_bytes() + b" ")
    path, notes = _delivered(checked, tmp_path / "out")

    assert len(notes) == 1
    assert notes[0].startswith(f"{draft}: warning: ")
    assert said in notes[0]
    assert "check it again" in notes[0]
    assert (_style(path), len(list(Document(str(path)).comments))) == ("Normal", len(checked.findings))


def test_standard_input_cannot_be_given_back(draft: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "checker",
        "check",
        "-",
        "--format",
        "docx,proposals",
        "--out",
        str(tmp_path),
    ]
    run = subprocess.run(command, input=draft.read_bytes(), cwd=ROOT, capture_output=True, check=False)

    assert run.returncode == 0, run.stderr
    lines = run.stderr.decode().splitlines()
    assert lines == [
        "standard input: warning: cannot be given back as it came — a clean DOCX of its text is given with "
        "the comments; name the file"
    ]
    assert {one.name for one in tmp_path.iterdir()} >= {"draft.comments.docx", "draft.proposals.docx"}


def test_a_package_that_cannot_be_packed_again_is_told_of(draft: Path, tmp_path: Path) -> None:
    """A picture with a wrong checksum hinders no reader of the text."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(draft.read_bytes())) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        new.writestr("word/media/image1.png", b"PICTURE-OF-A-SEAL")
    draft.write_bytes(stream.getvalue().replace(b"PICTURE-OF-A-SEAL", b"PICTURE-OF-A-SEA!", 1))
    path, notes = _delivered(_checked(draft), tmp_path / "out")

    assert len(notes) == 1
    assert "a part of it is damaged" in notes[0]
    assert _style(path) == "Normal"


def test_what_is_given_back_is_read_as_the_same_draft(draft: Path, tmp_path: Path) -> None:
    path, _ = _delivered(_checked(draft), tmp_path / "out")

    assert [one.text for one in open_draft(str(path)).provisions] == [
        one.text for one in open_draft(str(draft)).provisions
    ]
