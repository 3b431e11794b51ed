"""The comments themselves: what each says, and the part of the file that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lxml import etree
from msgspec import Struct

from checker.decision import Decision
from checker.draft import Language
from checker.finding import CheckedDraft, Finding
from checker.rendering.deciding import signed, wording_of
from checker.rendering.notes import Note, Source
from checker.rendering.word.names import made, namespace, text_node
from checker.rendering.word.printing import quoted
from checker.rendering.wording import Told, Words

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
KIND = "comments"


class Piece(Struct, frozen=True):
    """Words of one language in a line."""

    text: str
    language: Language
    bold: bool = False


Line = tuple[Piece, ...]


class Author(Struct, frozen=True):
    """Who signs the comments, and the day to print; None prints none."""

    name: str
    initials: str
    day: date | None


def author_of(words: Words, day: date | None) -> Author:
    """The checker, by its name in the reader's language."""
    return Author(words.gettext("Draft-law checker"), words.gettext("DLC"), day)


def comment_lines(note: Note, checked: CheckedDraft, words: Words, *, exact: bool) -> list[Line]:
    """What the comment on a finding says; the place and the words too where it could not be set on them."""
    rule, finding = note.rule, note.finding
    head = Piece(f"{rule.id}. ", words.language, True), _piece(words.told(rule.title), bold=True)
    verdict = f"{words.verdict(finding.verdict)} · {words.severity(finding.severity)}"
    if finding.effect:
        verdict += f" · {words.effect(finding.effect)}"
    lines: list[Line] = [head, (Piece(verdict, words.language),), (_piece(note.message),)]
    if finding.decision is not None:
        lines.append(_decided(finding, finding.decision, words))
    if not exact:
        lines.append(_place(note, checked, words))
    if finding.former:
        former = Piece(quoted(finding.former, checked.draft.language), checked.draft.language)
        lines.append((_label(words.gettext("Wording in force"), words), former))
    for name, told in (
        (words.gettext("Recommendation"), words.told(rule.recommendation)),
        (words.gettext("Wording to propose"), words.told(wording_of(finding, rule))),
    ):
        if told.text:
            lines.append((_label(name, words), _piece(told)))
    if note.sources or rule.report:
        lines.append((_label(words.gettext("Sources"), words), *_sources(note, words)))
    return lines


def add_comments(
    root: etree._Element, comments: Iterable[tuple[int, Sequence[Line]]], author: Author
) -> None:
    """Adds comments by their numbers to the root of the part, behind those that are there."""
    space = namespace(root)
    for number, lines in comments:
        date_given = {"date": f"{author.day.isoformat()}T00:00:00Z"} if author.day else {}
        comment = made(
            space, "comment", id=str(number), author=author.name, **date_given, initials=author.initials
        )
        comment.extend(_paragraph(space, line) for line in lines)
        root.append(comment)


def first_free(roots: Iterable[etree._Element]) -> int:
    """The first number above all that comments and their marks already have."""
    taken = [-1]
    for root in roots:
        space = namespace(root)
        names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
        for node in root.iter(*(f"{{{space}}}{name}" for name in names)):
            number = node.get(f"{{{space}}}id", "")
            taken.append(int(number) if number.isascii() and number.isdigit() else -1)
    return max(taken) + 1


def _decided(finding: Finding, decision: Decision, words: Words) -> Line:
    """The expert's word; on other words than those the comment stands at it is to be looked at again."""
    choice = words.choice(decision.choice)
    name = f"{choice} ({words.gettext('Second look')})" if finding.second_look else choice
    told = ". ".join(filter(None, (signed(decision, words), decision.reason)))
    return (_label(name, words), Piece(told, words.language)) if told else (_label(name, words),)


def _place(note: Note, checked: CheckedDraft, words: Words) -> Line:
    if note.place is None:
        return (
            _label(words.gettext("Place"), words),
            Piece(words.gettext("the draft as a whole"), words.language),
        )
    provision = checked.draft.provisions[note.finding.provision]
    quote = note.finding.quote or provision.text[:200]
    where = Piece(note.place.label + (": " if quote else ""), note.place.language)
    return (
        _label(words.gettext("Place"), words),
        where,
        Piece(quoted(quote, provision.language) if quote else "", provision.language),
    )


def _sources(note: Note, words: Words) -> Iterable[Piece]:
    for order, source in enumerate(note.sources):
        yield Piece(("; " if order else "") + source_line(source), source.title.language)
    if note.rule.report:
        before = "; " if note.sources else ""
        ids = ", ".join(note.rule.report)
        yield Piece(f"{before}{words.gettext('seminar report')} {ids}", words.language)


def source_line(source: Source) -> str:
    """An instrument and the place in it."""
    known = not source.at or source.at in source.title.text
    return source.title.text if known else f"{source.title.text}, {source.at}"


def _label(name: str, words: Words) -> Piece:
    return Piece(f"{name}: ", words.language, True)


def _piece(told: Told, *, bold: bool = False) -> Piece:
    return Piece(told.text, told.language, bold)


def _paragraph(space: str, line: Line) -> etree._Element:
    paragraph = made(space, "p")
    for piece in line:
        if piece.text:
            run, properties = made(space, "r"), made(space, "rPr")
            if piece.bold:
                properties.append(made(space, "b"))
            properties.append(made(space, "lang", val=piece.language))
            run.extend((properties, text_node(space, piece.text)))
            paragraph.append(run)
    return paragraph
