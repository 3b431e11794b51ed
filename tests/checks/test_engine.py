from __future__ import annotations

from collections.abc import Callable

from checker.finding import CheckedDraft
from checker.rule import Check

Run = Callable[..., CheckedDraft]
ANY = Check("forbid", ("custody",))


def test_verdict_met_incompatible_and_not_addressed(run: Run) -> None:
    def verdict(text: str) -> str:
        return run(ANY, text).standards[0].verdict

    assert verdict("He may be detained.") == "incompatible"
    assert verdict("No person shall be detained.") == "met"
    assert verdict("Taxes are due.") == "not-addressed"


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
