"""Markdown as law collections write it: front matter, headings, emphasis, links, bullets, tables."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from msgspec import Struct, field

from checker.patterns import regex
from checker.readers.characters import raised_numbers
from checker.readers.decoding import decoded
from checker.readers.paragraphs import Paragraph, paragraphs, wrap_width
from checker.readers.print_marks import set_printing_aside
from checker.readers.reading import File, Reading
from checker.source import Block

_FENCE = regex(r"^---\s*$")
_FIELD = regex(r"^[A-Za-z_][\w .-]*:|^\s|^-\s|^$")
_TITLE_FIELD = regex(r"^[Tt]itle:\s*(.+)$")
_HEADING = regex(r"^(#{1,6})\s*+(?=\S)(.*)$")
_BULLET = regex(r"^(\s*)(?:[-*+•])\s+(.*)$")
_QUOTE = regex(r"^\s*>\s?")
_RULE = regex(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_]\s){3,})\s*$")
_TABLE_RULE = regex(r"^\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)+\s*+:?-*+:?\s*+$")
_TABLE_ROW = regex(r"^\s*\|.*\|\s*$")
_LINK_TARGET = regex(r"^\s*\[([^\]]+)\]:\s*<?(?:[A-Za-z][\w+.-]*:|[/#.])\S*")
_FOOTNOTE = regex(r"^\[\^([^\]]+)\]:\s*(.*)$")

_IMAGE = regex(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_LINK = regex(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_COMMENT = regex(r"<!--.*?-->", re.DOTALL)
_SUPERSCRIPT = regex(r"(?<=\d)<sup>\s*(\d+)\s*</sup>")
_TAG = regex(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_BROKEN_BY_TAG = regex(r"<(?:br|/p|/li|/div|/tr|li|p|div|tr|/h\d)\b[^<>]*>")
_STARS = regex(r"\*{1,3}(?=\S)(.+?)(?<=\S)\*{1,3}")
_LOW_LINES = regex(r"(?<![\w_])_{1,3}(?=[^\s_])(.+?)(?<=[^\s_])_{1,3}(?![\w_])")
_ALL_BOLD = regex(r"^\*\*(?=\S).+\*\*$")
_ESCAPE = regex(r"\\([\\`*_{}\[\]()#+\-.!|<>])")


class _Page(Struct):
    reading: Reading
    lines: list[str]
    width: int
    tables: int = 0
    held: list[str] = field(default_factory=list)
    held_from: int = 0

    def hold(self, line: str, number: int) -> None:
        """Keeps a line of running text until its paragraph is complete."""
        if not self.held:
            self.held_from = number
        self.held.append(line)

    def release(self) -> None:
        """Places the paragraphs of the lines held so far."""
        held, self.held = self.held, []
        for paragraph in paragraphs(held, self.width, self.held_from):
            self._place(paragraph)

    def _place(self, paragraph: Paragraph) -> None:
        bullet = _BULLET.match(paragraph.text)
        text = bullet.group(2) if bullet else paragraph.text
        self.reading.place(
            Block(
                wording(text),
                kind="item" if bullet else "text",
                bold=bool(_ALL_BOLD.match(text.strip())),
                where=f"line {paragraph.line}",
            )
        )


def read_markdown(file: File) -> Reading:
    """Headings with their depth, list items, table cells and paragraphs of a Markdown file."""
    reading = Reading()
    text = raised_numbers(_escaped_markup(decoded(file)))
    lines = _without_comments(text, reading).split("\n")
    body_from = _front_matter(lines, reading)
    page = _Page(reading, lines, wrap_width(lines[body_from:]))
    for number in range(body_from + 1, len(lines) + 1):
        line = lines[number - 1]
        handler = next((handler for test, handler in _LINES if test.match(line)), None)
        if handler is None:
            page.hold(_QUOTE.sub("", line), number)
        else:
            page.release()
            handler(page, line, number)
    page.release()
    set_printing_aside(reading)
    return reading


def wording(text: str) -> str:
    """The text without Markdown's marks: emphasis, links, images, escapes, stray tags."""
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub(" ", _SUPERSCRIPT.sub(r"-\1", text))
    while "*" in text and (bare := _STARS.sub(_beside(text), text)) != text:
        text = bare
    text = _LOW_LINES.sub(r"\1", text)
    return html.unescape(_ESCAPE.sub(r"\1", text))


def _beside(text: str) -> Callable[[re.Match[str]], str]:
    """Emphasis that touches a word («of*sections 6B*and») gives way to a space; inside a
    bracket or before a comma it just goes."""

    def bare(found: re.Match[str]) -> str:
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        first, last = found.group(1)[0], found.group(1)[-1]
        left = " " if (before.isalnum() or before == ")") and (first.isalnum() or first == "(") else ""
        right = " " if after.isalnum() and (last.isalnum() or last == ")") else ""
        return left + found.group(1) + right

    return bare


def _escaped_markup(text: str) -> str:
    """Pages that were escaped once too often («&lt;td&gt;») get their tags back, as line ends."""
    if text.count("&lt;") > 5 and text.count("&lt;t") > 2:
        text = html.unescape(text)
    return _BROKEN_BY_TAG.sub(_line_end_unless_broken, text)


def _line_end_unless_broken(found: re.Match[str]) -> str:
    return "\n" if not found.group().startswith("</") or found.group().startswith(("</li", "</h")) else " \n"


def _without_comments(text: str, reading: Reading) -> str:
    def keep_lines(found: re.Match[str]) -> str:
        line = text.count("\n", 0, found.start()) + 1
        reading.set_aside(found.group()[4:-3], f"line {line}", "comment")
        return "\n" * found.group().count("\n")

    return _COMMENT.sub(keep_lines, text) if "<!--" in text else text


def _front_matter(lines: list[str], reading: Reading) -> int:
    """Sets the metadata at the top aside and returns how many lines it takes."""
    end = 0
    while end < len(lines) and _FENCE.match(lines[end]):
        close = next((row for row in range(end + 1, len(lines)) if _FENCE.match(lines[row])), 0)
        if not close or not all(_FIELD.match(line) for line in lines[end + 1 : close]):
            break
        for row in range(end + 1, close):
            reading.set_aside(lines[row], f"line {row + 1}", "metadata of the file")
            title = _TITLE_FIELD.match(lines[row])
            if title and not reading.title:
                reading.title = title.group(1).strip("\"' ")
        # A second block follows at once where a site writes two: its opening fence may be our close.
        end = (
            close
            if close + 1 < len(lines) and _FIELD.match(lines[close + 1]) and _more(lines, close)
            else close + 1
        )
    return end


def _more(lines: list[str], fence: int) -> bool:
    close = next(
        (row for row in range(fence + 1, min(fence + 40, len(lines))) if _FENCE.match(lines[row])), 0
    )
    inside = [line for line in lines[fence + 1 : close] if line.strip()]
    return bool(inside) and all(_FIELD.match(line) for line in inside)


def _place_heading(page: _Page, line: str, number: int) -> None:
    found = _HEADING.match(line)
    if found is None:
        return
    text = wording(found.group(2).rstrip().rstrip("#").rstrip())
    if not page.reading.title and len(found.group(1)) == 1:
        page.reading.title = text
    page.reading.place(Block(text, kind="heading", depth=len(found.group(1)), where=f"line {number}"))


def _place_row(page: _Page, line: str, number: int) -> None:
    if not _TABLE_ROW.match(page.lines[number - 2]) or number < 2:
        page.tables += 1
    for column, cell in enumerate(line.strip().strip("|").split("|"), 1):
        where = f"line {number}, table {page.tables}, column {column}"
        page.reading.place(Block(wording(cell.strip()), kind="cell", where=where))


def _place_footnote(page: _Page, line: str, number: int) -> None:
    found = _FOOTNOTE.match(line)
    if found:
        note = Block(wording(found.group(2)), kind="footnote", number=found.group(1), where=f"line {number}")
        page.reading.place(note)


def _set_link_aside(page: _Page, line: str, number: int) -> None:
    page.reading.set_aside(line, f"line {number}", "target of a link")


def _pass_by(page: _Page, line: str, number: int) -> None:
    """Rules between sections are drawing, not text; the paragraph before them has ended."""


def _start_bullet(page: _Page, line: str, number: int) -> None:
    page.hold(line.strip(), number)


#: The first pattern that fits a line decides what becomes of it; no fit: running text.
_LINES: tuple[tuple[re.Pattern[str], Callable[[_Page, str, int], None]], ...] = (
    (_HEADING, _place_heading),
    (_RULE, _pass_by),
    (_TABLE_RULE, _pass_by),
    (_TABLE_ROW, _place_row),
    (_FOOTNOTE, _place_footnote),
    (_LINK_TARGET, _set_link_aside),
    (_BULLET, _start_bullet),
)
