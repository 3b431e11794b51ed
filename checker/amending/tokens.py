"""The words, numbers, marks and quotations of an instruction, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from checker.amending.quotations import Span

Kind = Literal["word", "number", "dash", "mark", "quotation"]

_TOKEN = re.compile(
    r"(?P<number>\(?\d+(?:[-‑–—]\d+)*(?:[A-Za-z]{1,2}(?![^\W\d_]))?\)|\(\d+[A-Za-z]{0,2}\)"
    r"|\d+(?:[-‑–—]\d+)*(?:[A-Z]{1,3}(?![^\W\d_])|[a-z](?![^\W\d_]))?"
    r"|\([a-zа-я]{1,5}\)|(?<![^\W\d_])[а-яёa-z]\)|(?<![^\W\d_])(?:[IVXL]{1,7}|[A-Z])(?![^\W\d_]|[-.]))"
    r"|(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*)|(?P<dash>[-‑–—]+)|(?P<mark>[,;:.№()\[\]])"
)
_PARENTHESIS = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or quotation; ``form`` is lower case, of a number its figures alone.

    ``glued`` is set where no space stands before it.
    """

    kind: Kind
    form: str
    start: int
    end: int
    glued: bool = False


def tokens_of(text: str, spans: list[Span]) -> list[Token]:
    """The tokens outside the quotations, each quotation one token, remarks in parentheses left out."""
    tokens: list[Token] = []
    place = 0
    for span in spans:
        _add_plain(tokens, text, place, max(place, span.start - 1))
        tokens.append(Token("quotation", text[span.start : span.end], span.start, span.end))
        place = min(len(text), span.end + 1)
    _add_plain(tokens, text, place, len(text))
    return _without_remarks(tokens)


def _add_plain(tokens: list[Token], text: str, start: int, end: int) -> None:
    last = start
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        glued = match.start() == last and match.start() > start
        form = match.group()
        if kind == "number":
            form = re.sub(r"[‑—]", "-", form.strip("()"))
        tokens.append(Token(kind, form if kind == "number" else form.lower(), *match.span(), glued))  # type: ignore[arg-type]
        last = match.end()


def _without_remarks(tokens: list[Token]) -> list[Token]:
    """Leave out what stands in parentheses: sources of publication, short names."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if token.form in "([":
            opened.append(place)
        elif token.form in ")]" and opened:
            pairs[opened.pop()] = place
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        if place in pairs:
            place = pairs[place]
        elif not (tokens[place].kind == "mark" and tokens[place].form in "()[]"):
            kept.append(tokens[place])
        place += 1
    return kept
