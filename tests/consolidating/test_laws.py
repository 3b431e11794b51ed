"""One law in three languages, amended by a law that uses every common command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.amending.reading import read_amendments
from checker.cli import main
from checker.consolidating import consolidate, law_text
from checker.draft import Draft
from checker.finding import CheckedDraft
from checker.opening import open_draft
from checker.pipeline import Job

LAWS = Path(__file__).parent / "laws"
LANGUAGES = ("ru", "kk", "en")


def _open(language: str, name: str) -> Draft:
    return open_draft(str(LAWS / language / f"{name}.txt"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_amended_law_reads_as_it_should(language: str) -> None:
    base, amending = _open(language, "base"), _open(language, "amending")
    result = consolidate(base, amending, read_amendments(amending))

    assert law_text(result.draft) == (LAWS / language / "expected.txt").read_text(encoding="utf-8")
    assert result.flaws == ()
    assert result.applied == len(result.amendments.instructions)
    assert result.draft.before is base


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_and_labels_are_those_of_the_text_read_anew(language: str) -> None:
    base, amending = _open(language, "base"), _open(language, "amending")
    result = consolidate(base, amending, read_amendments(amending)).draft
    again = _open(language, "expected")

    assert [(one.id, one.label, one.context, one.tail) for one in result.provisions] == [
        (one.id, one.label, one.context, one.tail) for one in again.provisions
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_the_draft_changes_is_touched(language: str) -> None:
    base, amending = _open(language, "base"), _open(language, "amending")
    result = consolidate(base, amending, read_amendments(amending))
    carried = {after: before for before, after in enumerate(result.carried) if after is not None}

    for one in result.draft.provisions:
        former = base.provisions[carried[one.index]] if one.index in carried else None
        same = former is not None and (former.text, former.heading, former.number) == (
            one.text,
            one.heading,
            one.number,
        )
        assert (one.index in result.touched) == (not same), one.label
    gone = {index for index, after in enumerate(result.carried) if after is None}
    assert gone <= result.touched_before


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amending_law_that_says_nothing_changes_nothing(language: str) -> None:
    base, amending = _open(language, "base"), _open(language, "amending")
    result = consolidate(base, amending, type(read_amendments(amending))())

    assert result.draft.provisions == base.provisions
    assert result.touched == result.touched_before == frozenset()


def _run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["consolidate", *words])
    return result.exit_code, result.stdout, result.stderr


def test_the_command_prints_the_law() -> None:
    folder = LAWS / "kk"
    status, out, err = _run(str(folder / "base.txt"), str(folder / "amending.txt"))

    assert (status, out) == (0, (folder / "expected.txt").read_text(encoding="utf-8"))
    assert "орындалған нұсқаулар: 14 ішінен 14" in err


def test_the_command_writes_a_page_with_linked_changes(tmp_path: Path) -> None:
    page = tmp_path / "law.html"
    folder = LAWS / "ru"
    status, _, _ = _run(
        str(folder / "base.txt"), str(folder / "amending.txt"), "--format", "html", "--output", str(page)
    )
    html = page.read_text(encoding="utf-8")

    assert status == 0
    assert "<ins>, питание</ins>" in html
    assert "<del>иметь при себе телефон;</del>" in html
    assert 'href="#art_3__para_1__point_1"' in html and 'id="art_3__para_1__point_1"' in html
    assert 'href="#instruction-5"' in html and 'id="instruction-5"' in html
    assert "указание 5" in html


def test_the_command_writes_the_trace() -> None:
    folder = LAWS / "en"
    status, out, _ = _run(str(folder / "base.txt"), str(folder / "amending.txt"), "--format", "json")
    document = json.loads(out)
    added = next(one for one in document["provisions"] if one["id"] == "art_6A")

    assert status == 0
    assert added["before"] is None and len(added["instructions"]) == 1
    assert {one["id"] for one in document["removed"]} >= {"art_7", "art_2__para_2"}
    assert all(one["flaws"] == [] for one in document["instructions"])


def test_the_wrong_law_is_refused_in_one_line() -> None:
    status, out, err = _run(str(LAWS / "en" / "base.txt"), str(LAWS / "ru" / "amending.txt"))

    assert (status, out) == (2, "")
    assert err.count("\n") == 1 and "Court Waiting Rooms Act" in err


def test_a_base_that_amends_other_laws_is_refused() -> None:
    amending = str(LAWS / "ru" / "amending.txt")
    status, _, err = _run(amending, amending)

    assert status == 2
    assert "amends other laws" in err


def test_a_draft_that_commands_nothing_is_refused() -> None:
    base = str(LAWS / "ru" / "base.txt")
    status, _, err = _run(base, base)

    assert status == 2
    assert "no instruction" in err


def test_what_does_not_fit_is_told_and_the_rest_carried_out(tmp_path: Path) -> None:
    text = (LAWS / "ru" / "amending.txt").read_text(encoding="utf-8")
    draft = tmp_path / "amending.txt"
    draft.write_text(text.replace("слова «или дежурного»", "слова «или дежурной»"), encoding="utf-8")
    status, out, err = _run(str(LAWS / "ru" / "base.txt"), str(draft))

    assert status == 1
    assert "решения судьи или дежурного" in out and "Статья 6-1. Дети в суде" in out
    assert "слов «или дежурной» в «статья 3, пункт 3» нет; ближайшие по написанию: «или дежурного»" in err


def test_a_draft_is_checked_as_it_leaves_the_law() -> None:
    job = Job(base=str(LAWS / "en" / "base.txt"))
    checked = job.run(str(LAWS / "en" / "amending.txt"))

    assert isinstance(checked, CheckedDraft)
    assert checked.draft.before is not None and checked.draft.before.title == "Court Waiting Rooms Act"
    assert checked.amending is not None and checked.amendments.instructions
    assert any(one.id == "art_6A" for one in checked.draft.provisions)


def test_a_check_with_a_base_tells_only_what_the_draft_touches(tmp_path: Path) -> None:
    base, draft = tmp_path / "base.txt", tmp_path / "amending.txt"
    base.write_text(
        "Закон «О задержании»\n\nСтатья 1. Задержание\n"
        "1. Задержанный доставляется к судье в течение семидесяти двух часов.\n"
        "2. Задержанный содержится под стражей до десяти суток без решения суда.\n",
        encoding="utf-8",
    )
    draft.write_text(
        "Закон «О внесении изменений в Закон «О задержании»\n\n"
        "Статья 1. Внести в Закон «О задержании» следующие изменения:\n\n"
        "1) в пункте 1 статьи 1 слова «семидесяти двух часов» заменить словами «сорока восьми часов»;\n\n"
        "2) статью 77 исключить.\n",
        encoding="utf-8",
    )
    checked = Job(base=str(base)).run(str(draft))

    assert isinstance(checked, CheckedDraft)
    assert checked.draft.path == str(draft)
    assert checked.findings == ()
    assert checked.change is not None and [one.finding.rule for one in checked.change.mended] == ["HC-01"]
    (flaw,) = checked.flaws
    assert (flaw.kind, flaw.provision) == ("provision-not-found", -1)
    assert flaw.message["ru"].startswith("статья 1, подпункт 2: ")
