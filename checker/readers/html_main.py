"""Finds the law in a web page: the text itself, without the menus, banners and forms around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from checker.patterns import regex
from checker.readers.characters import count_characters
from checker.readers.markup import local_name

#: Elements whose content is no text for a reader.
SILENT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "link",
        "meta",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
    }
)
_AROUND = frozenset(
    {"nav", "footer", "aside", "form", "button", "select", "input", "textarea", "menu", "dialog"}
)
_AROUND_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"}
)
_AROUND_NAMES = regex(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|sidebar|aside|breadcrumbs?|banners?|share|social|search|login|cookies?"
    r"|toolbar|comments?|pagination|pager|advert\w*|subscribe|related|popup|modal)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS = ("p", "div", "li", "td", "section", "article", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre")
_MOSTLY = 0.8
_FEW_CHARACTERS = 0.15


def shown_texts(node: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Every text in and below the element that a reader of the page sees, with its element."""
    name = local_name(node)
    if name and name not in SILENT:
        if node.text:
            yield node.text, node
        for child in node:
            yield from shown_texts(child)
            if child.tail:
                yield child.tail, node


def shown_text(node: etree._Element) -> str:
    """The text of the element as seen on the page, parted by spaces."""
    return " ".join(text for text, _ in shown_texts(node))


def outside_the_law(body: etree._Element) -> dict[etree._Element, str]:
    """The elements to set aside, each with the reason.

    From the body down, the child that holds most of the running text leads to the law; on the
    way, and inside the law, what is built like a menu is left out. A title or preamble beside
    the main column has no such build and stays.
    """
    weights = _weights(body)
    left_out: dict[etree._Element, str] = {}
    path, below = [body], _leading_child(body, weights)
    while below is not None:
        path.append(below)
        below = _leading_child(below, weights)
    on_path = frozenset(path)
    for node in path:
        for child in node:
            if child not in on_path and local_name(child):
                reason = _why_outside(child, weights, beside=node is not path[-1])
                if reason:
                    left_out[child] = reason
    return left_out


def _weights(body: etree._Element) -> dict[etree._Element, tuple[int, int]]:
    """Characters outside and inside links, of every element with all it holds."""
    own: dict[etree._Element, list[int]] = {}
    for node in reversed(list(body.iter())):
        name = local_name(node)
        totals = own.setdefault(node, [0, 0])
        if not name or name in SILENT:
            totals[:] = [0, 0]
        else:
            totals[0] += count_characters(node.text or "")
            if name == "a" and node.get("href"):
                totals[:] = [0, totals[0] + totals[1]]
        parent = node.getparent()
        if parent is not None:
            above = own.setdefault(parent, [0, 0])
            above[0] += totals[0] + count_characters(node.tail or "")
            above[1] += totals[1]
    return {node: (totals[0], totals[1]) for node, totals in own.items()}


def _leading_child(
    node: etree._Element, weights: dict[etree._Element, tuple[int, int]]
) -> etree._Element | None:
    """The child with most of the running text; never down into a single paragraph or table cell."""
    running = weights[node][0]
    blocks = [child for child in node if local_name(child) in ("div", "section", "article", "main", "body")]
    best = max(blocks, key=lambda child: weights[child][0], default=None)
    return best if best is not None and weights[best][0] > _MOSTLY * running else None


def _why_outside(
    node: etree._Element, weights: dict[etree._Element, tuple[int, int]], *, beside: bool
) -> str:
    running, linked = weights[node]
    names = f"{node.get('class', '')} {node.get('id', '')}"
    if not running + linked:
        return ""
    if local_name(node) in _AROUND or node.get("role", "") in _AROUND_ROLES:
        return f"outside the law: «{local_name(node)}» of the page"
    if _AROUND_NAMES.search(names) and local_name(node) not in ("p", "span", "a"):
        return f"outside the law: «{names.strip()}» of the page"
    if (
        beside
        and local_name(node) in (*_BLOCKS, "ul", "ol", "header", "dl", "center")
        and _is_menu(node, running, linked)
    ):
        return "outside the law: menus and links of the page"
    return ""


def _is_menu(node: etree._Element, running: int, linked: int) -> bool:
    """More links than words, or only scraps without one full sentence and without a heading."""
    if node.find(".//h1") is not None:
        return False
    if linked > running:
        return True
    scraps = [text for text, _ in shown_texts(node) if text.strip()]
    return linked > _FEW_CHARACTERS * (running + linked) and all(len(text.split()) < 12 for text in scraps)
