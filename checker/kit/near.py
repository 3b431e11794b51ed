"""Why a concept was not found in a sentence: what barred it, and how near its phrases came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from checker.errors import shown_path
from checker.kit.near_phrases import nearness, slots_missing
from checker.language.lexicon import Entry
from checker.language.matching import Matcher
from checker.language.programs import Program
from checker.language.reading import Reading
from checker.language.text_index import Place
from checker.rule import Concept, Rule
from checker.rules.loading import gather

_MOST_BARS = 3
_LONGEST = 100


def near_lines(names: Iterable[str], number: int, reading: Reading, rule: Rule) -> Iterator[str]:
    """Why none of the concepts was found in a sentence: false friends, else the phrase that came nearest."""
    matcher = reading.matchers[reading.sentences[number].language]
    entries = list(_reached(names, matcher))
    nearest = min(
        (
            (*near, program, entry.concept)
            for entry in entries
            for program in entry.phrases
            if (near := nearness(program, number, matcher)) is not None
        ),
        key=lambda one: one[0],
        default=None,
    )
    bars = list(_bars(entries, number, matcher, rule))
    if not bars and nearest:
        missing = slots_missing(nearest[2], number, matcher)
        bars = list(_bars(_reached(missing, matcher), number, matcher, rule))
    yield from list(dict.fromkeys(bars))[:_MOST_BARS]
    if nearest:
        yield f"nearest is «{_short(nearest[2].text)}» ({nearest[3]}): {nearest[1]}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _reached(names: Iterable[str], matcher: Matcher) -> Iterator[Entry]:
    """The concepts and those whose mentions are theirs too."""
    left = list(names)
    seen: set[str] = set()
    while left:
        name = left.pop(0)
        entry = matcher.lexicon.entries.get(name)
        if entry is not None and name not in seen:
            seen.add(name)
            left.extend(entry.includes)
            yield entry


def _bars(entries: Iterable[Entry], number: int, matcher: Matcher, rule: Rule) -> Iterator[str]:
    """The words that phrases found and false friends took back."""
    forms = matcher.index.sentences[number].forms
    for entry in entries:
        for start, end in _stood(entry, number, matcher):
            for friend in entry.not_this:
                if _overlaps((start, end), matcher.places(friend, number)):
                    words = " ".join(forms[start:end])
                    place = _place(friend, entry.concept, rule)
                    yield f"found «{words}» ({entry.concept}), barred by not: «{friend.text}»{place}"


def _stood(entry: Entry, number: int, matcher: Matcher) -> Iterator[Place]:
    for program in entry.phrases:
        yield from matcher.places(program, number)
    for name in entry.includes:
        yield from matcher.mentions(name, number)


def _overlaps(place: Place, others: Sequence[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _place(program: Program, concept: str, rule: Rule) -> str:
    """The file and line of a false friend, if the rule has a file."""
    if not rule.path:
        return ""
    own = _concepts_of(Path(rule.path).parent.parent).get(concept.rpartition(":")[2])
    if own is None or program.text not in own.places:
        return ""
    return f" ({shown_path(own.path)}:{own.places[program.text][0]})"


@cache
def _concepts_of(ruleset: Path) -> dict[str, Concept]:
    return dict(gather(ruleset, only=()).ruleset.concepts)
