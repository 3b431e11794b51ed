"""What has nothing to do with a provision changes no verdict on it and no finding in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.checks.engine import check_draft
from checker.draft import LANGUAGES
from checker.language.lexicon import build_lexicon
from checker.readers import read_bytes
from checker.rule import Check, Concept, Rule, Ruleset
from checker.rulebook import open_rulebook
from checker.structure import build_draft

BOOK = open_rulebook([])
BOOK.make_ready(LANGUAGES)
EVERY = {"en": "{found}", "ru": "{found}", "kk": "{found}"}

GREENHOUSE = {"en": "The greenhouse is heated.", "ru": "Теплица отапливается.", "kk": "Жылыжай жылытылады."}
LAWS = {
    "en": (
        "Law on criminal procedure",
        "Article {n}. {heading}",
        (
            ("Appearance", "A suspect shall be brought before a judge within seventy-two hours of arrest."),
            ("Custody", "Remand in custody is ordered by the prosecutor."),
            ("Counsel", "Meetings with counsel take place with the permission of the investigator."),
            ("Hearings", "Cases are heard in public. The judgment is pronounced publicly."),
            ("Evidence", "Statements obtained by torture may not be admitted in evidence."),
        ),
        ("Plant quarantine", "Seeds are brought in with a certificate. Infected bulbs are burnt."),
    ),
    "ru": (
        "Закон об уголовном судопроизводстве",
        "Статья {n}. {heading}",
        (
            ("Доставление", "Задержанный доставляется к судье не позднее семидесяти двух часов."),
            ("Стража", "Заключение под стражу производится с санкции прокурора."),
            ("Защитник", "Свидания обвиняемого с защитником предоставляются с разрешения следователя."),
            ("Гласность", "Разбирательство дел в суде открытое. Приговор провозглашается публично."),
            (
                "Доказательства",
                "Показания, полученные под пыткой, не могут быть положены в основу приговора.",
            ),
        ),
        ("Карантин растений", "Семена ввозятся с сертификатом. Заражённые луковицы сжигаются."),
    ),
    "kk": (
        "Қылмыстық сот ісін жүргізу туралы заң",
        "{n}-бап. {heading}",
        (
            ("Жеткізу", "Ұсталған адам судьяға жетпіс екі сағаттан кешіктірілмей жеткізіледі."),
            ("Күзетпен ұстау", "Күзетпен ұстау прокурордың санкциясымен жүзеге асырылады."),
            ("Қорғаушы", "Айыпталушының қорғаушымен кездесуі тергеушінің рұқсатымен беріледі."),
            ("Жариялылық", "Соттарда істерді талқылау ашық жүргізіледі. Үкім жария етіледі."),
            ("Дәлелдемелер", "Азаптау арқылы алынған айғақтар үкімге негіз етіп алынбайды."),
        ),
        ("Өсімдіктер карантині", "Тұқымдар сертификатпен әкелінеді. Зақымданған пиязшықтар өртеледі."),
    ),
}


def _draft(language, articles, *, numbers=None):
    title, head, _, _ = LAWS[language]
    lines = [title]
    for place, (heading, text) in enumerate(articles):
        number = numbers[place] if numbers else place + 1
        lines += [head.format(n=number, heading=heading), text]
    return build_draft(read_bytes("law.txt", "\n\n".join(lines).encode()))


def _told(checked):
    """What is told of each provision, known by its words, and the verdicts."""
    texts = [provision.text for provision in checked.draft.provisions]
    findings = [
        (one.rule, one.verdict, one.check, texts[one.provision], one.start, one.end, one.confidence)
        for one in checked.findings
    ]
    verdicts = [
        (one.rule, one.verdict, [texts[place] for place in one.provisions]) for one in checked.standards
    ]
    return findings, verdicts


def _check(draft):
    return check_draft(draft, BOOK.rulesets, BOOK.lexicon)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_has_findings_to_change(language):
    findings, _ = _told(_check(_draft(language, LAWS[language][2])))

    assert {"HC-01", "JRD-01", "EQA-01"} <= {rule for rule, *_ in findings}


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(LANGUAGES), st.sets(st.integers(0, 5), min_size=1, max_size=3), st.booleans())
def test_an_unrelated_article_moves_no_verdict_and_no_finding(language, places, renumbered):
    _, _, articles, quarantine = LAWS[language]
    wider, numbers = [], []
    for place in range(len(articles) + 1):
        if place in places:
            wider.append(quarantine)
            numbers.append(f"{place}-1")
        if place < len(articles):
            wider.append(articles[place])
            numbers.append(str(place + 1))
    before = _check(_draft(language, articles))
    after = _check(_draft(language, wider, numbers=None if renumbered else numbers))

    assert _told(after) == _told(before)


def _ruleset_of_other_words():
    concept = Concept("greenhouse-glass", {"en": ("greenhouse",), "ru": ("теплиц*",), "kk": ("жылыжай*",)})
    checks = (Check(kind="forbid", any=("greenhouse-glass",), confidence=0.9),)
    rule = Rule(
        id="GLASS-01", group="glass", severity="minor", title=EVERY, standard=EVERY, reason=EVERY,
        message=EVERY, recommendation=EVERY, proposed_wording=EVERY, sources=(), report=(), exceptions=(),
        topic=("greenhouse-glass",), met_by=(), checks=checks, examples=(),
    )  # fmt: skip
    own = Ruleset("glass", "1", EVERY, "us", {"glass": EVERY}, (rule,), {concept.id: concept}, {}, {})
    return own, concept


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_of_other_words_changes_no_finding(language):
    own, concept = _ruleset_of_other_words()
    common = BOOK.rulesets[0]
    concepts = {name: one for ruleset in BOOK.rulesets for name, one in ruleset.concepts.items()}
    lexicon = build_lexicon({**concepts, concept.id: concept}, roles=common.roles, languages=(language,))
    draft = _draft(language, LAWS[language][2])

    alone = _check(draft)
    beside = check_draft(draft, (*BOOK.rulesets, own), lexicon)

    assert beside.findings == alone.findings
    assert beside.standards[: len(alone.standards)] == alone.standards
    greenhouse = {
        "en": "The greenhouse is heated.",
        "ru": "Теплица отапливается.",
        "kk": "Жылыжай жылытылады.",
    }
    glass = _draft(language, [("Glass", greenhouse[language])])
    assert [one.rule for one in check_draft(glass, (own,), lexicon).findings] == ["GLASS-01"]
