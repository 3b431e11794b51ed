"""What the table of proposals says: one row for a rule in an article, as a deputy would put it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from checker.draft import Language, Provision
from checker.finding import CheckedDraft
from checker.language.words import sentence_spans
from checker.rendering.annotate import Span, cut
from checker.rendering.deciding import without_dismissed, wording_of
from checker.rendering.notes import Note, instruments_of, notes_of, own_amendments, places_of
from checker.rendering.word.comments import Line, Piece
from checker.rendering.word.justifying import justification
from checker.rendering.word.printing import printed_heading, printed_number, quoted
from checker.rendering.wording import Words, words_for
from checker.rule import SEVERITIES

_LONG = 900  # of a longer provision only the sentences with the marked words are printed (code points)
_LONG_LEAD = 300


class Proposal(Struct, frozen=True):
    """One row: cells as lines of words. ``former`` is the wording in force."""

    place: tuple[Line, ...]
    former: tuple[Line, ...]
    current: tuple[Line, ...]
    proposed: tuple[Line, ...]
    reasons: tuple[Line, ...]


def proposals_of(checked: CheckedDraft, words: Words) -> tuple[Proposal, ...]:
    """The rows in reading order; what is missing follows what is said at the same place."""
    places = places_of(checked.draft, words, own_amendments(checked))
    notes = notes_of(without_dismissed(checked), places, words)
    groups: dict[tuple[str, str, bool, str], list[Note]] = {}
    for note in notes:
        if any(wording_of(note.finding, note.rule).values()):
            missing, own = note.finding.verdict == "missing", "".join(note.finding.wording.values())
            key = (_article(note, checked), note.rule.id, missing, own)
            groups.setdefault(key, []).append(note)
    rows = sorted(groups.values(), key=_order)
    maker = _Maker(checked, words, _former(checked), _crowded(rows))
    return tuple(map(maker.proposal, rows))


def has_former(checked: CheckedDraft) -> bool:
    """Whether the wording that the draft changes is known."""
    return checked.draft.before is not None or (
        checked.change is not None and checked.change.before is not None
    )


class _Maker(Struct, frozen=True):
    checked: CheckedDraft
    words: Words
    former: Mapping[int, tuple[Provision, ...]]
    crowded: frozenset[int]

    def proposal(self, notes: Sequence[Note]) -> Proposal:
        """The row of the notes of one rule in one article."""
        places = list(dict.fromkeys(note.finding.provision for note in notes))
        provisions = [self.checked.draft.provisions[index] for index in places if index >= 0]
        missing = notes[0].finding.verdict == "missing"
        return Proposal(
            place=tuple(self._place(notes)),
            former=tuple(self._former(provisions, missing=missing)),
            current=(self._absent(),)
            if missing or not provisions
            else tuple(self._current(provisions, notes)),
            proposed=tuple(self._proposed(notes, provisions)),
            reasons=tuple(justification(notes, instruments_of(self.checked), self.words)),
        )

    def _place(self, notes: Sequence[Note]) -> Iterable[Line]:
        seats = dict.fromkeys(note.place for note in notes)
        for seat in seats:
            if seat is None:
                yield (Piece(self.words.gettext("The draft as a whole"), self.words.language),)
            else:
                yield (Piece(seat.label, seat.language),)

    def _absent(self) -> Line:
        return (Piece(self.words.gettext("Absent."), self.words.language),)

    def _former(self, provisions: Sequence[Provision], *, missing: bool) -> Iterable[Line]:
        texts = [one for provision in provisions for one in self.former.get(provision.index, ())]
        if missing or not any(one.text for one in texts):
            yield self._absent()
            return
        for one in texts:
            yield (Piece(_numbered(one), one.language),)

    def _current(self, provisions: Sequence[Provision], notes: Sequence[Note]) -> Iterable[Line]:
        yield from self._article_heading(provisions[0])
        for provision in provisions:
            if provision.context:
                yield (Piece(_lead(provision.context), provision.language),)
            own = [note for note in notes if note.finding.provision == provision.index]
            if provision.text:
                yield tuple(_marked(provision, own))
            else:
                yield from self._below(provision)

    def _below(self, provision: Provision) -> Iterable[Line]:
        """What stands under a provision without words of its own, as far as a row can hold it."""
        printed = 0
        for one in self._descendants(provision):
            if printed > _LONG:
                yield (Piece("…", provision.language),)
                return
            printed += len(one.text)
            yield (Piece(_numbered(one), one.language),)

    def _descendants(self, provision: Provision) -> Iterator[Provision]:
        for index in provision.children:
            child = self.checked.draft.provisions[index]
            yield child
            yield from self._descendants(child)

    def _article_heading(self, provision: Provision) -> Iterable[Line]:
        chain = (provision, *self.checked.draft.ancestors(provision))
        headed = [one for one in chain if one.kind == "article" or one is provision]
        article = next((one for one in headed if one.heading), None)
        if article is not None:
            label = article.label[:1].upper() + article.label[1:]
            yield (Piece(printed_heading(article, label), article.language),)

    def _proposed(self, notes: Sequence[Note], provisions: Sequence[Provision]) -> Iterable[Line]:
        language: Language = provisions[0].language if provisions else self.checked.draft.language
        wording = words_for(language).told(wording_of(notes[0].finding, notes[0].rule))
        yield (Piece(self._instruction(notes, provisions), self.words.language),)
        yield (Piece(quoted(wording.text, wording.language), wording.language),)

    def _instruction(self, notes: Sequence[Note], provisions: Sequence[Provision]) -> str:
        """What is to be done with the wording; several rules at one place cannot each replace it."""
        if notes[0].finding.verdict == "missing" or not provisions:
            return self.words.gettext("To be supplemented with a provision worded as follows:")
        if len(provisions) > 1 or provisions[0].index in self.crowded:
            return self.words.gettext("To be reworded so as to provide:")
        if len(sentence_spans(provisions[0].text)) > 1:
            return self.words.gettext("The sentence with the words in bold to be worded as follows:")
        return self.words.gettext("To be worded as follows:")


def _crowded(rows: Iterable[Sequence[Note]]) -> frozenset[int]:
    """The provisions that more than one row proposes to reword."""
    rewording = (notes for notes in rows if notes[0].finding.verdict != "missing")
    held = Counter(index for notes in rewording for index in {note.finding.provision for note in notes})
    return frozenset(index for index, count in held.items() if count > 1)


def _article(note: Note, checked: CheckedDraft) -> str:
    """What findings of one rule are put together in: the article, else the provision alone."""
    if note.finding.provision < 0:
        return ""
    provision = checked.draft.provisions[note.finding.provision]
    chain = (provision, *checked.draft.ancestors(provision))
    return next((one.id for one in chain if one.kind == "article"), provision.id)


def _order(notes: Sequence[Note]) -> tuple[int, bool, int, str]:
    finding = notes[0].finding
    gravity = min(SEVERITIES.index(note.finding.severity) for note in notes)
    return (finding.provision, finding.verdict == "missing", gravity, finding.rule)


def _former(checked: CheckedDraft) -> dict[int, tuple[Provision, ...]]:
    """The former provisions by those that carry them on; by id or row where no pairs are told."""
    change = checked.change
    if change is not None and change.before is not None:
        old = change.before.draft.provisions
        pairs = ((pair.before, pair.after) for pair in change.pairs)
        return {after: (old[before],) for before, after in pairs if before is not None and after is not None}
    if checked.draft.before is None:
        return {}
    old = checked.draft.before.provisions
    by_id: dict[str, tuple[Provision, ...]] = {one.id: (one,) for one in old}
    by_row: dict[int, tuple[Provision, ...]] = {}
    for one in old:
        by_row[one.row] = (*by_row.get(one.row, ()), one) if one.row else ()
    return {one.index: by_id.get(one.id) or by_row.get(one.row, ()) for one in checked.draft.provisions}


def _numbered(provision: Provision) -> str:
    return " ".join(filter(None, (printed_number(provision), provision.heading, provision.text)))


def _lead(context: str) -> str:
    return context if len(context) <= _LONG_LEAD else f"… {context[-_LONG_LEAD:].partition(' ')[2]}"


def _marked(provision: Provision, notes: Sequence[Note]) -> Iterable[Piece]:
    """The provision with the words of the findings in bold."""
    number = "" if provision.kind == "article" else printed_number(provision)
    if number:
        yield Piece(f"{number} ", provision.language)
    spans = [Span(note.number, note.finding.start, note.finding.end) for note in notes]
    kept = _kept(provision.text, spans)
    for order, (start, end) in enumerate(kept):
        if start > (kept[order - 1][1] if order else 0):
            yield Piece("… " if order == 0 else " … ", provision.language)
        inside = [Span(one.number, one.start - start, one.end - start) for one in spans]
        for part in cut(provision.text[start:end], inside):
            yield Piece(part.text, provision.language, bool(part.numbers))
    if kept and kept[-1][1] < len(provision.text.rstrip()):
        yield Piece(" …", provision.language)


def _kept(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    if len(text) <= _LONG:
        return [(0, len(text))]
    touched = [
        (start, end)
        for start, end in sentence_spans(text)
        if any(one.start < end and start < max(one.end, one.start + 1) for one in spans)
    ]
    joined: list[tuple[int, int]] = []
    for start, end in touched:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined or [(0, len(text))]
