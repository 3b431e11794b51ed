"""What the instructions of an amending law put into the law they change: whole articles, or parts of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from checker.amending.instruction import Instruction
from checker.checks.standing import Standing, safeguards_in, words_at
from checker.draft import Draft
from checker.finding import Finding, Safeguard
from checker.language.reading import Reading
from checker.language.text_index import members
from checker.rule import Concept, Rule

_WHOLE = ("article", "section", "chapter", "part", "schedule", "act")
_ADDS = ("add-provision", "insert-words")


def wording_of(instruction: Instruction, draft: Draft) -> frozenset[int]:
    """The provisions that hold the new text an instruction gives, with all that stands under them."""
    found: set[int] = set()
    left = list(instruction.wording)
    while left:
        number = left.pop()
        found.add(number)
        left += draft.provisions[number].children
    return frozenset(found)


def puts_in(instruction: Instruction, finding: Finding, draft: Draft) -> bool:
    """Whether a finding stands in the new text that an instruction gives."""
    return finding.provision in wording_of(instruction, draft) or any(
        one.provision == finding.provision and one.start <= finding.start and finding.end <= one.end
        for one in instruction.new
    )


def adds(instruction: Instruction) -> bool:
    """Whether what an instruction puts in is new to the law, and takes no other wording's place."""
    return instruction.operation in _ADDS


def gives_whole(instruction: Instruction) -> bool:
    """Whether an instruction gives articles or more from beginning to end."""
    if instruction.operation == "add-provision":
        steps = list(instruction.added)
    else:
        steps = [target.steps[-1] for target in instruction.targets if target.steps]
    return bool(instruction.wording) and bool(steps) and all(step.unit in _WHOLE for step in steps)


def asks_of_article(finding: Finding, rule: Rule) -> bool:
    """Whether a finding misses a safeguard in the article in which its matter stands, or in the draft."""
    if finding.check != "require":
        return False
    missing = {str(dict(name)) for name in finding.absent}
    scopes = {
        check.scope
        for check in rule.checks
        if check.kind == "require" and any(str(dict(one.name)) in missing for one in check.must)
    }
    return bool(scopes) and scopes <= {"article", "draft"}


def added_safeguards(
    instructions: Iterable[Instruction],
    rules: Iterable[Rule],
    concepts: Mapping[str, Concept],
    reading: Reading,
) -> Iterator[Safeguard]:
    """The safeguards that stand in what the instructions add to the law, each once a place."""
    adding = [one for one in instructions if adds(one)]
    told: set[tuple[int, str]] = set()
    for rule in rules if adding else ():
        for one in _standing(rule, concepts, reading, adding):
            key = (one.provision, one.rule)
            if key not in told:
                told.add(key)
                yield one


def _standing(
    rule: Rule, concepts: Mapping[str, Concept], reading: Reading, adding: Sequence[Instruction]
) -> Iterator[Safeguard]:
    for check in rule.checks:
        for one in safeguards_in(replace(rule, checks=(check,)), concepts, reading):
            if _is_added(one, check.kind == "require", adding, reading.draft):
                yield Safeguard(rule.id, one.name, one.provision, one.quote)
    for number in members(reading.sentences_with(rule.met_by)):
        for provision, quote in _met_in(rule, number, reading):
            if any(_holds(one, provision, quote, reading.draft) for one in adding):
                yield Safeguard(rule.id, rule.title, provision, quote)


def _met_in(rule: Rule, number: int, reading: Reading) -> Iterator[tuple[int, str]]:
    """The words of a sentence that meet a rule, where other words of it name the rule's matter."""
    names = {*rule.topic, *(name for check in rule.checks for name in check.any)}
    matter = [one for name in names for one in reading.mentions(name, number)]
    for name in rule.met_by:
        for met in reading.mentions(name, number):
            place = words_at(met, reading)
            if place and any((one.first, one.last) != (met.first, met.last) for one in matter):
                yield place


def _is_added(one: Standing, required: bool, adding: Iterable[Instruction], draft: Draft) -> bool:
    """Whether a safeguard, and for one that is required the whole article it guards, is added."""
    there = [instruction for instruction in adding if _holds(instruction, one.provision, one.quote, draft)]
    if not required:
        return bool(there)
    return any(
        gives_whole(instruction)
        and (one.home in wording_of(instruction, draft) or one.home == instruction.provision)
        for instruction in there
    )


def _holds(instruction: Instruction, provision: int, quote: str, draft: Draft) -> bool:
    """Whether the new text that an instruction gives holds the words."""
    inline = any(new.provision == provision and quote in new.text for new in instruction.new)
    return inline or provision in wording_of(instruction, draft)
