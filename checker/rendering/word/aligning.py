"""Finds words in a file that prints others among them: line numbers in the margin, side notes, page heads."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

_CHUNK = 24  # letters that hardly stand twice in a stretch of law
_AROUND = 150  # letters before and after the words that are aligned with them
_SLACK = 60
_MOST = 12  # places to try
_SURE = 4  # letters in a row that are no chance
_FARTHEST = 0.5  # of the letters may be foreign; more is another text


def aligned(text: str, words: tuple[int, int], whole: str, window: tuple[int, int]) -> tuple[int, int] | None:
    """Where letters ``words`` of ``text`` stand in the window of ``whole``, with foreign ones among them.

    All are letters as ``letters.bare`` gives them, half open; the edit distance tells the best of all places
    that share a stretch with the text (Levenshtein). None where none is like it.
    """
    first, last = words
    begin, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    piece = text[begin:end]
    best: tuple[int, int, str] | None = None
    for offset, place in _stretches(piece, whole, window):
        slack = _SLACK + len(piece) // 3
        low = max(window[0], place - offset - slack)
        near = whole[low : min(window[1], place + len(piece) - offset + slack)]
        distance = Levenshtein.distance(piece, near) - abs(len(near) - len(piece))
        if best is None or distance < best[0]:
            best = (distance, low, near)
    if best is None or best[0] > _FARTHEST * len(piece):
        return None
    return _mapped(piece, (first - begin, last - begin), best[2], best[1])


def _stretches(piece: str, whole: str, window: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Offsets in the piece and places in the window of stretches that both have."""
    found = 0
    for offset in range(0, max(1, len(piece) - _CHUNK), _CHUNK):
        place = whole.find(piece[offset : offset + _CHUNK], *window)
        while place >= 0 and found < _MOST:
            found += 1
            yield offset, place
            place = whole.find(piece[offset : offset + _CHUNK], place + 1, window[1])


def _mapped(piece: str, words: tuple[int, int], near: str, low: int) -> tuple[int, int] | None:
    """From the first to the last letters that the words have in common with the stretch."""
    equal = [
        (max(words[0], step.src_start), min(words[1], step.src_end), step.dest_start - step.src_start)
        for step in Levenshtein.opcodes(piece, near)
        if step.tag == "equal" and step.src_end > words[0] and step.src_start < words[1]
    ]
    # A letter or two are alike by chance; their neighbours are taken back in where they do follow.
    sure = [block for block in equal if block[1] - block[0] >= _SURE] or equal
    if not sure:
        return None
    (begin, _, shift), (_, end, last_shift) = sure[0], sure[-1]
    while begin > words[0] and piece[begin - 1] == near[begin - 1 + shift : begin + shift]:
        begin -= 1
    while end < words[1] and piece[end] == near[end + last_shift : end + 1 + last_shift]:
        end += 1
    return low + begin + shift, low + end + last_shift
