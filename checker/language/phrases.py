"""The language of phrases in which rule authors name things of law.

A phrase becomes a small tree of parts; ``matching`` finds it. Nothing here can run away: a phrase
has no repetition, and its gaps are bounded.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from checker.draft import Language
from checker.language.cases import CASES
from checker.language.letters import fold
from checker.language.stems import stemmer
from checker.language.words import UNWRITTEN, WORD
from checker.patterns import regex

SHORT_GAP = 4
LONG_GAP = 14
DEEPEST_BRACKET = 20
BUILT_IN_SLOTS = frozenset({"term", "n"})

_TOKEN = regex(
    r"\s*(?:(?P<gap>\.{2,}|…)|(?P<slot><[^<>]*>)|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<maybe>\?)"
    r"|(?P<both>&)|(?P<word>=?[^\s<>()|?&.…]+))"
)


class PhraseError(ValueError):
    """A phrase that cannot be read; ``args[0]`` says why and what to write."""


class Term(NamedTuple):
    """One word of a phrase: ``kind`` is stem, exact or prefix."""

    kind: str
    text: str


class Slot(Struct, frozen=True, array_like=True, tag="slot", gc=False):
    """A mention of one of these concepts, if ``case`` is set with its head in that case."""

    concepts: tuple[str, ...]
    case: str = ""


class Gap(Struct, frozen=True, array_like=True, tag="gap", gc=False):
    """Up to so many other words."""

    longest: int


class Choice(Struct, frozen=True):
    """One of several sequences; ``maybe`` if none of them is needed."""

    options: tuple[Sequence, ...]
    maybe: bool = False


Part = Term | Slot | Gap | Choice
Tokens = deque[tuple[str, str]]


class Sequence(Struct, frozen=True):
    """Parts in order."""

    parts: tuple[Part, ...]


class Phrase(Struct, frozen=True):
    """A phrase: one sequence, or several that must all stand in the sentence in any order."""

    text: str
    language: Language
    sequences: tuple[Sequence, ...]


@cache
def parse_phrase(text: str, language: Language) -> Phrase:
    """The tree of a phrase.

    Raises:
        PhraseError: A bracket, slot or word that cannot be read, or a phrase that names nothing.
    """
    tokens = _tokens(text)
    _refuse_deep_brackets(tokens)
    sequences = [_sequence(tokens, language, inside=False)]
    while tokens:
        kind, value = tokens.popleft()
        if kind != "both":
            raise PhraseError(f"«{value}» has no matching «(»")
        sequences.append(_sequence(tokens, language, inside=False))
    for sequence in sequences:
        if all(isinstance(part, Gap) or (isinstance(part, Choice) and part.maybe) for part in sequence.parts):
            raise PhraseError("names no word that must be there")
        if isinstance(sequence.parts[0], Gap) or isinstance(sequence.parts[-1], Gap):
            raise PhraseError("begins or ends with a gap: leave out the dots")
    return Phrase(text, language, tuple(sequences))


def _tokens(text: str) -> Tokens:
    tokens: Tokens = deque()
    position = 0
    text = text.rstrip()
    while position < len(text):
        found = _TOKEN.match(text, position)
        if not found:
            raise PhraseError(f"cannot read «{text[position : position + 12]}»")
        tokens.append((found.lastgroup or "", found.group().strip()))
        position = found.end()
    return tokens


def _refuse_deep_brackets(tokens: Tokens) -> None:
    depth = 0
    for kind, _ in tokens:
        depth += (kind == "open") - (kind == "close")
        if depth > DEEPEST_BRACKET:
            raise PhraseError(f"more than {DEEPEST_BRACKET} nested brackets: write several phrases")


def _sequence(tokens: Tokens, language: Language, *, inside: bool) -> Sequence:
    """The parts up to the end, a bracket that closes, «&», or inside a bracket «|»; takes their tokens."""
    parts: list[Part] = []
    while tokens:
        kind, value = tokens[0]
        if kind in ("both", "close") or (kind == "bar" and inside):
            break
        tokens.popleft()
        if kind == "open":
            parts.append(_choice(tokens, language))
        elif kind == "maybe":
            _make_maybe(parts)
        elif kind == "bar":
            raise PhraseError("«|» must stand inside round brackets: (a|b)")
        else:
            parts.extend(_plain(kind, value, language))
    return Sequence(tuple(parts))


def _choice(tokens: Tokens, language: Language) -> Choice:
    """The alternatives of a bracket; takes their tokens and the bracket that closes."""
    options = []
    maybe = False
    while True:
        left = len(tokens)
        option = _sequence(tokens, language, inside=True)
        if len(tokens) == left:
            raise PhraseError("an empty alternative: write (a|b)? if it may be absent")
        maybe = maybe or not option.parts  # only words that are skipped anyway: nothing is needed
        options.append(option)
        if not tokens or tokens[0][0] == "both":
            raise PhraseError("«(» is not closed")
        if tokens.popleft()[0] == "close":
            return Choice(tuple(option for option in options if option.parts), maybe)


def _make_maybe(parts: list[Part]) -> None:
    if not parts or isinstance(parts[-1], Gap):
        raise PhraseError("«?» must follow a word, a slot or a bracket")
    last = parts.pop()
    options = last.options if isinstance(last, Choice) else (Sequence((last,)),)
    parts.append(Choice(options, maybe=True))


@cache
def _plain(kind: str, value: str, language: Language) -> tuple[Part, ...]:
    """The parts of a gap, slot or word; a lexicon holds each of its words some twenty times."""
    if kind == "gap":
        return (Gap(SHORT_GAP if value == ".." else LONG_GAP),)
    if kind == "slot":
        return (_slot(value),)
    exact = value.startswith("=")
    prefix = value.endswith("*")
    words = WORD.findall(fold(value.strip("=*")))
    if not words:
        if re.fullmatch(r"[\W_]+", value) and "*" not in value and "=" not in value:
            return ()  # a comma or a dash between words is no word
        raise PhraseError(f"«{value}» is no word")
    if not (exact or prefix) and len(words) == 1 and words[0] in UNWRITTEN[language]:
        return ()  # what the matcher skips in the text is no part of the phrase either
    terms: list[Part] = [_term(word, language, exact=exact) for word in words[:-1]]
    last = Term("prefix", words[-1]) if prefix else _term(words[-1], language, exact=exact)
    return (*terms, last)


def _term(word: str, language: Language, *, exact: bool) -> Term:
    return Term("exact", word) if exact or word[0].isdigit() else Term("stem", stemmer(language)(word))


def _slot(value: str) -> Slot:
    names, _, case = value.strip("<>").partition("@")
    concepts = tuple(name.strip() for name in names.split("|") if name.strip())
    if not concepts:
        raise PhraseError(f"«{value}» names no concept")
    if case and case not in CASES:
        raise PhraseError(f"«@{case}» is no case: write one of {', '.join(CASES)}")
    return Slot(concepts, case)
