"""How near a phrase came to standing in a sentence: which word is missing, how far a gap went."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct

from checker.kit.wording import KitWords
from checker.language.letters import fold
from checker.language.matching import Matcher
from checker.language.phrases import Gap, Slot, Term
from checker.language.programs import Options, Program, Step, Words
from checker.language.stems import stemmer
from checker.language.text_index import Place
from checker.language.words import WORD

Nearness = tuple[tuple[int, float], str]
"""How far off (smaller is nearer), and what is missing in words."""
_MOST_WORDS = 4
_ALIKE = 3
"""So many letters a word of the text shares with a word of the phrase, to be shown beside it."""


def nearness(program: Program, number: int, matcher: Matcher, words: KitWords) -> Nearness | None:
    """How near a phrase came; None if it stands, or if more than one word is missing."""
    missing = list(_missing(program, number, matcher))
    needed = sum(_is_needed(step) for run in program.runs for step in run)
    if len(missing) > 1:
        return None
    if missing:
        said, alike = _tell_missing(missing[0], program, _Told(number, matcher, words))
        return ((1 if alike else 2, 1 / needed), said) if alike or needed > 1 else None
    told = _Told(number, matcher, words)
    broken = (said for run in program.runs if (said := _tell_break(run, told)))
    said = next(broken, "")
    return ((0, 1 / needed), said) if said else None


def slots_missing(program: Program, number: int, matcher: Matcher) -> list[str]:
    """The concepts of the slots of a phrase that do not stand in the sentence."""
    return [
        name
        for step in _missing(program, number, matcher)
        if isinstance(step, Slot)
        for name in step.concepts
    ]


class _Told(Struct, frozen=True):
    """The sentence that is told of, and the words to tell it in."""

    number: int
    matcher: Matcher
    words: KitWords


def _is_needed(step: Step) -> bool:
    return not isinstance(step, Gap) and not (isinstance(step, Options) and step.maybe)


def _missing(program: Program, number: int, matcher: Matcher) -> Iterator[Step]:
    for run in program.runs:
        for step in run:
            if _is_needed(step) and not _places((step,), number, matcher):
                yield step


def _places(run: tuple[Step, ...], number: int, matcher: Matcher) -> list[Place]:
    language = matcher.index.language
    return matcher.places(Program("", language, (run,), run), number)


def _tell_missing(step: Step, program: Program, told: _Told) -> tuple[str, bool]:
    """The missing step in words, with the nearest word of the text; whether there is one."""
    number, matcher, words = told.number, told.matcher, told.words
    if isinstance(step, Slot):
        name = f"<{'|'.join(step.concepts)}>"
        if step.case and _places((Slot(step.concepts),), number, matcher):
            said = words.say(
                "%(slot)s stands there, but not in the case @%(case)s", slot=name, case=step.case
            )
            return said, True
        return words.say("no %(words)s in the sentence", words=name), False
    terms = _terms(step, matcher)
    term, form = _alike(terms, number, matcher)
    if term is not None:
        values = {"word": _term(term, program), "form": form, "stem": _stem(form, matcher)}
        return words.say("no %(word)s; the text has «%(form)s» [%(stem)s]", **values), True
    missing = words.some([_term(one, program) for one in terms], _MOST_WORDS) or "(…|…)"
    return words.say("no %(words)s in the sentence", words=missing), False


def _terms(step: Step, matcher: Matcher) -> list[Term]:
    """The words that a step may be; of longer alternatives the first."""
    if isinstance(step, Options):
        return [term for run in step.runs for term in _terms(run[0], matcher)]
    if not isinstance(step, Words):
        return []
    return sorted(term for term, number in matcher.lexicon.vocabulary.terms() if number in step.numbers)


def _term(term: Term, program: Program) -> str:
    """A word of a phrase as its author wrote it, with its stem."""
    if term.kind != "stem":
        return f"«{term.text}*»" if term.kind == "prefix" else f"«={term.text}»"
    stem = stemmer(program.language)
    word = next((one for one in WORD.findall(fold(program.text)) if stem(one) == term.text), term.text)
    return f"«{word}»" if word == term.text else f"«{word}» [{term.text}]"


def _alike(terms: list[Term], number: int, matcher: Matcher) -> tuple[Term | None, str]:
    """The term and the word of the text that begin most alike, so that they may be forms of one word."""
    best = 0
    found: tuple[Term | None, str] = (None, "")
    for form in matcher.index.sentences[number].forms:
        for term in terms:
            short = min(len(term.text), len(_stem(form, matcher)))
            pairs = zip(term.text, form, strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            if shared > best and _ALIKE <= shared < len(form) and 3 * shared >= 2 * short:
                best, found = shared, (term, form)
    return found


def _stem(form: str, matcher: Matcher) -> str:
    return stemmer(matcher.index.language)(form)


def _tell_break(run: tuple[Step, ...], told: _Told) -> str:
    """Where a run breaks off of which every word stands in the sentence; empty if it stands."""
    number, matcher, words = told.number, told.matcher, told.words
    end = next((end for end in range(1, len(run) + 1) if not _stands(run[:end], number, matcher)), 0)
    if not end:
        return ""
    before, step = _without_gaps(run[: end - 1]), run[end - 1]
    forms = matcher.index.sentences[number].forms
    starts = [start for start, _ in _places((step,), number, matcher)]
    ends = [last for _, last in _places(before, number, matcher)] if before else []
    apart = [(start - last, start, last) for start in starts for last in ends if start >= last]
    if not apart:
        word = forms[starts[0]] if starts else "…"
        return words.say("«%(word)s» does not stand after the words before it in the phrase", word=word)
    between, start, last = min(apart)
    return words.say(
        "words between «%(before)s» and «%(after)s»: %(count)s, allowed: %(allowed)s",
        before=forms[last - 1],
        after=forms[start],
        count=between,
        allowed=sum(part.longest for part in run[len(before) : end - 1] if isinstance(part, Gap)),
    )


def _stands(run: tuple[Step, ...], number: int, matcher: Matcher) -> bool:
    own = _without_gaps(run)
    return not own or bool(_places(own, number, matcher))


def _without_gaps(run: tuple[Step, ...]) -> tuple[Step, ...]:
    """The run without gaps at its end."""
    while run and isinstance(run[-1], Gap):
        run = run[:-1]
    return run
