"""Why a concept was not found in a sentence: what barred it, and how near its phrases came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from checker.errors import shown_path
from checker.kit.near_phrases import nearness, slots_missing
from checker.kit.wording import KitWords
from checker.language.lexicon import Entry
from checker.language.matching import Matcher
from checker.language.reading import Reading
from checker.language.text_index import Place
from checker.rule import Concept, Rule
from checker.rules.loading import gather

_MOST_BARS = 3
_LONGEST = 100


def near_lines(
    names: Iterable[str], number: int, reading: Reading, rule: Rule, words: KitWords
) -> Iterator[str]:
    """Why none of the concepts was found in a sentence: false friends, else the phrase that came nearest."""
    matcher = reading.matchers[reading.sentences[number].language]
    entries = list(_reached(names, matcher))
    nearest = min(
        (
            (*near, program, entry.concept)
            for entry in entries
            for program in entry.phrases
            if (near := nearness(program, number, matcher, words)) is not None
        ),
        key=lambda one: one[0],
        default=None,
    )
    bars = list(_bars(entries, number, matcher))
    if not bars and nearest:
        missing = slots_missing(nearest[2], number, matcher)
        bars = list(_bars(_reached(missing, matcher), number, matcher))
    for found, friend, concept in list(dict.fromkeys(bars))[:_MOST_BARS]:
        told = {"found": found, "concept": concept, "phrase": friend, "place": _place(friend, concept, rule)}
        yield words.say("found «%(found)s» (%(concept)s), barred by not: «%(phrase)s»%(place)s", **told)
    if nearest:
        told = {"phrase": _short(nearest[2].text), "concept": nearest[3], "why": nearest[1]}
        yield words.say("nearest is «%(phrase)s» (%(concept)s): %(why)s", **told)


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


def _bars(entries: Iterable[Entry], number: int, matcher: Matcher) -> Iterator[tuple[str, str, str]]:
    """The words that phrases found, the false friends that took them back, and of which concept."""
    forms = matcher.index.sentences[number].forms
    for entry in entries:
        for start, end in _stood(entry, number, matcher):
            for friend in entry.not_this:
                if _overlaps((start, end), matcher.places(friend, number)):
                    yield " ".join(forms[start:end]), friend.text, entry.concept


def _stood(entry: Entry, number: int, matcher: Matcher) -> Iterator[Place]:
    for program in entry.phrases:
        yield from matcher.places(program, number)
    for name in entry.includes:
        yield from matcher.mentions(name, number)


def _overlaps(place: Place, others: Sequence[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _place(phrase: str, concept: str, rule: Rule) -> str:
    """The file and line of a false friend, if the rule has a file."""
    if not rule.path:
        return ""
    own = _concepts_of(Path(rule.path).parent.parent).get(concept.rpartition(":")[2])
    if own is None or phrase not in own.places:
        return ""
    return f" ({shown_path(own.path)}:{own.places[phrase][0]})"


@cache
def _concepts_of(ruleset: Path) -> dict[str, Concept]:
    return dict(gather(ruleset, only=()).ruleset.concepts)
