"""One thing that an instruction of an amending law exchanges, and the words it is told by."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from checker.amending.instruction import Instruction, Quoted
from checker.checks.matter import Matter, mentions_in
from checker.language.reading import Mention, Reading
from checker.rule import Check, Requirement, Rule, Severity

Kind = Literal["body", "term", "safeguard"]
_OR = frozenset("или либо or немесе не яки болмаса".split())


class Exchange(Struct, frozen=True):
    """One thing an instruction changes for better or worse, under one rule.

    ``old`` and ``new`` are the words concerned; ``worse`` tells the direction, ``weight`` how surely the
    rule is the right one, ``certain`` whether the matter is told by the instruction itself.
    """

    kind: Kind
    rule: Rule
    check: Check
    worse: bool
    certain: bool
    weight: float
    old: Quoted | None = None
    new: Quoted | None = None
    mentions: tuple[Mention, ...] = ()
    lacking: Requirement | None = None
    severity: Severity | None = None


class Swap(Struct, frozen=True):
    """Old words and the new ones in their place; ``inserted`` where the old ones stay beside them."""

    old: Quoted | None
    new: Quoted | None
    instruction: Instruction
    matter: Matter
    reading: Reading

    @property
    def inserted(self) -> bool:
        """Whether new words come beside old ones that stay."""
        return self.instruction.operation == "insert-words"

    def evidence(self, rule: Rule, check: Check) -> int:
        """How surely the instruction is about what a check asks of (see ``Matter.evidence``)."""
        return self.matter.evidence(rule, check, self.instruction)

    def named(self, quoted: Quoted | None, names: tuple[str, ...]) -> list[Mention]:
        """The concepts that words hold."""
        return mentions_in(quoted, names, self.reading) if quoted is not None else []

    def is_alternative(self, quoted: Quoted | None) -> bool:
        """Whether the words hold an «or»: another body beside the one named."""
        if quoted is None:
            return False
        sentences = (
            self.reading.sentences[one] for one in self.reading.sentences_in.get(quoted.provision, ())
        )
        return any(
            quoted.start <= start < quoted.end and form in _OR
            for sentence in sentences
            for form, start in zip(sentence.forms, sentence.starts, strict=True)
        )
