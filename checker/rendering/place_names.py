"""What a lawyer calls a provision; of an amending law, the article that it changes comes first."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from checker.amending.instruction import Amendments, Instruction
from checker.draft import Draft, Language, Provision
from checker.patterns import regex
from checker.rendering.wording import words_for

_QUOTED = regex(r"(?P<own>[^«»]+) «(?P<changed>[^«»]+)»")
"""The label of quoted new wording: its place in the draft, then its name in the changed law."""


class Name(Struct, frozen=True):
    """``full`` tells the place in the changed law and, in brackets, in the draft; ``short`` the former alone.

    Of a provision that changes no other law both are its label.
    """

    full: str
    short: str


def names_of(draft: Draft, amendments: Amendments | None = None) -> tuple[Name, ...]:
    """A name for every provision; empty where it has neither label nor number.

    ``amendments`` are those that ``draft`` commands: with them a command is named by what it changes.
    """
    commands = _commands(amendments) if amendments else {}
    return tuple(_name(provision, draft, commands) for provision in draft.provisions)


def name_of(provision: Provision, draft: Draft) -> Name:
    """The name of one provision, by its label alone."""
    return _name(provision, draft, {})


def _commands(amendments: Amendments) -> dict[int, Instruction]:
    """By the provision that says them and by the roots of the new wording; the first of several."""
    found: dict[int, Instruction] = {}
    for one in amendments.instructions:
        for index in (one.provision, *one.wording):
            found.setdefault(index, one)
    return found


def _name(provision: Provision, draft: Draft, commands: Mapping[int, Instruction]) -> Name:
    label = provision.label or provision.number
    if not commands and not provision.quoted:
        return Name(_capital(label), _capital(label))
    quoted = _QUOTED.fullmatch(label) if provision.quoted else None
    own, changed = (quoted["own"], quoted["changed"]) if quoted else (label, "")
    chain = (provision, *draft.ancestors(provision)) if commands else (provision,)
    if not any(one.quoted and one.kind == "article" for one in chain):
        changed = ", ".join(filter(None, (_article(chain, commands, provision.language), changed)))
    if not changed:
        return Name(_capital(label), _capital(label))
    return Name(f"{_capital(changed)} ({own})", _capital(changed))


def _article(chain: tuple[Provision, ...], commands: Mapping[int, Instruction], language: Language) -> str:
    """The changed articles («статья 14»); English acts call them by too many names to choose one."""
    said = next((commands[one.index] for one in chain if one.index in commands), None)
    if said is None or language == "en":
        return ""
    numbers = list(
        dict.fromkeys(
            f"{step.number}–{step.through}" if step.through else step.number
            for target in said.targets
            for step in target.steps
            if step.unit == "article" and step.number
        )
    )
    several = 2 if any("–" in number for number in numbers) else len(numbers)
    told = words_for(language).ngettext("article %(numbers)s", "articles %(numbers)s", several)
    return told % {"numbers": ", ".join(numbers)} if numbers else ""


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
