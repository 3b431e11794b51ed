"""Why a check fires in a sentence or does not: its conditions in order, up to the first that fails.

Each condition is put to the checks' own functions, one more at a time, so that an account cannot
say other than the check does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from checker.checks.authority import PARTS, find_wrong_authority, is_within_reach, plays
from checker.checks.engine import CHECKS, own_span
from checker.checks.limit import hours_in, is_beyond
from checker.checks.require import absent_from, unit_of
from checker.checks.surroundings import candidates, is_amending, provision_bits
from checker.language.reading import Mention, Reading
from checker.language.text_index import members
from checker.rule import Check, CheckKind, Requirement, Rule, Where

Place = Literal["sentence", "provision", "article", "headings", "draft"]
Kind = Literal[
    "any", "struck", "language", "exceptions", "negated", "with", "without",
    "limit", "decided-by", "at-least", "absent", "told-once", "amending", "own-words",
]  # fmt: skip


class Condition(Struct, frozen=True):
    """One thing a check asks of a sentence, whether it holds, and the mentions that show it.

    ``names`` are the concepts it is about, ``place`` where they are looked for. ``hours`` is the term
    found, ``parts`` the part each body plays, ``absent`` the safeguards looked for in vain.
    """

    kind: Kind
    held: bool
    names: tuple[str, ...] = ()
    place: Place = "sentence"
    shown: tuple[Mention, ...] = ()
    hours: float | None = None
    parts: tuple[tuple[Mention, tuple[str, ...]], ...] = ()
    absent: tuple[Requirement, ...] = ()


class Account(Struct, frozen=True):
    """The conditions of one check in one sentence; the last is the first that failed, if any did."""

    check: Check
    sentence: int
    conditions: tuple[Condition, ...]

    @property
    def fired(self) -> bool:
        """Whether the check reports the sentence."""
        return all(condition.held for condition in self.conditions)


def account_of(rule: Rule, check: Check, sentence: int, reading: Reading) -> Account:
    """Why a check of a rule fires in a sentence or does not."""
    conditions = []
    for condition in _conditions(rule, check, sentence, reading):
        conditions.append(condition)
        if not condition.held:
            break
    return Account(check, sentence, tuple(conditions))


def _conditions(rule: Rule, check: Check, number: int, reading: Reading) -> Iterator[Condition]:
    named = () if reading.sentences[number].heading else tuple(_mentions(check.any, number, reading))
    yield Condition("any", bool(named), check.any, shown=named)
    for step in _steps(rule, check):
        fitting = _fitting(step, number, reading)
        yield _condition(step, fitting, number, reading)
    mark = _fitting(_Step("struck", rule, check), number, reading)
    if mark:
        yield from _OF_KIND[check.kind](rule, check, mark[0], reading)
    match = next(
        (one for one in CHECKS[check.kind](rule, check, reading) if one.mark.sentence == number), None
    )
    if match is not None:
        yield Condition("own-words", own_span(match, reading) is not None, shown=(match.mark,))


class _Step(Struct, frozen=True):
    """The check with the conditions up to this one, and what this one is about."""

    kind: Kind
    rule: Rule
    check: Check
    names: tuple[str, ...] = ()
    place: Place = "sentence"


_SETS: tuple[tuple[str, Kind, Place | None], ...] = (
    ("draft_with", "with", "draft"),
    ("draft_without", "without", "draft"),
    ("negated", "negated", None),
    ("with_", "with", None),
    ("article_with", "with", "article"),
    ("heading_with", "with", "headings"),
    ("without", "without", None),
    ("article_without", "without", "article"),
    ("heading_without", "without", "headings"),
)
"""The fields of Where in the order in which they are put to the sentence, and where they look."""


def _steps(rule: Rule, check: Check) -> Iterator[_Step]:
    asked = check.where
    where = Where(window=asked.window, struck=asked.struck, negated="either")
    free = replace(rule, exceptions=())
    sofar = replace(check, where=where, languages=())
    yield _Step("struck", free, sofar)
    sofar = replace(sofar, languages=check.languages)
    yield _Step("language", free, sofar)
    yield _Step("exceptions", rule, sofar, rule.exceptions)
    for field, kind, place in _SETS:
        for value, names in _values(check, field):
            before: Any = getattr(where, field)
            added: dict[str, Any] = {field: value if field == "negated" else (*before, value)}
            where = replace(where, **added)
            yield _Step(kind, rule, replace(sofar, where=where), names, place or asked.window)


def _values(check: Check, field: str) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """The values of a field of Where one by one, with the concepts they name."""
    asked: Any = getattr(check.where, field)
    if field == "negated":
        if check.kind != "limit" and asked != "either":  # a cap is worded as a prohibition
            yield asked, ()
        return
    for value in asked:
        yield value, value if isinstance(value, tuple) else (value,)


def _fitting(step: _Step, number: int, reading: Reading) -> tuple[Mention, tuple[Mention, ...]] | None:
    """The mention that fits all conditions so far, and what shows it."""
    check = step.check
    if check.kind == "limit":
        check = replace(check, where=replace(check.where, negated="either"))
    found = (one for one in candidates(step.rule, check, reading) if one[0].sentence == number)
    return next(found, None)


def _condition(
    step: _Step, fitting: tuple[Mention, tuple[Mention, ...]] | None, number: int, reading: Reading
) -> Condition:
    shown: tuple[Mention, ...] = ()
    if step.kind == "with" and fitting:
        shown = fitting[1][-1:] if step.place != "draft" else ()
    elif step.kind in ("without", "exceptions") and not fitting:
        shown = tuple(_first(step.names, step.place, number, reading))
    elif step.kind in ("struck", "negated"):
        shown = tuple(_mentions(step.check.any, number, reading))
    return Condition(step.kind, fitting is not None, step.names, step.place, shown)


def _mentions(names: tuple[str, ...], number: int, reading: Reading) -> Iterator[Mention]:
    for name in names:
        yield from reading.mentions(name, number)


def _first(names: tuple[str, ...], place: Place, number: int, reading: Reading) -> Iterator[Mention]:
    """The first mention of one of the concepts in a place, in the sentence itself if it is there."""
    bits = reading.sentences_with(names) & _bits(place, number, reading)
    if bits:
        found = number if bits >> number & 1 else next(members(bits))
        yield from list(_mentions(names, found, reading))[:1]


def _bits(place: Place, number: int, reading: Reading) -> int:
    provision = reading.sentences[number].provision
    if place == "draft":
        return -1
    if place == "sentence" or provision < 0:
        return 1 << number
    if place == "provision":
        return provision_bits(reading, provision)
    under = reading.sentences_under if place == "article" else reading.headings_under
    return under.get(reading.article_of[provision], 0)


def _limit(_rule: Rule, check: Check, mark: Mention, reading: Reading) -> Iterator[Condition]:
    terms = [
        (hours, mention)
        for mention in _mentions(check.any, mark.sentence, reading)
        if (hours := hours_in(mention, reading)) is not None
    ]
    beyond = [one for one in terms if is_beyond(one[0], check)]
    hours, mention = max(beyond or terms, key=lambda one: one[0], default=(None, mark))
    yield Condition("limit", bool(beyond), check.any, shown=(mention,), hours=hours)


def _authority(rule: Rule, check: Check, mark: Mention, reading: Reading) -> Iterator[Condition]:
    acts = tuple(_mentions(check.any, mark.sentence, reading))
    parts = tuple(
        (body, parts_of(body, acts, reading)) for body in _mentions(check.decided_by, mark.sentence, reading)
    )
    fired = any(one.mark.sentence == mark.sentence for one in find_wrong_authority(rule, check, reading))
    yield Condition("decided-by", fired, check.decided_by, shown=acts, parts=parts)


def parts_of(body: Mention, acts: tuple[Mention, ...], reading: Reading) -> tuple[str, ...]:
    """The parts that a body plays in any of the acts, as far as it stands near enough to them."""
    near = [act for act in acts if is_within_reach(body, act)]
    return tuple(part for part in PARTS if any(plays(part, body, act, reading) for act in near))


def _require(rule: Rule, check: Check, mark: Mention, reading: Reading) -> Iterator[Condition]:
    triggers = [one for one, _ in candidates(rule, check, reading)]
    provisions = {reading.sentences[one.sentence].provision for one in triggers}
    if check.at_least > 1:
        yield Condition("at-least", len(provisions) >= check.at_least, check.any, "draft", tuple(triggers))
    absent = absent_from(mark, check, reading)
    place: Place = check.scope
    names = tuple(name for one in check.must for name in one.any)
    shown = tuple(one for must in check.must for one in _first(must.any, place, mark.sentence, reading))
    yield Condition("absent", bool(absent), names, place, shown, absent=absent)
    if check.scope == "draft":
        yield Condition("amending", not is_amending(reading))
        first = triggers[0]
    else:
        unit = unit_of(mark, check, reading)[0]
        first = next(one for one in triggers if unit_of(one, check, reading)[0] == unit)
    yield Condition("told-once", first.sentence == mark.sentence, place=place, shown=(first,))


def _forbid(_rule: Rule, _check: Check, _mark: Mention, _reading: Reading) -> Iterator[Condition]:
    yield from ()


_OF_KIND: Mapping[CheckKind, Callable[[Rule, Check, Mention, Reading], Iterator[Condition]]] = {
    "forbid": _forbid,
    "limit": _limit,
    "authority": _authority,
    "require": _require,
}
