"""What the command line says of a law with an amending law carried out."""

from __future__ import annotations

from msgspec import Struct

from checker.draft import Language
from checker.errors import Problem
from checker.rendering.wording import words_for


class Tally(Struct, frozen=True):
    """How many provisions changed, and what became of the instructions; ``mine`` are those for this law."""

    changed: int
    removed: int
    applied: int
    mine: int
    others: int
    unread: int


def tally_line(tally: Tally, language: Language) -> str:
    """The figures of a consolidation, on one line."""
    words = words_for(language)
    provisions = words.gettext("Provisions changed or added: %(changed)s, removed: %(removed)s")
    instructions = words.gettext(
        "instructions carried out: %(applied)s of %(mine)s, for other acts: %(others)s, not read: %(unread)s"
    )
    counts = {"changed": tally.changed, "removed": tally.removed, "applied": tally.applied}
    counts |= {"mine": tally.mine, "others": tally.others, "unread": tally.unread}
    shown = {name: words.number(count) for name, count in counts.items()}
    return f"{provisions % shown}; {instructions % shown}"


def unread_problem(path: str, place: str, said: str, language: Language) -> Problem:
    """A passage of an amending law that was not read as an instruction, and what to do about it."""
    words = words_for(language)
    message = words.gettext("not read as an instruction: %(words)s") % {"words": said}
    return Problem(path, f"{place}: {message}", words.gettext("carry it out by hand"))
