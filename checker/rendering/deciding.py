"""What experts decided, as every report shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from checker.decision import CHOICES, OWN, Added, Choice, Decision
from checker.finding import CheckedDraft, Finding, Tally, tally_of
from checker.rendering.notes import Note
from checker.rendering.wording import Words
from checker.rule import Rule, Texts


class ReviewView(Struct, frozen=True):
    """The decisions on a draft at a glance; ``left_out`` counts what a report of agreed findings leaves out.

    ``counts`` has every choice and «undecided»; ``known`` is false where nobody decided anything.
    """

    known: bool
    counts: Mapping[str, int]
    second_look: int
    left_out: int
    dismissed: tuple[Note, ...]
    orphaned: tuple[Decision, ...]
    homeless: tuple[Added, ...]
    rules: Mapping[str, Rule]


def review_view(checked: CheckedDraft, notes: Iterable[Note]) -> ReviewView:
    """The decisions on the findings that ``notes`` show, and those that found no place."""
    tally = whole_tally(checked)
    return ReviewView(
        known=is_reviewed(checked),
        counts={name: getattr(tally, name) for name in (*CHOICES, "undecided")},
        second_look=tally.second_look,
        left_out=len(checked.left_out),
        dismissed=tuple(note for note in notes if note.finding.dismissed),
        orphaned=checked.orphaned,
        homeless=checked.homeless,
        rules=checked.rules(),
    )


def is_reviewed(checked: CheckedDraft) -> bool:
    """Whether an expert decided anything on the draft."""
    decided = any(one.decision for one in (*checked.findings, *checked.left_out))
    return bool(decided or checked.left_out or checked.orphaned or checked.homeless)


def whole_tally(checked: CheckedDraft) -> Tally:
    """The decisions on all findings, those left out of the report too."""
    return tally_of((*checked.findings, *checked.left_out))


def tally_line(checked: CheckedDraft, words: Words) -> str:
    """The decisions counted in one line; those that nobody made are not named."""
    tally = asdict(whole_tally(checked))
    again = tally.pop("second_look")
    parts = [f"{words.choice(name)}: {words.number(count)}" for name, count in tally.items() if count]
    if again:
        parts.append(f"{words.gettext('Second look')}: {words.number(again)}")
    return ", ".join(parts)


def standing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no expert dismissed."""
    return tuple(one for one in findings if not one.dismissed)


def without_dismissed(checked: CheckedDraft) -> CheckedDraft:
    """The draft without the findings that an expert dismissed: what is handed on to others."""
    return replace(checked, findings=standing(checked.findings))


def wording_of(finding: Finding, rule: Rule) -> Texts:
    """The wording to propose: the expert's, else the rule's; of an expert's own finding only the expert's."""
    return finding.wording if finding.check == OWN else finding.wording or rule.proposed_wording


def choice_of(finding: Finding) -> Choice | None:
    """The decision as it stands; None where there is none, or where it was made on other words."""
    return finding.decision.choice if finding.decision and not finding.second_look else None


def signed(decision: Decision, words: Words) -> str:
    """Who decided, and when; empty where neither is told."""
    return ", ".join(filter(None, (decision.author, words.day(decision.day))))
