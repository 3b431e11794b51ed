"""«A draft that regulates this must say that»: looks for safeguards where the trigger stands."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.following import manner_bits
from checker.checks.match import Match
from checker.checks.surroundings import candidates, is_amending, provision_bits
from checker.language.reading import Mention, Reading
from checker.language.text_index import members
from checker.rule import Check, Requirement, Rule


def find_missing(rule: Rule, check: Check, reading: Reading) -> Iterator[Match]:
    """Yield, for each place that regulates the trigger, the safeguards it lacks.

    An amending law shows only a part of the law it changes, so what it leaves out as a whole is not
    judged: with scope ``draft`` it yields nothing.
    """
    triggers = list(candidates(rule, check, reading))
    if len({reading.sentences[mark.sentence].provision for mark, _ in triggers}) < check.at_least:
        return
    if check.scope == "draft":
        yield from _in_draft(check, triggers, reading)
        return
    seen: set[int] = set()
    for mark, shown in triggers:
        unit, _ = unit_of(mark, check, reading)
        if unit in seen:
            continue
        seen.add(unit)
        absent = absent_from(mark, check, reading)
        if absent:
            yield Match(mark, shown, absent)


def _in_draft(
    check: Check, triggers: list[tuple[Mention, tuple[Mention, ...]]], reading: Reading
) -> Iterator[Match]:
    absent = _absent(check, -1, reading)
    if not triggers or not absent or is_amending(reading):
        return
    mark, shown = triggers[0]
    near = _first_in_text(check.place, reading)
    yield Match(near or mark, (mark, *shown) if near else shown, absent)


def absent_from(mark: Mention, check: Check, reading: Reading) -> tuple[Requirement, ...]:
    """The safeguards that the surroundings of a trigger lack, and the provisions its sentence refers to."""
    if check.scope == "draft":
        return _absent(check, -1, reading)
    absent = _absent(check, unit_of(mark, check, reading)[1], reading)
    there = manner_bits(mark.sentence, reading) if absent else 0
    return tuple(one for one in absent if not (there and reading.holds(one.any, there)))


def _absent(check: Check, bits: int, reading: Reading) -> tuple[Requirement, ...]:
    return tuple(one for one in check.must if not reading.holds(one.any, bits))


def unit_of(mark: Mention, check: Check, reading: Reading) -> tuple[int, int]:
    """The place where a safeguard may stand: what tells it from others, and its sentences (bits)."""
    provision = reading.sentences[mark.sentence].provision
    if check.scope == "sentence":
        return mark.sentence, 1 << mark.sentence
    if check.scope == "provision":
        return provision, provision_bits(reading, provision)
    home = reading.article_of[provision]
    return home, reading.sentences_under.get(home, 0)


def _first_in_text(concepts: tuple[str, ...], reading: Reading) -> Mention | None:
    for number in members(reading.sentences_with(concepts)):
        if not reading.sentences[number].heading:
            return next(mention for name in concepts for mention in reading.mentions(name, number))
    return None
