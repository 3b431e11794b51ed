"""What the markup of a page says of single pieces of text: raised figures, numbers of list items."""

from __future__ import annotations

from lxml import etree

from checker.language.figures import whole
from checker.patterns import regex
from checker.readers.markup import local_name

#: «W9» is the raised figure in the pages of the Russian state system of legal information.
_RAISED_CLASSES = frozenset({"W9", "sup", "super", "superscript"})
_RAISED_STYLE = regex(r"vertical-align:\s*super")
_NUMBER_STYLES = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def is_raised(node: etree._Element, name: str) -> bool:
    """Whether the element sets its text as a raised figure."""
    classes = (node.get("class") or "").split()
    return (
        name == "sup"
        or bool(_RAISED_CLASSES.intersection(classes))
        or bool(_RAISED_STYLE.search(node.get("style") or ""))
    )


def list_number(node: etree._Element) -> str:
    """The number a browser prints before the item of an ordered list."""
    parent = node.getparent()
    if parent is None or local_name(parent) != "ol":
        return ""
    number = whole(parent.get("start"), 1)
    for item in parent.iterchildren("li"):
        number = whole(item.get("value"), number)
        if item is node:
            break
        number += 1
    letters = _NUMBER_STYLES.get(parent.get("type") or "", "")
    if letters and 0 < number <= len(letters):
        return f"{letters[number - 1]}."
    return f"{number}."
