"""The verdict on one standard for the whole draft.

«Met» is said only on evidence: the safeguard stands there, the term is within the limit, the right
body decides, or the forbidden act is itself forbidden. A draft that merely mentions the subject
is left to the reader: «review». So is one whose every such place comes into force later than the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from checker.checks.authority import decides
from checker.checks.limit import hours_in
from checker.checks.require import absent_from
from checker.checks.surroundings import candidates
from checker.finding import Finding, FindingVerdict, Standard
from checker.language.reading import Mention, Reading
from checker.language.text_index import members
from checker.rule import Check, Rule

_GRAVEST: tuple[FindingVerdict, ...] = ("incompatible", "missing", "review")
_MOST_PLACES = 8


def verdict_on(rule: Rule, findings: Sequence[Finding], reading: Reading) -> Standard:
    """The verdict on a rule, given its findings, and the provisions it rests on."""
    if findings:
        verdict = min((finding.verdict for finding in findings), key=_GRAVEST.index)
        return Standard(rule.id, verdict, tuple(sorted({finding.provision for finding in findings})))
    places = sorted({place for check in rule.checks for place in _met_at(rule, check, reading)})
    places = _first(chain(places, _mentioned(rule.met_by, reading)))
    if places:
        return Standard(rule.id, "review" if reading.postponed.issuperset(places) else "met", tuple(places))
    topic = _first(_mentioned(rule.topic, reading))
    return Standard(rule.id, "review" if topic else "not-addressed", tuple(topic))


def _first(places: Iterable[int]) -> list[int]:
    """The first places, each once; no more are looked for."""
    found: list[int] = []
    for place in places:
        if place not in found:
            found.append(place)
            if len(found) == _MOST_PLACES:
                break
    return found


def _met_at(rule: Rule, check: Check, reading: Reading) -> Iterator[int]:
    """The provisions that satisfy a check."""
    if check.kind == "forbid":
        wanted = replace(check, where=replace(check.where, negated="yes"))
        if check.where.negated != "no" or check.where.struck:
            return
        for mark, _ in candidates(rule, wanted, reading):
            yield reading.sentences[mark.sentence].provision
        return
    for mark, _ in candidates(rule, either(check), reading):
        if check.kind == "require":
            if not absent_from(mark, check, reading):
                yield from _mentioned([name for one in check.must for name in one.any], reading)
                return
        elif is_right(check, mark, reading):
            yield reading.sentences[mark.sentence].provision


def is_right(check: Check, mark: Mention, reading: Reading) -> bool:
    """Whether a term that is no finding is there, or the right body decides."""
    if check.kind == "limit":
        return hours_in(mark, reading) is not None
    bodies = (body for name in check.allowed for body in reading.mentions(name, mark.sentence))
    return any(decides(body, mark, reading) for body in bodies)


def either(check: Check) -> Check:
    """The check, asking nothing of a prohibition."""
    return replace(check, where=replace(check.where, negated="either"))


def _mentioned(concepts: Sequence[str], reading: Reading) -> Iterator[int]:
    """The provisions whose own text mentions one of the concepts, in the order of the text."""
    for number in members(reading.may_mention(concepts)):
        sentence = reading.sentences[number]
        if sentence.provision >= 0 and not sentence.heading and reading.holds(concepts, 1 << number):
            yield sentence.provision
