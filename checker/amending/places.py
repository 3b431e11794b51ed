"""Where in a law a reference points, read with the lines above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from checker.amending.instruction import Step, Target

_LADDER = (
    "act", "contents", "part", "chapter", "section", "schedule", "article", "note", "paragraph", "point",
    "subpoint", "indent", "definition", "sentence",
)  # fmt: skip
_RANKS = {unit: rank for rank, unit in enumerate(_LADDER)}
_LEAF = len(_LADDER)
_MOST_TARGETS = 400

Steps = tuple[Step, ...]


def rank(step: Step) -> int:
    """How deep in a law a unit stands; headings, preambles and the like hang on whatever is named before."""
    return _RANKS.get(step.unit, _LEAF)


def below(target: Target, steps: Steps, act: str = "") -> Target:
    """The place that ``steps`` name when they are said under ``target``."""
    if act:
        return Target(act, steps)
    if not steps:
        return target
    top = rank(steps[0])
    again = _named_again(target, steps)
    if again:
        return replace(target, steps=target.steps[:again])
    kept = tuple(
        step
        for step in target.steps
        if (rank(step) < top or _holds_division(step, steps[0])) and rank(step) != _LEAF
    )
    return replace(target, steps=kept + steps)


def _named_again(target: Target, steps: Steps) -> int:
    """How many steps lead to the unit that is only named again («Repeal the definition»), or 0."""
    if len(steps) == 1 and not steps[0].number:
        for place, step in enumerate(target.steps, 1):
            if step.unit == steps[0].unit and step.number:
                return place
    return 0


def _holds_division(holder: Step, step: Step) -> bool:
    """A schedule may have parts and chapters of its own, a definition points."""
    if holder.unit == "definition":
        return step.unit in ("point", "subpoint")
    return holder.unit == "schedule" and step.unit in ("part", "chapter", "section")


def all_below(targets: Sequence[Target], routes: Iterable[Steps], act: str = "") -> tuple[Target, ...]:
    """Every place that the references name under every one of the places; bounded."""
    found = [below(target, steps, act) for target in targets for steps in routes]
    return tuple(dict.fromkeys(found))[:_MOST_TARGETS]


def holders(targets: Sequence[Target], added: Step) -> tuple[Target, ...]:
    """The places that can hold an added provision: steps as deep as it, or deeper, are left."""
    top = rank(added)
    return tuple(
        dict.fromkeys(
            replace(target, steps=tuple(step for step in target.steps if rank(step) < top))
            for target in targets
        )
    )


def joined(routes: Sequence[Steps], more: Sequence[Steps], *, inner_first: bool) -> list[Steps]:
    """Two lists said with «and»: the outer steps that one of them leaves out are those of the other."""
    if inner_first:
        outer = more[0]
        return [_completed(steps, outer) for steps in routes] + list(more)
    return list(routes) + [_completed(steps, routes[-1]) for steps in more]


def _completed(steps: Steps, outer: Steps) -> Steps:
    top = rank(steps[0])
    lent = tuple(step for step in outer if rank(step) < top and rank(step) != _LEAF)
    return lent + steps
