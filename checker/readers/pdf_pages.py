"""The text layer of a PDF as lines with their place, size and weight."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, TypeVar

from msgspec import Struct

from checker.errors import DraftError
from checker.patterns import regex
from checker.readers.pdf_columns import reading_order
from checker.readers.pdf_letters import SPACE, Letter, lines_of
from checker.readers.pdf_lines import Page
from checker.readers.pdf_rules import Rules, rules_of
from checker.readers.reading import File

_T = TypeVar("_T")
_MOST_PAGES = 5000
_BOLD_NAME = regex(r"bold|black|heavy|demi", re.IGNORECASE)
#: pdfium gives U+FFFE or U+0002 for the hyphen of a word broken at the end of a line.
_SOFT_HYPHENS = {0xFFFE: "-", 0x02: "-", 0xAD: "-"}
#: Codes of PDFium's ``FPDF_GetLastError``.
_ENCRYPTED, _SECURITY = 4, 5


class Sheet(Struct, frozen=True):
    """A page as drawn: its letters in the order of the file, None where a line ends, and its ruling lines."""

    number: int
    width: float
    height: float
    letters: tuple[Letter | None, ...]
    rules: Rules


def read_pages(file: File) -> list[Page]:
    """All pages of the file; encrypted and damaged files are refused."""
    return _read(file, _page)


def read_sheets(file: File) -> list[Sheet]:
    """All pages with their letters and ruling lines, for the tables on them."""
    return _read(file, _sheet)


def _read(file: File, read: Callable[[Any, int, ModuleType], _T]) -> list[_T]:
    # Loaded here because the library it binds costs start-up time that other formats need not pay.
    import pypdfium2  # noqa: PLC0415
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(file.content)
    except pypdfium2.PdfiumError as err:
        raise _unopened(file, pdfium, err) from err
    try:
        count = len(document)
        if not 0 < count <= _MOST_PAGES:
            raise file.refuse(
                "the PDF has %(count)s pages",
                "give the law alone, with at most %(most)s pages",
                count=count,
                most=_MOST_PAGES,
            )
        return [read(document, index, pdfium) for index in range(count)]
    except pypdfium2.PdfiumError as err:
        raise file.refuse("a page of the PDF is damaged", "print it to a new PDF, or copy it again") from err
    finally:
        document.close()


def _unopened(file: File, pdfium: ModuleType, err: Exception) -> DraftError:
    code = getattr(err, "err_code", None) or pdfium.FPDF_GetLastError()
    if code in (_ENCRYPTED, _SECURITY) or "assword" in str(err):
        return file.refuse("the PDF is encrypted", "remove the password and save it again")
    return file.refuse("the PDF is damaged or was cut short", "copy or download it again")


def _page(document: Any, index: int, pdfium: ModuleType) -> Page:
    number, width, height, letters = _drawn(document[index], index, pdfium)
    return Page(number, width, height, reading_order(lines_of(letters), width))


def _sheet(document: Any, index: int, pdfium: ModuleType) -> Sheet:
    page = document[index]
    rules = rules_of(page.raw, pdfium)
    number, width, height, letters = _drawn(page, index, pdfium)
    return Sheet(number, width, height, tuple(letters), rules)


def _drawn(page: Any, index: int, pdfium: ModuleType) -> tuple[int, float, float, list[Letter | None]]:
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        letters = [*_letters(textpage.raw, pdfium)]
    finally:
        textpage.close()
        page.close()
    return index + 1, width, height, letters


def _letters(textpage: Any, pdfium: ModuleType) -> Iterator[Letter | None]:
    """The letters in the order of the file; None where PDFium saw a line end."""
    box = [ctypes.c_double() for _ in range(4)]
    refs = [ctypes.byref(number) for number in box]
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    loose = pdfium.FS_RECTF()
    bold_fonts: dict[bytes, bool] = {}
    font = b""
    high, size, new_word = 0, 0.0, True
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in (10, 13, 32):
            # Size and font are asked once a word: each question costs as much as the letter itself.
            new_word = True
            yield None if code != 32 else SPACE
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        pdfium.FPDFText_GetCharBox(textpage, index, refs[0], refs[1], refs[2], refs[3])
        if new_word:
            pdfium.FPDFText_GetFontInfo(textpage, index, name, 128, ctypes.byref(flags))
            pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(loose))
            font, size, new_word = name.value, loose.top - loose.bottom, False
        if font not in bold_fonts:
            bold_fonts[font] = bool(_BOLD_NAME.search(font.decode("utf-8", "replace")))
        text = _SOFT_HYPHENS.get(code) or (
            chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""
        )
        left, right, bottom, top = (number.value for number in box)
        yield Letter(text, left, right, bottom, top, size, bold_fonts[font])
