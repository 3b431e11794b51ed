"""Which provisions of an amending law hold quoted new wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.amending.quotations import ends_inside
from checker.draft import Draft, Provision

MOST_PROVISIONS = 3000
"""A quotation that runs on for longer was never closed: a misprint."""
_OPENING = "«“„\"‘"
_CLOSING = ("»", "”", '"', "’")


@dataclass(frozen=True, slots=True)
class Wording:
    """The outermost provisions of a new wording, and all of its provisions."""

    roots: tuple[int, ...] = ()
    inside: frozenset[int] = frozenset()


def is_quoted(provision: Provision) -> bool:
    """True where the structure already knows the provision as quoted: its label stands in «…»."""
    return "«" in provision.label


def wording_after(draft: Draft, place: int, *, is_open: bool) -> Wording:
    """The new wording that stands in the provisions behind ``place``.

    ``is_open`` says that its quotation begins in the provision itself.
    """
    inside = _labelled(draft, place + 1) or _marked(draft, place + 1, depth=int(is_open))
    if not inside and is_open:
        return Wording()
    known = frozenset(inside)
    roots = tuple(index for index in inside if draft.provisions[index].parent not in known)
    return Wording(roots, known)


def _labelled(draft: Draft, start: int) -> list[int]:
    """The provisions with a label in «…» that follow without a break."""
    found = []
    for index in range(start, len(draft.provisions)):
        if not is_quoted(draft.provisions[index]):
            break
        found.append(index)
    return found


def _marked(draft: Draft, start: int, *, depth: int) -> list[int]:
    """The provisions from an opening quotation mark to its closing one."""
    found: list[int] = []
    for index, text in _texts(draft, start):
        if not found and not depth and not text.lstrip("—–- ")[:1] in tuple(_OPENING):
            return []
        depth = ends_inside(text, depth)
        found.append(index)
        if depth <= 0 and _closes(text):
            return found
    return found[:1] if found and not depth else found[: 1 if len(found) > 1 else None]


def _closes(text: str) -> bool:
    return text.rstrip(" .;,:!and").endswith(_CLOSING)


def _texts(draft: Draft, start: int) -> Iterator[tuple[int, str]]:
    for provision in draft.provisions[start : start + MOST_PROVISIONS]:
        yield provision.index, f"{provision.heading} {provision.text}".strip()
