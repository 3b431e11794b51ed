"""What an instruction of an amending law is about, told without the law it changes.

Looked at are the quoted words themselves, the command with the headings and chapeaux above it, its
neighbours that change the same article, and the title of the amending law.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.amending.instruction import Amendments, Instruction, Quoted
from checker.checks.surroundings import provision_bits
from checker.language.reading import Mention, Reading
from checker.language.text_index import members
from checker.rule import Check, Rule

_MANY = 4
"""So many things of one rule named together tell its matter, where no act of it is named."""


class Matter:
    """The surroundings of every instruction of a draft, as sets of sentences (bits)."""

    def __init__(self, reading: Reading, amendments: Amendments) -> None:
        self.reading = reading
        self.title = provision_bits(reading, -1)
        self._by_article: dict[tuple[str, str], int] = defaultdict(int)
        for one in amendments.instructions:
            for key in _articles(one):
                self._by_article[key] |= self._around(one)

    def near(self, instruction: Instruction) -> int:
        """The sentences of the instruction, of what stands above it, and of its neighbours."""
        bits = self._around(instruction)
        for key in _articles(instruction):
            bits |= self._by_article[key]
        return bits

    def _around(self, instruction: Instruction) -> int:
        provisions = self.reading.draft.provisions
        command = provisions[instruction.provision]
        above = (command, *self.reading.draft.ancestors(command))
        bits = 0
        for provision in above:
            bits |= provision_bits(self.reading, provision.index)
        left = list(instruction.wording)
        while left:
            number = left.pop()
            bits |= provision_bits(self.reading, number)
            left += provisions[number].children
        return bits

    def evidence(self, rule: Rule, check: Check, instruction: Instruction) -> int:
        """How surely an instruction is about what a check asks of: 0 not, 1 by the title, 2 itself."""
        names = (*rule.topic, *check.any)
        groups = check.where.with_ if check.kind == "limit" else ()
        near = self.near(instruction)
        for certainty, bits in ((2, near), (1, near | self.title)):
            said = self.reading.holds(names, bits) or bool(groups)
            if said and all(self.reading.holds(group, bits) for group in groups):
                return certainty
        return int(check.kind == "authority" and self._names(rule, near | self.title) >= _MANY)

    def _names(self, rule: Rule, bits: int) -> int:
        """How many of the things that a rule looks for are named, the bodies left out."""
        sought: set[str] = set()
        for check in rule.checks:
            groups = (*check.where.with_, *check.where.article_with, *check.where.heading_with)
            sought |= {name for group in groups for name in group} | set(check.any)
        bodies = {name for check in rule.checks for name in (*check.decided_by, *check.allowed)}
        return sum(self.reading.holds((name,), bits) for name in sought - bodies)


def _articles(instruction: Instruction) -> set[tuple[str, str]]:
    """The articles of the changed acts that an instruction works on."""
    return {
        (target.act, step.number)
        for target in instruction.targets
        for step in target.steps
        if step.unit == "article" and step.number
    }


def mentions_in(quoted: Quoted, names: Iterable[str], reading: Reading) -> list[Mention]:
    """The mentions of concepts that lie wholly within quoted words."""
    return [
        mention
        for number in reading.sentences_in.get(quoted.provision, ())
        for name in names
        for mention in reading.mentions(name, number)
        if _inside(mention, quoted, reading)
    ]


def _inside(mention: Mention, quoted: Quoted, reading: Reading) -> bool:
    sentence = reading.sentences[mention.sentence]
    first, last = sentence.starts[mention.first], sentence.ends[mention.last - 1]
    return not sentence.heading and quoted.start <= first and 0 <= first < last <= quoted.end


def told_outside(quoted: Quoted, names: Iterable[str], bits: int, reading: Reading) -> bool:
    """Whether one of the sentences (bits) names a concept elsewhere than in the quoted words."""
    own = provision_bits(reading, quoted.provision)
    names = tuple(names)
    if reading.holds(names, bits & ~own):
        return True
    inside = set(mentions_in(quoted, names, reading))
    return any(
        mention not in inside
        for number in members(bits & own)
        for name in names
        for mention in reading.mentions(name, number)
    )


def hours_in_quoted(quoted: Quoted, reading: Reading) -> float | None:
    """The longest duration within quoted words, in hours."""
    found: list[float] = []
    for number in reading.sentences_in.get(quoted.provision, ()):
        sentence = reading.sentences[number]
        for one in sentence.quantities:
            first, last = sentence.starts[one.start], sentence.ends[one.end - 1]
            if one.hours is not None and quoted.start <= first < last <= quoted.end:
                found.append(one.hours)
    return max(found, default=None)
