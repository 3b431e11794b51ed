"""Source to draft: the tree grown, finished, named, and counted."""

from __future__ import annotations

import re

from checker.draft import Coverage, Draft, Language, Provision
from checker.source import Source, Unplaced
from checker.structure.finish import Finisher
from checker.structure.given import given_tree
from checker.structure.grow import Grower
from checker.structure.labels import Tradition
from checker.structure.letters import language_of, majority
from checker.structure.lines import Line
from checker.structure.paragraphs import regroup
from checker.structure.pieces import cut
from checker.structure.scan import scan
from checker.structure.title import title_of


def build_draft(source: Source) -> Draft:
    """The law as a tree of provisions.

    Every block goes to a provision or to ``coverage.unplaced``; a format that knows its own tree
    (Akoma Ntoso) is taken at its word, all others are read by their headings and numbers.
    """
    unplaced: list[Unplaced] = list(source.unplaced)
    if any(block.level for block in source.blocks):
        root = given_tree(source.blocks)
    else:
        lines = scan(list(cut(source.blocks)))
        unplaced.extend(_set_aside(line) for line in lines if line.role == "furniture")
        root = Grower([line for line in lines if line.role != "furniture"]).grow()
    text = " ".join(block.text for block in source.blocks)
    whole = language_of(text, "en")
    language = majority((block.text, language_of(block.text, whole)) for block in source.blocks)
    regroup(root, language)
    title = title_of(source, root)
    provisions = Finisher(Tradition.of(title, text, language)).finish(root)
    aside = sum(count_characters(piece.text) for piece in unplaced)
    coverage = Coverage(source.characters, source.characters - aside, tuple(unplaced))
    return Draft(
        source.path, title, _language(provisions), source.sha256, source.format, provisions, coverage
    )  # fmt: skip


def count_characters(text: str) -> int:
    """Code points that are not white space: what coverage is counted in."""
    return len(re.sub(r"\s", "", text))


def _set_aside(line: Line) -> Unplaced:
    return Unplaced(line.block.where, line.text, "page furniture")


def _language(provisions: tuple[Provision, ...]) -> Language:
    return majority((provision.text, provision.language) for provision in provisions)
