"""Which provisions of a draft may command changes: most drafts are no amending laws."""

from __future__ import annotations

from checker.amending.forms import forms_of
from checker.draft import Draft, Provision

_SILENT = ("contents", "note", "explanatory")


def spoken_in(draft: Draft) -> list[Provision]:
    """The provisions that hold a word of command, told by a plain search.

    Raises:
        CheckerError: The forms of a language cannot be read.
    """
    return [provision for provision in draft.provisions if _speaks(provision)]


def _speaks(provision: Provision) -> bool:
    if provision.role in _SILENT or not provision.text:
        return False
    text = provision.text.lower()
    return any(stem in text for stem in forms_of(provision.language).stems)
