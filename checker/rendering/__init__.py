"""Turns checked drafts into what people and programs read.

A new format is one module and one line in ``RENDERERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from msgspec import Struct

from checker.draft import Language
from checker.errors import Problem
from checker.finding import CheckedDraft
from checker.late import late
from checker.rendering.pieces import Made, Piece

html_chunks: Callable[..., Iterator[str]] = late("checker.rendering.html_report:html_chunks")
ready_for: Callable[[Language], None] = late("checker.rendering.html_report:ready_for")
print_page: Callable[[bytes], bytes] = late("checker.rendering.pdf_print:print_page")
findings_piece: Callable[..., Made] = late("checker.rendering.json_findings:findings_piece")
findings_chunks: Callable[..., Iterator[str]] = late("checker.rendering.json_findings:findings_chunks")
table_piece: Callable[..., Made] = late("checker.rendering.csv_table:table_piece")
table_chunks: Callable[..., Iterator[str]] = late("checker.rendering.csv_table:table_chunks")
sarif_piece: Callable[..., Made] = late("checker.rendering.sarif_log:sarif_piece")
sarif_chunks: Callable[..., Iterator[str]] = late("checker.rendering.sarif_log:sarif_chunks")
database_piece: Callable[..., Made] = late("checker.rendering.database:database_piece")
database_chunks: Callable[..., Iterator[bytes]] = late("checker.rendering.database:database_chunks")
index_piece: Callable[..., Made] = late("checker.rendering.index_entries:index_piece")
entries_of: Callable[[Sequence[Piece]], Any] = late("checker.rendering.index_entries:IndexEntries")
index_chunks: Callable[..., Iterator[str]] = late("checker.rendering.index_page:index_chunks")
commented: Callable[..., bytes] = late("checker.rendering.word.returning:commented")
proposals_file: Callable[..., bytes] = late("checker.rendering.word.proposals:proposals_file")


class RenderOptions(Struct, frozen=True):
    """What a caller may choose: the reader's language, and the date to print, if any.

    ``original`` are the bytes of the DOCX file that the draft was read from, to be given back with comments.
    ``parallel`` names the file of the report on the same law in its other language, if there is one;
    ``report`` that of the report on the draft, for a file that leads to it. ``problems`` are the files that
    could not be read, where a file tells of all drafts.
    """

    language: Language = "en"
    day: date | None = None
    original: bytes | None = None
    parallel: str = ""
    report: str = ""
    problems: tuple[Problem, ...] = ()


class Together(Struct, frozen=True):
    """A file that holds all drafts: what each adds to it, and how it is written from that."""

    piece: Callable[[CheckedDraft, RenderOptions], Made]
    join: Callable[[Sequence[Piece], RenderOptions], Iterator[bytes]]


class Renderer(Struct, frozen=True):
    """One output format: the ending of its file, how it is made, and how all drafts go into one file.

    A format that is not ``together`` is called with one draft at a time.
    """

    suffix: str
    render: Callable[[Sequence[CheckedDraft], RenderOptions], bytes]
    together: Together | None = None


def _html(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    (draft,) = checked
    chunks = html_chunks(draft, language=options.language, day=options.day, parallel=options.parallel)
    page = BytesIO()  # joined as a list, the many pieces would take several times the room
    page.writelines(chunk.encode("utf-8", "replace") for chunk in chunks)
    return page.getvalue()


def _pdf(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    return print_page(_html(checked, options))


def _whole(suffix: str, together: Together) -> Renderer:
    def render(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
        return b"".join(together.join([together.piece(one, options) for one in checked], options))

    return Renderer(suffix, render, together)


def _encoded(chunks: Iterator[str]) -> Iterator[bytes]:
    return (chunk.encode("utf-8", "replace") for chunk in chunks)


_JSON = Together(
    lambda checked, options: findings_piece(checked, options.language),
    lambda pieces, options: _encoded(findings_chunks(pieces)),
)
_CSV = Together(
    lambda checked, options: table_piece(checked, options.language),
    lambda pieces, options: _encoded(table_chunks(pieces, options.language)),
)
_SARIF = Together(
    lambda checked, options: sarif_piece(checked, options.language),
    lambda pieces, options: _encoded(sarif_chunks(pieces, options.language)),
)


def _docx(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    (draft,) = checked
    return commented(draft, language=options.language, day=options.day, original=options.original)


def _proposals(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    (draft,) = checked
    return proposals_file(draft, language=options.language)


_SQLITE = Together(
    lambda checked, options: database_piece(checked, options.language, options.report),
    lambda pieces, options: database_chunks(pieces, options.language, options.problems),
)

INDEX = Together(
    lambda checked, options: index_piece(checked, options.report),
    lambda pieces, options: _encoded(
        index_chunks(
            entries_of(pieces), language=options.language, day=options.day, problems=options.problems
        )
    ),
)
"""The page that leads to the reports of several drafts."""

RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer(".html", _html),
    "json": _whole(".json", _JSON),
    "csv": _whole(".csv", _CSV),
    "sarif": _whole(".sarif", _SARIF),
    "sqlite": _whole(".sqlite", _SQLITE),
    "docx": Renderer(".comments.docx", _docx),
    "proposals": Renderer(".proposals.docx", _proposals),
    "pdf": Renderer(".pdf", _pdf),
}
