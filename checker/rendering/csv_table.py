"""The table of compliance: a row for every finding and every standard without one, for a spreadsheet.

Quoted as RFC 4180 says and begun with a byte order mark, without which Excel takes Cyrillic letters for
those of the machine's code page. Same drafts, same rules: same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from checker.draft import Draft, Language
from checker.finding import CheckedDraft, Finding, Mended, Standard
from checker.patterns import regex
from checker.rendering.deciding import is_reviewed, signed, wording_of
from checker.rendering.effects import label_of, place_of_mended
from checker.rendering.notes import sources_of
from checker.rendering.pieces import Made, Piece, Remembered
from checker.rendering.reading_order import in_reading_order
from checker.rendering.wording import ShownEffect, Words, words_for
from checker.rule import Rule, Ruleset

SEPARATORS: Mapping[Language, str] = {"en": ",", "ru": ";", "kk": ";"}
"""Excel splits a file at the list separator of its region: a semicolon in Russia and Kazakhstan."""

_LINE_END = "\r\n"

_FORMULA = regex(
    r"""
    ^ (?= [\s\ufeff]* [=+\-@＝＋－＠] | [\t\r] )  # what a cell may not begin with
    | (?<= [,;\t\r\n] ) (?= [ ]* [=@＝＠] | [+\-＋－] \S )  # nor what another separator would make a cell
    """,
    re.VERBOSE,
)
"""Where a spreadsheet would begin to calculate. OWASP, «CSV Injection»: cells that begin with these signs,
or that do once quotation marks and separators inside them are read as such, get an apostrophe before them."""

_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in range(32) if chr(code) not in "\t\n\r"}


def table_document(checked: Sequence[CheckedDraft], *, language: Language) -> str:
    """The standards and findings of all drafts as a table, texts in ``language``.

    Rows follow the drafts as given, in each the rules in the order of their rulesets, for each rule its
    findings in reading order, then what the draft mends. Lines end with CR LF. Where somebody decided on a
    finding, three more columns tell what, who and why.
    """
    return "".join(table_chunks([table_piece(one, language) for one in checked], language))


def table_piece(checked: CheckedDraft, language: Language) -> Made:
    """The rows of one draft, and apart from them the columns that tell what was decided."""
    rows = list(_Table(checked, words_for(language)).rows())
    told = json.dumps([_line(row, language) for row, _ in rows])
    decided = json.dumps([_line(more, language) for _, more in rows])
    return Made("", "decided" if is_reviewed(checked) else "", (told, decided))


def table_chunks(pieces: Sequence[Piece], language: Language) -> Iterator[str]:
    """The table, draft by draft."""
    words, decided = words_for(language), any(piece.facts for piece in pieces)
    yield "\N{BYTE ORDER MARK}"
    yield _line([*_header(words), *(_decided_header(words) if decided else ())], language) + _LINE_END
    for piece in pieces:
        lines = json.loads(piece.part(0))
        if decided:
            more = json.loads(piece.part(1))
            lines = [SEPARATORS[language].join(pair) for pair in zip(lines, more, strict=True)]
        yield "".join(line + _LINE_END for line in lines)


def _line(cells: Iterable[str], language: Language) -> str:
    return SEPARATORS[language].join(map(_quoted, cells))


def _header(words: Words) -> list[str]:
    return [
        words.gettext("File"),
        words.gettext("Draft"),
        words.gettext("Standard"),
        words.gettext("Name of the standard"),
        words.gettext("Requirement"),
        words.gettext("Verdict"),
        words.gettext("Severity"),
        words.gettext("Effect of the draft"),
        words.gettext("Provision"),
        words.gettext("Article"),
        words.gettext("Quotation"),
        words.gettext("Comment"),
        words.gettext("Wording to propose"),
        words.gettext("Sources"),
    ]


def _decided_header(words: Words) -> list[str]:
    return [words.gettext("Decision"), words.gettext("Decided by"), words.gettext("Reason")]


@lru_cache(maxsize=4096)  # the texts of the rules stand in the rows of every draft
def _quoted(text: str) -> str:
    return '"' + _cell(text).replace('"', '""') + '"'


def _cell(text: str) -> str:
    return _FORMULA.sub("'", text.translate(_CONTROLS))


class _Told(Struct, frozen=True):
    """What a row says beside the standard: all of it for a finding, verdict and places for a standard."""

    verdict: str
    severity: str = ""
    effect: str = ""
    place: str = ""
    article: str = ""
    quotation: str = ""
    comment: str = ""
    wording: str = ""
    decided: tuple[str, str, str] = ("", "", "")


def _made_sources(rulesets: tuple[Ruleset, ...], words: Words) -> dict[str, str]:
    """The sources of each rule, named."""
    instruments = {key: value for ruleset in rulesets for key, value in ruleset.instruments.items()}
    rules = {rule.id: sources_of(rule, instruments, words) for ruleset in rulesets for rule in ruleset.rules}
    return {
        rule: "; ".join(f"{one.title.text}, {one.at}" if one.at else one.title.text for one in sources)
        for rule, sources in rules.items()
    }


_sources = Remembered(_made_sources)


class _Table:
    """The rows of one draft."""

    def __init__(self, checked: CheckedDraft, words: Words) -> None:
        self.checked = checked
        self.words = words
        self.sources = _sources(checked.rulesets, words)

    def rows(self) -> Iterator[tuple[tuple[str, ...], tuple[str, str, str]]]:
        """The rows of every rule, in the order of the rulesets, each with what was decided."""
        findings: dict[str, list[Finding]] = {}
        for finding in in_reading_order(self.checked.findings):
            findings.setdefault(finding.rule, []).append(finding)
        mended = self.checked.change.mended if self.checked.change else ()
        standards = {standard.rule: standard for standard in self.checked.standards}
        for rule in self.checked.rules().values():
            found = [self._found(finding, rule) for finding in findings.get(rule.id, ())]
            if not found and rule.id in standards:
                found = [self._standing(standards[rule.id])]
            found += [self._mended(one, rule) for one in mended if one.finding.rule == rule.id]
            yield from ((self._row(rule, told), told.decided) for told in found)

    def _row(self, rule: Rule, told: _Told) -> tuple[str, ...]:
        return (
            self.checked.draft.path,
            self.checked.draft.title,
            rule.id,
            self.words.told(rule.title).text,
            self.words.told(rule.standard).text,
            self.words.verdict(told.verdict),
            told.severity,
            told.effect,
            told.place,
            told.article,
            told.quotation,
            told.comment,
            told.wording,
            self.sources[rule.id],
        )

    def _standing(self, standard: Standard) -> _Told:
        places = [_place(self.checked.draft, index, self.words) for index in standard.provisions]
        labels, articles = (_listed(place[part] for place in places) for part in (0, 1))
        return _Told(standard.verdict, place=labels, article=articles)

    def _found(self, finding: Finding, rule: Rule) -> _Told:
        index = finding.provision if finding.provision >= 0 else None
        return self._judged(finding, rule, finding.effect, _place(self.checked.draft, index, self.words))

    def _mended(self, mended: Mended, rule: Rule) -> _Told:
        """The place is where the mending words stand, or where those stood that are gone."""
        place = place_of_mended(mended, self.checked)
        return self._judged(mended.finding, rule, "mends", _place(*place, self.words))

    def _judged(
        self, finding: Finding, rule: Rule, effect: ShownEffect | None, place: tuple[str, str]
    ) -> _Told:
        return _Told(
            finding.verdict,
            self.words.severity(finding.severity),
            self.words.effect(effect) if effect else "",
            *place,
            finding.quote,
            self.words.told(finding.message).text,
            self.words.told(wording_of(finding, rule)).text,
            _decision(finding, self.words),
        )


def _decision(finding: Finding, words: Words) -> tuple[str, str, str]:
    """What was decided, by whom and when, and why."""
    if finding.decision is None:
        return words.choice("undecided"), "", ""
    choice = words.choice(finding.decision.choice)
    if finding.second_look:
        choice = f"{choice} ({words.gettext('Second look')})"
    return choice, signed(finding.decision, words), finding.decision.reason


def _place(draft: Draft, index: int | None, words: Words) -> tuple[str, str]:
    """Label and article of a provision."""
    if index is None:
        return words.gettext("the draft as a whole"), ""
    return label_of(draft.provisions[index], draft, words), draft.provisions[index].article


def _listed(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))
