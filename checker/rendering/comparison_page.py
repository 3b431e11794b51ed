"""Two versions of a draft as one page: what was mended, kept and broken, and both texts side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from checker import __version__
from checker.draft import Language
from checker.finding import CheckedDraft, Finding, Mended
from checker.rendering.comparison import PAIR_NAMES, Outcome, outcome_of
from checker.rendering.comparison_rows import articles_of, rows_by_provision
from checker.rendering.deciding import is_reviewed, tally_line
from checker.rendering.desk import Ways
from checker.rendering.notes import Place, places_of
from checker.rendering.templating import asset, environment, policy_of
from checker.rendering.wording import Told, Words, words_for
from checker.rule import Rule, Severity

_STYLES = ("report.css", "comparison.css")


class Note(Struct, frozen=True):
    """A finding, with what was decided on it and what became of it.

    ``kind`` is worsens, introduces, keeps or mends; ``row`` is the row it stands beside, -1 for the draft
    as a whole; ``former`` and ``now`` are the words that stood and that stand there, where they can be told.
    """

    anchor: str
    kind: str
    finding: Finding
    rule: Rule
    severity: Severity
    message: Told
    place: Place | None
    row: int
    quote: str
    former: str
    now: str
    languages: tuple[Language, Language]


class SafeguardNote(Struct, frozen=True):
    """A safeguard lost or gained, and the row it stands or stood in."""

    anchor: str
    lost: bool
    rule: Rule
    name: Told
    place: Place | None
    row: int
    quote: str
    language: Language


def comparison_page(
    checked: CheckedDraft, *, language: Language, day: date | None = None, ways: Ways | None = None
) -> str:
    """The page, complete without scripts; ``day`` and ``ways`` to other pages are shown when given."""
    words = words_for(language)
    outcome = outcome_of(checked)
    old = outcome.old.draft if outcome.old else checked.draft
    notes, safeguards = _notes(outcome, words), _safeguards(outcome, words)
    by_row: dict[int, list[Note | SafeguardNote]] = defaultdict(list)
    for note in notes:
        by_row[note.row].append(note)
    for safeguard in safeguards:
        by_row[safeguard.row].append(safeguard)
    style = Markup("\n").join(asset(name) for name in _STYLES)
    return (
        environment(language)
        .get_template("comparison.html.j2")
        .render(
            outcome=outcome,
            old=old,
            new=checked.draft,
            day=day,
            ways=ways,
            tally=tally_line(checked, words) if is_reviewed(checked) else "",
            again=[note for note in notes if note.finding.second_look],
            version=__version__,
            notes=notes,
            safeguards=safeguards,
            by_row=by_row,
            old_places=places_of(old, words),
            places=places_of(checked.draft, words),
            articles=articles_of(outcome),
            pair_names=PAIR_NAMES,
            style=style,
            policy=policy_of(style),
        )
    )


def _notes(outcome: Outcome, words: Words) -> list[Note]:
    """Worse first, then new, still there, added by experts and fixed, each in reading order."""
    rows = rows_by_provision(outcome.pairs, old=False)
    places = places_of(outcome.new.draft, words)
    own = [one for one in outcome.new.findings if one.check == "expert"]
    notes = [
        _note(number, finding, outcome, words, (places, rows.get(finding.provision, -1)))
        for number, finding in enumerate((*outcome.worse, *outcome.introduced, *outcome.kept, *own))
    ]
    if outcome.old is not None:
        old_rows = rows_by_provision(outcome.pairs, old=True)
        old_places = places_of(outcome.old.draft, words)
        notes += [
            _mended(number, one, outcome, words, (old_places, old_rows.get(one.finding.provision, -1)))
            for number, one in enumerate(outcome.fixed)
        ]
    return notes


def _note(
    number: int, finding: Finding, outcome: Outcome, words: Words, seat: tuple[Sequence[Place], int]
) -> Note:
    languages = _languages(outcome)
    return Note(
        anchor=f"finding-{number}",
        kind=finding.effect or "keeps",
        finding=finding,
        rule=outcome.new.rules()[finding.rule],
        severity=finding.severity,
        message=words.told(finding.message),
        place=seat[0][finding.provision] if finding.provision >= 0 else None,
        row=seat[1],
        quote=finding.quote,
        former=finding.former,
        now="",
        languages=languages,
    )


def _mended(
    number: int, one: Mended, outcome: Outcome, words: Words, seat: tuple[Sequence[Place], int]
) -> Note:
    old, new = _languages(outcome)
    return Note(
        anchor=f"fixed-{number}",
        kind="mends",
        finding=one.finding,
        rule=outcome.new.rules()[one.finding.rule],
        severity=one.finding.severity,
        message=words.told(one.finding.message),
        place=seat[0][one.finding.provision] if one.finding.provision >= 0 else None,
        row=seat[1],
        quote=one.finding.quote,
        former="",
        now=one.now,
        languages=(new, old),
    )


def _languages(outcome: Outcome) -> tuple[Language, Language]:
    """The languages of the former and of the present words."""
    new = outcome.new.draft.language
    return (outcome.old.draft.language if outcome.old else new), new


def _safeguards(outcome: Outcome, words: Words) -> list[SafeguardNote]:
    """Those lost, then those gained."""
    found: list[SafeguardNote] = []
    old = outcome.old.draft if outcome.old else outcome.new.draft
    for lost, draft, those in ((True, old, outcome.lost), (False, outcome.new.draft, outcome.gained)):
        rows, places = rows_by_provision(outcome.pairs, old=lost), places_of(draft, words)
        found += [
            SafeguardNote(
                anchor=f"{'lost' if lost else 'gained'}-{number}",
                lost=lost,
                rule=outcome.new.rules()[one.rule],
                name=words.told(one.name),
                place=places[one.provision] if one.provision >= 0 else None,
                row=rows.get(one.provision, -1),
                quote=one.quote,
                language=draft.language,
            )
            for number, one in enumerate(those)
        ]
    return found
