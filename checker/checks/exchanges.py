"""Bodies, terms and safeguards that an instruction takes out, puts in or exchanges."""

from __future__ import annotations

from collections.abc import Sequence

from checker.amending.instruction import Instruction, Quoted
from checker.checks.exchange import Exchange, Swap
from checker.checks.exchanged_bodies import exchanged_bodies
from checker.checks.exchanged_terms import exchanged_terms
from checker.checks.matter import Matter
from checker.checks.struck_safeguards import struck_safeguards
from checker.language.reading import Reading
from checker.rule import Rule

_LOOKS = (exchanged_bodies, exchanged_terms, struck_safeguards)
_OF_WORDS = ("replace-words", "strike-words", "insert-words")


def exchanges_of(
    instruction: Instruction, rules: Sequence[Rule], matter: Matter, reading: Reading
) -> list[Exchange]:
    """What an instruction changes under each rule, one exchange a rule, the surest.

    Where it changes who decides, the words it strikes are told under that head alone.
    """
    if instruction.operation not in _OF_WORDS:
        return []
    found: list[Exchange] = []
    for old, new in _paired(instruction):
        swap = Swap(old, new, instruction, matter, reading)
        for look in _LOOKS:
            found += _surest(list(look(swap, rules)))
    best: dict[str, Exchange] = {}
    for one in found:
        known = best.get(one.rule.id)
        if known is None or (one.weight, one.certain) > (known.weight, known.certain):
            best[one.rule.id] = one
    bodies = any(one.kind == "body" for one in best.values())
    return [one for one in best.values() if one.kind != "safeguard" or not bodies]


def _surest(found: list[Exchange]) -> list[Exchange]:
    """Of several rules about terms or safeguards the one that fits best; each rule about bodies."""
    if not found or found[0].kind == "body":
        return found
    return [max(found, key=lambda one: one.weight)]


def _paired(instruction: Instruction) -> list[tuple[Quoted | None, Quoted | None]]:
    """Old and new words in pairs; where only new words come in, what they stand beside is the old."""
    if instruction.operation == "insert-words":
        return [(instruction.anchor, new) for new in instruction.new]
    olds, news = instruction.old, instruction.new
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    new = news[0] if len(news) == 1 else None
    return [(old, new) for old in olds]
