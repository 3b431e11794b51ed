"""Where the findings of one rule stand, neighbouring articles taken together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from checker.rendering.notes import Note, Place


class Seat(Struct, frozen=True):
    """One place, article or run of articles with findings: its names, the first note, how many there are.

    ``first`` is None for the draft as a whole; ``last`` is set where the seat is a run of articles.
    """

    first: Place | None
    last: Place | None
    anchor: str
    count: int


def seats_of(
    notes: Sequence[Note], places: Sequence[Place], articles: Sequence[int], order: Sequence[int]
) -> tuple[Seat, ...]:
    """The seats of notes in reading order; ``order`` numbers the articles, by the index of each provision."""
    runs: list[list[Note]] = []
    for note in notes:
        if runs and _neighbours(runs[-1][-1], note, order):
            runs[-1].append(note)
        else:
            runs.append([note])
    return tuple(_seat(run, places, articles) for run in runs)


def _neighbours(one: Note, other: Note, order: Sequence[int]) -> bool:
    first, second = one.finding.provision, other.finding.provision
    if first < 0 or second < 0:
        return first == second
    return order[second] - order[first] <= 1


def _seat(run: Sequence[Note], places: Sequence[Place], articles: Sequence[int]) -> Seat:
    indices = [note.finding.provision for note in run]
    if indices[0] < 0:
        return Seat(None, None, run[0].anchor, len(run))
    first, last = articles[indices[0]], articles[indices[-1]]
    if len(set(indices)) == 1:
        return Seat(places[indices[0]], None, run[0].anchor, len(run))
    return Seat(places[first], places[last] if last != first else None, run[0].anchor, len(run))
