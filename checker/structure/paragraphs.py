"""Unnumbered parts: where no part of an article has a number, each paragraph is one.

Uzbek and Belarusian codes cite «часть вторая статьи 220» though no number is printed; the items of
a list without numbers are the абзацы of their part.
"""

from __future__ import annotations

from checker.draft import Language
from checker.structure.node import Node

_PART_STYLES = {"1.", "(1)"}


def regroup(node: Node, language: Language) -> None:
    """Make parts of the unnumbered paragraphs below every article that has more than one."""
    if language == "en":
        return
    stack = [node]
    while stack:
        current = stack.pop()
        stack.extend(current.children)
        if current.kind == "article" and _has_plain_parts(current):
            _make_parts(current)


def _has_plain_parts(article: Node) -> bool:
    plain = [child for child in article.children if _is_plain(child)]
    numbered = any(child.style in _PART_STYLES or child.kind == "article" for child in article.children)
    return (
        bool(article.text and plain) and not numbered and not article.text.endswith((":", ",", "–", "-"))
    ) or (
        bool(article.text) and any(child.style for child in article.children) and bool(plain) and not numbered
    )


def _is_plain(child: Node) -> bool:
    return (
        child.kind == "indent" and not (child.style or child.closing or child.remark) and child.role == "norm"
    )


def _make_parts(article: Node) -> None:
    part = Node("paragraph", text=article.text, where=article.where, quoted=article.quoted, parent=article)
    children, article.children, article.text = article.children, [part], ""
    for child in children:
        if child.role != "norm":
            article.add(child)
        elif _is_plain(child) and not child.text[:1].islower():
            child.kind = "paragraph"
            part = article.add(child)
        else:
            part.add(child)
