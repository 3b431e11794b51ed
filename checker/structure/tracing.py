"""Which block of the file each provision came from.

On its way into the tree a block is cut, mended and joined; only its place goes with it unchanged. So while a
law is structured, that place is the position of the block, and the block's own words for it come back after.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.draft import Coverage, Provision, Remark
from checker.source import Block, Source, Unplaced


class Trace(Struct, frozen=True):
    """The blocks of a source, and the way back to them."""

    blocks: tuple[Block, ...]

    def laid(self, source: Source) -> Source:
        """The source with the position of each block as its place."""
        return replace(
            source,
            blocks=tuple(replace(block, where=str(place)) for place, block in enumerate(self.blocks)),
        )

    def provisions(self, made: Sequence[Provision]) -> tuple[Provision, ...]:
        """The provisions with the places and rows of their blocks."""
        return tuple(
            replace(provision, where=block.where, row=block.row)
            if (block := self._block(provision.where)) is not None
            else provision
            for provision in made
        )

    def coverage(self, coverage: Coverage, source: Source) -> Coverage:
        """The coverage with the places of the blocks; what the reader had left out has its own already."""
        gaps, aside = len(source.unplaced), len(source.set_aside)
        return replace(
            coverage,
            unplaced=(*source.unplaced, *map(self._piece, coverage.unplaced[gaps:])),
            set_aside=(*source.set_aside, *map(self._piece, coverage.set_aside[aside:])),
        )

    def _piece(self, piece: Unplaced) -> Unplaced:
        block = self._block(piece.where)
        return piece if block is None else replace(piece, where=block.where)

    def _block(self, where: str) -> Block | None:
        return self.blocks[int(where)] if where.isdigit() else None


def traced_remarks(source: Source, made: Sequence[Provision]) -> tuple[Remark, ...]:
    """The remarks on the provisions that their blocks became; ``made`` with the positions as places."""
    origins = [(int(one.where), one.index) for one in made if one.where.isdigit()]
    origins.sort()
    return tuple(
        Remark(remark.kind, remark.text, place, remark.author, remark.quote)
        for remark in source.remarks
        if (place := _provision(remark.block, remark.quote, origins, made)) is not None
    )


def _provision(
    block: int, quote: str, origins: Sequence[tuple[int, int]], made: Sequence[Provision]
) -> int | None:
    """The provision made of the block, the one with the quotation first; else the one that took it up."""
    if not origins:
        return None
    last = bisect_right(origins, (block, len(made)))
    first = origins[max(last - 1, 0)][0]
    near = [index for origin, index in origins[_start(origins, first) : max(last, 1)] if origin == first]
    return next((one for one in near if quote and quote in f"{made[one].heading} {made[one].text}"), near[0])


def _start(origins: Sequence[tuple[int, int]], origin: int) -> int:
    return bisect_right(origins, (origin, -1))
