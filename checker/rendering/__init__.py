"""Turns checked drafts into what people and programs read.

A new format is one module and one line in ``RENDERERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.draft import Language
from checker.finding import CheckedDraft
from checker.rendering.html_report import html_chunks
from checker.rendering.json_findings import findings_document
from checker.rendering.pdf_print import print_page


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a caller may choose: the reader's language, and the date to print, if any.

    ``parallel`` names the file of the report on the same law in its other language, if there is one.
    """

    language: Language = "en"
    day: date | None = None
    parallel: str = ""


@dataclass(frozen=True, slots=True)
class Renderer:
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


RENDERERS: Mapping[str, Renderer] = {
    "html": Renderer(".html", False, _html),
    "json": Renderer(".json", True, _json),
    "pdf": Renderer(".pdf", False, _pdf),
}
