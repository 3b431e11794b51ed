"""A draft as plain text: one line a unit, printed so that reading it again gives the same units."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker.draft import Draft, Provision
from checker.patterns import regex
from checker.readers.paragraphs import carries_on, wrap_width
from checker.structure.headings import head_and_body
from checker.structure.marks import Heading, read_heading

_DIVISIONS = frozenset({"book", "part", "subpart", "title", "chapter", "section", "schedule"})
_CLOSED = regex(r"[»”\"]\s*[.;,]*\s*(?:and|or)?\s*$")


def law_text(draft: Draft) -> str:
    """The law, a line for each unit with its mark, heading and words; a blank line before articles.

    A blank line also parts two units that a reader would take for one paragraph broken over lines.
    """
    groups = [(provision, tuple(_lines(provision))) for provision in _opening(draft)]
    width = wrap_width([line for _, lines in groups for line in lines])
    text: list[str] = []
    for provision, lines in groups:
        for place, line in enumerate(lines):
            before = text[-1] if text else ""
            opens = place == 0 and (provision.kind == "article" or provision.kind in _DIVISIONS)
            if before and (opens or carries_on(before, line, width, loose=True)):
                text.append("")
            text.append(line)
    return "\n".join(text) + "\n" if text else ""


def _opening(draft: Draft) -> Iterator[Provision]:
    """The provisions, with the quotation mark that is printed before the first number of new wording."""
    inside = False
    for provision in draft.provisions:
        opens = provision.quoted and not inside and provision.mark and _is_closed(provision, draft)
        yield replace(provision, mark=f"«{provision.mark}") if opens else provision
        inside = provision.quoted and not _CLOSED.search(provision.text or provision.heading)


def _is_closed(first: Provision, draft: Draft) -> bool:
    """Whether the quotation that begins with a provision ends anywhere."""
    for provision in draft.provisions[first.index :]:
        if not provision.quoted:
            return False
        if _CLOSED.search(provision.text or provision.heading):
            return True
    return False


def _lines(provision: Provision) -> Iterator[str]:
    if provision.kind == "article":
        yield from _article(provision)
    elif provision.kind in _DIVISIONS:
        yield from _division(provision)
    else:
        words = (provision.mark, provision.heading, provision.text)
        if line := " ".join(part for part in words if part):
            yield line


def _article(provision: Provision) -> Iterator[str]:
    """The heading stands on the line of the number; words alone do so only where they read as words."""
    heading, text = provision.heading, provision.text
    if heading:
        yield f"{provision.mark} {heading}".strip()
        if text:
            yield text
        return
    line = f"{provision.mark} {text}".strip()
    if not text or not _is_heading(line, text):
        yield line
    else:
        yield provision.mark
        yield text


def _is_heading(line: str, text: str) -> bool:
    read = read_heading(line) or Heading("article", "", "1", text, "en")
    return bool(head_and_body(read, False)[0])


def _division(provision: Provision) -> Iterator[str]:
    line = f"{provision.mark} {provision.heading}".strip()
    read = read_heading(line)
    if not provision.heading or (read is not None and read.rest == provision.heading):
        yield line
    else:
        yield from filter(None, (provision.mark, provision.heading))
    if provision.text:
        yield provision.text
