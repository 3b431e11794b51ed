"""The order in which the lines of a printed page are read."""

from __future__ import annotations

from checker.readers.pdf_lines import Line


def reading_order(lines: list[Line], width: float) -> list[Line]:
    """Lines from top to bottom; on a page in two columns the left column first."""
    gutter = _gutter(lines, width)
    if not gutter:
        return sorted(lines, key=lambda line: (-round(line.bottom / 3), line.left))
    across = sorted(
        (line for line in lines if line.left < gutter < line.right), key=lambda line: -line.bottom
    )
    ordered: list[Line] = []
    rest = [line for line in lines if not line.left < gutter < line.right]
    for band in [*across, None]:
        above = [line for line in rest if band is None or line.bottom > band.bottom]
        rest = [line for line in rest if line not in above]
        for left in (True, False):
            column = [line for line in above if (line.left < gutter) == left]
            ordered.extend(sorted(column, key=lambda line: -line.bottom))
        ordered.extend([band] if band is not None else [])
    return ordered


def _gutter(lines: list[Line], width: float) -> float:
    """Where the gap between two columns runs; 0 for a page in one column."""
    if len(lines) < 12:
        return 0.0
    places = [width * share / 100 for share in range(42, 59, 2)]
    crossing = {place: sum(line.left < place < line.right for line in lines) for place in places}
    best = min(places, key=lambda place: (crossing[place], abs(place - width / 2)))
    sides = [
        sum(len(line.text) for line in lines if line.right <= best),
        sum(len(line.text) for line in lines if line.left >= best),
    ]
    total = sum(len(line.text) for line in lines)
    return best if crossing[best] < 0.15 * len(lines) and min(sides) > 0.28 * total else 0.0
