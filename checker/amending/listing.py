"""What was read, a line each, for the screen."""

from __future__ import annotations

from checker.amending.instruction import Amendments, Instruction, Quoted, Step, Target
from checker.draft import Draft

_WORDS = 60


def instruction_lines(draft: Draft, amendments: Amendments) -> list[str]:
    """Every instruction in reading order, then what could not be read, then the count."""
    lines = [_line(draft, item) for item in amendments.instructions]
    if amendments.unread:
        lines += ["", "Not read:"]
    for item in amendments.unread:
        lines.append(f"  {_place(draft, item.provision)}: {_short(item.text)} ({item.reason})")
    count = f"{len(amendments.instructions)} instructions, {len(amendments.unread)} not read"
    return [*lines, "", f"{count}, {len(amendments.quoting)} provisions of quoted wording"]


def step_words(step: Step) -> str:
    """A step as «paragraph 2», «point 1–3»."""
    number = step.number + (f"–{step.through}" if step.through else "")
    return f"{step.unit} {number}".strip()


def _line(draft: Draft, item: Instruction) -> str:
    parts = [_place(draft, item.provision) + ":", item.operation]
    parts.append(" | ".join(_target(target) for target in item.targets))
    if item.position:
        parts.append(item.position)
    if item.at:
        parts.append(f"[{step_words(item.at)}]")
    if item.anchor:
        parts.append(_quoted((item.anchor,)))
    if item.old:
        parts.append("-" + _quoted(item.old))
    if item.new:
        parts.append("+" + _quoted(item.new))
    if item.added:
        parts.append("added: " + ", ".join(map(step_words, item.added)))
    if item.wording:
        parts.append(f"wording: {', '.join(draft.provisions[root].label for root in item.wording)}")
    parts += [name for name in ("throughout", "inflected") if getattr(item, name)]
    return " ".join(parts)


def _target(target: Target) -> str:
    act = f"{{{target.act[:12]}}} " if target.act else ""
    return act + (", ".join(map(step_words, target.steps)) or "the act")


def _quoted(quoted: tuple[Quoted, ...]) -> str:
    return "".join(f"«{_short(item.text)}»" for item in quoted)


def _place(draft: Draft, provision: int) -> str:
    return draft.provisions[provision].label


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WORDS else flat[: _WORDS - 1] + "…"
