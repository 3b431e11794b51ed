"""Which provisions of an amending law hold quoted new wording."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.amending.forms import forms_of
from checker.amending.quotations import closes_unopened, still_open
from checker.draft import Draft, Provision

MOST_PROVISIONS = 3000
"""A quotation that runs on for longer was never closed: a misprint."""
_OPENING = '«“„"‘'
_ONE_OPEN = ("«",)
_MOST_UNOPENED = 60
_CLOSING = ("»", "”", '"', "’")


class Wording(Struct, frozen=True):
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
    inside = _labelled(draft, place + 1)
    if inside:
        inside += _rest(draft, inside)
    else:
        inside = _marked(draft, place + 1, _ONE_OPEN if is_open else ())
    if not inside and is_open:
        return Wording()
    if not inside:
        inside = _closed_only(draft, place + 1)
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


def _rest(draft: Draft, inside: list[int]) -> list[int]:
    """What goes on behind the labelled provisions while their quotation is still open."""
    marks: tuple[str, ...] = ()
    for index in inside:
        marks = still_open(_text(draft.provisions[index]), marks)
    if not marks or _closes(_text(draft.provisions[inside[-1]])):
        return []
    return _marked(draft, inside[-1] + 1, marks[:1])


def _marked(draft: Draft, start: int, marks: tuple[str, ...]) -> list[int]:
    """The provisions from an opening quotation mark to its closing one."""
    found: list[int] = []
    for index, text in _texts(draft, start):
        if not found and not marks and text.lstrip("—–- ")[:1] not in tuple(_OPENING):
            return []
        marks = still_open(text, marks)
        found.append(index)
        if not marks and _closes(text):
            return found
    return found[:1]


def _closed_only(draft: Draft, start: int) -> list[int]:
    """The provisions up to a closing mark that nothing opens: the number of the first took its mark away."""
    found: list[int] = []
    for index, text in _texts(draft, start):
        found.append(index)
        if len(found) > _MOST_UNOPENED or forms_of(draft.provisions[index].language).speaks.search(text):
            break
        if closes_unopened(text):
            return found if _closes(text) else []
    return []


def _closes(text: str) -> bool:
    return text.rstrip(" .;,:!and").endswith(_CLOSING)


def _texts(draft: Draft, start: int) -> Iterator[tuple[int, str]]:
    for provision in draft.provisions[start : start + MOST_PROVISIONS]:
        yield provision.index, _text(provision)


def _text(provision: Provision) -> str:
    return f"{provision.heading} {provision.text}".strip()
