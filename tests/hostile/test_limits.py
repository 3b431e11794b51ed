"""Inputs that took the square of their length, or a stack of their depth, are read in bounded time."""

from __future__ import annotations

import time

import pytest

from checker.amending.instruction import Step
from checker.amending.reading import read_amendments
from checker.consolidating.rewording import numbers_of
from checker.errors import DraftError
from checker.readers import read_bytes
from checker.source import USUAL
from checker.structure import build_draft
from tests.hostile.files import text_of_pdf

_SECONDS = 8.0
_SPACES = b" " * 60_000
LONG = {
    "colons.txt": "Статья 1. Суд\n\n".encode() + "слово и суд:\n\n".encode() * 3000,
    "lists.txt": "Статья 1. Суд\n\n".encode() + "1) суд:\n\n1. суд:\n\n".encode() * 2000,
    "quoted.txt": "Статья 1. Внести:\n\n".encode() + "«1) суд:\n\nсуд:\n\n".encode() * 1000,
    "figures.txt": b"Article 1. Law\n\n" + b"1-" * 50_000 + b"1. A court.",
    "wide.html": b"<html><table><tr>" + b"<td>law</td>" * 5000 + b"</tr></table>",
    "lines.pdf": text_of_pdf(b"a person may be held", 3000),
    "indented.md": b"\n".join((_SPACES + b"- law", b"# law" + _SPACES + b"law", b"|--|" + _SPACES + b"x")),
}


@pytest.mark.parametrize("name", LONG)
def test_long_files_take_linear_time(name: str) -> None:
    began = time.process_time()
    draft = build_draft(read_bytes(name, LONG[name]))

    assert sum(map(len, (one.context for one in draft.provisions))) < 20_000_000
    if name != "figures.txt":  # one number longer than any text is cut
        assert draft.coverage.placed == draft.coverage.characters > 0
    assert time.process_time() - began < _SECONDS


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("long.txt", b"law " * (USUAL.characters // 3 + 1), "million characters of text"),
        ("many.txt", b"a court.\n\n" * (USUAL.pieces + 1), "more than 50000 paragraphs"),
        ("deep.html", b"<p>A law.</p>" + b"<font>" * 3000 + b"text", "nested too deep"),
        (
            "entity.xml",
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "%s">]><x>&a;</x>' % (b"x" * 9000),
            "«&a;»",
        ),
    ],
)
def test_what_no_law_holds_is_refused_whole(name: str, content: bytes, told: str) -> None:
    with pytest.raises(DraftError) as caught:
        build_draft(read_bytes(name, content))

    (problem,) = caught.value.problems
    assert told in str(problem)
    assert problem.advice


def test_figures_of_any_kind_are_numbers_or_text() -> None:
    for number in ("7" * 4500, "²", "١٢", "1 – 99999999999"):
        text = f"Статья {number}. Суд\n\n{number}) пункты {number} статьи {number} исключить;\n"
        draft = build_draft(read_bytes("law.txt", text.encode()))
        read_amendments(draft)
        assert draft.coverage.placed == draft.coverage.characters


def test_a_range_without_end_renumbers_nothing() -> None:
    assert numbers_of(Step("point", "1", "99999999999")) == ["1", "99999999999"]
    assert numbers_of(Step("point", "5-1", "5-99999999999")) == ["5-1", "5-99999999999"]
    assert numbers_of(Step("point", "5-1", "5-3")) == ["5-1", "5-2", "5-3"]
