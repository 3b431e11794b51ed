"""Whatever the bytes: a sound draft, or one clear line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.amending.reading import read_amendments
from checker.draft import Draft
from checker.errors import DraftError
from checker.readers import read_bytes
from checker.structure import build_draft
from checker.structure.outline import outline
from tests.hostile.fuzzing import assert_nothing_lost, assert_quoted, assert_sound, fuzz
from tests.hostile.mutations import Torn, torn_files
from tests.hostile.wording import AMENDING_LAWS, LAWS


def _read(name: str, data: bytes) -> Draft | None:
    try:
        return build_draft(read_bytes(name, data))
    except DraftError as error:
        for problem in error.problems:
            assert problem.path == name
            assert problem.message
            assert problem.advice
        return None


def _assert_whole(draft: Draft) -> None:
    assert_sound(draft)
    outline(draft)
    for one in (draft, draft.before, draft.parallel):
        if one is not None:
            assert_quoted(read_amendments(one), one)


@fuzz(120)
@given(torn_files())
def test_a_torn_file_is_read_or_refused(torn: Torn) -> None:
    draft = _read(torn.name, torn.content)
    if draft is not None:
        _assert_whole(draft)


@fuzz(40)
@given(st.sampled_from(["x.txt", "x.md", "x.html", "x.xml", "x.docx", "x.pdf", "x"]), st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    draft = _read(name, data)
    if draft is not None:
        _assert_whole(draft)


@fuzz(120)
@given(st.one_of(LAWS, AMENDING_LAWS))
def test_no_letter_of_a_plain_text_is_lost(text: str) -> None:
    draft = _read("law.txt", text.encode("utf-8", "replace"))
    if draft is not None:
        _assert_whole(draft)
        assert_nothing_lost(text.encode("utf-8", "replace").decode(), draft)


@fuzz(60)
@given(st.sampled_from(["law.md", "law.html"]), LAWS)
def test_a_law_in_marks_is_read(name: str, text: str) -> None:
    draft = _read(name, text.encode("utf-8", "replace"))
    if draft is not None:
        _assert_whole(draft)
