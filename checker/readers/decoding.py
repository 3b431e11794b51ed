"""Bytes to text: Unicode with and without mark, windows-1251, and the rest by statistics."""

from __future__ import annotations

import codecs

from checker.errors import mark
from checker.patterns import regex
from checker.readers.reading import File

#: The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = regex(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_RUSSIAN_WORD = regex(r"\b[А-ЯЁ]?[а-яё]{2,}\b")
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_SAMPLE = 65_536
_ADVICE = mark("save the document again as UTF-8 text, DOCX or PDF")


def decoded(file: File) -> str:
    """The file's text with line ends as ``\\n``.

    A byte order mark decides first, then valid UTF-8, then an encoding the file itself declares
    (``charset=``, ``encoding=``), then the byte pattern.
    """
    content = file.content
    encoding = next((name for begin, name in _MARKS if content.startswith(begin)), "")
    text = _attempt(content, encoding) if encoding else _without_mark(content)
    if text is None:
        raise file.refuse("its letters are in no encoding that could be recognised", _ADVICE)
    if text.count("\x00") * 50 > len(text):
        raise file.refuse("it is a binary file, not text", "give a DOCX, PDF, HTML, XML or text file")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " ")


def _without_mark(content: bytes) -> str | None:
    wide = _wide_encoding(content[:_SAMPLE])
    if wide:
        return _attempt(content, wide)
    declared = _DECLARED.search(content[:2048])
    names = ["utf-8", *([declared.group(1).decode("ascii")] if declared else [])]
    for name in names:
        text = _attempt(content, name)
        if text is not None:
            return text
    return _with_few_faults(content) or _cyrillic(content) or _by_statistics(content)


def _attempt(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark: half the bytes of its spaces, digits and Latin letters are zero,
    and Cyrillic letters repeat the byte 04 in every second place."""
    if len(sample) < 4:
        return ""
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(0) + high.count(4)) > 0.9 * len(high):
            return name
    return ""


def _with_few_faults(content: bytes) -> str | None:
    """UTF-8 that was cut inside a letter or has single broken bytes: they show as «�»."""
    text = content.decode("utf-8", errors="replace")
    letters = sum(letter > "\x7f" for letter in text)
    faults = text.count("�")
    return text if letters and faults <= max(3, letters // 200) and faults * 4 < letters else None


def _cyrillic(content: bytes) -> str | None:
    """The Russian code page in which most letters stand in words of usual small letters."""
    for encoding in _CYRILLIC:
        text = _attempt(content, encoding)
        if text is not None:
            sample = text[:_SAMPLE]
            letters = sum(letter.isalpha() and letter > "\x7f" for letter in sample)
            if letters and sum(map(len, _RUSSIAN_WORD.findall(sample))) > 0.7 * letters:
                return text
    return None


def _by_statistics(content: bytes) -> str | None:
    # Loaded here because its tables take longer to load than most drafts take to read.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(content).best()
    return str(best) if best is not None else None
