"""The words, numbers, marks and quotations of an instruction, with their places."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from checker.amending.quotations import Span
from checker.patterns import regex

Kind = Literal["word", "number", "dash", "mark", "quotation"]

_TOKEN = regex(
    r"(?P<number>\(?\d+(?:[-‑–—]\d+)*(?:[A-Za-z]{1,2}(?![^\W\d_]))?\)|\(\d+[A-Za-z]{0,2}\)"
    r"|\d+(?:[-‑–—.]\d+)*(?:[A-Z]{1,3}(?![^\W\d_])|[a-z](?![^\W\d_]))?"
    r"|\([a-zа-я]{1,5}\)|(?<![^\W\d_])[а-яёa-z]\)|(?<![^\W\d_])(?:[IVXL]{1,7}|[A-Z])(?![^\W\d_]|[-.]))"
    r"|(?P<word>[^\W\d_]+(?:[-‑][^\W\d_]+)*)|(?P<dash>[-‑–—]+)|(?P<mark>[,;:.№()\[\]])"
)
_PARENTHESIS = regex(r"[()\[\]]")
_LONGEST_LABEL = 7  # «(xviii)»


class Token(Struct, frozen=True):
    """One word, number, mark or quotation; ``form`` is lower case, of a number its figures alone.

    ``glued`` is set where no space stands before it, ``capital`` where it opens with a capital letter.
    """

    kind: Kind
    form: str
    start: int
    end: int
    glued: bool = False
    capital: bool = False


def tokens_of(text: str, spans: list[Span]) -> list[Token]:
    """The tokens outside the quotations, each quotation one token, remarks in parentheses left out."""
    tokens: list[Token] = []
    place = 0
    plain = _without_remarks(text, spans)
    for span in spans:
        if plain[span.start - 1 : span.start].isspace() and not text[span.start - 1].isspace():
            continue  # quoted inside a remark
        _add_plain(tokens, plain, place, max(place, span.start - 1))
        tokens.append(Token("quotation", text[span.start : span.end], span.start, span.end))
        place = min(len(text), span.end + 1)
    _add_plain(tokens, plain, place, len(text))
    return [token for token in tokens if not (token.kind == "mark" and token.form in "()[]")]


def _add_plain(tokens: list[Token], text: str, start: int, end: int) -> None:
    last = start
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        glued = match.start() == last and match.start() > start
        said = match.group()
        form = re.sub(r"[‑—]", "-", said.strip("()")) if kind == "number" else said.lower()
        tokens.append(Token(kind, form, *match.span(), glued, said[0].isupper()))  # type: ignore[arg-type]
        last = match.end()


def _without_remarks(text: str, spans: list[Span]) -> str:
    """The text with what stands in parentheses blanked: sources of publication, short names.

    A number or a letter in parentheses stays, and so does what is quoted.
    """
    quoted = iter(spans)
    span = next(quoted, None)
    opened: list[int] = []
    remarks: list[tuple[int, int]] = []
    for match in _PARENTHESIS.finditer(text):
        while span is not None and span.end < match.start():
            span = next(quoted, None)
        if span is not None and span.start <= match.start() < span.end:
            continue
        if match.group() in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.end() - start > _LONGEST_LABEL and not opened:
                remarks.append((start, match.end()))
    parts: list[str] = []
    done = 0
    for start, end in sorted(remarks):
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join(parts) + text[done:]
