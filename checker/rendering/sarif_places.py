"""The places of a SARIF log: the draft as an artifact, a provision or words in it as a location.

A law in Word or PDF has no characters to count, so each artifact carries its text as it was read, and the
regions count in that text. Where the reader knows the line of a provision in the file, the text is padded
with empty lines so that its lines are those of the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from checker.draft import Draft, Provision
from checker.errors import shown_path
from checker.patterns import regex
from checker.rendering.effects import label_of
from checker.rendering.wording import Words

_LINE = regex(r"line (?P<number>\d{1,7})\b")


class Artifact(Struct, frozen=True):
    """A draft in a log: its position there, its address, its text.

    ``starts`` are where each provision begins in the text, ``breaks`` where each line ends.
    """

    number: int | str
    uri: str
    draft: Draft
    text: str
    starts: tuple[int, ...]
    breaks: tuple[int, ...]

    def described(self) -> dict[str, Any]:
        """The artifact (SARIF §3.24)."""
        described: dict[str, Any] = {
            "location": {"uri": self.uri, "index": self.number},
            "roles": ["analysisTarget"],
            "contents": {"text": self.text},
        }
        if self.draft.title:
            described["description"] = {"text": self.draft.title}
        if self.draft.sha256:
            described["hashes"] = {"sha-256": self.draft.sha256}
        return described

    def location(
        self, words: Words, provision: int | None = None, span: tuple[int, int] = (0, 0)
    ) -> dict[str, Any]:
        """The draft, a provision of it, or the words of a span of code points in it (SARIF §3.28)."""
        physical: dict[str, Any] = {"artifactLocation": {"uri": self.uri, "index": self.number}}
        if provision is None:
            whole = self._region(0, len(self.text))
            return {"physicalLocation": physical | {"region": whole}}
        named = self.draft.provisions[provision]
        start, end = span if span[0] < span[1] else (0, len(named.text))
        start, end = self.starts[provision] + start, self.starts[provision] + end
        physical["region"] = self._region(start, end) | {"snippet": {"text": self.text[start:end]}}
        location: dict[str, Any] = {
            "physicalLocation": physical,
            "logicalLocations": [_logical(named, self.draft, words)],
        }
        if named.where:
            location["message"] = {"text": words.where(named.where)}
        return location

    def _region(self, start: int, end: int) -> dict[str, int]:
        line, column = self._line_and_column(start)
        last, beyond = self._line_and_column(end)
        return {
            "startLine": line,
            "startColumn": column,
            "endLine": last,
            "endColumn": beyond,
            "charOffset": start,
            "charLength": end - start,
        }

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        """Both count from 1."""
        line = bisect_left(self.breaks, offset)
        return line + 1, offset - (self.breaks[line - 1] if line else -1)


def artifact_of(draft: Draft, number: int | str, uri: str) -> Artifact:
    """The artifact of a draft at this position and address."""
    text, starts = _text_of(draft)
    breaks = tuple(place for place, sign in enumerate(text) if sign == "\n")
    return Artifact(number, uri, draft, text, starts, breaks)


def relative_uri(path: str, taken: Container[str] = ()) -> str:
    """A path as a relative reference (RFC 3986): from the folder one stands in, and below it.

    Of a path that leads elsewhere only the name is told, with as many of the folders above it as keep it
    apart from those ``taken``: how a machine is laid out is nobody's business.
    """
    pure = _pure(path.encode("utf-8", "replace").decode("utf-8"))
    parts = [part for part in pure.parts if part != pure.anchor]
    outside = bool(pure.anchor) or ".." in parts
    shown = 1 if outside else len(parts)
    while (
        outside and shown < len(parts) and ".." not in parts[-shown - 1 :] and _joined(parts, shown) in taken
    ):
        shown += 1
    return _joined(parts, shown)


def _pure(path: str) -> PurePath:
    windows = PureWindowsPath(path)
    if windows.is_absolute():
        return windows
    return Path(shown_path(path)) if Path(path).is_absolute() else Path(path)


def _joined(parts: Sequence[str], shown: int) -> str:
    return quote("/".join(parts[len(parts) - shown :]), safe="/", errors="replace") or "draft"


def _text_of(draft: Draft) -> tuple[str, tuple[int, ...]]:
    """The own texts of all provisions, one below the other, and where each begins."""
    pieces: list[str] = []
    starts: list[int] = []
    length, line = 0, 1
    for provision in draft.provisions:
        known = _LINE.match(provision.where)
        padding = "\n" * max(0, int(known["number"]) - line) if known else ""
        starts.append(length + len(padding))
        piece = f"{padding}{provision.text}\n"
        pieces.append(piece)
        length += len(piece)
        line += piece.count("\n")
    return "".join(pieces), tuple(starts)


def _logical(provision: Provision, draft: Draft, words: Words) -> dict[str, str]:
    """What the law itself calls the place (SARIF §3.33)."""
    return {
        "name": label_of(provision, draft, words),
        "fullyQualifiedName": provision.id,
        "kind": provision.kind,
    }
