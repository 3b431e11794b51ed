from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.finding import CheckedDraft
from checker.rule import Check, Requirement

Run = Callable[..., CheckedDraft]
ANY = Check("forbid", ("custody",))
LIMIT = Check("limit", ("custody-term",), at_most=48)
ONLY_COURT = Check("authority", ("custody",), decided_by=("prosecutor",), allowed=("court",))
LAWYER = Requirement({"en": "a lawyer", "ru": "адвокат", "kk": "адвокат"}, ("lawyer",))
WITH_LAWYER = Check("require", ("custody",), must=(LAWYER,))


@pytest.mark.parametrize(
    ("check", "text", "verdict"),
    [
        (ANY, "He may be detained.", "incompatible"),
        (ANY, "No person shall be detained.", "met"),
        (ANY, "Taxes are due.", "not-addressed"),
        (LIMIT, "He may be detained for ten hours.", "met"),
        (LIMIT, "He may be detained.", "review"),
        (ONLY_COURT, "The court may order detention.", "met"),
        (ONLY_COURT, "Detention ends.", "review"),
        (WITH_LAWYER, "He is detained and a lawyer is called.", "met"),
        (WITH_LAWYER, "He is detained.", "missing"),
    ],
)
def test_met_is_said_on_evidence_only(run: Run, check: Check, text: str, verdict: str) -> None:
    assert run(check, text).standards[0].verdict == verdict


def test_a_fingerprint_survives_renumbering_and_edits_elsewhere(run: Run) -> None:
    before = run(ANY, "He may be detained.").findings[0].id
    after = run(ANY, "A new article.", "He  may be DETAINED.").findings[0].id

    assert before == after


def test_the_same_words_twice_are_two_findings_with_two_ids(run: Run) -> None:
    ids = [finding.id for finding in run(ANY, "He may be detained.", "He may be detained.").findings]

    assert len(set(ids)) == 2


def test_the_message_quotes_what_was_found(run: Run) -> None:
    assert run(ANY, "He may be detained.").findings[0].message["ru"] == "detained"


def test_an_unrelated_article_changes_nothing_elsewhere(run: Run) -> None:
    alone = run(ANY, "He may be detained.").findings
    beside = run(ANY, "He may be detained.", "Taxes are due.").findings

    assert alone == beside


def test_one_sentence_gives_one_finding_of_a_rule(run: Run) -> None:
    (finding,) = run(ANY, "He may be detained and held in custody.").findings

    assert finding.quote == "detained"
