"""An instruction as one line of words, for the expectations of the tests."""

from __future__ import annotations

from collections.abc import Sequence

from checker.amending.instruction import Instruction, Quoted, Step, Target


def said(item: Instruction) -> str:
    """«operation | places | fields», fields that are empty left out."""
    fields = {
        "old": _words(item.old),
        "from": _words(item.stretch[:1]),
        "to": _words(item.stretch[1:]),
        "anchor": _words((item.anchor,) if item.anchor else ()),
        "position": item.position,
        "at": step(item.at) if item.at else "",
        "added": ",".join(map(step, item.added)),
        "new": _words(item.new),
    }
    shown = [f"{name}={value}" for name, value in fields.items() if value]
    shown += [name for name in ("throughout", "inflected") if getattr(item, name)]
    parts = [item.operation, " & ".join(place(target) for target in item.targets)]
    return " | ".join(parts + [" ".join(shown)] * bool(shown))


def place(target: Target) -> str:
    """The act in braces and the steps from the outermost."""
    act = f"{{{target.act}}} " if target.act else ""
    return (act + " ".join(map(step, target.steps))).strip() or "the act"


def step(one: Step) -> str:
    """«paragraph:2», «point:1..3»."""
    return f"{one.unit}:{one.number}{'..' + one.through if one.through else ''}"


def _words(quoted: Sequence[Quoted]) -> str:
    return "/".join(one.text for one in quoted)
