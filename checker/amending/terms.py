"""Definitions given on the line of their command: the quoted term opens the new text and is not all of it."""

from __future__ import annotations

from msgspec.structs import replace

from checker.amending.instruction import Quoted
from checker.amending.quotations import closes_unopened
from checker.patterns import regex

_MEANS = regex(r"[»”\"’']+,? (?:means|includes|has the meaning|have the meaning|shall mean|–|—|- )")
_DOUBLED = ("‘‘", "''")


def explained(text: str, term: Quoted) -> Quoted | None:
    """«… the following definition: “port” means …»: the words from the term's mark to the end of the text."""
    if not _MEANS.match(text, term.end):
        return None
    start = term.start - (2 if text[term.start - 2 : term.start] in _DOUBLED else 1)
    words = text[start:].rstrip(" .;")
    if closes_unopened(words):
        words = words[: -2 if words.endswith("’’") else -1]
    return replace(term, text=words, start=start, end=start + len(words))
