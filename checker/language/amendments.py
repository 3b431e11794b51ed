"""Words that an amending law quotes only to take them out: they are not proposed as law.

Covers the plain forms «слова «…» исключить», «слова «…» заменить словами «…»», «… деген сөздер алып
тасталсын», «… деген сөздер … ауыстырылсын», «omit “…”», «for “…” substitute “…”».
"""

from __future__ import annotations

import re

_QUOTED = r"[«“\"‘„]([^»”\"“’]{1,400})[»”\"“’]"
_STRUCK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:слов\w*|цифр\w*|предложени\w*)\s+{_QUOTED}(?=(?:\s*(?:,|и|,?\s*а также|соответственно)?\s*(?:слов\w*|цифр\w*)?\s*[«“\"]"
        rf"[^»”\"]*[»”\"])*\s*(?:соответственно\s+)?(?:исключить|заменить|исключаются|заменяются))",
        rf"{_QUOTED}\s*(?:,\s*)?деген\s+(?:сөз|цифр|сандар|сөйлем)\w*[^.;«“\"]{{0,80}}(?:алып\s+таста|[«“\"])",
        rf"(?:omit|delet\w+|omission\s+of|strik\w+(?:\s+out)?|deletion\s+of)\s+(?:the\s+)?(?:words?\s+|expressions?\s+)?{_QUOTED}",
        rf"(?:words?|expressions?)\s+{_QUOTED}\s+(?:shall\s+be|is|are)\s+(?:hereby\s+)?(?:omitted|deleted|repealed|removed|excluded)",
        rf"\bfor\s+(?:the\s+)?(?:words?\s+|expressions?\s+)?{_QUOTED}(?=[^.;]{{0,80}}substitut)",
        rf"substitution\s+for\s+(?:the\s+)?(?:words?\s+|expressions?\s+)?{_QUOTED}",
        rf"(?:words?|expressions?)\s+{_QUOTED}\s+(?:shall\s+be|are|is)\s+(?:replaced|substituted)",
    )
)
_INSTRUCTION = re.compile(
    r"исключ|замен|алып\s+таста|ауыстыр|omi[ts]|delet|strik|substitut|replac|repeal|exclud|remov",
    re.IGNORECASE,
)


def struck_spans(text: str) -> list[tuple[int, int]]:
    """The places (code points) of quoted words that the text strikes or replaces.

    >>> text = "слова «или прокурора» исключить"
    >>> [text[start:end] for start, end in struck_spans(text)]
    ['или прокурора']
    """
    if not _INSTRUCTION.search(text) or not re.search(r"[«“\"‘„]", text):
        return []
    return sorted({found.span(1) for pattern in _STRUCK for found in pattern.finditer(text)})
