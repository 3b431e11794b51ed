"""Small drafts for the tests: one block per line, as the plain-text reader gives them."""

from __future__ import annotations

from checker.draft import Draft, Provision
from checker.source import Block, Source
from checker.structure import build_draft


def draft_of(text: str, title: str = "", blocks: tuple[Block, ...] = ()) -> Draft:
    blocks = blocks or tuple(
        Block(line.strip(), where=f"line {number}")
        for number, line in enumerate(text.strip().splitlines(), 1)
        if line.strip()
    )
    characters = sum(len("".join(f"{b.number}{b.heading}{b.text}".split())) for b in blocks)
    return build_draft(Source("draft.txt", "text", "0" * 64, blocks, characters, title))


def by_id(draft: Draft, eid: str) -> Provision:
    return next(provision for provision in draft.provisions if provision.id == eid)


def ids(draft: Draft) -> list[str]:
    return [provision.id for provision in draft.provisions]
