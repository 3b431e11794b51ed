"""Lines to paragraphs: which line starts a unit of the law, and which carries on the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from checker.patterns import regex

_ROMAN = r"[IVXLCІХ]+"
_NUMBER = rf"(?:\d+(?:[-–.]\d+)*[A-Z]{{0,2}}|{_ROMAN})"
#: The first words of a unit, as the drafting traditions print them.
_START = regex(
    rf"""["«“'\[]?(?:
      (?:Стать[яи]|СТАТЬ[ЯИ]|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Подраздел|ПОДРАЗДЕЛ|Часть|ЧАСТЬ|Параграф|ПАРАГРАФ
        |Приложение|ПРИЛОЖЕНИЕ|Пункт|Book|BOOK|Title|TITLE|Article|ARTICLE|Section|SECTION|Chapter|CHAPTER
        |Part|PART|Division|DIVISION|Schedule|SCHEDULE|Clause|CLAUSE|Rule|Regulation)\s+{_NUMBER}(?![\w])
    | {_NUMBER}(?:\s*-\s*|\s+)(?:бап|БАП|тарау|ТАРАУ|бөлім|БӨЛІМ|кіші\s+бөлім|параграф|ПАРАГРАФ)(?!\w)
    | §\s*\d
    | \d{{1,3}}(?:[-–.]\d{{1,3}}){{0,3}}[A-Z]{{0,2}}(?:\)|\.(?=\s|[(—–-]|[^\W\d]|$))
    | \((?:\d{{1,3}}[A-Z]{{0,2}}|[a-z]{{1,2}}|[ivxl]{{1,5}}|[A-Z]{{1,2}}|[а-яё]|[әғқңөұүһі])\)
    | (?:[a-z]|[ivx]{{1,4}}|[а-яё]|[әғқңөұүһі])\)\s
    | [•·▪●◦*–—-]\s
    | (?:Сноска|Примечани[ея]|Ескерту|Ескертпе|ПРИМЕЧАНИЕ)(?!\w)
    )""",
    re.VERBOSE,
)
_NAMED = (
    r"(?:(?:sub-?)?(?:section|paragraph|article|clause)s?|(?:под)?пункт\w{0,4}|част\w{1,4}|стать\w{1,3}|ст\.)"
)
#: After these a number belongs to the sentence: «under section / (2) of …».
_REFERENCE = regex(
    rf"(?:\b{_NAMED}|\b(?:chapter|part|rule|regulation|schedule)s?|\bглав\w{{1,3}}"
    # «; and» and «, or» end a list item; «sections 4 and» does not.
    r"|(?<![;,:—–-])\s(?:and|or)|\b(?:of|to|by|No\.?|in|with|the|from|under|Act)|\bп\.|\bч\.|[№§]"
    rf"|\s(?:и|или|от|до|на|по|в|с|к)|\(|\b{_NAMED}\s[\d\s(),a-zа-я-]{{1,40}},)$",
    re.IGNORECASE,
)
_LONGEST_REFERENCE = 90
"""Code points: more than any reference that the expression takes."""
_CLOSED = regex(r"[.;:!?…][\"»”’')\]]*$")
_ABBREVIATED = regex(r"(?:^|\s)(?:см|ст|ст\.ст|п|пп|ч|гл|г|No|Art|s|ss)\.$")
#: Headings stand alone on their line even without a full stop.
_HEADED = regex(
    r"(?:Статья|Глава|Раздел|Параграф|Подраздел|Article|Section|Chapter|Part|Schedule)\s+[\dIVXLC]"
    r"|[\dIVXLC]+(?:-\d+)?(?:-|\s)?(?:бап|тарау|бөлім|параграф)|(?-i:[^a-zа-яёәғқңөұүһі]+$)",
    re.IGNORECASE,
)
_HYPHEN_END = regex(r"[^\W\d_]-$")
#: Word endings that keep their hyphen in Russian and Kazakh spelling.
_HYPHENATED = regex(r"^(?:либо|нибудь|то|таки|ақ|ау|мыс)\b")
_LONGEST_WRAPPED_LINE = 130


def starts_unit(line: str, before: str = "") -> bool:
    """Whether the line begins an article, paragraph, point or note; ``before`` is the line above."""
    if not _START.match(line):
        return False
    return not (before and line[0] in '(0123456789«"' and refers_on(before))


def refers_on(before: str) -> bool:
    """Whether the line ends in words that a number must follow («referred to in subsection»)."""
    return bool(_REFERENCE.search(before[-_LONGEST_REFERENCE:]))


def wrap_width(lines: Iterable[str]) -> int:
    """The width at which the text was broken by hand or by a printer; 0 where it was not."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if len(lengths) < 8:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    full = sum(length > 0.75 * width for length in lengths)
    return width if 30 <= width <= _LONGEST_WRAPPED_LINE and full > 0.45 * len(lengths) else 0


def parted_by_blanks(lines: Sequence[str]) -> bool:
    """Whether blank lines part the paragraphs, so that a mere line end means nothing."""
    return len(lines) > 20 and sum(not line.strip() for line in lines) > 0.25 * len(lines)


def carries_on(before: str, line: str, width: int, *, loose: bool = False) -> bool:
    """Whether ``line`` is the rest of the paragraph that ``before`` is the last line of.

    ``width`` is that of a text broken by hand, else 0; ``loose`` says that blank lines part the
    paragraphs, as in pages saved as text, whose lines end wherever a link stood.
    """
    if starts_unit(line, before):
        return False
    closed = bool(_CLOSED.search(before)) and not _ABBREVIATED.search(before)
    if loose and not width and not closed and _broken_at_link(before, line):
        return True
    if closed:
        goes_on = line[0].islower() or not before.endswith((";", ":"))
        return bool(width) and len(before) > 0.85 * width and goes_on
    if line[0].islower() or line[0] in "(№,;)" or before.endswith("-"):
        return True
    return bool(width) and len(before) > 0.75 * width and not (before.isupper() and not line.isupper())


def _broken_at_link(before: str, line: str) -> bool:
    """A line end that only a link made: not after a heading, unless both lines are capitals of one."""
    capitals = before.rsplit(maxsplit=1)[-1].isupper() and line.isupper()
    return capitals if _HEADED.match(before) else not line.isupper()


def joined(before: str, line: str, words: frozenset[str] = frozenset()) -> str:
    """Two lines as one text; a hyphen at the break goes unless the word is written with it.

    ``words`` are the words of the whole document: they tell «law-maker» from «deten-tion».
    """
    if not _HYPHEN_END.search(before[-3:]) or not line[:1].islower():
        return f"{before} {line}"
    head = before[:-1].rsplit(None, 1)[-1].lower().lstrip('(«"“')
    tail = re.split(r"[^\w-]", line, maxsplit=1)[0].lower()
    keeps = (f"{head}-{tail}" in words and head + tail not in words) or _HYPHENATED.match(tail)
    return before + line if keeps else before[:-1] + line


class Paragraph(Struct, frozen=True):
    """A paragraph put together, with the number of its first line (from 1)."""

    text: str
    line: int


def paragraphs(
    lines: Sequence[str], width: int, first_line: int = 1, *, loose: bool = False
) -> list[Paragraph]:
    """The paragraphs of some lines: blank lines and starts of units always part them."""
    found: list[Paragraph] = []
    last = ""
    pieces: list[str] = []
    begin = first_line
    for number, raw in enumerate(lines, first_line):
        line = raw.strip()
        if pieces and (not line or not carries_on(last, line, width, loose=loose)):
            found.append(Paragraph(_glued(pieces), begin))
            pieces = []
        if line:
            begin = begin if pieces else number
            pieces.append(line)
        last = line
    if pieces:
        found.append(Paragraph(_glued(pieces), begin))
    return found


def _glued(pieces: list[str]) -> str:
    done, last = [], pieces[0]
    for piece in pieces[1:]:
        # Only the end of what stands before decides: so the cost grows with the text, not its square.
        both = joined(last, piece)
        done.append(both[: len(both) - len(piece)])
        last = piece
    return "".join([*done, last])
