from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.checks.engine import check_draft
from checker.draft import Draft
from checker.finding import CheckedDraft
from checker.language.lexicon import build_lexicon
from checker.rule import Check, Concept, Rule, Ruleset

EVERY = {"en": "{found}", "ru": "{found}", "kk": "{found}"}

CONCEPTS = {
    concept.id: concept
    for concept in (
        Concept("court", {"en": ("court", "judge"), "ru": ("суд", "судья"), "kk": ("сот",)}),
        Concept("prosecutor", {"en": ("prosecutor",), "ru": ("прокурор",), "kk": ("прокурор",)}),
        Concept(
            "custody",
            {
                "en": ("detain*", "detention", "custody", "remand", "held"),
                "ru": ("задерж*", "под стражу", "арест*"),
                "kk": ("ұста*", "қамауға алу*"),
            },
            {"en": ("detain .. goods",), "ru": ("арест .. имуществ*",)},
        ),
        Concept(
            "custody-term",
            {
                "en": ("<custody> ... <term>",),
                "ru": ("<custody> ... <term>",),
                "kk": ("<term> ... <custody>",),
            },
        ),
        Concept(
            "lawyer",
            {"en": ("lawyer", "counsel"), "ru": ("адвокат", "защитник"), "kk": ("адвокат", "қорғаушы")},
        ),
        Concept("family", {"en": ("family", "relative"), "ru": ("родственник",), "kk": ("туыс",)}),
        Concept(
            "prohibition",
            {
                "en": ("shall not", "no person", "is prohibited"),
                "ru": ("не допускается", "запрещается", "не может"),
                "kk": ("болмайды", "жол берілмейді"),
            },
        ),
        Concept(
            "exception-words",
            {"en": ("except", "unless"), "ru": ("кроме", "за исключением"), "kk": ("қоспағанда",)},
        ),
        Concept(
            "amending-law",
            {"en": ("amendment",), "ru": ("внесение изменений",), "kk": ("өзгерістер енгізу",)},
        ),
    )
}
ROLES = {
    "decides": {
        "en": ("<body> .. (may|shall) .. <act>", "<act> .. by .. <body>"),
        "ru": ("с санкции <body@gen>", "<act> .. <body@ins>", "<body@nom> .. <act>", "или <body@gen>"),
        "kk": ("<body@gen> =санкциясымен",),
    },
    "asks": {
        "en": ("on application of <body>",),
        "ru": ("по ходатайству <body@gen>",),
        "kk": ("<body@gen> =өтінішхаты",),
    },
}


@pytest.fixture
def run(make_draft: Callable[..., Draft]) -> Callable[..., CheckedDraft]:
    """Check texts with a rule made of one check; gives the checked draft."""

    def run_check(
        check: Check, *texts: str, title: str = "", exceptions: tuple[str, ...] = ()
    ) -> CheckedDraft:
        rule = Rule(
            id="X-01", group="x", severity="major", title=EVERY, standard=EVERY, reason=EVERY, message=EVERY,
            recommendation=EVERY, proposed_wording=EVERY, sources=(), report=(), exceptions=exceptions,
            topic=("custody",), met_by=(), checks=(check,), examples=(),
        )  # fmt: skip
        ruleset = Ruleset("x", "1", EVERY, "us", {"x": EVERY}, (rule,), CONCEPTS, {}, ROLES)
        draft = replace(make_draft(*texts, title=title))
        return check_draft(draft, (ruleset,), build_lexicon(CONCEPTS, roles=ROLES))

    return run_check


@pytest.fixture
def quotes(run: Callable[..., CheckedDraft]) -> Callable[..., list[str]]:
    """The quoted words of the findings of one check on texts."""

    def quote(check: Check, *texts: str, **options: object) -> list[str]:
        return [finding.quote for finding in run(check, *texts, **options).findings]

    return quote
