"""The draft given back with its findings as Word comments: the user's own file, or a clean one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lxml import etree
from msgspec.structs import replace

from checker.draft import Language
from checker.errors import CheckerError, Problem
from checker.finding import CheckedDraft
from checker.rendering.deciding import without_dismissed
from checker.rendering.notes import Note, notes_of, own_amendments, places_of
from checker.rendering.word.comments import (
    CONTENT_TYPE,
    KIND,
    add_comments,
    author_of,
    comment_lines,
    first_free,
)
from checker.rendering.word.law import law_package
from checker.rendering.word.letters import letters_of
from checker.rendering.word.locating import Locator, Spot
from checker.rendering.word.marking import Mark, in_box, note_reference, put_marks
from checker.rendering.word.names import STRICT, made, namespace, parsed, written
from checker.rendering.word.package import UNUSABLE, Package
from checker.rendering.wording import Words, words_for


def commented(
    checked: CheckedDraft, *, language: Language, day: date | None = None, original: bytes | None = None
) -> bytes:
    """A DOCX file with one comment for each finding that no expert dismissed.

    ``day`` is printed when given.

    ``original`` are the bytes of the DOCX file the draft was read from, which a reader has accepted; they
    are given back unchanged but for the comments. None: a clean file is made of the draft's text.

    Raises:
        CheckerError: The original cannot be packed again.
    """
    words = words_for(language)
    checked = without_dismissed(checked)
    notes = notes_of(checked, places_of(checked.draft, words, own_amendments(checked)), words)
    if original is None:
        return _with_comments(law_package(checked.draft, words), checked, notes, words, day)
    try:
        return _with_comments(Package.opened(original), checked, notes, words, day)
    except UNUSABLE as error:
        advice = "save it again in Word to get it back with the comments"
        message = "the DOCX file cannot be given back with comments: a part of it is damaged"
        raise CheckerError(Problem(checked.draft.path, message, advice)) from error


def _with_comments(
    package: Package, checked: CheckedDraft, notes: Sequence[Note], words: Words, day: date | None
) -> bytes:
    if not notes:
        return package.packed()
    document = package.document()
    names = [document, *(package.related(kind) for kind in ("footnotes", "endnotes"))]
    roots = {name: parsed(package.parts[name]) for name in names if name in package.parts}
    root = roots[document]
    comments = _comments_of(package, namespace(root))
    first = first_free((root, comments))
    letters = letters_of(roots.values())
    locator = Locator(checked.draft, letters)
    marks = [_mark(locator, note, number, root) for number, note in enumerate(notes, first)]
    put_marks(letters, marks, root)
    lines = [
        comment_lines(note, checked, words, exact=mark.spot.exact)
        for note, mark in zip(notes, marks, strict=True)
    ]
    add_comments(comments, enumerate(lines, first), author_of(words, day))
    package.parts[document] = written(root)
    part = package.related(KIND) or package.relate(KIND, CONTENT_TYPE, strict=namespace(root) == STRICT)
    package.parts[part] = written(comments)
    return package.packed()


def _mark(locator: Locator, note: Note, number: int, root: etree._Element) -> Mark:
    """The mark of a finding; where its words cannot be marked themselves, the comment quotes them."""
    spot, letters = locator.find(note.finding), locator.letters
    if spot.start < spot.end:
        if in_box(letters, spot):
            spot = replace(spot, exact=False)
        elif letters.nodes[letters.node_at(spot.start)].getroottree().getroot() is not root:
            beside = note_reference(letters, spot, root)
            spot = Spot(0, 0, False) if beside is None else replace(spot, exact=False)
            return Mark(number, spot, beside=beside)
    return Mark(number, spot, note.finding.quote if spot.exact else "")


def _comments_of(package: Package, space: str) -> etree._Element:
    name = package.related(KIND)
    return parsed(package.parts[name]) if name in package.parts else made(space, "comments")
