"""Words that an amending law quotes only to take them out: they are not proposed as law."""

from __future__ import annotations

from collections.abc import Callable

from checker.amending.forms import forms_of
from checker.amending.heard import Reading
from checker.draft import Language
from checker.late import late
from checker.patterns import regex

read_text: Callable[..., Reading] = late("checker.amending.clauses:read_text")
_QUOTATION = regex(r"[«“\"‘„]")


def struck_spans(text: str, language: Language) -> list[tuple[int, int]]:
    """The places (code points) of quoted words that the text strikes or replaces.

    >>> text = "слова «или прокурора» исключить"
    >>> [text[start:end] for start, end in struck_spans(text, "ru")]
    ['или прокурора']
    """
    if not _QUOTATION.search(text):
        return []
    forms = forms_of(language)
    lowered = text.lower()
    if not any(stem in lowered for stem in forms.stems):
        return []
    reading = read_text(text, 0, (), forms)
    return sorted({(old.start, old.end) for item in reading.instructions for old in item.old})
