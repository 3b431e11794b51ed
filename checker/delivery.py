"""Where results go: one report a draft, an index of several, files for all drafts together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from checker.draft import Draft, Language
from checker.errors import CannotPrintError, CheckerError, Problem
from checker.finding import CheckedDraft
from checker.patterns import regex
from checker.rendering import RENDERERS, RenderOptions
from checker.rendering.index_page import IndexEntry, index_entry, index_page

STANDARD_INPUT = "-"
FINDINGS_NAME = "findings"
INDEX_NAME = "index.html"
RETURNED = "docx"
"""The format that gives a DOCX draft back itself."""
_UNSAFE = regex(r"[^\w.-]+")


class Delivery(Struct):
    """Writes what was asked for, draft by draft.

    ``output`` is the file for the formats that hold all drafts («-»: standard output, left to the
    caller through ``together``); ``language`` None means the language of each draft. ``notes`` tells of
    what could not be given as it was asked for.
    """

    folder: Path
    formats: Sequence[str]
    language: Language | None = None
    day: date | None = None
    entries: list[IndexEntry] = field(default_factory=list)
    held: list[CheckedDraft] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    told: set[Problem] = field(default_factory=set)
    _names: set[str] = field(default_factory=set)

    def add(self, checked: CheckedDraft) -> list[Path]:
        """Write the reports of one draft; gives their paths."""
        written = []
        for name in self.formats:
            renderer = RENDERERS[name]
            if renderer.together:
                continue
            path = self.folder / self._file_name(checked, renderer.suffix)
            options = RenderOptions(self.language or checked.draft.language, self.day)
            render = self._returned if name == RETURNED else _rendered
            if name == "html" and checked.parallel is not None:
                written.append(self._write_twin(checked.parallel, checked, path.name))
                options = replace(options, parallel=written[-1].name)
            try:
                _write(path, render(name, checked, options))
            except CannotPrintError as error:
                written.extend(self._unprinted(checked, error))
                continue
            written.append(path)
            if name == "html":
                self.entries.append(index_entry(checked, path.name))
        if any(RENDERERS[name].together for name in self.formats):
            self.held.append(checked)
        return written

    def _write_twin(self, twin: CheckedDraft, checked: CheckedDraft, report: str) -> Path:
        """Write the report on the same law in its other language; each of the two leads to the other."""
        path = self.folder / self._file_name(twin, f".{twin.draft.language}.html")
        options = RenderOptions(self.language or twin.draft.language, self.day, parallel=report)
        mirrored = replace(twin, parallel=replace(checked, parallel=None))
        _write(path, RENDERERS["html"].render([mirrored], options))
        return path

    def _unprinted(self, checked: CheckedDraft, error: CannotPrintError) -> list[Path]:
        """Tell once how to print by hand, and give the page to print where it was not asked for."""
        self.notes.extend(problem for problem in error.problems if problem not in self.told)
        self.told.update(error.problems)
        if "html" in self.formats:
            return []
        path = self.folder / self._file_name(checked, RENDERERS["html"].suffix)
        options = RenderOptions(self.language or checked.draft.language, self.day)
        _write(path, RENDERERS["html"].render([checked], options))
        return [path]

    def together(self) -> list[tuple[str, bytes]]:
        """Each format that holds all drafts, with its content."""
        language = self.language or (self.held[0].draft.language if self.held else "en")
        return [
            (name, RENDERERS[name].render(self.held, RenderOptions(language, self.day)))
            for name in self.formats
            if RENDERERS[name].together
        ]

    def write_index(self, problems: Iterable[Problem]) -> Path:
        """The page that leads to the reports of several drafts."""
        path = self.folder / INDEX_NAME
        language = self.language or (self.entries[0].language if self.entries else "en")
        page = index_page(self.entries, language=language, day=self.day, problems=tuple(problems))
        _write(path, page.encode("utf-8", "replace"))
        return path

    def write_together(self, output: Path | None) -> list[Path]:
        """Write the formats that hold all drafts to ``output``, or beside the reports."""
        written = []
        for name, content in self.together():
            path = output or self.folder / f"{FINDINGS_NAME}{RENDERERS[name].suffix}"
            _write(path, content)
            written.append(path)
        return written

    def _returned(self, name: str, checked: CheckedDraft, options: RenderOptions) -> bytes:
        """The draft's own file if it can be had as it was read; else one made of its text, and a note."""
        if checked.draft.format != RETURNED:
            return _rendered(name, checked, options)
        try:
            original = _original(checked.draft)
            return _rendered(name, checked, replace(options, original=original))
        except CheckerError as error:
            self.notes.extend(replace(problem, warning=True) for problem in error.problems)
            return _rendered(name, checked, options)

    def _file_name(self, checked: CheckedDraft, suffix: str) -> str:
        stem = _UNSAFE.sub("-", Path(checked.draft.path).name).strip("-.") or "draft"
        name, number = stem + suffix, 2
        while name in self._names or name == INDEX_NAME:
            name, number = f"{stem}-{number}{suffix}", number + 1
        self._names.add(name)
        return name


def _rendered(name: str, checked: CheckedDraft, options: RenderOptions) -> bytes:
    return RENDERERS[name].render([checked], options)


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


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        advice = "choose another place with --out or --output"
        raise CheckerError(Problem(str(path), f"cannot be written: {error.strerror}", advice)) from error
