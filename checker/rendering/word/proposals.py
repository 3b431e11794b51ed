"""The comparative table in which proposals to a draft are handed in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from checker.draft import Draft, Language
from checker.finding import CheckedDraft
from checker.patterns import regex
from checker.rendering.word.comments import Piece
from checker.rendering.word.elements import Look, cell, paragraph, row, table
from checker.rendering.word.printing import own_title, quoted
from checker.rendering.word.proposal_rows import Proposal, has_former, proposals_of
from checker.rendering.word.sheet import filled, new_sheet
from checker.rendering.wording import Words, words_for

_CENTIMETRE = 567
_WIDTHS = tuple(round(width * _CENTIMETRE) for width in (1.1, 3.3, 7.1, 7.1, 8.1))
_WIDTHS_WITH_FORMER = tuple(round(width * _CENTIMETRE) for width in (1.1, 2.9, 5.2, 5.4, 5.6, 6.5))
_BLANK = "_" * 32
_CALLED_DRAFT: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"^draft(?=\s)", re.IGNORECASE),
    "ru": regex(r"^проект(?=\s)", re.IGNORECASE),
    "kk": regex(r"(?<=\s)жобасы$", re.IGNORECASE),
}
"""How a title says that it is that of a draft."""


def proposals_file(checked: CheckedDraft, *, language: Language) -> bytes:
    """The DOCX file of the table; only findings with a wording to propose make a row, none dismissed."""
    words = words_for(language)
    document = new_sheet(words.gettext("Comparative table of proposals"), language, 10)
    _turn(document)
    spacing = document.styles["Normal"].paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(3), 1.0
    return filled(document, _nodes(checked, words)).packed()


def _nodes(checked: CheckedDraft, words: Words) -> Iterator[Any]:
    yield from _title(checked.draft, words)
    yield from _blanks(words)
    proposals = proposals_of(checked, words)
    if proposals:
        yield _table(proposals, words, former=has_former(checked))
    else:
        nothing = words.gettext("The checked rules propose no wording for this draft.")
        yield paragraph((Piece(nothing, words.language),))
    yield from _signature(words)


def _turn(document: Any) -> None:
    """The page across."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)


def _title(draft: Draft, words: Words) -> Iterator[Any]:
    """The name of the table, and the title of the draft in its own language."""
    whole = own_title(draft) or _BLANK
    title = _CALLED_DRAFT[words.language].sub("", whole)
    if title == whole:
        title = title if re.search('[«“"_]', title) else quoted(title, draft.language)
        name = words.gettext("Comparative table of proposals\non the draft law\n%(title)s")
    else:  # «Проект Закона …» is inflected, not called a draft law once more
        name = words.gettext("Comparative table of proposals\non the draft%(title)s")
    for line in name.split("\n"):
        language = draft.language if "%(title)s" in line else words.language
        yield paragraph((Piece(line % {"title": title}, language),), Look(side="center", bold=True))
    yield paragraph(())


def _blanks(words: Words) -> Iterator[Any]:
    submitted = words.gettext("Submitted by (name, position, organisation): %(blank)s")
    dated = words.gettext("Date: “___” ______________ 20___")
    yield paragraph((Piece(submitted % {"blank": _BLANK * 2}, words.language),))
    yield paragraph((Piece(dated, words.language),))
    yield paragraph(())


def _signature(words: Words) -> Iterator[Any]:
    signed = words.gettext("Signature: %(blank)s")
    yield paragraph(())
    yield paragraph((Piece(signed % {"blank": _BLANK}, words.language),))


def _table(proposals: Sequence[Proposal], words: Words, *, former: bool) -> Any:
    widths = _WIDTHS_WITH_FORMER if former else _WIDTHS
    made = table(widths)
    made.append(_head(words, widths, former=former))
    for number, proposal in enumerate(proposals, 1):
        texts = [
            *((proposal.former,) if former else ()),
            proposal.current,
            proposal.proposed,
            proposal.reasons,
        ]
        lines = [((Piece(str(number), words.language),),), proposal.place, *texts]
        made.append(row(cell(one, width) for one, width in zip(lines, widths, strict=True)))
    return made


def _head(words: Words, widths: Sequence[int], *, former: bool) -> Any:
    names = [
        words.gettext("No."),
        words.gettext("Structural element"),
        *((words.gettext("Wording in force"),) if former else ()),
        words.gettext("Wording of the draft"),
        words.gettext("Proposed wording"),
        words.gettext("Justification"),
    ]
    look = Look(side="center", bold=True)
    cells = [
        cell([(Piece(name, words.language),)], width, look=look)
        for name, width in zip(names, widths, strict=True)
    ]
    return row(cells, head=True)
