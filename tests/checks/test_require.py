from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from checker.rule import Check, Requirement

NAME = {"en": "a lawyer", "ru": "адвокат", "kk": "адвокат"}
TOLD = Check("require", ("custody",), must=(Requirement(NAME, ("lawyer",)),))
Quotes = Callable[..., list[str]]


def test_a_missing_safeguard_is_reported_where_it_is_needed(run: Callable[..., object]) -> None:
    (finding,) = run(TOLD, "He is detained.", "She is detained and a lawyer is called.").findings  # type: ignore[attr-defined]

    assert (finding.provision, finding.verdict, finding.absent) == (0, "missing", (NAME,))


def test_the_whole_draft_may_hold_it(quotes: Quotes) -> None:
    whole = replace(TOLD, scope="draft")

    assert quotes(whole, "He is detained.", "A lawyer is called.") == []
    assert quotes(whole, "He is detained.", "A clerk is called.") == ["detained"]


def test_one_passing_mention_does_not_make_it_the_subject(quotes: Quotes) -> None:
    subject = replace(TOLD, scope="draft", at_least=2)

    assert quotes(subject, "He is detained.", "Taxes are due.") == []
    assert quotes(subject, "He is detained.", "She is detained.") == ["detained"]


def test_an_amending_law_is_not_judged_for_what_it_leaves_out(quotes: Quotes) -> None:
    assert quotes(replace(TOLD, scope="draft"), "He is detained.", title="Amendment Bill") == []


def test_the_finding_stands_where_the_author_puts_it(run: Callable[..., object]) -> None:
    check = replace(TOLD, scope="draft", place=("family",))

    (finding,) = run(check, "He is detained.", "The family is told.").findings  # type: ignore[attr-defined]

    assert (finding.provision, finding.quote) == (1, "family")
