"""The artifacts and results of a SARIF log from the pieces of its drafts.

The number and the address of an artifact and the numbers of its rules are known only once all drafts are.
A piece has holes there: strings that begin with a mark drawn at random, so that no text is taken for one.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Sequence

from checker.rendering.pieces import Piece, listed
from checker.rendering.sarif_places import relative_uri
from checker.rendering.sarif_rules import flaw_id


def new_mark() -> str:
    """What the holes of one piece begin with."""
    return secrets.token_hex(12)


def hole(mark: str, name: str, number: int = 0) -> str:
    """A hole for the «index» or the «uri» of the artifact, or for the number of a «rule» of the piece."""
    return f"{mark}-{name}-{number}"


def filled(opened: str, pieces: Sequence[Piece], rules: Sequence[str]) -> Iterator[str]:
    """The log ``opened``, the last two lists of which are empty, with its artifacts and results.

    ``rules`` are the ids of all rules of the log, in their order.
    """
    opened, _, closing = opened.rpartition("[]")
    opening, _, between = opened.rpartition("[]")
    uris: list[str] = []
    yield opening
    yield from listed(_artifacts(pieces, uris), 3)
    yield between
    yield from listed(_results(pieces, uris, rules), 3)
    yield closing


def _artifacts(pieces: Sequence[Piece], uris: list[str]) -> Iterator[str]:
    """The artifacts; the address of each is put down in ``uris``."""
    taken: set[str] = set()
    for number, piece in enumerate(pieces):
        facts = json.loads(piece.facts)
        uris.append(relative_uri(facts["path"], taken))
        taken.add(uris[-1])
        yield _Filling(facts["mark"], number, uris[-1], ()).fill(piece.part(0))


def _results(pieces: Sequence[Piece], uris: Sequence[str], rules: Sequence[str]) -> Iterator[str]:
    places = {rule: number for number, rule in enumerate(rules)}
    own: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        facts = json.loads(piece.facts)
        if piece.head not in own:
            own[piece.head] = [places[rule["id"]] for rule in json.loads(piece.head)["rules"]]
        numbers = (*own[piece.head], *(places[flaw_id(kind)] for kind in facts["kinds"]))
        filling = _Filling(facts["mark"], number, uris[number], numbers)
        yield from map(filling.fill, json.loads(piece.part(1)))


class _Filling:
    """What goes into the holes of one piece; ``rules`` are the numbers in the log of the piece's rules."""

    def __init__(self, mark: str, number: int, uri: str, rules: Sequence[int]) -> None:
        self._holes = re.compile(rf'"{mark}-(?P<name>index|uri|rule)-(?P<number>\d+)"')
        self._known = {"index": str(number), "uri": json.dumps(uri, ensure_ascii=False)}
        self._rules = rules

    def fill(self, text: str) -> str:
        """The text without holes."""
        return self._holes.sub(self._value, text)

    def _value(self, found: re.Match[str]) -> str:
        if found["name"] == "rule":
            return str(self._rules[int(found["number"])])
        return self._known[found["name"]]
