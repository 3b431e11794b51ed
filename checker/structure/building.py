"""Source to draft: the tree grown, finished, named, and counted."""

from __future__ import annotations

from checker.draft import Draft, Language, Provision
from checker.source import Source
from checker.structure.bounding import bound
from checker.structure.coverage import coverage_of
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

    Every block goes to a provision or is shown in the coverage; a format that knows its own tree
    (Akoma Ntoso) is taken at its word, all others are read by their headings and numbers.
    """
    lines: list[Line] = []
    if any(block.level for block in source.blocks):
        root = given_tree(source.blocks)
    else:
        lines = scan(list(cut(source.blocks)))
        root = Grower([line for line in lines if line.role != "furniture"]).grow()
    text = " ".join(block.text for block in source.blocks)
    whole = language_of(text, "en")
    language = majority((block.text, language_of(block.text, whole)) for block in source.blocks)
    regroup(root, language)
    bound(root)
    title = title_of(source, root)
    provisions = Finisher(Tradition.of(title, text, language)).finish(root)
    coverage = coverage_of(source, lines, root, provisions)
    return Draft(
        source.path, title, _language(provisions), source.sha256, source.format, provisions, coverage
    )  # fmt: skip


def _language(provisions: tuple[Provision, ...]) -> Language:
    return majority((provision.text, provision.language) for provision in provisions)
