"""Source to draft: the tree grown, finished, named, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from checker.draft import Draft, Language, Provision
from checker.errors import DraftError, Problem, mark
from checker.source import USUAL, Block, Limits, Source
from checker.structure.bounding import bound
from checker.structure.coverage import count_characters, coverage_of
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
from checker.structure.tracing import Trace, traced_remarks


def build_draft(source: Source, limits: Limits = USUAL) -> Draft:
    """The law as a tree of provisions, with its former wording and the same law in another language.

    Every block goes to a provision or is shown in the coverage; a format that knows its own tree
    (Akoma Ntoso) is taken at its word, all others are read by their headings and numbers. The coverage
    counts the law itself; ``before`` and ``parallel`` have their own.

    Raises:
        DraftError: The text falls into more paragraphs than any law has.
    """
    draft = _built(source, limits)
    before = _built(_beside(source, source.before), limits) if source.before else None
    if before is not None and not any(one.kind == "preamble" for one in before.provisions):
        before = replace(before, title=draft.title)  # a table names the law once, above both columns
    if before is not None and not draft.provisions:
        draft = replace(draft, language=before.language)  # a table that only strikes out
    return replace(
        draft,
        before=before,
        parallel=_built(_beside(source, source.parallel), limits) if source.parallel else None,
    )


def _built(given: Source, limits: Limits) -> Draft:
    trace = Trace(given.blocks)
    source = trace.laid(given)
    lines: list[Line] = []
    pieces = _pieces(source, limits.pieces)
    if any(block.level for block in pieces):
        root = given_tree(pieces)
    else:
        lines = scan(pieces)
        root = Grower([line for line in lines if line.role not in {"furniture", "foreign"}]).grow()
    text = " ".join(block.text for block in source.blocks)
    whole = language_of(text, "en")
    language = majority((block.text, language_of(block.text, whole)) for block in source.blocks)
    regroup(root, language)
    bound(root)
    title = title_of(source, root)
    made = Finisher(Tradition.of(title, text, language)).finish(root)
    coverage = coverage_of(source, lines, root, made)
    return Draft(
        source.path, title, _language(made), source.sha256, source.format, trace.provisions(made),
        trace.coverage(coverage, given), remarks=traced_remarks(source, made),
    )  # fmt: skip


def _pieces(source: Source, most: int) -> list[Block]:
    """The blocks, cut where the format does not know the units.

    Raises:
        DraftError: There are more than any law has.
    """
    known = any(block.level for block in source.blocks)
    pieces = list(islice(source.blocks if known else cut(source.blocks), most + 1))
    if len(pieces) > most:
        message = mark("falls into more than %(most)s paragraphs, which no law does")
        advice = mark("give the law alone, or one part of it at a time")
        raise DraftError(Problem(source.path, message, advice, values=(("most", most),)))
    return pieces


def _beside(source: Source, blocks: Sequence[Block]) -> Source:
    """The other wording or language of the same file, as a source of its own."""
    characters = sum(count_characters(f"{one.number}{one.heading}{one.text}") for one in blocks)
    parallel = blocks is source.parallel
    return Source(
        source.path, source.format, source.sha256, tuple(blocks), characters,
        "" if parallel else source.title,
    )  # fmt: skip


def _language(provisions: tuple[Provision, ...]) -> Language:
    return majority((provision.text, provision.language) for provision in provisions)
