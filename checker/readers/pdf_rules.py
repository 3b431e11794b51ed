"""The ruling lines of a printed page: what tables are drawn with."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from msgspec import Struct

_THIN = 2.5  # points; a longer short side is that of a box, whose four edges are lines
_SHORTEST = 6.0
_DEEPEST = 4  # forms within forms
_Point = tuple[float, float]


class Rule(Struct, frozen=True):
    """A line from ``start`` to ``end`` (points), at ``place`` on the other axis."""

    place: float
    start: float
    end: float

    def crosses(self, point: float) -> bool:
        """Whether the line reaches over this point."""
        return self.start - _THIN <= point <= self.end + _THIN


class Rules(Struct, frozen=True):
    """The lines of a page; ``across`` run from left to right, ``down`` from bottom to top."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


def rules_of(page: Any, pdfium: ModuleType) -> Rules:
    """The straight lines that the page draws, and the edges of its boxes."""
    across, down = [], []
    count = pdfium.FPDFPage_CountObjects(page)
    for index in range(count):
        for (left, bottom), (right, top) in _lines(pdfium.FPDFPage_GetObject(page, index), pdfium, _DEEPEST):
            wide, high = abs(right - left), abs(top - bottom)
            if high <= _THIN < _SHORTEST <= wide:
                across.append(Rule((bottom + top) / 2, min(left, right), max(left, right)))
            elif wide <= _THIN < _SHORTEST <= high:
                down.append(Rule((left + right) / 2, min(bottom, top), max(bottom, top)))
    return Rules(tuple(across), tuple(down))


def _lines(item: Any, pdfium: ModuleType, depth: int) -> Iterator[tuple[_Point, _Point]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _path(item, pdfium)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
        placed = _matrix(item, pdfium)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            for start, end in _lines(pdfium.FPDFFormObj_GetObject(item, index), pdfium, depth - 1):
                yield _at(placed, start), _at(placed, end)


def _path(path: Any, pdfium: ModuleType) -> Iterator[tuple[_Point, _Point]]:
    placed = _matrix(path, pdfium)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _at(placed, (x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point


def _matrix(item: Any, pdfium: ModuleType) -> Any:
    matrix = pdfium.FS_MATRIX()
    return matrix if pdfium.FPDFPageObj_GetMatrix(item, matrix) else None


def _at(matrix: Any, point: _Point) -> _Point:
    if matrix is None:
        return point
    x, y = point
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
