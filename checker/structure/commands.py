"""Lines of an amending law: places that a colon opens, commands, and the new wording they announce."""

from __future__ import annotations

from checker.amending.forms import forms_of
from checker.patterns import regex

_OPENING = ("«", "“", "„", '"')
_CLOSING = ("»", "”", '"')
_CYRILLIC = regex("[а-я]")
_SHORTEST_STEM = 4


def is_command(text: str) -> bool:
    """True for a line that commands a change, as Russian and Kazakh laws print them: without a capital."""
    return (text[:1].islower() or text[:1].isdigit()) and says_command(text)


def says_command(text: str) -> bool:
    """True for a text in Cyrillic letters with a verb of command."""
    if not _CYRILLIC.search(text):
        return False
    return any(forms_of(language).speaks.search(text) for language in ("ru", "kk"))


def is_new_wording(text: str) -> bool:
    """True for a line that is one quotation: the new wording that the line above it announces."""
    return text.startswith(_OPENING) and text.rstrip(" .;,").endswith(_CLOSING)


def names_same_unit(lead: str, text: str) -> bool:
    """True when both lines open with the same unit: «в части первой:», «в части третьей слово …»."""
    return bool(_stems(lead) & _stems(text))


def _stems(text: str) -> set[str]:
    words = text.split(maxsplit=2)[:2]
    return {word[:_SHORTEST_STEM].lower() for word in words if len(word) >= _SHORTEST_STEM}
