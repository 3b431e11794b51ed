"""Where the words of a finding stand in a Word file, told by the letters of its provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from checker.draft import Draft, Provision
from checker.finding import Finding
from checker.rendering.word.aligning import aligned
from checker.rendering.word.letters import Letters, bare

_TELLING = 20  # so many letters that stand only once in a file are no accident
_CHUNK = 30
_NEAR = 300  # provisions to look through for one whose place is sure
_ROWS = 200  # rows that show which column of a comparative table is the draft
_AROUND = 40  # letters that tell two places of the same words apart


class Spot(Struct, frozen=True):
    """Letters of a file, half open; ``exact`` where they are the very words of the finding."""

    start: int
    end: int
    exact: bool


class Locator(Struct):
    """Finds provisions and their words in the letters of a file.

    A text that stands once in the file has its place; all others are looked for, in their order,
    between the nearest two that have.
    """

    draft: Draft
    letters: Letters
    _alone: dict[int, int | None] = field(default_factory=dict)
    _column: int = 0

    def __post_init__(self) -> None:
        """Comparative tables print unchanged words in two columns; the draft is where its new words are."""
        rows = [one for one in self.draft.provisions if one.row][:_ROWS]
        sure = (self._alone_at(one.index) for one in rows)
        columns = Counter(self.letters.column_at(place) for place in sure if place is not None)
        self._column = columns.most_common(1)[0][0] if columns else 0

    def find(self, finding: Finding) -> Spot:
        """The words of the finding; else the paragraph of its provision, the nearest heading, the title."""
        if finding.provision < 0:
            return self._title()
        provision = self.draft.provisions[finding.provision]
        first, last = (len(bare(provision.text[:edge])) for edge in (finding.start, finding.end))
        heading, own = self._seats(provision)
        if first < last:
            if own is not None:
                return Spot(own + first, own + last, True)
            if quoted := self._quoted(provision, first, last) or self._among(provision, first, last):
                return quoted
        return self._whole(provision, heading, own, meant=first == last)

    def _title(self) -> Spot:
        title = bare(self.draft.title)
        place = self.letters.text.find(title) if title else -1
        if place >= 0:
            return Spot(place, place + len(title), True)
        return self._paragraph(0, exact=True)

    def _whole(self, provision: Provision, heading: int | None, own: int | None, *, meant: bool) -> Spot:
        """A finding without words of its own is about the provision: its heading, else its text."""
        if heading is not None and meant:
            return Spot(heading, heading + len(bare(provision.heading)), True)
        if own is not None:
            return Spot(own, own + len(bare(provision.text)), meant)
        if (chunk := self._chunk(provision)) is not None:
            return self._paragraph(chunk, exact=meant)
        places = (heading, *self._above(provision), *self._before(provision), 0)
        return self._paragraph(next(place for place in places if place is not None), exact=False)

    def _above(self, provision: Provision) -> Iterator[int | None]:
        for one in self.draft.ancestors(provision):
            heading, own = self._seats(one)
            yield heading if heading is not None else own

    def _before(self, provision: Provision) -> Iterator[int | None]:
        for index in range(provision.index - 1, max(-1, provision.index - _NEAR), -1):
            yield self._alone_at(index)

    def _paragraph(self, letter: int, *, exact: bool) -> Spot:
        if not self.letters.paragraphs:
            return Spot(0, 0, False)
        paragraph = self.letters.paragraph_at(letter)
        return Spot(paragraph.start, paragraph.end, exact)

    def _alone_at(self, index: int) -> int | None:
        """Where the own text of a provision stands, if it stands in the file exactly once."""
        if index not in self._alone:
            text = bare(self.draft.provisions[index].text)
            place = self.letters.text.find(text) if len(text) >= _TELLING else -1
            twice = place >= 0 and self.letters.text.find(text, place + 1) >= 0
            self._alone[index] = None if place < 0 or twice else place
        return self._alone[index]

    def _window(self, provision: Provision) -> tuple[int, int, int]:
        """The provision to count from, and the letters between the nearest two sure places."""
        lowest, highest = max(-1, provision.index - _NEAR), len(self.draft.provisions)
        first, start, end = lowest + 1, 0, len(self.letters.text)
        for index in range(provision.index - 1, lowest, -1):
            if (place := self._alone_at(index)) is not None:
                first, start = index + 1, place + len(bare(self.draft.provisions[index].text))
                break
        for index in range(provision.index + 1, min(provision.index + _NEAR, highest)):
            if (place := self._alone_at(index)) is not None:
                end = place
                break
        return (first, start, end) if start <= end else (provision.index, 0, len(self.letters.text))

    def _seats(self, provision: Provision) -> tuple[int | None, int | None]:
        """Where heading and own text of a provision begin."""
        own = self._alone_at(provision.index)
        if own is not None and not provision.heading:
            return None, own
        first, start, end = self._window(provision)
        heading = found = None
        for index in range(first, provision.index + 1):
            one = self.draft.provisions[index]
            heading, start = self._next(bare(one.heading), start, end)
            found, start = self._next(bare(one.text), start, end)
        return heading, found if own is None else own

    def _next(self, wanted: str, start: int, end: int) -> tuple[int | None, int]:
        """The next place of some letters, in the draft's own column of a table, and where they end."""
        place = first = self.letters.text.find(wanted, start, end) if wanted else -1
        while place >= 0 and self._column and self.letters.column_at(place) != self._column:
            place = self.letters.text.find(wanted, place + 1, end)
        place = first if place < 0 else place
        return (None, start) if place < 0 else (place, place + len(wanted))

    def _quoted(self, provision: Provision, first: int, last: int) -> Spot | None:
        """The marked words alone, where the provision as a whole is not in the file as it was read."""
        text = bare(provision.text)
        words, whole = text[first:last], self.letters.text
        _, start, end = self._window(provision)
        places = list(_occurrences(words, whole, start, end))
        if not places and last - first >= _TELLING:
            places = list(_occurrences(words, whole, 0, len(whole)))
        if not places:
            return None
        before, after = text[max(0, first - _AROUND) : first], text[last : last + _AROUND]

        def likeness(place: int) -> int:
            behind = whole[max(0, place - _AROUND) : place]
            ahead = whole[place + len(words) : place + len(words) + _AROUND]
            return _shared(behind[::-1], before[::-1]) + _shared(ahead, after)

        best = max(places, key=likeness)
        surely = likeness(best) >= 8 or len(places) == 1
        return Spot(best, best + len(words), True) if surely else None

    def _among(self, provision: Provision, first: int, last: int) -> Spot | None:
        """The marked words with foreign letters among them."""
        window = self._window(provision)[1:]
        place = aligned(bare(provision.text), (first, last), self.letters.text, window)
        return None if place is None else Spot(*place, True)

    def _chunk(self, provision: Provision) -> int | None:
        """A place of any telling stretch of the own text."""
        text = bare(provision.text)
        _, start, end = self._window(provision)
        for begin in range(0, max(1, len(text) - _TELLING), _CHUNK):
            chunk = text[begin : begin + _CHUNK]
            place = self.letters.text.find(chunk, start, end) if len(chunk) >= _TELLING else -1
            if place >= 0:
                return place
        return None


def _occurrences(words: str, text: str, start: int, end: int) -> Iterator[int]:
    place = text.find(words, start, end)
    while place >= 0:
        yield place
        place = text.find(words, place + 1, end)


def _shared(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
