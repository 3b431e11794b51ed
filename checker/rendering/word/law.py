"""A draft as a clean Word file: headings as headings, numbers as printed, indents by depth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.shared import Pt

from checker.draft import Draft
from checker.rendering.edits import Edits
from checker.rendering.law_text import Row, law_rows
from checker.rendering.notes import places_of
from checker.rendering.word.comments import Piece
from checker.rendering.word.elements import Look, paragraph
from checker.rendering.word.letters import bare
from checker.rendering.word.package import Package
from checker.rendering.word.printing import own_title, printed_heading, printed_number
from checker.rendering.word.sheet import filled, new_sheet
from checker.rendering.wording import Words

_FRONT = 10  # provisions among which a law prints its own title


def law_package(draft: Draft, words: Words) -> Package:
    """The DOCX file of a draft."""
    document = new_sheet(draft.title, draft.language, 12)
    for name, size in (("Title", 16), ("Heading 2", 14), ("Heading 3", 13), ("Heading 4", 12)):
        document.styles[name].font.size = Pt(size)
    styles = {
        name: document.styles[name].style_id for name in ("Title", "Heading 2", "Heading 3", "Heading 4")
    }
    return filled(document, _law(draft, words, styles))


def _law(draft: Draft, words: Words, styles: dict[str, str]) -> Iterator[Any]:
    title = bare(own_title(draft))
    printed = [one.index for one in draft.provisions[:_FRONT] if title and bare(one.text) == title]
    if title and not printed:
        yield _title(draft, styles)
    for row in law_rows(draft, places_of(draft, words), {}, {}, Edits()):
        if row.provision.index in printed[:1]:
            yield _title(draft, styles)
        else:
            yield from _provision(row, styles)


def _title(draft: Draft, styles: dict[str, str]) -> Any:
    return paragraph((Piece(draft.title, draft.language),), Look(styles["Title"], side="center"))


def _provision(row: Row, styles: dict[str, str]) -> Iterator[Any]:
    provision = row.provision
    language = provision.language
    if row.level:
        heading = printed_heading(provision, row.label)
        if heading:
            yield paragraph((Piece(heading, language),), Look(styles[f"Heading {min(row.level, 4)}"]))
        if provision.text:
            yield paragraph((Piece(provision.text, language),))
        return
    if provision.heading:
        yield paragraph((Piece(provision.heading, language, True),), Look(depth=row.depth))
    line = " ".join(filter(None, (printed_number(provision), provision.text)))
    if line:
        yield paragraph((Piece(line, language),), Look(depth=row.depth))
