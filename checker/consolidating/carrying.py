"""An amending law carried out on the law in force, instruction by instruction."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction, Step, Target
from checker.consolidating.acts import acts_named, is_for, is_named, title_names
from checker.consolidating.adding import add_units, taken_numbers
from checker.consolidating.editing import change_words
from checker.consolidating.law import Law
from checker.consolidating.messages import Misfit, said
from checker.consolidating.places import Place, Reading, readings
from checker.consolidating.result import Consolidated, flaw_of, result_of
from checker.consolidating.rewording import renumber, repeal, reword
from checker.consolidating.wording import new_words
from checker.draft import Draft
from checker.finding import Flaw
from checker.rule import Texts
from checker.structure.printing import mark_of

_WORDS = frozenset({"replace-words", "strike-words", "insert-words"})
_MOST_UNFIT = 0.5  # share of instructions that lead nowhere, from which on the law is another one
_FEWEST = 2


class _Work(Struct):
    """The law in hand, the draft that changes it by ``count`` instructions, and what did not fit so far."""

    law: Law
    amending: Draft
    flaws: list[Flaw]
    unfit: set[int]
    count: int

    def tell(self, instruction: Instruction, misfit: Misfit) -> None:
        """Note an instruction that does not fit."""
        self.flaws.append(flaw_of(self.amending, instruction, misfit))


def consolidate(base: Draft, amending: Draft, amendments: Amendments) -> Consolidated:
    """The law with the instructions for it carried out.

    Instructions for other acts are counted and left alone; those that do not fit become flaws and change
    nothing. A ``wrong-base`` flaw stands alone: then the law is given back as it was.
    """
    acts = acts_named(amendments)
    chosen = _chosen(acts, base, amendments)
    numbered = enumerate(amendments.instructions)
    mine = [(number, own) for number, one in numbered if (own := _own_part(one, chosen)).targets]
    if amendments.instructions and not mine:
        texts = said("wrong-base", None, act="; ".join(acts), title=base.title)
        return _refused(base, amending, amendments, texts)
    work = _Work(Law.of(base), amending, [], set(), len(mine))
    for number, instruction in mine:
        work.law.current = number
        work.law.told.append(number)
        _carry_out(work, instruction)
    lost = sum(flaw.kind == "provision-not-found" for flaw in work.flaws)
    sure = title_names(amending, base) or is_named(base)
    if lost > _MOST_UNFIT * len(mine) and (lost >= _FEWEST or not sure):
        texts = said("fits-nothing", None, count=lost, other=len(mine), title=base.title)
        return _refused(base, amending, amendments, texts)
    _settle_numbers(work, amendments)
    return result_of(work.law, amendments, tuple(work.flaws), work.unfit)


def _own_part(instruction: Instruction, chosen: frozenset[str]) -> Instruction:
    """The instruction with its targets in the chosen act; one without a target is for the act as a whole."""
    targets = instruction.targets or (Target(),)
    return replace(instruction, targets=tuple(one for one in targets if not one.act or one.act in chosen))


def _chosen(acts: Sequence[str], base: Draft, amendments: Amendments) -> frozenset[str]:
    """The names in the draft that mean the law; a law without a title is the act whose places it has."""
    found = frozenset(act for act in acts if is_for(act, base))
    if found or is_named(base) or not acts:
        return found
    law = Law.of(base)
    return frozenset((max(acts, key=lambda act: _share_there(law, act, amendments)),))


def _share_there(law: Law, act: str, amendments: Amendments) -> float:
    """The share of an act's places that the law has."""
    targets = [target for one in amendments.instructions for target in one.targets if target.act == act]
    return sum(_is_there(law, target) for target in targets) / len(targets)


def _is_there(law: Law, target: Target) -> bool:
    try:
        return bool(readings(law, target.steps))
    except Misfit:
        return False


def _refused(base: Draft, amending: Draft, amendments: Amendments, texts: Texts) -> Consolidated:
    flaw = Flaw("wrong-base", -1, -1, -1, amending.title, texts)
    same = tuple(range(len(base.provisions)))
    return Consolidated(replace(base, before=base), amendments, carried=same, flaws=(flaw,))


def _carry_out(work: _Work, instruction: Instruction) -> None:
    """Each target by itself: one that does not fit stops no other."""
    together = instruction.operation in {"renumber", "new-wording"}
    work_on = [instruction.targets] if together else [(target,) for target in instruction.targets]
    for targets in work_on:
        try:
            _on_targets(work, instruction, targets)
        except Misfit as misfit:
            work.tell(instruction, misfit)
            work.unfit.add(work.law.current)


def _on_targets(work: _Work, instruction: Instruction, targets: tuple[Target, ...]) -> None:
    listed = [target for target in targets if _is_contents(target)]
    if listed:
        _on_contents(work, instruction)
        targets = tuple(target for target in targets if target not in listed)
    if targets:
        _on_places(work, instruction, [readings(work.law, target.steps) for target in targets])


def _is_contents(target: Target) -> bool:
    return any(step.unit == "contents" for step in target.steps)


def _on_contents(work: _Work, instruction: Instruction) -> None:
    """Words are changed in the table of contents; a text that prints none has nothing to change there."""
    lines = tuple(Place(one, "text") for one in work.law.nodes if one.role == "contents")
    if lines and instruction.operation in _WORDS:
        _first_that_fits(work, [lines], instruction)
    elif lines:
        place = work.law.base.title
        raise Misfit("provision-not-found", said("no-such", Step("contents"), place=place))


def _on_places(work: _Work, instruction: Instruction, found: list[list[Reading]]) -> None:
    if instruction.operation in _WORDS:
        for alternatives in found:
            _first_that_fits(work, alternatives, instruction)
        return
    places = [place for alternatives in found for place in alternatives[0]]
    if _takes_all(work, instruction, places):
        raise Misfit("provision-not-found", said("no-place", None, place=work.law.base.title))
    if instruction.operation == "new-wording":
        reword(work.law, places, instruction, work.amending)
    elif instruction.operation == "renumber":
        renumber(work.law, places, instruction)
    elif instruction.operation == "add-provision":
        add_units(work.law, places[0], instruction, work.amending)
    else:
        for place in places:
            repeal(work.law, place)


def _takes_all(work: _Work, instruction: Instruction, places: list[Place]) -> bool:
    """Whether a place is missing: the instruction would repeal the whole law while others amend it."""
    whole = any(place.node is work.law.root for place in places)
    alone = instruction.operation == "repeal" and work.count == 1
    return whole and instruction.operation in {"repeal", "new-wording", "renumber"} and not alone


def _first_that_fits(work: _Work, alternatives: list[Reading], instruction: Instruction) -> None:
    """Words are changed in the strictest reading of the place that has them."""
    first: Misfit | None = None
    new = new_words(work.amending, instruction) if instruction.operation == "insert-words" else ""
    for reading in alternatives:
        try:
            remarks = change_words(work.law, reading, instruction, new)
        except Misfit as misfit:
            first = first or misfit
            if misfit.kind == "words-ambiguous":
                break
            continue
        for texts in remarks:
            work.tell(instruction, Misfit("words-ambiguous", texts))
        return
    if first is not None:
        raise first


def _settle_numbers(work: _Work, amendments: Amendments) -> None:
    """What would bear a number that another unit still has is not added, or keeps its own."""
    law = work.law
    for node in taken_numbers(law):
        number = law.touched[node][0]
        parent = node.parent or law.root
        mark = mark_of(replace(node, number=law.number_of(node), children=[]))
        texts = said("taken", None, words=mark.strip(" ."), place=law.label(parent))
        work.tell(amendments.instructions[number], Misfit("number-taken", texts))
        work.unfit.add(number)
        if node in law.added:
            parent.children.remove(node)
        else:
            del law.numbers[node]
