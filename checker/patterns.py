"""Regular expressions that are compiled when they are first used.

The grammars of three languages are some three hundred expressions; a draft meets the half of them, and
compiling the rest would take longer than reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, AnyStr, cast

_METHODS = frozenset({"search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"})


class Uncompiled:
    """Stands for an expression; from the first use on its methods are those of the compiled one."""

    def __init__(self, source: Any, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.compiled(), name)

    def compiled(self) -> re.Pattern[Any]:
        """The expression itself; ``re`` keeps it from the first time on."""
        made = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return made


_MADE: list[Uncompiled] = []


def compile_all() -> Iterator[None]:
    """Compile what no text has met yet, one expression at a step, for whoever has time to spare."""
    for one in _MADE:
        if "search" not in vars(one):
            one.compiled()
            yield


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression, to be kept in a module; an ill-formed one raises ``re.error`` when it is first used.

    >>> regex(r"\\d+").findall("Articles 14 and 15")
    ['14', '15']
    """
    one = Uncompiled(source, flags)
    _MADE.append(one)
    return cast("re.Pattern[AnyStr]", one)
