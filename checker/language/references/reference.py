"""References to provisions in a text: where they stand, what they name, and whose provisions they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from checker.amending.instruction import Step, Target, Unit
from checker.draft import Language
from checker.language.letters import fold
from checker.language.references.forms import BEFORE_KK, CHAIN, HERE, HINT, JOIN, NUMBER, RANGE, STEP
from checker.language.references.words import LADDER, ORDINALS, UNIT_WORDS
from checker.patterns import regex

Scope = Literal["here", "act", "unsaid", "elsewhere"]
_JOINED = {language: regex(rf"(?:{pattern})\Z") for language, pattern in JOIN.items()}
_ONE = {language: regex(pattern) for language, pattern in NUMBER.items()}
_RANGE = {language: regex(rf"(?:{pattern})\Z") for language, pattern in RANGE.items()}
_IN_BRACKETS = regex(r"\(\s?([0-9a-z]{1,5})\s?\)")
_SELF = {
    "стать": "article",
    "section": "article",
    "article": "article",
    "clause": "article",
    "баптың": "article",
}
_PART_OF_ARTICLE = frozenset(("част", "пункт", "subsection", "paragraph", "бөліктің", "тармақтың"))
_NAME_AFTER = {
    "ru": regex(r",?\s[А-ЯЁ]"),  # «статья 5 Конституции», «статьей 14 Договора»
    "en": regex(r"\s(?:of|to|in)\s(?:the\s)?[A-Z]"),  # «section 92 of the Powers of …»
}
_LOOK_BEHIND = 60


class Reference(Struct, frozen=True):
    """Words that name provisions, from ``start`` to ``end`` (code points, half open).

    ``scope`` tells whose they are: of the article the words stand in («here»), of this act («act»), of
    another («elsewhere»); «unsaid» names no act, which mostly means this one. A target without an
    article step is one of the provision's own article.
    """

    start: int
    end: int
    targets: tuple[Target, ...]
    scope: Scope


def references_in(text: str, language: Language) -> tuple[Reference, ...]:
    """The references of a text in the order in which they stand.

    >>> [one.targets[0].steps for one in references_in("as section 12(3) of this Act says", "en")]
    [(Step(unit='article', number='12', through=''), Step(unit='paragraph', number='3', through=''))]
    """
    if not HINT[language].search(text):
        return ()
    folded = fold(text)
    found = [one for match in CHAIN[language].finditer(folded) for one in _read(match, text, language)]
    found.extend(_bare(folded, language, found))
    found.sort(key=lambda one: one.start)
    return tuple(_shared_act(found, folded, language))


def _bare(folded: str, language: Language, found: Sequence[Reference]) -> Iterator[Reference]:
    """«Настоящая статья», «this section», «осы бапта»: the article itself."""
    for match in HERE[language].finditer(folded):
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            yield Reference(match.start(), match.end(), (Target(),), "here")


def _read(match: re.Match[str], text: str, language: Language) -> Iterator[Reference]:
    if match.start() and text[match.start() - 1].isalnum():
        return
    steps = [_step(one, language) for one in STEP[language].finditer(match.group())]
    if not steps:
        return
    scope, start, own = _scope(match, text, language)
    whole = _end_of(match, language)
    targets = tuple(target for group in _groups(steps, language) for target in _targets(group))
    yield Reference(start, whole if not own else match.end(), targets, scope)


def _end_of(match: re.Match[str], language: Language) -> int:
    """Where the reference ends without the words that name another act."""
    if language == "kk":
        return match.end()
    return match.start("other") if match["other"] is not None else match.end()


def _scope(match: re.Match[str], text: str, language: Language) -> tuple[Scope, int, bool]:
    """Whose provisions are meant, where the words begin, and whether they say «this»."""
    if language == "kk":
        before = BEFORE_KK.search(match.string[max(0, match.start() - _LOOK_BEHIND) : match.start()])
        if before is None:
            return "unsaid", match.start(), False
        if before["other"]:
            return "elsewhere", match.start(), False
        return _own(before["what"]), match.start() - len(before.group()), True
    if match["other"] is not None:
        return "elsewhere", match.start(), False
    if match["own"]:
        return _own(match["what"]), match.start(), True
    named = _NAME_AFTER[language].match(text, match.end())
    said = language == "en" and match.string.endswith("said ", 0, match.start())
    return "elsewhere" if named or said else "unsaid", match.start(), False


def _own(what: str) -> Scope:
    return "here" if what in _SELF or what in _PART_OF_ARTICLE else "act"


class _Rung(Struct, frozen=True):
    """A unit with the numbers of one step; in English a number may go on down («12(3)(a)»)."""

    unit: Unit
    numbers: tuple[tuple[tuple[str, ...], str], ...]


def _step(match: re.Match[str], language: Language) -> _Rung:
    groups = match.groupdict()
    word = groups.get("unit") or groups.get("unit1") or ""
    unit = next(name for name, words in UNIT_WORDS[language].items() if re.match(words, word))
    if groups.get("first"):
        return _Rung(unit, (((_number(groups["first"], language),), ""),))
    return _Rung(unit, tuple(_numbers(groups["numbers"], language)))


def _numbers(text: str, language: Language) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each number as its parts from the outside in, and the last number of a range."""
    found = list(_ONE[language].finditer(text))
    parts: tuple[str, ...] = ()
    passed = -1
    for place, match in enumerate(found):
        if place == passed:
            continue
        through = ""
        if place + 1 < len(found) and _RANGE[language].match(text[match.end() : found[place + 1].start()]):
            through = _parts(found[place + 1].group(), language, ())[-1]
            passed = place + 1
        parts = _parts(match.group(), language, parts)
        yield parts, through


def _parts(number: str, language: Language, before: tuple[str, ...]) -> tuple[str, ...]:
    """«12(3)(a)» part by part; «(4)» after it stands beside its last one."""
    if language != "en" or "(" not in number:
        return (_number(number, language),)
    head = number.partition("(")[0].strip()
    inner = tuple(_IN_BRACKETS.findall(number))
    return (head, *inner) if head else (*before[: -len(inner)], *inner)


def _number(number: str, language: Language) -> str:
    bare = number.strip().rstrip(")").strip()
    if bare[:1].isdigit() or len(bare) == 1:
        return bare
    ordinals = ORDINALS[language]
    for beginning in sorted(ordinals, key=len, reverse=True):
        if bare.startswith(beginning):
            return str(ordinals[beginning])
    return bare


def _groups(rungs: list[_Rung], language: Language) -> Iterator[list[_Rung]]:
    """Runs of steps that lead to one place, each from the outermost step to the innermost."""
    ordered = rungs if language == "kk" else rungs[::-1]
    group: list[_Rung] = []
    made = []
    for rung in ordered:
        if group and language != "en" and LADDER.index(rung.unit) <= LADDER.index(group[-1].unit):
            made.append(group)
            group = _kept(group, rung)
        group = [*group, rung]
    made.append(group)
    yield from made if language == "kk" else made[::-1]


def _kept(group: list[_Rung], rung: _Rung) -> list[_Rung]:
    """The outer steps that a step side by side with the last one shares with it."""
    return [one for one in group if LADDER.index(one.unit) < LADDER.index(rung.unit)]


_BELOW: dict[Unit, tuple[Unit, ...]] = {
    "article": ("paragraph", "point", "subpoint"),
    "paragraph": ("point", "subpoint", "indent"),
    "point": ("subpoint", "indent"),
    "subpoint": ("indent",),
}


def _targets(group: list[_Rung]) -> Iterator[Target]:
    heads: list[tuple[Step, ...]] = [()]
    for rung in group:
        heads = [(*head, *_steps(rung, parts, through)) for head in heads for parts, through in rung.numbers]
    yield from (Target(steps=head) for head in heads)


def _steps(rung: _Rung, parts: tuple[str, ...], through: str) -> Iterator[Step]:
    first = "point" if rung.unit == "paragraph" and parts[0].isalpha() else rung.unit
    units: tuple[Unit, ...] = (first, *_BELOW.get(first, ()))
    for place, (unit, number) in enumerate(zip(units, parts, strict=False)):
        yield Step(unit, number, through if place == len(parts) - 1 else "")


def _shared_act(found: list[Reference], folded: str, language: Language) -> Iterator[Reference]:
    """«Статьями 5, 6 и статьей 9 Закона»: the act is named once, last in Russian, first in Kazakh."""
    ordered = found if language == "kk" else found[::-1]
    known: list[Reference] = ordered[:1]
    for before, one in pairwise(ordered):
        first, last = (before, one) if language == "kk" else (one, before)
        joined = _JOINED[language].match(folded[first.end : last.start])
        scope = known[-1].scope
        known.append(
            replace(one, scope=scope)
            if joined and one.scope == "unsaid" and scope in ("act", "elsewhere")
            else one
        )
    yield from known if language == "kk" else known[::-1]
