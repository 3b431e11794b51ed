"""The words that come nearest to those that were sought in vain."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from checker.language.letters import fold

_ALIKE = 80.0  # per cent; below this the nearest words say nothing to a reader
_LONGEST = 20_000  # code points that are searched of one place


def nearest_words(words: str, texts: Sequence[str]) -> str:
    """The whole words most like ``words`` in the texts; empty where none are alike.

    >>> nearest_words("следственный суд", ["Решает следственный судья."])
    'следственный судья'
    """
    wanted = fold(words)
    best, near, read = _ALIKE, "", 0
    for text in texts:
        if len(text) < len(words) or read > _LONGEST:
            continue
        read += len(text)
        found = fuzz.partial_ratio_alignment(wanted, fold(text[:_LONGEST]), score_cutoff=best)
        if found is not None and found.score > best:
            best, near = found.score, _whole(text, found.dest_start, found.dest_end)
    return near


def _whole(text: str, start: int, end: int) -> str:
    """The place widened to the words it cuts."""
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1 : end].isalnum():
        end += 1
    return text[start:end].strip(' ,;:.«»"()')
