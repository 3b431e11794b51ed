"""The words of another wording that stand where some words of a text stand."""

from __future__ import annotations

from difflib import SequenceMatcher

from checker.comparing.likeness import likeness, plain
from checker.language.words import sentence_spans, words_of


def counterpart(text: str, start: int, end: int, other: str) -> str:
    """The words of ``other`` in the place of those between ``start`` and ``end`` (code points).

    Where nothing stands in their place, the sentence of ``other`` that is most like theirs.
    """
    own, theirs = words_of(text), words_of(other)
    first = next((number for number, word in enumerate(own) if word.end > start), len(own))
    last = next((number for number, word in enumerate(own) if word.start >= end), len(own))
    matcher = SequenceMatcher(
        None, [word.form for word in own], [word.form for word in theirs], autojunk=False
    )
    places: list[int] = []
    for kind, from_, to, start_there, end_there in matcher.get_opcodes():
        if kind == "equal":
            begin, stop = max(first, from_), min(last, to)
            places += range(start_there + begin - from_, start_there + stop - from_)
        elif (from_ < last and first < to) or first < from_ == to < last:
            places += range(start_there, end_there)
    if not places or first >= last:
        return most_like(sentence_at(text, start), other)
    return other[theirs[min(places)].start : theirs[max(places)].end]


def sentence_at(text: str, place: int) -> str:
    """The sentence of a text around a place (code points)."""
    spans = sentence_spans(text)
    return next((text[start:end] for start, end in spans if start <= place < end), text)


def most_like(sentence: str, text: str) -> str:
    """The sentence of a text that is most like another."""
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    said = plain(sentence)
    return max(sentences, key=lambda one: likeness(said, plain(one)), default="")
