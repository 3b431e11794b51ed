"""Provisions for the time between two laws: by the heading they stand under, or by their opening words."""

from __future__ import annotations

import re

from checker.patterns import regex

_HEADING = regex(
    r"переходн\w+\s+(?:положени|норм)|өтпелі\s+(?:ереже|кезең)|transition(?:al)?\b", re.IGNORECASE
)
_DATE = r"\d{1,2}\s+[а-яё]+\s+\d{4}"
_OPENING = regex(
    rf"\W*(?:(?:впредь\s+)?до\s+(?:введения\s+в\s+действие|вступления\s+в\s+силу|{_DATE}\s+года)"
    r"|until\s+(?:the\s+(?:coming\s+into|entry\s+into|commencement)|(?:\d{1,2}\s+)?[A-Z][a-z]+\s+(?:\d{1,2},?\s+)?\d{4})"
    r"|(?:[^.;:,]{0,90}\s(?:күшіне\s+енген|қолданысқа\s+енгізілген)(?:ге|ше)\s+(?:дейін)?"
    r"|\d{4}\s+жылғы\s+\d{1,2}\s+[а-яәғқңөұүһі]+ғ?[ае]\s+дейін))",
    re.IGNORECASE,
)


def is_transitional(heading: str, text: str) -> bool:
    """Whether a unit says by its heading or its opening words that it applies for a time between.

    >>> is_transitional("Переходные положения", ""), is_transitional("", "До 1 мая 2030 года решает суд.")
    (True, True)
    """
    return bool(_HEADING.search(heading) or _OPENING.match(text))
