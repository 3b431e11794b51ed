"""Functions whose module is imported when they are first called.

A run reads one format and writes one or two, and mostly finds its rulesets ready; the modules of all others,
and the libraries behind them, would take longer to import than a draft takes to check. The import layers
hold for these names as for import statements, and a test sees to it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def late(place: str) -> Callable[..., Any]:
    """The function at ``module:name``, for a table or a module's head.

    >>> late("checker.language.letters:fold")("ЁЛКА")
    'елка'
    """
    module, _, name = place.partition(":")

    def call(*args: Any, **options: Any) -> Any:
        return getattr(import_module(module), name)(*args, **options)

    call.__name__ = name
    return call
