"""Amending laws of our own wording, judged by what their instructions exchange."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from checker.amending.instruction import Amendments, Instruction, Quoted, Step, Target
from checker.checks.engine import check_reading
from checker.checks.instructed import with_instructions
from checker.draft import Draft, Language
from checker.finding import CheckedDraft
from checker.language.reading import read_draft
from checker.rulebook import Rulebook, open_rulebook

TITLES = {
    "en": "An Act to amend the Criminal Procedure Act in respect of arrest and pre-trial detention",
    "ru": "О внесении изменений в Уголовно-процессуальный кодекс по вопросам применения ареста",
    "kk": "Қылмыстық-процестік кодекске қамауға алуды қолдану мәселелері бойынша өзгерістер енгізу туралы",
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return open_rulebook([])


def _quoted(text: str) -> list[Quoted]:
    return [Quoted(one[1], 0, *one.span(1)) for one in re.finditer("«([^»]*)»", text)]


def _judged(
    book: Rulebook, text: str, operation: str, language: Language, *, title: str | None = None
) -> CheckedDraft:
    """One instruction: the first quotation is old (or the anchor), the second new."""
    book.make_ready([language])
    draft = replace(Draft.of_texts([text], language), title=TITLES[language] if title is None else title)
    quoted = _quoted(text)
    old, new = quoted[:1], quoted[1:]
    inserts = operation == "insert-words"
    instruction = Instruction(
        0, 0, len(text), operation, (Target("", (Step("article", "14"),)),),
        old=() if inserts else tuple(old), new=tuple(new), anchor=old[0] if inserts else None,
    )  # fmt: skip
    reading = read_draft(draft, book.lexicon)
    checked = check_reading(reading, book.rulesets)
    return with_instructions(checked, reading, Amendments((instruction,)))


def _worsened(checked: CheckedDraft) -> list[tuple[str, str, str]]:
    return [(one.rule, one.verdict, one.former) for one in checked.findings if one.effect == "worsens"]


def _mended(checked: CheckedDraft) -> list[tuple[str, str, str]]:
    found = checked.change.mended if checked.change else ()
    return [(one.finding.rule, one.finding.quote, one.now) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "old", "new"),
    [
        ("en", "in section 14, for the word «prosecutor» substitute «court»", "prosecutor", "court"),
        ("ru", "в статье 14 слово «прокурора» заменить словом «суда»", "прокурора", "суда"),
        (
            "kk",
            "14-бапта «прокурордың» деген сөз «соттың» деген сөзбен ауыстырылсын",
            "прокурордың",
            "соттың",
        ),
    ],
)
def test_the_decision_passes_to_a_court(book, language, text, old, new):
    checked = _judged(book, text, "replace-words", language)

    assert _mended(checked) == [("JRD-01", old, new)]
    assert checked.findings == ()


@pytest.mark.parametrize(
    ("language", "text", "operation", "old"),
    [
        ("en", "in section 14, omit the words «or the prosecutor»", "strike-words", "or the prosecutor"),
        ("ru", "в статье 14 слова «или прокурора» исключить", "strike-words", "или прокурора"),
        ("kk", "14-бапта «немесе прокурордың» деген сөздер алып тасталсын", "strike-words",
         "немесе прокурордың"),
    ],
)  # fmt: skip
def test_another_body_beside_the_court_is_struck(book, language, text, operation, old):
    assert _mended(_judged(book, text, operation, language)) == [("JRD-01", old, "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in section 14, for the word «court» substitute «prosecutor»"),
        ("ru", "в статье 14 слово «суда» заменить словом «прокурора»"),
        ("kk", "14-бапта «соттың» деген сөз «прокурордың» деген сөзбен ауыстырылсын"),
        ("en", "in section 14, for the word «court» substitute «court or the prosecutor»"),
        ("ru", "в статье 14 слово «суда» заменить словами «суда или прокурора»"),
        ("kk", "14-бапта «соттың» деген сөз «соттың немесе прокурордың» деген сөздермен ауыстырылсын"),
    ],
)
def test_the_decision_passes_from_a_court(book, language, text):
    checked = _judged(book, text, "replace-words", language)

    old, new = _quoted(text)
    assert [(one.rule, one.effect, one.former, one.quote) for one in checked.findings] == [
        ("JRD-01", "worsens", old.text, new.text)
    ]
    assert all(old.text in checked.findings[0].message[one] for one in ("en", "ru", "kk"))
    assert not _mended(checked)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in section 14, after the word «court» insert the words «or the prosecutor»"),
        ("ru", "в статье 14 после слова «суда» дополнить словами «или прокурора»"),
        ("kk", "14-бап «соттың» деген сөзден кейін «немесе прокурордың» деген сөздермен толықтырылсын"),
    ],
)
def test_another_body_comes_beside_the_court(book, language, text):
    old, new = _quoted(text)
    checked = _judged(book, text, "insert-words", language)

    assert [(one.rule, one.former, one.quote) for one in checked.findings if one.effect == "worsens"] == [
        ("JRD-01", old.text, new.text)
    ]


CUSTODY = {
    "en": "in section 14 (apprehension by the police, production before the court), for the words "
    "«forty-eight hours» substitute «seventy-two hours»",
    "ru": "в статье 14 (задержанный доставляется в суд) слова «сорока восьми часов» заменить словами "
    "«семидесяти двух часов»",
    "kk": "14-бапта (ұстап алынған адам судьяға жеткізіледі) «қырық сегіз сағаттан» деген сөздер "
    "«жетпіс екі сағаттан» деген сөздермен ауыстырылсын",
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_term_is_lengthened_beyond_its_limit(book, language):
    old, new = _quoted(CUSTODY[language])

    checked = _judged(book, CUSTODY[language], "replace-words", language)

    assert [(rule, former) for rule, _, former in _worsened(checked)] == [("HC-01", old.text)]
    assert new.text in [one.quote for one in checked.findings if one.effect == "worsens"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_term_is_brought_within_its_limit(book, language):
    old, new = (one.text for one in _quoted(CUSTODY[language]))
    text = CUSTODY[language].replace(old, "\0").replace(new, old).replace("\0", new)

    checked = _judged(book, text, "replace-words", language)

    assert ("HC-01", new, old) in _mended(checked)
    assert not _worsened(checked)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "в статье 14 слова «с участием защитника» исключить"),
        ("kk", "14-бапта «қорғаушының қатысуымен» деген сөздер алып тасталсын"),
    ],
)
def test_a_struck_lawyer_is_left_to_an_expert(book, language, text):
    checked = _judged(book, text, "strike-words", language, title="")

    assert [(rule, verdict) for rule, verdict, _ in _worsened(checked)] == [("EQA-01", "review")]
    assert checked.findings[0].quote == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "в статье 14 слова «с санкции суда» исключить"),
        ("kk", "14-бапта «соттың санкциясымен» деген сөздер алып тасталсын"),
        ("en", "in section 14, omit the words «by order of a court»"),
    ],
)
def test_a_struck_decision_of_a_court_worsens_the_rule_of_the_matter(book, language, text):
    checked = _judged(book, text, "strike-words", language)

    assert [(rule, former) for rule, _, former in _worsened(checked)] == [("JRD-01", _quoted(text)[0].text)]


@pytest.mark.parametrize(
    "text",
    [
        "в статье 14 цифры «110» заменить цифрами «109»",
        "в статье 14 слово «министерства» заменить словом «агентства»",
        "в статье 14 слова «в течение трёх рабочих дней» заменить словами «в течение пяти рабочих дней»",
    ],
)
def test_what_is_no_matter_of_a_rule_is_left_alone(book, text):
    checked = _judged(book, text, "replace-words", "ru", title="О внесении изменений в Налоговый кодекс")

    assert not _worsened(checked)
    assert not _mended(checked)


def test_the_same_exchange_in_another_matter_is_left_alone(book):
    text = "в статье 14 слово «суда» заменить словом «прокурора»"

    checked = _judged(book, text, "replace-words", "ru", title="О внесении изменений в Закон о рыболовстве")

    assert not _worsened(checked)
