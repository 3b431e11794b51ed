"""The results as an SQLite database, for questions that no report answers.

Tables: ``drafts``, ``standards``, ``findings``, ``verdicts`` (one for each standard and draft), ``problems``;
``findings_fts`` finds words in messages and quotations. Rows follow the drafts as given, and every run
writes the same bytes with the same version of SQLite.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.draft import Language
from checker.errors import Problem
from checker.finding import CheckedDraft, Finding
from checker.rendering.deciding import wording_of
from checker.rendering.overview import severity_counts, verdict_counts
from checker.rendering.pieces import Made, Piece, Remembered, heads_of
from checker.rendering.reading_order import in_reading_order, provision_of
from checker.rendering.wording import Words, words_for
from checker.rule import Rule, Ruleset

_CHUNK = 1 << 20

_SCHEMA = """
CREATE TABLE standards (
    id TEXT PRIMARY KEY, title TEXT, ruleset TEXT, "group" TEXT, severity TEXT, requirement TEXT
);
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY, title TEXT, path TEXT UNIQUE, language TEXT, sha256 TEXT, report TEXT,
    characters INTEGER, placed INTEGER, provisions INTEGER, critical INTEGER, major INTEGER, minor INTEGER,
    incompatible INTEGER, missing INTEGER, review INTEGER, met INTEGER, not_addressed INTEGER
);
CREATE TABLE findings (
    id INTEGER PRIMARY KEY, draft INTEGER REFERENCES drafts(id), standard TEXT REFERENCES standards(id),
    verdict TEXT, severity TEXT, dismissed INTEGER, confidence REAL, provision TEXT, article TEXT, label TEXT,
    quotation TEXT, message TEXT, wording TEXT, effect TEXT, former TEXT, fingerprint TEXT, decision TEXT,
    author TEXT, reason TEXT
);
CREATE TABLE verdicts (
    draft INTEGER REFERENCES drafts(id), standard TEXT REFERENCES standards(id), verdict TEXT,
    PRIMARY KEY (draft, standard)
) WITHOUT ROWID;
CREATE TABLE problems (
    id INTEGER PRIMARY KEY, path TEXT, line INTEGER, "column" INTEGER, message TEXT, advice TEXT
);
"""
_INDEXES = """
CREATE INDEX drafts_language ON drafts(language);
CREATE INDEX findings_draft ON findings(draft);
CREATE INDEX findings_standard ON findings(standard, verdict);
CREATE INDEX findings_severity ON findings(severity);
CREATE INDEX verdicts_standard ON verdicts(standard, verdict);
"""
_SEARCH = """
CREATE VIRTUAL TABLE findings_fts USING fts5(
    message, quotation, content="findings", content_rowid="id", tokenize="unicode61"
);
INSERT INTO findings_fts(findings_fts) VALUES ('rebuild');
"""


def database_piece(checked: CheckedDraft, language: Language, report: str) -> Made:
    """The rows of one draft, texts in ``language``; ``report`` is the file of its report."""
    draft, rules, words = checked.draft, checked.rules(), words_for(language)
    row = [
        draft.title or draft.path,
        draft.path,
        draft.language,
        draft.sha256,
        report,
        draft.coverage.characters,
        draft.coverage.placed,
        len(draft.provisions),
        *severity_counts(checked).values(),
        *verdict_counts(checked).values(),
    ]
    findings = [_finding(one, rules[one.rule], checked, words) for one in in_reading_order(checked.findings)]
    verdicts = [(one.rule, one.verdict) for one in checked.standards]
    part = json.dumps({"draft": row, "findings": findings, "verdicts": verdicts})
    return Made(_head(checked.rulesets, language), "", (part,))


def database_chunks(
    pieces: Sequence[Piece], language: Language, problems: Sequence[Problem] = ()
) -> Iterator[bytes]:
    """The database file, written beside other temporary files and given in chunks."""
    with tempfile.TemporaryDirectory(prefix="draftlaw-") as scratch:
        path = Path(scratch) / "findings.sqlite"
        _write(path, pieces, problems)
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


def _write(path: Path, pieces: Sequence[Piece], problems: Sequence[Problem]) -> None:
    base = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is nobody's yet: what a crash leaves of it is thrown away, so nothing is made safe.
        base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        for statement in _SCHEMA.split(";"):
            base.execute(statement)
        _insert(base, "standards", [tuple(map(_plain, row)) for head in heads_of(pieces) for row in head])
        for number, piece in enumerate(pieces, start=1):
            _add(base, number, json.loads(piece.part(0)))
        told = ((None, one.path, one.line, one.column, one.message, one.advice) for one in problems)
        _insert(base, "problems", [tuple(map(_plain, row)) for row in told])
        base.execute("COMMIT")
        base.executescript(_INDEXES)
        if base.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
            base.executescript(_SEARCH)
        base.execute("VACUUM")
    finally:
        base.close()


def _add(base: sqlite3.Connection, number: int, told: Any) -> None:
    _insert(base, "drafts", [(number, *map(_plain, told["draft"]))])
    _insert(base, "findings", [(None, number, *map(_plain, row)) for row in told["findings"]])
    _insert(base, "verdicts", [(number, *row) for row in told["verdicts"]])


def _insert(base: sqlite3.Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    if rows:
        places = ",".join("?" * len(rows[0]))
        base.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", rows)


def _plain(value: Any) -> Any:
    """Text without halves of letters, which no encoding holds."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _finding(finding: Finding, rule: Rule, checked: CheckedDraft, words: Words) -> list[Any]:
    provision, decision = provision_of(finding, checked.draft), finding.decision
    return [
        finding.rule,
        finding.verdict,
        finding.severity,
        int(finding.dismissed),
        round(finding.confidence, 4),
        *((provision.id, provision.article, provision.label) if provision else ("", "", "")),
        finding.quote,
        words.told(finding.message).text,
        words.told(wording_of(finding, rule)).text,
        finding.effect,
        finding.former,
        finding.id,
        *((decision.choice, decision.author, decision.reason) if decision else (None, None, None)),
    ]


def _made_head(rulesets: tuple[Ruleset, ...], language: Language) -> str:
    words = words_for(language)
    rules = {rule.id: rule for ruleset in rulesets for rule in ruleset.rules}
    told = [
        [
            rule.id,
            words.told(rule.title).text,
            rule.ruleset,
            rule.group,
            rule.severity,
            words.told(rule.standard).text,
        ]
        for rule in rules.values()
    ]
    return json.dumps(told)


_head = Remembered(_made_head)
