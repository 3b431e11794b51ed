"""What an amending law gives whole is judged for itself; what it gives in part is not judged for the rest."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.amending.reading import read_amendments
from checker.checks.engine import check_reading
from checker.checks.instructed import with_instructions
from checker.comparing.whole import check_whole
from checker.draft import Language
from checker.finding import CheckedDraft
from checker.language.lexicon import build_lexicon
from checker.language.reading import read_draft
from checker.readers import read_bytes
from checker.rule import Check, Concept, Requirement, Rule, Ruleset
from checker.rulebook import Rulebook, open_rulebook
from checker.structure import build_draft

LANGUAGES: tuple[Language, ...] = ("en", "ru", "kk")
HEAD: Mapping[Language, str] = {
    "en": "An Act to amend the Border Service Act\n\n1. Short title\n\nThis Act is the Border Service "
    "(Amendment) Act.\n\n",
    "ru": "О внесении изменений в Закон о пограничной службе\n\n",
    "kk": "Шекара қызметі туралы заңға өзгерістер енгізу туралы\n\n",
}
WHOLE: Mapping[Language, str] = {
    "ru": 'Статья 1. Внести в Закон "О пограничной службе" следующие изменения:\n\n'
    "1) дополнить статьей 12-1 следующего содержания:\n\n"
    '"Статья 12-1. Удержание на границе\n\n'
    "1. Начальник заставы вправе задержать лицо на срок до десяти суток.\n\n"
    '2. О задержании составляется протокол.";\n\n'
    "2) дополнить статьей 12-2 следующего содержания:\n\n"
    '"Статья 12-2. Приём посетителей\n\n'
    '1. Адвокат проходит на заставу по удостоверению.".\n',
    "kk": '1-бап. "Шекара қызметі туралы" Заңға мынадай өзгерістер енгізілсін:\n\n'
    "1) мынадай мазмұндағы 12-1-баппен толықтырылсын:\n\n"
    '"12-1-бап. Шекарада ұстау\n\n'
    "1. Застава бастығы адамды он тәулікке дейін ұстауға құқылы.\n\n"
    '2. Ұстау туралы хаттама жасалады.";\n\n'
    "2) мынадай мазмұндағы 12-2-баппен толықтырылсын:\n\n"
    '"12-2-бап. Келушілерді қабылдау\n\n'
    '1. Адвокат заставаға куәлігі бойынша кіреді.".\n',
}
PART: Mapping[Language, str] = {
    "ru": 'Статья 1. Внести в Закон "О пограничной службе" следующие изменения:\n\n'
    "статью 12 дополнить частью третьей следующего содержания:\n\n"
    '"3. Начальник заставы вправе задержать лицо на срок до десяти суток.".\n',
    "kk": '1-бап. "Шекара қызметі туралы" Заңға мынадай өзгерістер енгізілсін:\n\n'
    "12-бап мынадай мазмұндағы үшінші бөлікпен толықтырылсын:\n\n"
    '"3. Застава бастығы адамды он тәулікке дейін ұстауға құқылы.".\n',
    "en": "2. Amendment of section 12\n\nSection 12 of the Border Service Act is amended by inserting after "
    "subsection (2) the following subsection—\n\n“(3) The head of a post may detain a person for up to "
    "ten days.”.\n",
}
COURT: Mapping[Language, str] = {
    "ru": 'Статья 1. Внести в Закон "О пограничной службе" следующие изменения:\n\n'
    "статью 12 дополнить частью третьей следующего содержания:\n\n"
    '"3. Вопрос о продлении содержания под стражей задержанного на границе решается судом.".\n',
    "kk": '1-бап. "Шекара қызметі туралы" Заңға мынадай өзгерістер енгізілсін:\n\n'
    "12-бап мынадай мазмұндағы үшінші бөлікпен толықтырылсын:\n\n"
    '"3. Шекарада ұсталған адамды қамауға алуға санкция беру туралы мәселені аудандық сот шешеді.".\n',
    "en": "2. Amendment of section 12\n\nSection 12 of the Border Service Act is amended by inserting after "
    "subsection (2) the following subsection—\n\n“(3) Every question of the extension of custody of a "
    "person held at the border shall be decided by a court.”.\n",
}


EVERY = {"en": "{found}", "ru": "{found}", "kk": "{found}"}
CONCEPTS = {
    one.id: one
    for one in (
        Concept("hold", {"en": ("may detain",), "ru": ("вправе задержать",), "kk": ("ұстауға құқылы",)}),
        Concept("lawyer", {"en": ("lawyer",), "ru": ("адвокат",), "kk": ("адвокат",)}),
    )
}
NAME = {"en": "a lawyer", "ru": "адвокат", "kk": "адвокат"}


def _checked(text: str, language: Language) -> CheckedDraft:
    """A law checked by one rule: who may detain names a lawyer in the same article."""
    check = Check("require", ("hold",), must=(Requirement(NAME, ("lawyer",)),), scope="article")
    rule = Rule(
        id="X-01", group="x", severity="major", title=EVERY, standard=EVERY, reason=EVERY, message=EVERY,
        recommendation=EVERY, proposed_wording=EVERY, sources=(), report=(), exceptions=(), topic=("hold",),
        met_by=(), checks=(check,), examples=(),
    )  # fmt: skip
    ruleset = Ruleset("x", "1", EVERY, "us", {"x": EVERY}, (rule,), CONCEPTS, {})
    draft = build_draft(read_bytes("law.txt", (HEAD[language] + text).encode()))
    reading = read_draft(draft, build_lexicon(CONCEPTS))
    return with_instructions(check_reading(reading, (ruleset,)), reading, read_amendments(draft))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_article_given_whole_is_judged_for_itself(language: Language) -> None:
    checked = _checked(WHOLE[language], language)

    assert [(one.verdict, one.effect) for one in checked.findings] == [("missing", "introduces")]
    assert "12-1" in checked.draft.provisions[checked.findings[0].provision].label


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_safeguard_in_the_article_itself_is_found_and_told_as_gained(language: Language) -> None:
    own = {
        "ru": ("О задержании составляется протокол", "О задержании извещается адвокат"),
        "kk": ("Ұстау туралы хаттама жасалады", "Ұстау туралы адвокат хабардар етіледі"),
    }
    checked = _checked(WHOLE[language].replace(*own[language]), language)

    assert checked.findings == ()
    assert checked.change is not None
    assert [dict(one.name) for one in checked.change.gained] == [NAME]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_an_article_is_not_judged_for_the_rest(language: Language) -> None:
    checked = _checked(PART[language], language)

    assert len(checked.amendments.instructions) == 1
    assert checked.findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_court_put_in_is_told_as_gained(language: Language, book: Rulebook) -> None:
    book.make_ready([language])
    draft = build_draft(read_bytes("law.txt", (HEAD[language] + COURT[language]).encode()))

    checked = check_whole(draft, book.rulesets, book.lexicon)

    assert checked.change is not None
    assert [one.rule for one in checked.change.gained] == ["JRD-01"]
    assert [one for one in checked.findings if one.rule == "JRD-01"] == []


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return open_rulebook([])
