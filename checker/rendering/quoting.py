"""Words of the draft that stand quoted in a message: they keep the draft's language."""

from __future__ import annotations

from checker.draft import Draft
from checker.finding import Finding
from checker.patterns import regex
from checker.rendering.wording import Told

_QUOTED = regex(r"(?<=«)[^«»]+(?=»)|(?<=“)[^“”]+(?=”)|(?<=\")[^\"]+(?=\")")
_FIRST_WORDS = 10


def pieces_of(told: Told, finding: Finding, draft: Draft) -> tuple[Told, ...]:
    """The message in pieces of one language each: what is quoted from the provision is in the draft's.

    The texts joined are the message; quotation marks belong to the message.
    """
    if finding.provision < 0:
        return (told,)
    provision = draft.provisions[finding.provision]
    if provision.language == told.language:
        return (told,)
    own = " ".join((provision.context, provision.text, provision.tail, provision.heading))
    pieces, last = [], 0
    for found in _QUOTED.finditer(told.text):
        if found.group() in own:
            pieces += [_piece(told, last, found.start()), Told(found.group(), provision.language)]
            last = found.end()
    pieces.append(_piece(told, last, len(told.text)))
    return tuple(piece for piece in pieces if piece.text)


def with_short_quotes(pieces: tuple[Told, ...]) -> tuple[Told, ...]:
    """The pieces of a message with each quotation cut to its first words, for an overview."""
    if len(pieces) == 1:
        (whole,) = pieces
        return (Told(_QUOTED.sub(lambda found: _short(found.group()), whole.text), whole.language),)
    own = pieces[0].language
    return tuple(one if one.language == own else Told(_short(one.text), one.language) for one in pieces)


def _short(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:_FIRST_WORDS]) + " …" if len(words) > _FIRST_WORDS + 2 else quote


def _piece(told: Told, start: int, end: int) -> Told:
    return Told(told.text[start:end], told.language)
