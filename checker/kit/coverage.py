"""What of the report the rules cover, and what of the rules no example exercises."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from checker.checks.engine import CHECKS
from checker.draft import LANGUAGES, Draft, Language
from checker.errors import mark
from checker.kit.wording import KitWords
from checker.language.lexicon import Lexicon
from checker.language.matching import Matcher
from checker.language.programs import Program
from checker.language.reading import read_draft
from checker.language.text_index import members
from checker.proving import example_draft
from checker.rule import Example, Recommendation, Rule

_CHECKABLE: Mapping[str, str] = {"yes": mark("yes"), "partly": mark("partly"), "no": mark("no")}


class Covered(Struct, frozen=True):
    """A recommendation and the rules that answer it and exist; ``open`` if nothing does or says why."""

    recommendation: Recommendation
    rules: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether a draft could show it, and neither rule nor reason is given."""
        one = self.recommendation
        return one.checkable != "no" and not self.rules and not one.reason


def covered(recommendations: Iterable[Recommendation], rules: Collection[str]) -> list[Covered]:
    """Each recommendation with the rules that answer it, of those that exist."""
    return [Covered(one, tuple(name for name in one.rules if name in rules)) for one in recommendations]


def recommendation_lines(found: Sequence[Covered], words: KitWords) -> Iterator[str]:
    """A line for each recommendation, and the sums."""
    for one in found:
        what = one.recommendation
        checkable = words.say(_CHECKABLE[what.checkable])
        yield f"{what.id}\t{checkable}\t{_answer(one, words)}\t{what.text[words.language]}"
    left = [one.recommendation.id for one in found if one.open]
    yield ""
    yield words.say(
        "Recommendations: %(all)s; answered by rules: %(rules)s, by a reason: %(reasons)s, open: %(left)s",
        all=len(found),
        rules=sum(bool(one.rules) for one in found),
        reasons=sum(not one.rules and bool(one.recommendation.reason) for one in found),
        left=len(left),
    )
    if left:
        yield words.say("open: %(names)s", names=", ".join(left))


def _answer(one: Covered, words: KitWords) -> str:
    """The rules that answer a recommendation, or why none does."""
    what = one.recommendation
    if one.rules:
        return ", ".join(one.rules)
    if what.reason:
        return what.reason[words.language]
    if what.rules:
        return words.say("not yet written: %(rules)s", rules=", ".join(what.rules))
    return words.say("no rule")


class Silent(Struct, frozen=True):
    """A check that no example in a language makes fire; ``number`` counts from 1."""

    rule: str
    number: int
    kind: str
    language: Language


def silent_checks(rules: Sequence[Rule], lexicon: Lexicon) -> Iterator[Silent]:
    """The checks that no example makes fire, per language in which they can."""
    for rule in rules:
        for language in LANGUAGES:
            fired = _fired(rule, language, lexicon)
            for number, check in enumerate(rule.checks):
                if number not in fired and language in (check.languages or LANGUAGES):
                    yield Silent(rule.id, number + 1, check.kind, language)


def _fired(rule: Rule, language: Language, lexicon: Lexicon) -> set[int]:
    fired: set[int] = set()
    for example in rule.examples:
        if example.language == language and example.marks:
            reading = read_draft(example_draft(example), lexicon)
            for number, check in enumerate(rule.checks):
                if number not in fired and any(CHECKS[check.kind](rule, check, reading)):
                    fired.add(number)
    return fired


class Untouched(Struct, frozen=True):
    """The phrases of a concept in one language that no example holds, out of how many."""

    concept: str
    language: Language
    phrases: tuple[str, ...]
    of: int


def untouched_phrases(
    rules: Sequence[Rule], concepts: Collection[str], lexicon: Lexicon
) -> Iterator[Untouched]:
    """For each of these concepts the phrases that no example of the rules holds."""
    for language in LANGUAGES:
        examples = [one for rule in rules for one in rule.examples if one.language == language]
        if not examples:
            continue
        matcher = read_draft(_together(examples, language), lexicon).matchers[language]
        for entry in lexicon.of(language).entries.values():
            if entry.concept in concepts and entry.phrases:
                left = tuple(program.text for program in entry.phrases if not _stands(program, matcher))
                if left:
                    yield Untouched(entry.concept, language, left, len(entry.phrases))


def _stands(program: Program, matcher: Matcher) -> bool:
    return any(matcher.places(program, number) for number in members(matcher.holders(program)))


def _together(examples: Sequence[Example], language: Language) -> Draft:
    """All examples as the provisions of one draft."""
    texts = [provision.text for example in examples for provision in example_draft(example).provisions]
    return Draft.of_texts(texts, language)


def exercise_lines(
    silent: Sequence[Silent], untouched: Sequence[Untouched], words: KitWords
) -> Iterator[str]:
    """Lines on checks that no example makes fire, and on concepts that no example holds."""
    yield words.say("Checks that no example makes fire: %(count)s", count=len(silent))
    by_check: dict[tuple[str, int, str], list[str]] = {}
    for one in silent:
        by_check.setdefault((one.rule, one.number, one.kind), []).append(one.language)
    for (rule, number, kind), languages in sorted(by_check.items()):
        check = words.say("%(rule)s check %(number)s (%(kind)s)", rule=rule, number=number, kind=kind)
        yield f"  {check}: {', '.join(languages)}"
    whole = [one for one in untouched if len(one.phrases) == one.of]
    yield words.say(
        "Concepts that no example names: %(concepts)s; phrases that no example holds: %(phrases)s",
        concepts=len(whole),
        phrases=sum(len(one.phrases) for one in untouched),
    )
    yield from (f"  {name}: {', '.join(languages)}" for name, languages in _by_concept(whole).items())


def phrase_lines(untouched: Sequence[Untouched]) -> Iterator[str]:
    """A line for every phrase that no example holds."""
    for left in untouched:
        yield from (f"  {left.concept} ({left.language}): «{phrase}»" for phrase in left.phrases)


def _by_concept(untouched: Sequence[Untouched]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in untouched:
        found.setdefault(one.concept, []).append(one.language)
    return found
