"""Regular expressions that are compiled when they are first used.

The grammars of three languages are some three hundred expressions; a draft meets the half of them, and
compiling the rest would take longer than reading it.
"""

from __future__ import annotations

import re
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
        made = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression, to be kept in a module; an ill-formed one raises ``re.error`` when it is first used.

    >>> regex(r"\\d+").findall("Articles 14 and 15")
    ['14', '15']
    """
    return cast("re.Pattern[AnyStr]", Uncompiled(source, flags))
