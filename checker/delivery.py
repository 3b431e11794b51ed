"""Where results go: one report a draft, and files that hold all drafts together."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from checker.draft import LANGUAGES, Draft, Language
from checker.errors import CannotPrintError, CheckerError, Problem
from checker.finding import CheckedDraft
from checker.patterns import regex
from checker.rendering import INDEX, RENDERERS, RenderOptions, Together
from checker.rendering.pieces import Made

STANDARD_INPUT = "-"
FINDINGS_NAME = "findings"
INDEX_NAME = "index.html"
RETURNED = "docx"
"""The format that gives a DOCX draft back itself."""
_UNSAFE = regex(r"[^\w.-]+")


class Order(Struct, frozen=True):
    """What is asked for; small, so that it travels to other processes.

    ``language`` None means the language of each draft; ``shared`` is that of the files that hold all drafts
    (None: that of the draft).
    """

    formats: tuple[str, ...]
    language: Language | None = None
    day: date | None = None
    shared: Language | None = None

    @property
    def together(self) -> tuple[str, ...]:
        """The formats that hold all drafts."""
        return tuple(name for name in self.formats if RENDERERS[name].together)


class Parcel(Struct, frozen=True):
    """All that is made of one draft: files with their names, what it adds to the files of all drafts, notes.

    ``pieces`` are kept by format, that of the index under ``INDEX_NAME``; ``notes`` tell of what could not be
    given as it was asked for.
    """

    files: tuple[tuple[str, bytes], ...]
    pieces: Mapping[str, Made]
    notes: tuple[Problem, ...] = ()


def pack(checked: CheckedDraft, stem: str, order: Order) -> Parcel:
    """Make what was asked for of one draft; ``stem`` is what the names of its files begin with."""
    packing = _Packing(checked, stem, order)
    for name in order.formats:
        if not RENDERERS[name].together:
            packing.add(name)
    options = RenderOptions(order.shared or order.language or checked.draft.language, order.day)
    options = replace(options, report=packing.report)
    pieces = {name: together.piece(checked, options) for name, together in _together(order.formats)}
    if packing.report and "html" in order.formats:
        pieces[INDEX_NAME] = INDEX.piece(checked, options)
    return Parcel(tuple(packing.files), pieces, tuple(packing.notes))


def _together(formats: Iterable[str]) -> Iterator[tuple[str, Together]]:
    for name in formats:
        if together := RENDERERS[name].together:
            yield name, together


class _Packing:
    """The files of one draft in the making."""

    def __init__(self, checked: CheckedDraft, stem: str, order: Order) -> None:
        self.checked = checked
        self.stem = stem
        self.order = order
        self.files: list[tuple[str, bytes]] = []
        self.notes: list[Problem] = []
        self.report = ""

    def add(self, name: str) -> None:
        """Make the file of a format."""
        if name == "html":
            self._add_report()
            return
        render = self._returned if name == RETURNED else self._rendered
        try:
            content = render(name)
        except CannotPrintError as error:
            self.notes.extend(error.problems)
            if "html" not in self.order.formats:
                self._add_report()
            return
        self.files.append((self.stem + RENDERERS[name].suffix, content))

    def _add_report(self) -> None:
        """The report; a law in two languages has two, each of which leads to the other."""
        options, twin = self._options(), self.checked.parallel
        self.report = self.stem + RENDERERS["html"].suffix
        if twin is not None:
            name = f"{self.stem}.{twin.draft.language}{RENDERERS['html'].suffix}"
            theirs = RenderOptions(
                self.order.language or twin.draft.language, self.order.day, parallel=self.report
            )
            mirrored = replace(twin, parallel=replace(self.checked, parallel=None))
            self.files.append((name, RENDERERS["html"].render([mirrored], theirs)))
            options = replace(options, parallel=name)
        self.files.append((self.report, RENDERERS["html"].render([self.checked], options)))

    def _options(self) -> RenderOptions:
        return RenderOptions(self.order.language or self.checked.draft.language, self.order.day)

    def _rendered(self, name: str) -> bytes:
        return RENDERERS[name].render([self.checked], self._options())

    def _returned(self, name: str) -> bytes:
        """The draft's own file if it can be had as it was read; else one made of its text, and a note."""
        if self.checked.draft.format != RETURNED:
            return self._rendered(name)
        try:
            options = replace(self._options(), original=_original(self.checked.draft))
            return RENDERERS[name].render([self.checked], options)
        except CheckerError as error:
            self.notes.extend(replace(problem, warning=True) for problem in error.problems)
            return self._rendered(name)


def stem_of(path: str) -> str:
    """What the names of the files of a draft begin with."""
    return _UNSAFE.sub("-", Path(path).name).strip("-.") or "draft"


def stems_of(paths: Iterable[str]) -> dict[str, str]:
    """A stem for each draft, so that no two drafts have a file of the same name."""
    stems: dict[str, str] = {}
    taken = {Path(INDEX_NAME).stem, *(f"{Path(INDEX_NAME).stem}.{language}" for language in LANGUAGES)}
    for path in paths:
        stem, number = stem_of(path), 2
        name = stem
        while _forms(name) & taken:
            name, number = f"{stem}-{number}", number + 1
        taken |= _forms(name)
        stems[path] = name
    return stems


def _forms(stem: str) -> set[str]:
    """The stem, and those of its reports in two languages."""
    return {stem, *(f"{stem}.{language}" for language in LANGUAGES)}


class Delivery(Struct):
    """Writes what was asked for, for a few drafts; ``notes`` as in ``Parcel``."""

    folder: Path
    order: Order
    pieces: list[Mapping[str, Made]] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def add(self, checked: CheckedDraft) -> list[Path]:
        """Write the reports of one draft; gives their paths."""
        if not self.order.shared:
            shared = self.order.language or checked.draft.language
            self.order = replace(self.order, shared=shared)
        parcel = pack(checked, stem_of(checked.draft.path), self.order)
        self.notes.extend(note for note in parcel.notes if note not in self.notes)
        self.pieces.append(parcel.pieces)
        for name, content in parcel.files:
            write_whole(self.folder / name, [content])
        return [self.folder / name for name, _ in parcel.files]

    def write_together(self) -> list[Path]:
        """Write the formats that hold all drafts beside the reports."""
        options = RenderOptions(self.order.shared or "en", self.order.day)
        written = []
        for name, together in _together(self.order.formats):
            written.append(self.folder / f"{FINDINGS_NAME}{RENDERERS[name].suffix}")
            write_whole(written[-1], together.join([pieces[name] for pieces in self.pieces], options))
        return written


def _original(draft: Draft) -> bytes:
    """The bytes that a draft was read from.

    Raises:
        CheckerError: They cannot be had again: standard input, a file that is gone or has changed since.
    """
    made = "a clean DOCX of its text is given with the comments"
    if draft.path == STANDARD_INPUT:
        raise CheckerError(
            Problem("standard input", "cannot be given back as it came", f"{made}; name the file")
        )
    try:
        content = Path(draft.path).read_bytes()
    except OSError as error:
        message = f"cannot be opened again ({error.strerror or error})"
        raise CheckerError(Problem(draft.path, message, f"{made}; check it again")) from error
    if hashlib.sha256(content).hexdigest() != draft.sha256:
        message = "was changed while it was checked"
        raise CheckerError(Problem(draft.path, message, f"{made}; check it again"))
    return content


def write_whole(path: Path, chunks: Iterable[bytes], mark: str = "") -> None:
    """Write a file so that at any moment there is either the old one or the new one, whole.

    ``mark`` ends the name of the unfinished file; by default it is that of the process.

    Raises:
        CheckerError: It cannot be written.
    """
    short = hashlib.blake2b(path.name.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    unfinished = path.with_name(f".{short}.{mark or os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.writelines(chunks)
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        advice = "choose another place with --out or --output"
        raise CheckerError(Problem(str(path), f"cannot be written: {error.strerror}", advice)) from error
