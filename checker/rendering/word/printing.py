"""Numbers and headings of provisions as a law prints them."""

from __future__ import annotations

import re

from checker.draft import Draft, Language, Provision


def own_title(draft: Draft) -> str:
    """The title of the draft; empty where it is known by the name of its file alone."""
    return "" if draft.title == re.split(r"[\\/]", draft.path)[-1] else draft.title


def printed_number(provision: Provision) -> str:
    """The number as it is printed before the text; made up from the number where the file does not tell."""
    if provision.mark or not provision.number:
        return provision.mark
    bracketed = f"({provision.number})"
    if provision.label.endswith(bracketed):
        return bracketed
    if provision.kind == "paragraph":
        return f"{provision.number}."
    return bracketed if provision.language == "en" else f"{provision.number})"


def printed_heading(provision: Provision, label: str) -> str:
    """Number and heading of an article or division in one line; ``label`` serves where no mark is known."""
    mark = provision.mark or label
    if not provision.heading or provision.heading == mark:
        return mark
    stop = "" if mark.endswith((".", ")", ":")) else "."
    return f"{mark}{stop} {provision.heading}".strip(". ") if mark else provision.heading


def quoted(text: str, language: Language) -> str:
    """The text in the quotation marks of a language."""
    return f"“{text}”" if language == "en" else f"«{text}»"
