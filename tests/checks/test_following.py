from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from checker.checks import engine
from checker.finding import CheckedDraft
from checker.rule import Check, Requirement

EVERY = {"en": "a lawyer", "ru": "адвокат", "kk": "адвокат"}
LIMIT = Check("limit", ("custody-term",), at_most=48)
LAWYER = Check("require", ("custody",), must=(Requirement(EVERY, ("lawyer",)),), scope="article")
AUTHORITY = Check("authority", ("custody",), decided_by=("prosecutor",), allowed=("court",))

RU = ("Лицо задерживается судом.", "Участвует защитник.")
KK = ("Адам сот шешімімен ұсталады.", "Қорғаушы қатысады.")
EN = ("A person is held by the court.", "A lawyer attends.")
Run = Callable[..., CheckedDraft]


@pytest.mark.parametrize(
    ("texts", "evidence"),
    [
        (
            (
                "Лицо может быть задержано на срок, установленный статьей 2.",
                "Срок равен семидесяти двум часам.",
            ),
            "Article 2: семидесяти двум часам",
        ),
        (
            ("Адам осы Заңның 2-бабында белгіленген мерзімге дейін ұсталады.", "Мерзім – жетпіс екі сағат."),
            "Article 2: жетпіс екі сағат",
        ),
        (
            ("A person may be held for the period set in section 2.", "The period is seventy-two hours."),
            "Article 2: seventy-two hours",
        ),
    ],
)
def test_a_term_is_taken_from_where_it_stands(run: Run, texts: tuple[str, ...], evidence: str) -> None:
    (finding,) = run(LIMIT, *texts).findings

    assert finding.provision == 0
    assert ("provision-referred-to", evidence) in [(one.concept, one.quote) for one in finding.evidence]


@pytest.mark.parametrize(
    "texts",
    [
        ("Лицо может быть задержано на срок, установленный статьей 2.", "Срок равен сорока восьми часам."),
        ("Лицо может быть задержано на срок, установленный статьей 2.", "Срок равен 72 часам или 10 суткам."),
        ("Лицо может быть задержано на срок, установленный статьей 2 Устава.", "Срок равен 72 часам."),
        ("По истечении срока, установленного статьей 2, лицо задерживается.", "Срок равен 72 часам."),
        ("A person may be held for the period set in section 2 of the Police Act.", "It is 72 hours."),
        ("Адам Қылмыстық кодекстің 2-бабында белгіленген мерзімге ұсталады.", "Мерзім – жетпіс екі сағат."),
    ],
)
def test_no_term_is_taken_where_it_is_not_certain(run: Run, texts: tuple[str, ...]) -> None:
    assert not run(LIMIT, *texts).findings


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        (("Лицо задерживается с соблюдением требований статьи 2.", "Участвует защитник."), False),
        (("Лицо задерживается в порядке, предусмотренном статьей 2.", "Участвует защитник."), False),
        (("Лицо задерживается, за исключением случаев, указанных в статье 2.", "Участвует защитник."), True),
        (("Лицо задерживается по делам, указанным в статье 2.", "Участвует защитник."), True),
        (("Лицо задерживается с соблюдением статьи 2 Конвенции.", "Участвует защитник."), True),
        (("Адам осы Заңның 2-бабында көзделген тәртіппен ұсталады.", "Қорғаушы қатысады."), False),
        (("Адам осы Заңның 2-бабына сәйкес ұсталады.", "Қорғаушы қатысады."), False),
        (("Адам осы Заңның 2-бабында көрсетілген іс бойынша ұсталады.", "Қорғаушы қатысады."), True),
        (("A person is held in accordance with section 2.", "A lawyer attends."), False),
        (("A person is held subject to the safeguards of section 2.", "A lawyer attends."), False),
        (("A person charged under section 2 is held.", "A lawyer attends."), True),
    ],
)
def test_a_safeguard_may_stand_in_the_provision_referred_to(
    run: Run, texts: tuple[str, ...], missing: bool
) -> None:
    assert bool([one for one in run(LAWYER, *texts).findings if one.provision == 0]) is missing


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        (("Арест применяется органом, указанным в статье 2.", "Решает прокурор."), True),
        (("Арест применяется органом, указанным в статье 2.", "Решает суд."), False),
        (("Арест применяется органом, указанным в статье 2.", "Решает суд или прокурор."), False),
        (("Detention may be ordered by the officer named in section 2.", "It is the prosecutor."), True),
        (("Detention may be ordered by the officer named in section 2.", "It is the judge."), False),
    ],
)
def test_a_body_may_be_named_elsewhere(run: Run, texts: tuple[str, ...], wrong: bool) -> None:
    assert bool([one for one in run(AUTHORITY, *texts).findings if one.provision == 0]) is wrong


@pytest.mark.parametrize(
    ("meaning", "use", "wrong"),
    [
        ("компетентный орган – прокурор района", "Арест применяется компетентным органом.", True),
        ("компетентный орган – суд района", "Арест применяется компетентным органом.", False),
        (
            "компетентный орган – суд, а в иных случаях прокурор",
            "Арест применяется компетентным органом.",
            False,
        ),
        (
            "компетентный орган – учреждение, извещающее прокурора",
            "Арест применяется компетентным органом.",
            False,
        ),
        (
            "“authorised officer” means a prosecutor",
            "Detention may be ordered by the authorised officer.",
            True,
        ),
        ("“authorised officer” means a judge", "Detention may be ordered by the authorised officer.", False),
        ("уәкілетті орган – аудан прокуроры", "Қамауға алу уәкілетті органның санкциясымен болады.", True),
        (
            "уәкілетті орган – прокурор тағайындаған мекеме",
            "Қамауға алу уәкілетті органның санкциясымен болады.",
            False,
        ),
        (
            "“authorised officer” means a person told by the prosecutor",
            "Detention may be ordered by the authorised officer.",
            False,
        ),
        ("уәкілетті орган – аудан соты", "Қамауға алу уәкілетті органның санкциясымен болады.", False),
    ],
)
def test_a_defined_body_is_judged_by_its_definition(
    run_defined: Callable[..., CheckedDraft], meaning: str, use: str, wrong: bool
) -> None:
    assert bool([one for one in run_defined(AUTHORITY, meaning, use).findings if one.provision == 1]) is wrong


@pytest.fixture
def run_defined(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., CheckedDraft]:
    """Check texts of which the first is a definition."""

    reads = engine.read_draft

    def read(draft, lexicon):
        first, *others = draft.provisions
        return reads(replace(draft, provisions=(replace(first, role="definition"), *others)), lexicon)

    monkeypatch.setattr(engine, "read_draft", read)
    return run


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            ("Порядок определяется статьей 9 настоящего Закона.", "Суд решает.", "Дело закрывается."),
            "статьей 9 настоящего Закона",
        ),
        (
            ("Тәртіп осы Заңның 9-бабында айқындалады.", "Сот шешеді.", "Іс жабылады."),
            "осы Заңның 9-бабында",
        ),
        (
            ("The manner is set by section 9 of this Act.", "The court decides.", "The case is closed."),
            "section 9 of this Act",
        ),
    ],
)
def test_a_reference_beyond_the_end_is_a_flaw(run: Run, texts: tuple[str, ...], words: str) -> None:
    (flaw,) = run(LAWYER, *texts).flaws

    assert (flaw.kind, flaw.provision, flaw.quote) == ("broken-reference", 0, words)
    assert texts[0][flaw.start : flaw.end] == words
    assert flaw.message["en"] == (
        f"The reference “{words}” leads to no provision: the last article of the draft is 3."
    )
    assert "3" in flaw.message["ru"]
    assert "3-бап" in flaw.message["kk"]


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (("Порядок определяется статьей 2 настоящего Закона.", "Суд решает.", "Дело закрыто."), ""),
        (("Порядок определяется статьей 9.", "Суд решает.", "Дело закрыто."), ""),
        (("Порядок определяется статьей 9 Закона о полиции.", "Суд решает.", "Дело закрыто."), ""),
        (("Порядок – в статье 9 настоящего Закона.", "Суд решает."), ""),
        (
            (
                "См. статьи 9, 10 и 11 настоящего Закона.",
                "И статью 12 настоящего Закона.",
                "И статьи 13 и 14 настоящего Закона.",
            ),
            "",
        ),
        (
            ("Порядок – в статье 9 настоящего Закона.", "Суд решает.", "Дело закрыто."),
            "О внесении изменений в закон",
        ),
    ],
)
def test_no_flaw_where_it_is_not_certain(run: Run, texts: tuple[str, ...], title: str) -> None:
    assert run(LAWYER, *texts, title=title).flaws == ()


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        ((*RU, "Закон вводится в действие со дня опубликования."), "met"),
        ((*RU, "Статья 2 настоящего Закона вводится в действие с 1 января 2030 года."), "review"),
        ((*KK, "Осы Заң жарияланған күнінен бастап қолданысқа енгізіледі."), "met"),
        ((*KK, "Осы Заңның 2-бабы 2030 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."), "review"),
        ((*EN, "This Act comes into force on 1 January 2029."), "met"),
        ((*EN, "Section 2 of this Act comes into force on 1 January 2030."), "review"),
    ],
)
def test_a_postponed_safeguard_is_left_to_the_reader(run: Run, texts: tuple[str, ...], verdict: str) -> None:
    checked = run(replace(LAWYER, scope="draft"), *texts)

    assert [one.verdict for one in checked.standards] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Порядок определяется частью 3 статей 1–3 настоящего Закона.",
        "Тәртіп осы Заңның 1–3-баптарының 3-бөлігінде айқындалады.",
        "The manner is set by sections 1 to 3(3) of this Act.",
    ],
)
def test_a_part_of_a_range_of_articles_leads_nowhere_in_particular(run: Run, text: str) -> None:
    others = ("Суд решает.", "Дело закрывается.")

    assert run(LAWYER, text, *others).flaws == ()
