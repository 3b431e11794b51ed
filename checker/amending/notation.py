"""The small notation of the forms, made into patterns over an instruction's nodes.

A form is a row of names: small words name a group of ``words`` in the same file, capitals name what stands
there. ``?`` makes the one before it optional, ``!`` bars a word from the place, ``|`` parts alternatives,
parentheses group, a comma stands for commas and words like «and», or none. What stands behind ``~`` need
only come later in the same clause. A slot may stand twice: «IN» a place and one inside it.

========  ==========================================================================
OLD NEW   quoted words that go out, that come in (one or several)
ANCHOR    quoted words that mark a place
FROM TO   quoted words with which a stretch of words begins, with which it ends
IN        the place in which something is done («в части первой»), or a whole act
WHAT      the provision that is worked on («часть первую»), or a whole act
AFTER     the provision after which something comes («после статьи 5»); BEFORE
ADDED     the provision that comes in («частью 2-1»), or a new number
IT        a provision that is only named again («the following section»)
EDGE      the unit at which a part of a text stops («the portion before paragraph (a)»)
LIST      the acts or provisions that stand in the lines below a colon
WORDING   the new text: a quotation behind a colon, or the provisions that follow
========  ==========================================================================
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, get_args

from msgspec import Struct

from checker.amending.instruction import Operation, Position
from checker.patterns import regex

QUOTATION, ACT, UNKNOWN, LINK = "Q", "Z", "x", "&"
ROLES = {"in": "I", "what": "W", "after": "A", "before": "B", "with": "H", "of": "O"}
PLACERS = {"after": "a", "before": "b"}
_FIRST_WORD = 0xE000
_QUOTES = f"Q(?:[,{LINK}]*WORDQ)*"
_SLOTS = {
    "OLD": "QUOTES", "NEW": "QUOTES", "ANCHOR": "QUOTES", "FROM": "Q", "TO": "Q",
    "IN": "(?>[IWO]Z?|Z[IWO]?)", "WHAT": f"(?>[WIO]Z?|Z[WO]|Z(?:[,{LINK}]+Z)*)",
    "AFTER": "AZ?", "BEFORE": "BZ?",
    "ADDED": "[HW]", "EDGE": "[AB]Z?", "IT": "[WIO]",
    "WORDING": "(?:,*[:.\\-]+Q?|Q|,*$)", "LIST": ":$",
}  # fmt: skip
_NAME = regex(r"!?[^\W_]+(?:-[^\W_]+)*|[()|?,:;]")


class Form(Struct, frozen=True):
    """One way to command: its pattern over the letters of nodes, what it does, and where.

    It does several things where one verb stands for them («слова "а" и второе предложение исключить»).
    """

    pattern: str
    does: tuple[Operation, ...]
    position: Position = ""
    text: str = ""
    line: int = 0


def word_code(place: int) -> str:
    """The letter that stands for the ``place``-th group of words."""
    return chr(_FIRST_WORD + place)


def read_form(
    entry: Mapping[str, Any], words: Mapping[str, int], commands: Collection[str], line: int
) -> Form:
    """A form of the file; ``words`` number its groups of words, ``commands`` are those that command.

    Raises:
        ValueError: A name or an operation that does not exist.
    """
    unknown = set(entry) - {"form", "does", "position", "between"}
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: no such entry of a form")
    does = tuple(entry["does"] if isinstance(entry["does"], list) else [entry["does"]])
    for operation in does:
        if operation not in get_args(Operation):
            raise ValueError(f"{operation}: no such operation")
    if entry.get("position", "") not in get_args(Position):
        raise ValueError(f"{entry['position']}: no such position")
    between = "".join(word_code(words[name]) for name in str(entry.get("between", "")).split())
    near, _, far = str(entry["form"]).partition("~")
    pattern = _pattern(near, words, between)
    if far:
        barred = "".join(word_code(words[name]) for name in commands)
        pattern += f"(?=[^;:.{barred}]*{_pattern(far, words, between)})"
    return Form(_numbered(pattern), does, entry.get("position", ""), str(entry["form"]), line)


def combined(forms: Sequence[Form]) -> re.Pattern[str]:
    """One pattern of all forms; the number of the form that fits is in the name of the last group."""
    parts = []
    for number, form in enumerate(forms):
        pattern = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{number}>", form.pattern)
        parts.append(f"(?P<form_{number}>{pattern})")
    return re.compile("|".join(parts) or r"(?!)")


def _numbered(pattern: str) -> str:
    """The pattern with a number behind the name of a slot that stood there before: IN, IN2."""
    seen: Counter[str] = Counter()

    def name(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        again = seen[match[1]]
        return f"(?P<{match[1]}{again if again > 1 else ''}>"

    return re.sub(r"\(\?P<(\w+)>", name, pattern)


def _pattern(text: str, words: Mapping[str, int], between: str) -> str:
    """The pattern of a row of names; in a list of quotations the word before the first may come again."""
    parts = []
    repeated = ""
    for name in _NAME.findall(text):
        again = between + repeated
        quotes = _QUOTES.replace("WORD", f"[{again}]*" if again else "")
        parts.append(_part(name, words, quotes))
        repeated = word_code(words[name]) if name in words else repeated * (name == "?")
    return "".join(parts)


def _part(name: str, words: Mapping[str, int], quotes: str) -> str:
    if name in _SLOTS:
        return f"(?:(?P<{name}>{_SLOTS[name].replace('QUOTES', quotes)}))"
    if name[0] == "!":
        return f"(?![,{LINK}]*{word_code(words[name[1:]])})"
    if name in PLACERS:
        return PLACERS[name]
    if name in words:
        return word_code(words[name])
    if not name[0].isalnum():
        return f"[,{LINK}]*" if name == "," else name
    raise ValueError(f"{name}: neither a group of words nor one of {', '.join(_SLOTS)}")
