"""What the YAML reader says, in words an author can act on."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from checker.errors import Problem

TYPOGRAPHIC_QUOTES = "“”„‟"
"""What a word processor makes of straight quotes; YAML takes them for letters."""
_NEIGHBOURS = (
    "look at this line and the one above: indent by two spaces, close every quote, "
    "and write a quote inside quotes as «…»"
)
_PLAIN: Mapping[str, tuple[str, str]] = {
    "could not find expected ':'": ("a line without «:»", "write «key: value», or indent what goes on"),
    "did not find expected key": ("a line does not fit in here", _NEIGHBOURS),
    "did not find expected '-' indicator": ("a line does not fit in here", _NEIGHBOURS),
    "mapping values are not allowed in this context": (
        "a «:» does not fit in here",
        "put a text that holds «: » into quotes; else check the indentation of this line and the one above",
    ),
    "found unexpected end of stream": ("a quote is not closed", "close it with the mark that opens it"),
    "found undefined alias": ("a text begins with «*»", "put it into quotes"),
    "did not find expected alphabetic or numeric character": (
        "a text begins with «*» or «&»",
        "put it into quotes",
    ),
}
"""What the reader says, what it means to an author, and what to do."""
_AT_THE_BEGINNING = ("could not find expected ':'", "found unexpected end of stream")
"""Faults that stand where the reader began to read a value, not where it gave up."""


def broken_yaml(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """The fault for which a file is no YAML."""
    said = error.problem or ""
    begun = error.context_mark if said in _AT_THE_BEGINNING else None
    mark = begun or error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    message, advice = _told(said, written, column)
    return Problem(path, f"no valid YAML: {message}", advice, line, column)


def _told(said: str, written: str, column: int) -> tuple[str, str]:
    if "\t" in written[:column]:
        return "a tab stands in this line", "type spaces instead, two for each step"
    if any(quote in written for quote in TYPOGRAPHIC_QUOTES):
        return "typographic quotes (“…”) stand in this line", 'type straight ones: "…"'
    if said.startswith("found character that cannot start"):
        return f"a text begins with «{written[column - 1 : column]}»", "put it into quotes"
    advice = "check the indentation, and put a phrase with < | ? = : or , into quotes"
    return _PLAIN.get(said, (said, advice))
