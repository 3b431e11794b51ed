"""Phrases that cannot be read or can never be found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from checker.draft import LANGUAGE_NAMES, Language
from checker.errors import Problem
from checker.language.lexicon import needs
from checker.language.phrases import BUILT_IN_SLOTS
from checker.language.words import UNWRITTEN
from checker.patterns import regex
from checker.rule import Concept
from checker.rules.lint.alphabets import foreign_words, has_kazakh_letter, mixed_words
from checker.rules.lint.selftest import never_found
from checker.rules.lint.sites import PhraseSite, phrase_sites
from checker.rules.lint.speech import can_stand, slot_can, slots_of, speakable, tree
from checker.rules.loading import Gathered
from checker.rules.validating import nearest_name

_BRACKET = regex(r"\(([^()]*\|[^()]*)\)")


def lint_phrases(gathered: Gathered) -> Iterator[Problem]:
    """Faults of every phrase, and of concepts made of themselves."""
    yield from _circles(gathered.ruleset.concepts, gathered)
    yield from _inclusions(gathered)
    faulty = set()
    for problem in _sites(gathered):
        faulty.add((problem.path, problem.line, problem.column))
        yield problem
    for site, friend in never_found(gathered):
        advice = "see whether «not:» or another part of it takes them back"
        if friend:
            advice = f"«{friend}» under «not:» takes them back: make it narrower"
        problem = site.problem("is never found, not even in its own words", advice)
        if (problem.path, problem.line, problem.column) not in faulty:
            yield problem


def _sites(gathered: Gathered) -> Iterator[Problem]:
    spoken = speakable(gathered.ruleset.concepts)
    for site in phrase_sites(gathered):
        yield from _letters(site)
        yield from _skipped(site)
        yield from phrase_faults(site, gathered, spoken[site.language])


def phrase_faults(
    site: PhraseSite, gathered: Gathered, spoken: Collection[str], bound: Collection[str] = ()
) -> Iterator[Problem]:
    """What keeps a phrase from being read or found; ``bound`` are slots that it may use besides."""
    phrase = tree(site.text, site.language)
    if isinstance(phrase, str):
        yield site.problem(f"cannot be read: {phrase}")
        return
    named = {name for slot in slots_of(phrase) for name in slot.concepts} - {*BUILT_IN_SLOTS, *bound}
    known = gathered.names.concepts
    for name in sorted(named - {*(known if known is not None else named)}):
        advice = nearest_name(name, {*(known or ()), *bound})
        yield site.problem(f"names the concept «{name}», which does not exist", advice)
    if not named <= gathered.ruleset.concepts.keys():
        return  # one that is faulty itself, or in a file that could not be read, may be found once mended
    for slot in slots_of(phrase):
        if not slot_can(slot, spoken):
            name, spoken_in = "|".join(slot.concepts), LANGUAGE_NAMES[site.language]
            dead = "a part of it" if can_stand(phrase, spoken) else "it"
            message = f"names <{name}>, which has no {spoken_in} phrases: {dead} can never be found"
            yield site.problem(message, f"add {spoken_in} phrases to «{name}» or leave it out")


def _skipped(site: PhraseSite) -> Iterator[Problem]:
    """Alternatives that the reader skips anyway: with one, nothing of the bracket is needed."""
    for bracket in _BRACKET.finditer(site.text):
        if site.text[bracket.end() : bracket.end() + 1] == "?":
            continue
        options = [option.strip() for option in bracket[1].split("|")]
        skipped = [option for option in options if option in UNWRITTEN[site.language]]
        if skipped and len(skipped) < len(options):
            words = ", ".join(f"«{option}»" for option in skipped)
            message = f"has {words} in ({bracket[1]}): such words count for nothing"
            advice = f"so the whole bracket may be absent; leave them out, or write «={skipped[0]}»"
            yield site.problem(message, advice, warning=True)


def _letters(site: PhraseSite) -> Iterator[Problem]:
    for word in mixed_words(site.text):
        message = f"mixes Latin and Cyrillic letters in «{word}»"
        yield site.problem(message, "type the word anew in one alphabet")
    foreign = [word for word in foreign_words(site.text, site.language) if word not in mixed_words(site.text)]
    if foreign:
        message = f"is in the wrong alphabet for {LANGUAGE_NAMES[site.language]}: «{foreign[0]}»"
        yield site.problem(message, f"move it to the phrases of its language{_perhaps(foreign[0])}")


def _perhaps(word: str) -> str:
    likely: Language = "en" if word.isascii() else "kk" if has_kazakh_letter(word) else "ru"
    return f", perhaps «{likely}»"


def _inclusions(gathered: Gathered) -> Iterator[Problem]:
    concepts = gathered.names.concepts
    for concept in gathered.ruleset.concepts.values():
        for number, name in enumerate(concept.includes):
            if concepts is not None and name not in concepts:
                document = gathered.documents[concept.path]
                message = f"{concept.id}: no concept «{name}»"
                yield document.problem((concept.id, "any", number), message, nearest_name(name, concepts))


def _circles(concepts: Mapping[str, Concept], gathered: Gathered) -> Iterator[Problem]:
    graph = {name: needs(concept) & concepts.keys() for name, concept in concepts.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        first = concepts[error.args[1][0]]
        circle = " → ".join(error.args[1])
        advice = "take one of them out of the phrases or inclusions of another"
        yield gathered.documents[first.path].problem(
            (first.id,), f"concepts made of themselves: {circle}", advice
        )
