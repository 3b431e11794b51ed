"""The database that a reader opens: its tables, its search, its bytes."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from checker.decision import Decision
from checker.errors import Problem
from checker.rendering import RENDERERS, RenderOptions

_TOGETHER = RENDERERS["sqlite"].together


@pytest.fixture
def opened(tmp_path):
    """Opens the database of some drafts."""
    bases = []

    def _open(drafts, **options):
        told = RenderOptions(**options)
        pieces = [_TOGETHER.piece(one, told) for one in drafts]
        path = tmp_path / f"{len(bases)}.sqlite"
        path.write_bytes(b"".join(_TOGETHER.join(pieces, told)))
        bases.append(sqlite3.connect(path))
        bases[-1].row_factory = sqlite3.Row
        return bases[-1]

    yield _open
    for base in bases:
        base.close()


def test_a_row_for_every_draft_finding_and_verdict(make_checked_draft, opened):
    drafts = [make_checked_draft("en"), make_checked_draft("ru")]
    base = opened(drafts, language="en", report="rooms.html")

    told = [dict(row) for row in base.execute("SELECT * FROM drafts ORDER BY id")]
    assert [(row["path"], row["language"], row["report"]) for row in told] == [
        ("drafts/rooms-en.txt", "en", "rooms.html"),
        ("drafts/rooms-ru.txt", "ru", "rooms.html"),
    ]
    assert [(row["critical"], row["major"], row["minor"]) for row in told] == [(3, 3, 1)] * 2
    assert [(row["incompatible"], row["met"], row["not_addressed"]) for row in told] == [(2, 1, 1)] * 2
    counts = "SELECT (SELECT count(*) FROM findings), (SELECT count(*) FROM verdicts)"
    assert tuple(base.execute(counts).fetchone()) == (
        sum(len(one.findings) for one in drafts),
        sum(len(one.standards) for one in drafts),
    )
    joined = "SELECT count(*) FROM findings JOIN standards s ON s.id = standard JOIN drafts d ON d.id = draft"
    assert base.execute(joined).fetchone()[0] == sum(len(one.findings) for one in drafts)


def test_a_finding_in_full(make_checked_draft, opened):
    checked = make_checked_draft("en")
    first, *others = checked.findings
    decided = replace(first, decision=Decision(first.id, first.rule, "dismissed", "Ann", "", "known"))
    base = opened([replace(checked, findings=(decided, *others))], language="kk")
    row = base.execute("SELECT * FROM findings WHERE fingerprint = ?", (first.id,)).fetchone()

    assert (row["standard"], row["verdict"], row["severity"]) == (first.rule, first.verdict, first.severity)
    assert (row["quotation"], row["message"]) == (first.quote, first.message["kk"])
    assert (row["decision"], row["author"], row["reason"], row["dismissed"]) == (
        "dismissed",
        "Ann",
        "known",
        1,
    )


def test_words_of_messages_and_quotations_are_found(make_checked_draft, opened):
    base = opened([make_checked_draft("ru")], language="ru")
    word = base.execute("SELECT quotation FROM findings WHERE quotation != ''").fetchone()[0].split()[0]

    found = "SELECT message || quotation FROM findings WHERE id IN (SELECT rowid FROM findings_fts(?))"
    hits = [row[0] for row in base.execute(found, (f'"{word}"',))]
    assert hits and all(word.lower() in hit.lower() for hit in hits)
    assert base.execute(found, ('"nosuchword"',)).fetchall() == []


def test_problems_and_hostile_texts_are_kept_as_they_are(make_checked_draft, opened):
    title = "'); DROP TABLE drafts; -- half a \ud800 letter"
    problem = Problem("b.pdf", "holds pictures", "give text", 3, 4)
    base = opened([make_checked_draft("en", title=title)], problems=(problem,))

    assert base.execute("SELECT title FROM drafts").fetchone()[0] == title.replace("\ud800", "?")
    assert tuple(base.execute("SELECT * FROM problems").fetchone()) == (
        1, "b.pdf", 3, 4, "holds pictures", "give text",
    )  # fmt: skip
    assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def test_same_drafts_same_bytes(make_checked_draft):
    drafts = [make_checked_draft("en"), make_checked_draft("kk")]

    assert RENDERERS["sqlite"].render(drafts, RenderOptions()) == RENDERERS["sqlite"].render(
        drafts, RenderOptions()
    )


def test_no_draft_is_an_empty_database(tmp_path):
    path = tmp_path / "empty.sqlite"
    path.write_bytes(RENDERERS["sqlite"].render([], RenderOptions()))

    with closing(sqlite3.connect(path)) as base:
        assert base.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
