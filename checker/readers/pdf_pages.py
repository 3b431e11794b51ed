"""The text layer of a PDF as lines with their place, size and weight."""

from __future__ import annotations

import ctypes
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from checker.errors import DraftError
from checker.readers.characters import one_line, raised
from checker.readers.pdf_columns import reading_order
from checker.readers.pdf_lines import Line, Page
from checker.readers.reading import File

_MOST_PAGES = 5000
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
#: pdfium gives U+FFFE or U+0002 for the hyphen of a word broken at the end of a line.
_SOFT_HYPHENS = {0xFFFE: "-", 0x02: "-", 0xAD: "-"}
#: A raised figure leaves a gap before the sign that follows it: «2-1 )».
_SPACE_BEFORE_SIGN = re.compile(r"(?<=-\d) (?=[.,;:)])|(?<=-\d\d) (?=[.,;:)])")
#: Codes of PDFium's ``FPDF_GetLastError``.
_ENCRYPTED, _SECURITY = 4, 5


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


_SPACE = _Letter(" ", 0.0, 0.0, 0.0, 0.0, 0.0, bold=False)


def read_pages(file: File) -> list[Page]:
    """All pages of the file; encrypted and damaged files are refused."""
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
                f"the PDF has {count} pages", f"give the law alone, with at most {_MOST_PAGES} pages"
            )
        return [_page(document, index, pdfium) for index in range(count)]
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
    page = document[index]
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        letters = [*_letters(textpage.raw, pdfium)]
    finally:
        textpage.close()
        page.close()
    return Page(index + 1, width, height, reading_order(_lines(letters), width))


def _letters(textpage: Any, pdfium: ModuleType) -> Iterator[_Letter | None]:
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
            yield None if code != 32 else _SPACE
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
        yield _Letter(text, left, right, bottom, top, size, bold_fonts[font])


def _lines(letters: list[_Letter | None]) -> list[Line]:
    """The letters as lines, broken where PDFium breaks them and at wide gaps."""
    runs: list[list[_Letter]] = [[]]
    last: _Letter | None = None
    for letter in letters:
        if letter is None:
            runs.append([])
        elif letter.text:
            if last is not None and runs[-1] and _parted(last, letter):
                runs.append([])
            runs[-1].append(letter)
            last = last if letter.text.isspace() else letter
    runs = [run for run in runs if any(not letter.text.isspace() for letter in run)]
    return [_line(row) for row in _rows(runs)]


def _parted(last: _Letter, letter: _Letter) -> bool:
    """Whether the letter stands in another line than the last visible one, or far off in the same one."""
    if letter.text.isspace():
        return False
    # PDFium gives a word broken by a hyphen as one word, across the end of the line.
    back = letter.left < last.left - 2 * letter.size
    away = letter.left - last.right > 8 * letter.size
    return back or away or abs(letter.bottom - last.bottom) > 1.5 * letter.size


def _rows(runs: list[list[_Letter]]) -> list[list[_Letter]]:
    """The runs as rows: what PDFium broke around a raised figure is one row again.

    PDFium's own breaks are right for margin notes and columns, so only runs that touch are joined.
    """
    rows: list[list[_Letter]] = []
    for run in runs:
        if rows and _touching(rows[-1], run):
            gap = run[0].left - _visible(rows[-1])[-1].right
            space = [_SPACE] if gap > 0.12 * run[0].size and not rows[-1][-1].text.isspace() else []
            rows[-1] = [*rows[-1], *space, *run]
        else:
            rows.append(run)
    return rows


def _touching(row: list[_Letter], run: list[_Letter]) -> bool:
    """Whether the run goes on where the row ends, on the same height or a raised figure's above."""
    last, first = _visible(row)[-1], _visible(run)[0]
    size = max(last.size, first.size)
    shared = min(last.top, first.top) - max(last.bottom, first.bottom)
    level = shared > 0 or abs(last.bottom - first.bottom) < 0.6 * size
    margin_number = all(letter.text.isdigit() for letter in _visible(run)) and not _is_raised(first, last)
    other_font = (
        abs(last.size - first.size) > 0.1 * size and not first.text.isdigit() and not last.text.isdigit()
    )
    return (
        level and not margin_number and not other_font and -0.3 * size < first.left - last.right < 0.5 * size
    )


def _visible(run: list[_Letter]) -> list[_Letter]:
    return [letter for letter in run if not letter.text.isspace()]


def _box(run: list[_Letter]) -> tuple[float, float, float, float]:
    seen = _visible(run)
    return (
        min(letter.left for letter in seen),
        max(letter.right for letter in seen),
        min(letter.bottom for letter in seen),
        max(letter.top for letter in seen),
    )


def _line(row: list[_Letter]) -> Line:
    seen = _visible(row)
    size = statistics.median(letter.size for letter in seen)
    left, right, bottom, top = _box(row)
    bold = sum(letter.bold for letter in seen) > 0.8 * len(seen)
    return Line(one_line(_wording(row)), left, right, bottom, top, size, bold)


def _wording(row: list[_Letter]) -> str:
    """The letters as text; raised figures as «-n» or «[n]»."""
    text, up = "", ""
    normal: _Letter | None = None
    for letter in row:
        if normal is not None and text and not text[-1].isspace() and _is_raised(letter, normal):
            up += letter.text
            continue
        text, up = text + (raised(text, up) if up else "") + letter.text, ""
        normal = letter if letter.text.isalnum() else normal
    return _SPACE_BEFORE_SIGN.sub("", text + (raised(text, up) if up else ""))


def _is_raised(letter: _Letter, normal: _Letter) -> bool:
    """Whether a figure is small and stands higher than the last letter or figure of normal size."""
    small = letter.top - letter.bottom < 0.52 * max(normal.size, letter.size)
    return letter.text.isdigit() and small and letter.bottom > normal.bottom + 0.14 * normal.size
