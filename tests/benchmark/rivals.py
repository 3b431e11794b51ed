"""What people search texts with otherwise: ``python rivals.py NAME PHRASES.json TEXT RESULT.json``.

Each gets the same literal phrases and the same text, in small letters, and counts what it finds. One
process, one program: nothing of the checker is imported, and only the library that is asked for.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SAMPLE = 20
"""Sentences of the text that every phrase is likened to; all of them would take minutes."""
LIKE = 90
_SENTENCE_END = re.compile(r"(?<=[.;:])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Found:
    """How many places; ``seconds`` were spent on ``share`` of the text; ``note`` is for the reader."""

    places: int
    seconds: float = 0.0
    share: float = 1.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    """A way to search: the module it needs, and what to know of what it finds."""

    title: str
    module: str
    limits: str
    find: Callable[[Sequence[str], str, str], Found]


def _one_by_one(phrases: Sequence[str], text: str, language: str) -> Found:
    del language
    return Found(sum(1 for phrase in phrases for _ in re.finditer(re.escape(phrase), text)))


def _as_trie(phrases: Sequence[str], text: str, language: str) -> Found:
    del language
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    sys.setrecursionlimit(10_000)
    return Found(sum(1 for _ in re.finditer(_pattern(root), text)))


def _pattern(node: Mapping[str, Any]) -> str:
    """The trie below a node as a regular expression; of several phrases at one place the longest."""
    options = [re.escape(letter) + _pattern(below) for letter, below in node.items() if letter]
    if not options:
        return ""
    if len(options) == 1 and "" not in node:
        return options[0]
    return f"(?:{'|'.join(options)})" + ("?" if "" in node else "")


def _automaton(phrases: Sequence[str], text: str, language: str) -> Found:
    del language
    automaton = importlib.import_module("ahocorasick").Automaton()
    for phrase in phrases:
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    return Found(sum(1 for _ in automaton.iter(text)))


def _matcher(phrases: Sequence[str], text: str, language: str) -> Found:
    spacy = importlib.import_module("spacy")
    try:
        reader, note = spacy.blank(language), ""
    except ImportError:
        reader, note = spacy.blank("xx"), f"spaCy has no «{language}»: its common tokenizer was taken"
    matcher = importlib.import_module("spacy.matcher").PhraseMatcher(reader.vocab, attr="LOWER")
    matcher.add("phrases", list(reader.tokenizer.pipe(phrases)))
    reader.max_length = max(reader.max_length, len(text) + 1)
    return Found(len(matcher(reader.make_doc(text))), note=note)


def _likeness(phrases: Sequence[str], text: str, language: str) -> Found:
    del language
    ratio = importlib.import_module("rapidfuzz.fuzz").partial_ratio
    extract = importlib.import_module("rapidfuzz.process").extract_iter
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    sample = sentences[:: max(1, len(sentences) // SAMPLE)][:SAMPLE]
    start = time.perf_counter()
    places = sum(
        1 for sentence in sample for _ in extract(sentence, phrases, scorer=ratio, score_cutoff=LIKE)
    )
    seconds = time.perf_counter() - start
    note = f"{len(sample)} of {len(sentences)} sentences were searched and the time multiplied"
    return Found(places, seconds, len(sample) / len(sentences), note)


_INSIDE = "knows no inflected forms; finds phrases inside longer words too"
RIVALS: Mapping[str, Rival] = {
    "loop": Rival("`re`, a search for each phrase", "re", _INSIDE, _one_by_one),
    "trie": Rival(
        "`re`, all phrases as one trie-shaped expression",
        "re",
        f"{_INSIDE}; of phrases that overlap only the first",
        _as_trie,
    ),
    "automaton": Rival("pyahocorasick", "ahocorasick", _INSIDE, _automaton),
    "matcher": Rival(
        "spaCy `PhraseMatcher`, blank pipeline",
        "spacy",
        "knows no inflected forms; finds whole tokens only",
        _matcher,
    ),
    "likeness": Rival(
        f"rapidfuzz `partial_ratio` ≥ {LIKE}",
        "rapidfuzz",
        "finds forms and slips of the pen by likeness, and other words that look alike",
        _likeness,
    ),
}


def main(name: str, phrases: str, text: str, result: str) -> None:
    """Search and write what was found."""
    language, listed = json.loads(Path(phrases).read_text(encoding="utf-8"))
    found = RIVALS[name].find(listed, Path(text).read_text(encoding="utf-8").lower(), language)
    Path(result).write_text(json.dumps(asdict(found)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
