"""Files as drafts: which are meant, each read and structured."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from checker.aside import Begun, aside
from checker.draft import Draft, Language
from checker.language.letters import language_of
from checker.late import late
from checker.readers import SUFFIXES, read_bytes, read_source
from checker.source import USUAL, Limits, Source

build_draft: Callable[[Source, Limits], Draft] = late("checker.structure:build_draft")

STANDARD_INPUT = "-"
_BEGINNING = 4096
RESULTS = ".book.sqlite"
"""Lies in a folder of results: the reports in it are no drafts."""


def find_drafts(paths: Sequence[str]) -> list[str]:
    """The files to read: those named, and in folders those of a known kind, in order of name.

    A folder of results among the drafts is passed by.
    """
    found: list[str] = []
    for given in paths:
        path = Path(given)
        if given != STANDARD_INPUT and path.is_dir():
            results = {one.parent for one in path.rglob(RESULTS)}
            inside = (one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
            found.extend(sorted(str(one) for one in inside if one.parent not in results))
        else:
            found.append(given)
    return list(dict.fromkeys(found))


_BEGUN: dict[tuple[str, Language | None, Limits], Begun[Draft]] = {}


def is_begun(path: str, *, language: Language | None = None, limits: Limits = USUAL) -> bool:
    """Whether another process reads the file at this moment."""
    return (path, language, limits) in _BEGUN


def begin_opening(path: str, *, language: Language | None = None, limits: Limits = USUAL) -> None:
    """Begin to read a file, beside what this process does until ``open_draft`` asks for it."""
    _BEGUN[path, language, limits] = aside(lambda: _opened(path, language, limits), Draft)


def likely_languages(path: str) -> tuple[Language, ...]:
    """The language that a text file begins in, told by its first bytes; none where these are no text.

    Only a hint, so that what the language needs can be made ready while the file is read.
    """
    try:
        with Path(path).open("rb") as file:
            begin = file.read(_BEGINNING).decode("utf-8", "ignore")
    except OSError:
        return ()
    return () if "\0" in begin else (language_of(begin),)


def open_draft(
    path: str,
    *,
    language: Language | None = None,
    limits: Limits = USUAL,
    meanwhile: Iterable[object] = (),
) -> Draft:
    """A file as a draft: read and structured. ``language`` overrules what its letters say.

    A file beyond the ``limits`` is refused. ``meanwhile`` is gone through while another process reads the
    file, if one does, as far as there is time.

    Raises:
        DraftError: The file cannot be read as a law text.
    """
    begun = _BEGUN.pop((path, language, limits), None)
    return begun.wait(meanwhile) if begun else _opened(path, language, limits)


def _opened(path: str, language: Language | None, limits: Limits) -> Draft:
    if path == STANDARD_INPUT:
        source = read_bytes(STANDARD_INPUT, sys.stdin.buffer.read(), limits)
    else:
        source = read_source(Path(path), limits)
    draft = build_draft(source, limits)
    if language is None:
        return draft
    provisions = tuple(replace(provision, language=language) for provision in draft.provisions)
    return replace(draft, language=language, provisions=provisions)
