"""What stands in a file of ``rulesets/amending``, and on which lines."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class FormFile(Struct):
    """The parts of the file, the line of each, and the line of each form."""

    data: dict[str, Any]
    lines: dict[str, int]
    form_lines: list[int]
