"""The amending laws of the corpus: how much is read, and that nothing is dropped.

Needs ../shared/corpus; skipped where it is absent. The figures were counted by reading the laws.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.amending.forms import forms_of
from checker.amending.quotations import quotations
from checker.amending.reading import read_amendments
from checker.opening import open_draft

LAWS = {
    "ru/kz-amend-arrest-house-arrest-2008-ru.md": (37, 0),
    "ru/kz-amend-conform-constitution-2017-91-TRUNC-ru.txt": (8, 0),
    "ru/kz-const-amendment-1998-ru.txt": (29, 0),
    "ru/kz-const-amendment-2007-ru.txt": (50, 0),
    "ru/kz-const-amendment-2011-ru.txt": (1, 0),
    "ru/kz-cpc-improvement-amend-2014-233-TRUNC-ru.txt": (9, 0),
    "ru/kz-cpc-judicial-amend-2009-227-TRUNC-ru.txt": (39, 0),
    "ru/kz-koap-amend-2019-300-TRUNC-ru.txt": (15, 0),
    "ru/kz-koap-amend-2021-21-ru.txt": (6, 0),
    "ru/kg-amend-mediation-2025-257-ru.pdf": (27, 0),
    "ru/ru-fz269-2020-amend-multi-ru.docx": (66, 0),
    "ru/ru-fz311-2021-amend-labour-code-ru.docx": (28, 0),
    "ru/ru-fz356-2021-amend-multi-ru.docx": (65, 0),
    "ru/ru-fz-2025-05-amend-securities-ru.html": (101, 0),
    "kk/kz-amend-arrest-house-arrest-2008-kk.md": (39, 0),
    "en/ie-offences-against-the-state-amendment-act-1940.md": (1, 0),
    "en/lk-cat-act-amendment-2021.txt": (1, 0),
    "en/lk-ccp-amendment-2021-magistrate-visits.pdf": (1, 0),
    "en/lk-ccp-amendment-2022-pretrial-conferences.docx": (4, 0),
    "en/lk-poisons-opium-amendment-2022.pdf": (8, 1),
    "en/my-offenders-compulsory-attendance-amendment-2021.md": (10, 0),
}
"""Instructions read, at least, and commands not read, at most."""


@pytest.mark.parametrize("name", LAWS)
def test_an_amending_law_is_read(corpus: Path, name: str) -> None:
    read = read_amendments(open_draft(str(corpus / name)))
    least, most = LAWS[name]

    assert len(read.instructions) >= least
    assert len(read.unread) <= most


@pytest.mark.parametrize("name", LAWS)
def test_no_command_of_a_law_is_dropped(corpus: Path, name: str) -> None:
    draft = open_draft(str(corpus / name))
    read = read_amendments(draft)
    told = {item.provision for item in (*read.instructions, *read.unread)}

    for provision in draft.provisions:
        forms = forms_of(provision.language)
        if provision.index in read.quoting or provision.role in {"contents", "note", "explanatory"}:
            continue
        text = provision.text
        if forms.modal.search(text) or forms.notes.search(text):
            continue
        spans = quotations(text, forms.outside)
        outside = [
            found
            for found in forms.speaks.finditer(text)
            if not any(span.start <= found.start() < span.end for span in spans)
        ]
        assert not outside or provision.index in told, text


@pytest.mark.parametrize(
    "name",
    ["ru/kz-koap-2014-ed2026-ru.txt", "en/ca-emergencies-act.xml", "kk/kz-constitution-1995-akorda-kk.txt"],
)
def test_a_law_that_amends_nothing_commands_nothing(corpus: Path, name: str) -> None:
    assert not read_amendments(open_draft(str(corpus / name))).instructions


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("en/ie-cj-un-convention-against-torture-act-2000.md", 12, 0),
        ("en/za-consumer-protection-act-2008.html", 33, 0),
        ("en/ie-children-act-2001.md", 10, 0),
        ("ru/by-enforcement-2016-ru.pdf", 75, 0),
    ],
)
def test_an_ordinary_law_that_amends_others_is_read(corpus: Path, name: str, least: int, most: int) -> None:
    read = read_amendments(open_draft(str(corpus / name)))

    assert len(read.instructions) >= least
    assert len(read.unread) <= most
