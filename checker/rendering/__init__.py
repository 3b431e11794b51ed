"""Turns checked drafts into what people and programs read.

A new format is one module and one line in ``RENDERERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from checker.draft import Language
from checker.finding import CheckedDraft
from checker.late import late

html_chunks: Callable[..., Iterable[str]] = late("checker.rendering.html_report:html_chunks")
print_page: Callable[[bytes], bytes] = late("checker.rendering.pdf_print:print_page")
findings_document: Callable[..., str] = late("checker.rendering.json_findings:findings_document")
table_document: Callable[..., str] = late("checker.rendering.csv_table:table_document")
sarif_document: Callable[..., str] = late("checker.rendering.sarif_log:sarif_document")
commented: Callable[..., bytes] = late("checker.rendering.word.returning:commented")
proposals_file: Callable[..., bytes] = late("checker.rendering.word.proposals:proposals_file")


class RenderOptions(Struct, frozen=True):
    """What a caller may choose: the reader's language, and the date to print, if any.

    ``original`` are the bytes of the DOCX file that the draft was read from, to be given back with comments.
    ``parallel`` names the file of the report on the same law in its other language, if there is one.
    """

    language: Language = "en"
    day: date | None = None
    original: bytes | None = None
    parallel: str = ""


class Renderer(Struct, frozen=True):
    """One output format: the ending of its file, and whether all drafts go into one file.

    A format that is not ``together`` is called with one draft at a time.
    """

    suffix: str
    together: bool
    render: Callable[[Sequence[CheckedDraft], RenderOptions], bytes]


def _html(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    (draft,) = checked
    chunks = html_chunks(draft, language=options.language, day=options.day, parallel=options.parallel)
    return b"".join(chunk.encode("utf-8", "replace") for chunk in chunks)


def _pdf(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    return print_page(_html(checked, options))


def _json(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    return findings_document(checked, language=options.language).encode("utf-8", "replace")


def _csv(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    return table_document(checked, language=options.language).encode("utf-8", "replace")


def _sarif(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    return sarif_document(checked, language=options.language).encode("utf-8", "replace")


def _docx(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    (draft,) = checked
    return commented(draft, language=options.language, day=options.day, original=options.original)


def _proposals(checked: Sequence[CheckedDraft], options: RenderOptions) -> bytes:
    (draft,) = checked
    return proposals_file(draft, language=options.language)


RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer(".html", False, _html),
    "json": Renderer(".json", True, _json),
    "csv": Renderer(".csv", True, _csv),
    "sarif": Renderer(".sarif", True, _sarif),
    "docx": Renderer(".comments.docx", False, _docx),
    "proposals": Renderer(".proposals.docx", False, _proposals),
    "pdf": Renderer(".pdf", False, _pdf),
}
