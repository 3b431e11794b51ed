"""What comes of carrying out an amending law: the new text, and what was done where."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction
from checker.consolidating.law import Law
from checker.consolidating.messages import Misfit
from checker.consolidating.tree import below, draft_of
from checker.draft import Draft
from checker.finding import Flaw
from checker.structure.node import Node


class Changed(Struct, frozen=True):
    """A provision that was changed, added or removed, and the instructions that did it.

    ``after`` counts in the new draft (None: removed), ``before`` in the base (None: added);
    ``instructions`` count in ``Amendments.instructions``.
    """

    before: int | None
    after: int | None
    instructions: tuple[int, ...]


class Consolidated(Struct, frozen=True):
    """The law with an amending law carried out; ``draft.before`` is the law as it stood.

    ``touched`` are the provisions of ``draft`` that were changed or added, ``touched_before`` those of
    the base that were changed or removed; ``carried`` tells for every provision of the base where it
    stands in ``draft`` (None: removed). ``flaws`` count provisions in the amending draft (-1: the draft as
    a whole). ``applied`` instructions were carried out in full; ``mine`` are those for this act, by their
    number, ``others`` counts those for other acts.
    """

    draft: Draft
    amendments: Amendments
    changes: tuple[Changed, ...] = ()
    touched: frozenset[int] = field(default=frozenset())
    touched_before: frozenset[int] = field(default=frozenset())
    carried: tuple[int | None, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    applied: int = 0
    mine: tuple[int, ...] = ()
    others: int = 0


def result_of(law: Law, amendments: Amendments, flaws: tuple[Flaw, ...], unfit: set[int]) -> Consolidated:
    """The tree as it now is, with what happened to each provision; ``law.told`` are its instructions."""
    _settle(law)
    after = {node: number for number, node in enumerate(below(law.root))}
    changes = tuple(_changes(law, after))
    return Consolidated(
        draft_of(law.root, law.base),
        amendments,
        changes,
        touched=frozenset(one.after for one in changes if one.after is not None),
        touched_before=frozenset(one.before for one in changes if one.before is not None),
        carried=tuple(after.get(node) for node in law.nodes),
        flaws=flaws,
        applied=len(law.told) - len(unfit),
        mine=tuple(law.told),
        others=len(amendments.instructions) - len(law.told),
    )


def _settle(law: Law) -> None:
    """Repealed units leave the tree, and new numbers come into force."""
    for node in (law.root, *below(law.root)):
        if any(child in law.gone or _is_empty(law, child) for child in node.children):
            node.children = [
                child for child in node.children if child not in law.gone and not _is_empty(law, child)
            ]
    for node, number in law.numbers.items():
        node.number = number


def _is_empty(law: Law, node: Node) -> bool:
    """A paragraph all of whose words were struck."""
    return node in law.touched and not (node.text or node.heading or node.number or node.children)


def _changes(law: Law, after: dict[Node, int]) -> list[Changed]:
    told = law.touched.items()
    found = [Changed(law.index.get(node), after.get(node), tuple(by)) for node, by in told]
    real = [one for one in found if one.before is not None or one.after is not None]
    return sorted(real, key=lambda one: (one.after is None, one.after or 0, one.before or 0))


def flaw_of(amending: Draft, instruction: Instruction, misfit: Misfit) -> Flaw:
    """The flaw of an instruction that does not fit, on its words in the amending draft."""
    quote = amending.provisions[instruction.provision].text[instruction.start : instruction.end]
    return Flaw(misfit.kind, instruction.provision, instruction.start, instruction.end, quote, misfit.told)


def unread_without_place(amendments: Amendments, amending: Draft) -> Amendments:
    """The instructions, with the place of those that were not read told in their words."""
    unread = tuple(
        replace(one, provision=-1, text=f"{amending.provisions[one.provision].label}: {one.text}")
        for one in amendments.unread
    )
    return replace(amendments, unread=unread)


def without_place(flaw: Flaw, amending: Draft) -> Flaw:
    """The flaw told without the amending draft at hand: its place goes into the message."""
    if flaw.provision < 0:
        return flaw
    place = amending.provisions[flaw.provision].label
    message = {language: f"{place}: {text}" for language, text in flaw.message.items()}
    return replace(flaw, provision=-1, start=-1, end=-1, message=message)
