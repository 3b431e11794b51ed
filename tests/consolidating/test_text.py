"""A draft printed as plain text is read again as the same draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.consolidating import law_text
from checker.consolidating.tree import draft_of, tree_of
from checker.draft import Draft
from checker.opening import open_draft
from tests.consolidating.conftest import LAWS, law_of

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = [*sorted(ROOT.glob("drafts/detention*")), *sorted(LAWS.rglob("*.txt"))]
REAL = (
    "kk/kz-constitution-1995-akorda-kk.txt",
    "kk/kz-amend-arrest-house-arrest-2008-kk.md",
    "ru/by-internal-affairs-bodies-2007-ru.txt",
    "ru/kg-constitution-2021-ru.docx",
    "ru/kz-const-amendment-2007-ru.txt",
    "ru/kz-plant-quarantine-1999-ru.txt",
    "ru/ru-fz311-2021-amend-labour-code-ru.docx",
    "ru/uz-cpc-1994-ch2-principles-ru.pdf",
    "en/ng-constitution-1999-ch4.md",
    "en/un-opcat-2002.md",
)


def _units(draft: Draft) -> list[tuple[str, str, str, str, str]]:
    return [(one.id, one.number, one.mark, one.heading, one.text) for one in draft.provisions]


@pytest.mark.parametrize("path", OWN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_our_own_laws_are_read_again_as_they_were(path: Path) -> None:
    draft = open_draft(str(path))

    assert _units(law_of(law_text(draft))) == _units(draft)


@pytest.mark.parametrize("name", REAL)
def test_real_laws_are_read_again_as_they_were(name: str, corpus: Path) -> None:
    draft = open_draft(str(corpus / name))

    assert [(one[0], one[1], one[3], one[4].lstrip('«"')) for one in _units(law_of(law_text(draft)))] == [
        (one[0], one[1], one[3], one[4].lstrip('«"')) for one in _units(draft)
    ]
    assert draft_of(tree_of(draft)[0], draft).provisions == draft.provisions


def test_marks_are_those_of_the_print() -> None:
    draft = law_of(
        "Закон «О пробе»\n\nГлава 2. Проба\n\nСтатья 14-1. Проба\n1. Суд:\n1) решает;\nа) быстро;\n- тихо.\n"
    )

    assert [one.mark for one in draft.provisions] == [
        "", "Глава 2.", "Статья 14-1.", "1.", "1)", "а)", "–",
    ]  # fmt: skip


def test_kazakh_and_english_marks() -> None:
    kazakh = law_of("«Сынақ туралы» Заң\n\n2-тарау. Сынақ\n\n14-1-бап. Сынақ\n1. Сот шешеді.\n")
    english = law_of(
        "Trial Act\n\nPART II. Trial\n\n1. Trial\n\n(1) A court—\n(a) may\n(i) sit; or\n(ii) rise.\n"
    )

    assert [one.mark for one in kazakh.provisions][1:] == ["2-тарау.", "14-1-бап.", "1."]
    assert [one.mark for one in english.provisions][1:] == ["PART II.", "1.", "(1)", "(a)", "(i)", "(ii)"]


def test_quoted_wording_is_known() -> None:
    draft = open_draft(str(LAWS / "ru" / "amending.txt"))

    assert {one.mark for one in draft.provisions if one.quoted} >= {"2)", "2-1)", "4.", "Статья 6-1."}
    assert not any(one.quoted for one in open_draft(str(LAWS / "ru" / "base.txt")).provisions)
