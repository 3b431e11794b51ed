"""What on the line of an article number is its heading and what is already its text."""

from __future__ import annotations

import re

from checker.patterns import regex
from checker.structure.commands import says_command
from checker.structure.lines import Line
from checker.structure.marks import Heading, read_items
from checker.structure.node import Node
from checker.structure.roles import PROVISO

_MAX_TITLE = 220
_MAX_SIDE_NOTE = 110
# «In-camera trial. — (1) …», «Judge to issue warrant in Chambers.___ (1) …»
_DASHED = regex(r"(?P<head>[^(].{2,170}?)\s?[.:]\s*(?:[—–―‑]+|-{1,3}|_{2,})[\s_—–-]*(?P<body>.*)", re.S)
# «Appointment of Inspectors.The appropriate Government may …»
_GLUED = regex(r"(?P<head>[^.(]{3,150}\.)(?P<body>(?:[A-Z]|\d? ?\[?\(\s?\d).*)", re.S)
# What the page layout cut off goes on with any word: «… to the Human Rights» / «Commission of …»
_OPEN_SENTENCE = regex(r"(?:[a-z]{2,}\s[A-Z]?[a-z]+|,)$")
_VERB = regex(
    r"\b(?:shall|may|must|is|are|was|were|has|have|had|means|applies|apply|comes?|will|does|do|can|includes?|extends?|repealed)\b",
    re.I,
)


def head_and_body(heading: Heading, is_heading_block: bool) -> tuple[str, str]:
    """The heading and the text that share the line of an article number."""
    rest = heading.rest.strip()
    if is_heading_block or not rest:
        return rest, ""
    if says_command(rest):
        return "", rest
    if heading.language != "en":
        return ("", rest) if rest.endswith((".", ";", ":", ",", "»", '"', "-", "–")) else (rest, "")
    return _english(rest)


def _english(rest: str) -> tuple[str, str]:
    if read_items(rest)[0]:
        return "", rest
    for pattern in (_DASHED, _GLUED):
        match = pattern.match(rest)
        if match and not _VERB.search(match["head"]):
            return match["head"].strip(" ."), match["body"].strip()
    if len(rest) <= _MAX_TITLE and not rest.endswith((":", ";", ",", "-", "—")) and not _VERB.search(rest):
        return rest.rstrip("."), ""
    return "", rest


def add_side_note(home: Node, line: Line) -> None:
    """The note printed beside a line, as the heading of the article that the line opens.

    Beside any other line it is a heading of its own below ``home``.
    """
    note = line.block.heading
    if not note:
        return
    if home.kind == "article" and line.heading is not None and line.heading.kind == "article":
        home.heading = f"{note} — {home.heading}" if home.heading else note
        return
    home.add(Node("indent", text=note, role="heading", where=line.block.where, quoted=line.quoted))


def takes_line(node: Node, line: Line, following: Line | None) -> bool:
    """True when a paragraph without number is (the rest of) the heading of ``node``.

    Chapter titles often stand on the line below the number; an article's too, unless the number
    is all the heading there is (constitutions).
    """
    text = line.text
    if not node.heading_open or node.text or node.children or line.role:
        return False
    node.heading_open = False
    if len(text) > _MAX_TITLE or text.endswith((".", ";", ":", ",")) or not text[:1].isupper():
        return False
    if node.kind == "article":
        return following is not None and not following.heading
    node.heading_open = text.isupper()
    return not node.heading or text.isupper() or line.block.kind == "heading"


def is_side_note(article: Node, line: Line) -> bool:
    """True for a marginal heading that the page layout set among the paragraphs of a section.

    Statutes of South Asia print them beside the text («Power to summon witnesses.»); they say nothing
    of their own, and a list goes on after them.
    """
    text = line.text
    if article.word or line.quoted or len(text) > _MAX_SIDE_NOTE or not text[:1].isupper():
        return False
    if _OPEN_SENTENCE.search(article.last_words()):
        return False
    return not (text.endswith((";", ":", ",", "—", "-")) or _VERB.search(text) or PROVISO.match(text))
