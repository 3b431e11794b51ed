"""A draft as a plain-text tree, for the reader who wants to see how it was understood."""

from __future__ import annotations

from collections.abc import Iterator

from checker.draft import LANGUAGE_NAMES, Draft, Provision

_WORDS = 90


def outline(draft: Draft) -> str:
    """The provision tree, a line each, then what stands in no provision."""
    coverage = draft.coverage
    lines = [
        f"{draft.title} [{draft.language}]",
        f"{len(draft.provisions)} provisions, {coverage.placed} of {coverage.characters} characters placed",
        *_beside(draft),
        "",
    ]
    depths: dict[int, int] = {}
    for provision in draft.provisions:
        depth = depths[provision.parent] + 1 if provision.parent is not None else 0
        depths[provision.index] = depth
        lines.append("  " * depth + _line(provision))
    for title, pieces in (("Not placed:", coverage.unplaced), ("No part of the law:", coverage.set_aside)):
        if pieces:
            lines.extend(("", title))
            lines.extend(
                f"  {piece.where}: {_short(piece.text)} ({piece.reason or 'no reason given'})"
                for piece in pieces
            )
    return "\n".join(lines) + "\n"


def _beside(draft: Draft) -> Iterator[str]:
    """What the file holds beside the law itself."""
    if draft.before is not None:
        yield f"former wording: {len(draft.before.provisions)} provisions (show --before prints them)"
    if draft.parallel is not None:
        language = LANGUAGE_NAMES[draft.parallel.language]
        yield f"the same law in {language}: {len(draft.parallel.provisions)} provisions"
    for kind, one, many in (
        ("comment", "comment", "comments"),
        ("justification", "justification", "justifications"),
    ):
        count = sum(remark.kind == kind for remark in draft.remarks)
        if count:
            yield f"{count} {one if count == 1 else many}"


def _line(provision: Provision) -> str:
    roles = [provision.role] * (provision.role != "norm") + ["transitional"] * provision.transitional
    role = f" [{', '.join(roles)}]" if roles else ""
    heading = f" {provision.heading}" if provision.heading else ""
    words = f" | {_short(provision.text)}" if provision.text else ""
    return f"{provision.label}{role}{heading}{words}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WORDS else flat[: _WORDS - 1] + "…"
